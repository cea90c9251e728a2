import { randomUUID } from 'node:crypto'
import type { Step } from '#domain/jobs/referral/referral.api.ts'
import type { VacancyFacts } from '#domain/jobs/vacancy/vacancy.api.ts'
import { fieldCrypto } from '#server/access/field-crypto.ts'
import type { Ctx } from '#server/context.ts'
import { countByArea } from '#server/indicators/indicator.sql.ts'
import { referralHandlers } from '#server/jobs/referral/referrals.handlers.ts'
import { vacancyHandlers } from '#server/jobs/vacancy/vacancies.handlers.ts'
import { determineAll } from '#server/needs/determine.ts'
import { redetermine } from '#server/needs/redetermine.ts'
import { savingAgainst } from '#server/needs/saving/saving-against.ts'
import type { PeopleGiven } from '#server/people/list/people-given.ts'
import { getPlans } from '#server/plan/plan-folder.ts'
import { fewCounties, type SmallCity } from './small-city.ts'

export const plan = getPlans().get('chongqing-2021')!
/** Every finding of the plan: whoever confirms them all is kept from nothing but what blocks. */
export const FINDINGS = plan.predicates.filter(({ kind }) => kind === 'finding').map(({ key }) => key)
export const ON = '2021-09-17'
const COUNTY = 500_235_000_000
const CONFIRMED = ['work-record-incomplete', 'seeking-while-in-work', 'wage-too-low']

type Officer = Awaited<ReturnType<SmallCity['officer']>>
type Referrals = ReturnType<typeof referralHandlers>
export type Done = Awaited<ReturnType<Referrals['makeReferral']>>
type Answer = Parameters<Referrals['answerRetention']>[0]['body']

/** Four counties of the small city, determined, with a county that refers people, another that holds vacancies, and the city over both. */
export async function openReferrals() {
  const city = await fewCounties()
  let clock = Date.parse('2026-11-23T12:00:00Z')
  const given: PeopleGiven = {
    ...{ plan: () => plan, defaults: async () => ({ on: ON }), crypto: fieldCrypto(city.database.keys) },
    redetermine: (tx, person, now) => redetermine(tx, plan, person, ON, now),
    saving: savingAgainst(plan, () => ON),
  }
  await determineAll({ door: city.door, plan, on: ON, now: new Date(clock) })
  const county = await city.officer('county', COUNTY, COUNTY + 1_000_000)
  const whole = await city.officer('city', 500_000_000_000, 510_000_000_000)
  const elsewhere = await city.officer('county', 500_236_000_000, 500_237_000_000)
  const ctx = (officer: Officer = county): Ctx => {
    clock += 1000
    return {
      now: new Date(clock),
      requestId: 'test',
      actor: { officerId: officer.officer, postId: officer.post, requestId: 'test' },
      post: { id: officer.post, role: 'county', title: officer.title, area: officer.scope.lo },
      asPost: <T>(work: Parameters<SmallCity['door']['asPost']>[1]) => city.door.asPost(officer, work) as Promise<T>,
    } as unknown as Ctx
  }
  const figure = async (key: string, on: string): Promise<number> => {
    const indicator = plan.indicators.find((each) => each.key === key)!
    const clocks = { on, knownAt: null }
    const rows = await city.door.asPost(county, (tx) => countByArea(tx, plan, indicator, 'value', clocks))
    return rows.reduce((sum, { value }) => sum + value, 0)
  }
  const referrals = referralHandlers(given)
  const acts = actsOf(referrals, ctx)
  const vacancies = vacancyHandlers(given)
  const stock = stockOf(city, { vacancies, ctx, holder: elsewhere })
  return { city, county, elsewhere, whole, referrals, vacancies, ctx, figure, ...acts, ...stock }
}

type Context = (officer?: Officer) => Ctx

