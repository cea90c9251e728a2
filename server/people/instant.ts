import { isDay } from '#domain/base/date.ts'
import { fail } from '#domain/base/fail.ts'

const INSTANT = /^(\d{4}-\d{2}-\d{2})T([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d{1,6})?(Z|[+-]([01]\d|2[0-3]):[0-5]\d)$/

/** Whether the text is a moment there was: `2021-10-12T09:30:00Z`, with up to six digits after the second. */
export function isInstant(text: string): boolean {
  const day = INSTANT.exec(text)?.[1]
  return day !== undefined && isDay(day)
}

/** The moment as a literal of SQL; refuses (`people.instant.unknown`) what is none, so nothing else can reach a statement. */
export function instantSql(text: string): string {
  return isInstant(text) ? `TIMESTAMPTZ '${text}'` : refuseInstant()
}

function refuseInstant(): never {
  return fail(
    'people.instant.unknown',
    {
      zh: '“已知时点”应写作 2021-10-12T09:30:00Z 这样的时刻。请改正后再查。',
      en: 'The moment of knowing is written like 2021-10-12T09:30:00Z. Correct it and ask again.',
    },
    { where: { field: 'knownAt' } },
  )
}
