import type { Day } from '#domain/base/date.ts'
import { fail } from '#domain/base/fail.ts'
import { DIVISIONS, divisionOn } from '#domain/places/division.ts'
import { listDivisions, type Reader } from './area.sql.ts'

let kept: Day[] = []

/** Divisions change at a start only, so what was read is kept; an empty table is read again and the built-in list serves. */
async function firstDays(tx: Reader): Promise<Day[]> {
  if (kept.length === 0) kept = (await listDivisions(tx)).map(({ division }) => division)
  return kept.length > 0 ? kept : DIVISIONS.map(({ from }) => from)
}

/** The division a question is read on: the one it names, by first day, or that of its day. Refuses one there never was. */
export async function chooseDivision(tx: Reader, named: Day | undefined, on: Day): Promise<Day> {
  const divisions = await firstDays(tx)
  if (named === undefined)
    return divisionOn(
      on,
      divisions.map((from) => ({ from, to: null })),
    )
  if (divisions.includes(named)) return named
  const list = divisions.join('、')
  return fail(
    'places.division.unknown',
    {
      zh: `没有自 ${named} 起的区划版本；可选：${list}。`,
      en: `No division begins on ${named}; there are: ${divisions.join(', ')}.`,
    },
    { status: 404, where: { division: named } },
  )
}
