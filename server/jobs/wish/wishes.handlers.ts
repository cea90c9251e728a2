import { addMonths, isDay } from '#domain/base/date.ts'
import { fail } from '#domain/base/fail.ts'
import type { Handlers, Reply } from '#domain/base/route.ts'
import type { WorkWishFacts, wishApi } from '#domain/jobs/wish/wish.api.ts'
import { provinces } from '#domain/places/provinces.ts'
import type { Plan } from '#domain/plan/indicator.ts'
import { recordRead, recordWrite } from '../../access/audit.ts'
import type { Ctx } from '../../context.ts'
import type { Tx } from '../../db.ts'
import { bumpLedger } from '../../people/employment/employment.sql.ts'
import { todayOf } from '../../people/employment/employment-days.ts'
import { type FoundPerson, getPerson } from '../../people/list/find-person.ts'
import type { PeopleGiven } from '../../people/list/people-given.ts'
import { once } from '../../people/once.ts'
import { type JobData, jobData } from '../job-data.ts'
import { numberOn } from '../vacancy/vacancy-rows.ts'
import * as sql from './work-wish.sql.ts'

type View = Reply<typeof wishApi.getWorkWish>
const SUGGESTED = 8

/** What work a person would take: read with its line in the log, and kept with the day on which it was asked. */
export function wishHandlers(given: PeopleGiven): Handlers<typeof wishApi, Ctx> {
  return {
    getWorkWish: ({ params, query }, ctx) =>
      ctx.asPost(async (tx) => {
        const clocks = { on: query.on ?? (await given.defaults()).on, knownAt: query.knownAt ?? null }
        const person = await getPerson(tx, params.id, clocks.knownAt)
        const row = await sql.findWish(tx, person, clocks)
        const wanted = await sql.wantedOccupations(tx, person, clocks.on, SUGGESTED)
        await recordRead(tx, ctx.actor, {
          action: 'people.read',
          object: { kind: 'person', county: person.county, area: person.area, id: person.id },
          ...{ detail: 'work wish', rows: 1 },
        })
        const data = jobData()
        return {
          wish: row ? viewOf(row, data) : null,
          suggested: wanted.map(({ occupation }) => named(data, occupation)),
        }
      }),
    recordWorkWish: ({ params, body }, ctx) =>
      ctx.asPost((tx) => {
        const sent = { clientId: body.clientId, post: ctx.post.id, name: 'recordWorkWish', body: { params, body } }
        return once(tx, { ...sent, now: ctx.now }, async () => {
          const person = await getPerson(tx, params.id)
          await sql.lockPerson(tx, person)
          await keepWish(tx, person, body, { ctx, given })
          await bumpLedger(tx, person.county, ctx.now)
          await recordWrite(tx, ctx.actor, {
            action: 'people.record',
            object: { kind: 'person', county: person.county, area: person.area, id: person.id },
            ...{ fields: ['work_wish'], detail: 'recordWorkWish', rows: 1 },
          })
          const changed = await given.redetermine?.(tx, person, ctx.now)
          return { gained: changed?.gained ?? [], lost: changed?.lost ?? [] }
        })
      }),
  }
}

type Asked = { on: string; seen: string | null; facts: WorkWishFacts; confirmed?: string[] }

/** Ends what stood, keeps what was said, and, of who is at no work, says what rules read: that they want work and offers of it. */
async function keepWish(
  tx: Tx,
  person: FoundPerson,
  { on, seen, facts, confirmed = [] }: Asked,
  { ctx, given }: { ctx: Ctx; given: PeopleGiven },
): Promise<void> {
  checkAsked(person, on, facts, ctx.now)
  const stood = await sql.findWish(tx, person, { on, knownAt: null })
  if (!isAsSeen(stood?.known_from ?? null, seen) || (await sql.laterWish(tx, person, on))) refuseStale()
  if (stood) await sql.endWish(tx, stood, { on, now: ctx.now })
  const row = {
    ...{ county: person.county, area: person.area, person_id: person.id, valid_from: on },
    valid_to: untilOf(given.plan(), on),
    ...{ known_from: ctx.now.toISOString(), recorded_by: ctx.post.id },
  }
  await sql.insertWish(tx, { ...row, ...columnsOf(facts), source: 'officer', evidence: null })
  const { wishes, works } = await sql.standsOn(tx, person, on)
  if (works) return
  const stands = (asked: sql.AskedFor) =>
    wishes.filter(({ kind, detail }) => kind === asked.kind && (asked.detail === null || detail === asked.detail))
  // Asked again, it is asked for as long as the new answer counts.
  const shorter = ASKED_FOR.flatMap(stands).filter(({ valid_to: until }) => until !== null && until < row.valid_to)
  await sql.prolongAskedFor(tx, { county: person.county, ids: shorter.map(({ id }) => id) }, row)
  const missing = ASKED_FOR.filter((asked) => stands(asked).length === 0)
  const { valid_from, valid_to } = row
  const saved = missing.map((asked) => ({ record: 'wish', row: { ...asked, valid_from, valid_to } }))
  if (saved.length > 0) await given.saving?.check(tx, person, saved, confirmed)
  for (const asked of missing) await sql.insertAskedFor(tx, row, asked)
}

