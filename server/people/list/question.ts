import type { Static } from 'typebox'
import { isDay } from '#domain/base/date.ts'
import { fail } from '#domain/base/fail.ts'
import type { AsOf } from '#domain/base/shapes.ts'
import type { Clocks } from '../../context.ts'
import type { Tx } from '../../db.ts'
import { chooseDivision } from '../../places/choose-division.ts'
import { instantSql } from '../instant.ts'

export type Asked = { on?: string; knownAt?: string; division?: string }
/** A question with its clocks read, and what the answer says of them. */
export type Question = { clocks: Clocks; asOf: Static<typeof AsOf> }

/** What is left out is the default day, and now. Refuses days, moments and divisions there never were. */
export async function readQuestion(
  tx: Tx,
  asked: Asked,
  { today, now }: { today: string; now: Date },
): Promise<Question> {
  const on = asked.on ?? today
  if (!isDay(on)) refuseDay(on)
  const knownAt = asked.knownAt ?? null
  if (knownAt !== null) instantSql(knownAt)
  const division = await chooseDivision(tx, asked.division, on)
  return { clocks: { on, knownAt }, asOf: { on, knownAt: knownAt ?? now.toISOString(), division } }
}

export function refuseDay(day: string): never {
  return fail(
    'people.day.unknown',
    {
      zh: `没有 ${day} 这一天。日期请写作 YYYY-MM-DD，例如 2021-09-17。`,
      en: `There is no day ${day}. Write a day as YYYY-MM-DD, such as 2021-09-17.`,
    },
    { where: { day } },
  )
}
