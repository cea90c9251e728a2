import type { Static } from 'typebox'
import type { Day } from '#domain/base/date.ts'
import type { Handlers, Reply } from '#domain/base/route.ts'
import { type Engine, engineOf } from '#domain/jobs/engine/engine.ts'
import { indexPeople } from '#domain/jobs/engine/people-index.ts'
import { offersFor, wouldOpen } from '#domain/jobs/explained/for-person.ts'
import { proposedFor } from '#domain/jobs/explained/for-vacancy.ts'
import type { Judgement } from '#domain/jobs/explained/judge-pair.ts'
import { type Built, MarketBuilder } from '#domain/jobs/lines/market-builder.ts'
import type { Condition } from '#domain/jobs/market/conditions.ts'
import type { offersApi } from '#domain/jobs/offers/offers.api.ts'
import { stateOn } from '#domain/jobs/vacancy/vacancy.ts'
import { recordRead } from '../../access/audit.ts'
import type { Ctx } from '../../context.ts'
import { getPerson } from '../../people/find-person.ts'
import type { PeopleGiven } from '../../people/people-given.ts'
import { type AreaNames, areaNames } from '../../places/area-names.ts'
import { jobData } from '../job-data.ts'
import { shippedWeights } from '../matching-weights.ts'
import { findVacancy, type Vacancy } from '../vacancy/vacancy.sql.ts'
import * as refuse from '../vacancy/vacancy-refusals.ts'
import { vacancyLine as shownLine, standingOf } from '../vacancy/vacancy-view.ts'
import { personLine, vacancyLine, type Wisher } from './market-lines.ts'
import * as sql from './offer-rows.sql.ts'

type Offers = Reply<typeof offersApi.listOffers>
type Candidates = Reply<typeof offersApi.listCandidates>
const TOP_VACANCIES = 10
const TOP_PEOPLE = 50
/** More people of a scope than this are not weighed for one vacancy at once. */
const MOST_PEOPLE = 20_000
const TOP_OPENING = 5

/** Jobs for a person and people for a vacancy, by what was wished for and is known, each with its reasons; both only propose. */
export function offerHandlers(given: Pick<PeopleGiven, 'defaults'>): Handlers<typeof offersApi, Ctx> {
  const dayOf = async (on: Day | undefined) => on ?? (await given.defaults()).on
  return {
    listOffers: ({ params, query }, ctx) =>
      ctx.asPost(async (tx) => {
        const on = await dayOf(query.on)
        const person = await getPerson(tx, params.id)
        const wisher = await sql.findWisher(tx, person, on)
        const rows = wisher ? await sql.openVacancies(tx, on, middleClasses(wisher.occupations)) : []
        const object = { kind: 'person', county: person.county, area: person.area, id: person.id }
        await recordRead(tx, ctx.actor, { action: 'people.read', object, detail: 'offers', rows: 1 })
        const asked = { asked: wisher !== undefined, weights: weightsShown() }
        if (!wisher) return { ...asked, offers: [], wouldOpen: [] }
        return { ...asked, ...offersTo(wisher, rows, { on, names: await areaNames(tx) }) }
      }),
    listCandidates: ({ params, query }, ctx) =>
      ctx.asPost(async (tx) => {
        const on = await dayOf(query.on)
        const row = (await findVacancy(tx, params.id, { on, knownAt: null })) ?? refuse.absent()
        const open = stateOn(standingOf(row), on) === 'open'
        const [middle = ''] = middleClasses([row.occupation])
        const wishers = open ? await sql.wishersOf(tx, on, middle, MOST_PEOPLE) : []
        const answer = candidatesFor(row, wishers, { on, names: await areaNames(tx) })
        await recordRead(tx, ctx.actor, {
          action: 'people.list',
          object: { kind: 'person', ids: answer.candidates.map(({ person }) => person) },
          ...{ detail: `candidates of vacancy ${row.id}`, rows: answer.candidates.length },
        })
        return { weights: weightsShown(), ...answer }
      }),
  }
}

const weightsShown = (): Offers['weights'] => {
  const { version, assumption } = shippedWeights()
  return {
    version,
    assumption: assumption
      ? { zh: '分值没有来源，为假设', en: 'No source states the points: they are an assumption' }
      : null,
  }
}

