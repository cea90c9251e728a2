import { isDay } from '#domain/base/date.ts'
import type { Words } from '#domain/base/fail.ts'
import { fail } from '#domain/base/fail.ts'
import type { Input } from '#domain/base/route.ts'
import { deathEvidence } from '#domain/people/identity/death-evidence.ts'
import type { lifeApi } from '#domain/people/identity/life.api.ts'
import type { Ctx } from '../../context.ts'
import type { Tx } from '../../db.ts'
import { areaNames } from '../../places/area-names.ts'
import { todayOf } from '../employment/employment-days.ts'
import { refuseCode } from '../identity/open-file.ts'
import { type Settled, settle } from '../identity/settle.ts'
import { refusePerson } from '../list/find-person.ts'
import type { PeopleGiven } from '../list/people-given.ts'
import { refuseDay } from '../list/question.ts'
import { rowWords } from '../merge/compare-files.ts'
import { refuseStale } from '../merge/merge-files.ts'
import { changePerson, holdPerson, keepPerson, membersOf, type PersonVersion } from '../merge/person-version.sql.ts'
import { changedSinceDeath, endAt, insertDeath, reopen, standingDeath, undoneDeath } from './death.sql.ts'

type Given = { ctx: Ctx; given: PeopleGiven }

/** Records a death: what was in force ends that day, and the needs and findings of the household follow. */
export async function recordDeath(
  tx: Tx,
  id: number,
  body: Input<typeof lifeApi.recordDeath>['body'],
  { ctx, given }: Given,
): Promise<Settled> {
  const at = ctx.now.toISOString()
  const person = (await holdPerson(tx, id)) ?? refusePerson(id)
  checkDay(person, body.on, ctx.now)
  if (!Object.hasOwn(deathEvidence, body.evidence)) refuseCode('evidence')
  if (!(await keepPerson(tx, person, at, 'died'))) refuseStale()
  await changePerson(tx, person, { death_date: body.on }, at)
  await endAt(tx, person, body.on, at)
  await insertDeath(tx, {
    ...{ county: person.county, area: person.area, person_id: id, died_on: body.on, evidence: body.evidence },
    ...{ recorded_by: ctx.post.id, recorded_at: at },
  })
  return settle(tx, {
    ctx,
    given,
    person,
    others: await homeOf(tx, person),
    detail: 'recordDeath',
    fields: ['death_date'],
  })
}

/** Takes a recorded death back as a correction; what it ended stands as it did. */
export async function undoDeath(tx: Tx, id: number, reason: string, { ctx, given }: Given): Promise<Settled> {
  const at = ctx.now.toISOString()
  const person = (await holdPerson(tx, id)) ?? refusePerson(id)
  const death = (await standingDeath(tx, person)) ?? refuseNoDeath()
  const changed = await changedSinceDeath(tx, person, death.recorded_at)
  const names = await areaNames(tx)
  if (changed.length > 0) refuseChanged(changed.map(({ table, row }) => rowWords(table, row, names)))
  if (!(await keepPerson(tx, person, at, 'correction'))) refuseStale()
  await changePerson(tx, person, { death_date: null }, at)
  await reopen(tx, person, death.recorded_at, at)
  await undoneDeath(tx, death, ctx.post.id, at, reason.trim())
  return settle(tx, {
    ...{ ctx, given, person, others: await homeOf(tx, person), detail: 'undoDeath', fields: ['death_date'], reason },
  })
}

const homeOf = (tx: Tx, { county, household_id }: PersonVersion) => membersOf(tx, county, [household_id])

function checkDay(person: PersonVersion, on: string, now: Date): void {
  if (!isDay(on)) refuseDay(on)
  const today = todayOf(now)
  if (person.death_date !== null) {
    wrong(
      'people.death.recorded',
      409,
      '已登记死亡。如日期有误，请先撤销，再重新登记。',
      'A death is recorded already. Take it back first if its day is wrong.',
    )
  }
  if (on > today)
    wrong(
      'people.death.wrongDay',
      422,
      `死亡日期不能晚于今天（${today}）。`,
      `The day cannot lie after today (${today}).`,
    )
  if (person.birth_date !== null && on < person.birth_date)
    wrong(
      'people.death.wrongDay',
      422,
      '死亡日期早于出生日期，请核对。',
      'The day lies before the day of birth; check it.',
    )
}
function wrong(code: string, status: number, zh: string, en: string): never {
  return fail(code, { zh, en }, { status, where: { field: 'on' } })
}

function refuseNoDeath(): never {
  return fail(
    'people.death.absent',
    {
      zh: '没有在本系统登记过死亡，无法撤销。死亡日期如由清单带来，请由清单更正。',
      en: 'No death was recorded here that could be taken back. A day that came with a list is corrected by the list.',
    },
    { status: 409 },
  )
}

function refuseChanged(what: readonly Words[]): never {
  return fail(
    'people.death.builtOn',
    {
      zh: `登记死亡后这些记录又有改动，不能直接撤销：${what.map(({ zh }) => zh).join('；')}。请先更正这些记录。`,
      en: `These rows were changed after the death was recorded: ${what.map(({ en }) => en).join('; ')}. Correct them first.`,
    },
    { status: 409 },
  )
}