/** What an officer does with referrals, each act with a client id of its own. */
function actsOf(referrals: Referrals, ctx: Context) {
  const refer = (person: number, vacancy: number, on = '2021-05-01', by?: Officer) =>
    referrals.makeReferral({ body: { clientId: randomUUID(), person, vacancy, from: 'offer', on } }, ctx(by))
  const step = ({ id, knownFrom }: Done, what: Step, by?: Officer) =>
    referrals.stepReferral({ params: { id }, body: { clientId: randomUUID(), knownFrom, step: what } }, ctx(by))
  const place = ({ id, knownFrom }: Done, on: string, confirmed: readonly string[] = CONFIRMED, by?: Officer) => {
    const body = { clientId: randomUUID(), knownFrom, on, evidence: 'contract' as const, wageFen: 420_000 }
    return referrals.placeReferral({ params: { id }, body: { ...body, confirmed: [...confirmed] } }, ctx(by))
  }
  const undo = ({ id, knownFrom }: Done) => {
    const body = { clientId: randomUUID(), knownFrom, reason: '登记错人' }
    return referrals.undoPlacement({ params: { id }, body }, ctx())
  }
  const heard = ({ id, knownFrom }: Done, on: string, what: Partial<Answer> & Pick<Answer, 'outcome'>) => {
    const body = { clientId: randomUUID(), knownFrom, method: 'phone' as const, on, ...what }
    return referrals.answerRetention({ params: { id }, body }, ctx())
  }
  const view = (id: number, on = ON) => referrals.getReferral({ params: { id }, query: { on } }, ctx())
  /** Both sides agree on a referral: it waits for somebody to arrange the rest. */
  const agreed = async (person: number, vacancy: number): Promise<Done> => {
    const made = await refer(person, vacancy)
    const wanted = await step(made, { act: 'person', answer: 'accepted', on: '2021-05-02' })
    return step(wanted, { act: 'employer', answer: 'accepted', on: '2021-05-03' })
  }
  return { refer, step, place, undo, heard, view, agreed }
}

type Stock = { vacancies: ReturnType<typeof vacancyHandlers>; ctx: Context; holder: Officer }

/** Vacancies of another county's unit, and people without work. */
function stockOf(city: SmallCity, { vacancies, ctx, holder }: Stock) {
  /** The opening is taken beyond the officer's area, unless somebody else holds it. */
  const enter = async (change: Partial<VacancyFacts> = {}, by = holder) => {
    const facts: VacancyFacts = {
      ...({
        kind: 'employer',
        title: '车衣工',
        occupation: '6-05-01-03',
        employer: '某服装厂',
        industry: 'C',
      } as const),
      ...{ creditCode: '91500000MA5U000010', licenceSeenOn: '2021-01-01', place: COUNTY, openings: 2 },
      ...({ wageForm: 'month', wageLowFen: 400_000, from: '2021-01-01' } as const),
      ...change,
    }
    const { id } = await vacancies.recordVacancy({ body: { clientId: randomUUID(), facts } }, ctx(by))
    await city.query("UPDATE vacancy SET open_until = '2030-01-01' WHERE id = $1", [id])
    return id
  }
  const takenOf = async (vacancy: number) =>
    (await city.query<{ taken: number }>('SELECT taken FROM vacancy WHERE id = $1', [vacancy]))[0]!.taken
  let spare: Promise<{ id: number; area: number }[]> | undefined
  /** Lifted people of the county at no work and on no list of anything; nobody twice. */
  const people = async (n: number) => {
    spare ??= city.query<{ id: number; area: number }>(
      `SELECT p.id, p.area FROM person p JOIN membership m ON m.county = p.county AND m.person_id = p.id AND m.kind = 'lifted' AND m.valid_to IS NULL
        WHERE p.county = 500235 AND p.birth_date BETWEEN '1978-01-01' AND '1999-01-01' AND p.death_date IS NULL AND NOT p.in_school
          AND p.capacity IN ('ordinary', 'skilled')
          AND NOT EXISTS (SELECT FROM employment e WHERE e.county = p.county AND e.person_id = p.id AND (e.valid_to IS NULL OR e.valid_to > '2021-01-01'))
          AND NOT EXISTS (SELECT FROM roster r WHERE r.county = p.county AND r.person_id = p.id)
          AND NOT EXISTS (SELECT FROM public_post r WHERE r.county = p.county AND r.person_id = p.id)
        ORDER BY p.id`,
    )
    const taken = (await spare).splice(0, n)
    if (taken.length < n) throw new Error('the small city has no more people without work')
    return taken
  }
  return { enter, takenOf, people }
}