const middleClasses = (codes: readonly string[]): string[] => [...new Set(codes.map((code) => code.slice(0, 4)))]
type Where = { on: Day; names: AreaNames }
type Packed = Built & { engine: Engine; certificateNames: string[] }

function pack(wishers: readonly Wisher[], rows: readonly Vacancy[], on: Day): Packed {
  const occupations = jobData().smallClasses
  const builder = new MarketBuilder()
  for (const wisher of wishers) builder.addPerson(personLine(wisher, occupations, on))
  const names = new Set<string>()
  for (const row of rows) {
    const line = vacancyLine(row, occupations)
    if (line && builder.addVacancy(line)) for (const name of line.certificates) names.add(name)
  }
  const built = builder.build('offers', occupations.middleClass)
  return { ...built, engine: engineOf(built.market, shippedWeights()), certificateNames: [...names].sort() }
}

/** No run of the whole city decided yet who comes first: everybody's chance is that of an open vacancy. */
const noCutOffs = ({ engine }: Packed) => new Int32Array(engine.index.vacancy.length).fill(-1)

function offersTo(wisher: Wisher, rows: Vacancy[], where: Where): Pick<Offers, 'offers' | 'wouldOpen'> {
  const packed = pack([wisher], rows, where.on)
  const { market, engine, vacancyIds, certificateNames } = packed
  const byId = new Map(rows.map((row) => [String(row.id), row]))
  const offers = offersFor(market, engine, noCutOffs(packed), 0, TOP_VACANCIES).map(
    ({ vacancy, worth, conditions }) => {
      const row = byId.get(vacancyIds[vacancy]!)!
      return {
        ...{ vacancy: shownLine(row, where), neighbour: !isWished(wisher, row), worth },
        conditions: judged(conditions, wisher, row),
      }
    },
  )
  const opening = wouldOpen(market, engine, 0).slice(0, TOP_OPENING)
  return {
    offers,
    wouldOpen: opening.map(({ certificate, ...rest }) => ({
      ...rest,
      certificate: certificate === undefined ? null : (certificateNames[certificate] ?? null),
    })),
  }
}

/** Matching knows small classes: whoever wishes for one occupation of a class wishes for the class. */
const isWished = ({ occupations }: Wisher, { occupation }: Vacancy): boolean =>
  occupations.some((code) => smallClass(code) === smallClass(occupation))
const smallClass = (code: string): string => code.slice(0, '6-05-01'.length)

function candidatesFor(row: Vacancy, wishers: Wisher[], { on, names }: Where): Omit<Candidates, 'weights'> {
  if (wishers.length === 0) return { eligible: 0, candidates: [] }
  const packed = pack(wishers, [row], on)
  const { market, engine, personIds } = packed
  if (engine.index.vacancy.length === 0) return { eligible: 0, candidates: [] }
  const byId = new Map(wishers.map((wisher) => [String(wisher.person_id), wisher]))
  const fits = proposedFor(market, engine, indexPeople(engine), noCutOffs(packed), 0, wishers.length)
  const candidates = fits.slice(0, TOP_PEOPLE).map(({ person, points, conditions }) => {
    const wisher = byId.get(personIds[person]!)!
    const { person_id, name, area } = wisher
    return {
      ...{ person: person_id, name, areaName: names.pathOf(area), points },
      conditions: judged(conditions, wisher, row),
    }
  })
  return { eligible: fits.length, candidates }
}

type Judged = Static<typeof offersApi.listOffers.reply>['offers'][number]['conditions']

/** Reasons in the order of the conditions. What the vacancy does not state is unknown, whatever the engine let pass. */
function judged(conditions: Partial<Record<Condition, Judgement>>, { cannot }: Wisher, row: Vacancy): Judged {
  const unstated = new Set<string>()
  if (row.wage_low_fen === null && row.wage_high_fen === null) unstated.add('wage')
  if (cannot.some((each) => each === 'nights' || each === 'shifts' || each === 'weekends')) unstated.add('hours')
  return (Object.entries(conditions) as [Condition, Judgement][]).map(([condition, judgement]) => ({
    condition,
    judgement: judgement === 'yes' && unstated.has(condition) ? 'unknown' : judgement,
  }))
}