/** Who is at no work and says which work they would take asks for work, and to be offered it. */
const ASKED_FOR: readonly sql.AskedFor[] = [
  { kind: 'work', detail: null },
  { kind: 'service', detail: '岗位推荐' },
]

/** Without the parameter an answer counts for a year. */
const untilOf = (plan: Plan, on: string): string => addMonths(on, numberOn(plan, 'work_wish_months', on) ?? 12)

const columnsOf = (facts: WorkWishFacts) => ({
  ...{ occupations: facts.occupations, reach: facts.reach, provinces: facts.provinces ?? [] },
  ...{ wage_floor_fen: facts.wageFloorFen ?? null, cannot: facts.cannot ?? [], busy_months: facts.busyMonths ?? [] },
  ...{ company: facts.company ?? null, starts_on: facts.startsOn ?? null },
})

const isAsSeen = (stands: string | null, seen: string | null): boolean =>
  stands === null || seen === null ? stands === seen : Date.parse(stands) === Date.parse(seen)

const named = ({ occupations }: JobData, code: string) => ({ code, name: occupations.byCode.get(code)?.name ?? code })

function viewOf(row: NonNullable<Awaited<ReturnType<typeof sql.findWish>>>, data: JobData): NonNullable<View['wish']> {
  return {
    ...{ id: row.id, knownFrom: row.known_from, askedOn: row.valid_from, until: row.valid_to, source: row.source },
    facts: {
      ...{ occupations: row.occupations, reach: row.reach, provinces: row.provinces, cannot: row.cannot as never },
      busyMonths: row.busy_months,
      ...(row.wage_floor_fen !== null && { wageFloorFen: row.wage_floor_fen }),
      ...(row.company !== null && { company: row.company }),
      ...(row.starts_on !== null && { startsOn: row.starts_on }),
    },
    occupations: row.occupations.map((code) => named(data, code)),
    provinces: row.provinces.map((code) => provinces.get(code)?.zh ?? String(code)),
  }
}

function checkAsked(person: FoundPerson, on: string, facts: WorkWishFacts, now: Date): void {
  const today = todayOf(now)
  if (!isDay(on) || on > today || (person.death_date !== null && on >= person.death_date)) refuseDay(on, today)
  if (facts.startsOn !== undefined && !isDay(facts.startsOn)) refuseDay(facts.startsOn, today)
  const { byCode } = jobData().occupations
  if (!facts.occupations.every((code) => byCode.has(code))) refuseOccupation()
  const places = facts.provinces ?? []
  if ((facts.reach === 'away') !== places.length > 0 || !places.every((code) => provinces.has(code))) refuseProvinces()
}

function refuseDay(on: string, today: string): never {
  fail(
    'jobs.wish.wrongDay',
    {
      zh: `日期 ${on} 不对：询问日期应是一个真实的日子，不晚于今天（${today}），且在本人生前。`,
      en: `The day ${on} is wrong: a person is asked on a real day, not after today (${today}), and in their lifetime.`,
    },
    { status: 422, where: { field: 'on' } },
  )
}
function refuseOccupation(): never {
  fail(
    'jobs.wish.wrongOccupation',
    {
      zh: '职业不在分类大典（2022年版）中，请从候选中选择。',
      en: 'An occupation is not in the classification of 2022: choose one of those offered.',
    },
    { status: 422, where: { field: 'occupations' } },
  )
}
function refuseProvinces(): never {
  fail(
    'jobs.wish.wrongProvinces',
    {
      zh: '选“市外”时请写明愿意去哪些省份，选其他范围时不写省份。',
      en: 'With other provinces, say which; with any nearer place, name none.',
    },
    { status: 422, where: { field: 'provinces' } },
  )
}
function refuseStale(): never {
  fail(
    'jobs.wish.stale',
    {
      zh: '这份就业意愿在您打开之后已被更新，或之后已有新的询问，本次没有保存。请刷新后核对。',
      en: 'This wish was renewed after you opened it, or the person was asked since; nothing was saved. Reload and compare.',
    },
    { status: 409 },
  )
}
