import type { Day } from '#domain/base/date.ts'
import type { Handlers, Reply } from '#domain/base/route.ts'
import type { offersApi } from '#domain/jobs/offers/offers.api.ts'
import { inPlainOrder, isLawfulAt, stepsFrom } from '#domain/jobs/offers/plain-order.ts'
import { stateOn } from '#domain/jobs/vacancy/vacancy.ts'
import { CITY } from '#domain/places/area.ts'
import { recordRead } from '../../access/audit.ts'
import type { Ctx } from '../../context.ts'
import type { Tx } from '../../db.ts'
import { refusePerson } from '../../people/list/find-person.ts'
import type { PeopleGiven } from '../../people/list/people-given.ts'
import { areaNames } from '../../places/area-names.ts'
import { lastRun, runTold } from '../matching/last-run.sql.ts'
import { shippedWeights } from '../matching-weights.ts'
import { shippedTiers, tierSql } from '../tiers.ts'
import { findVacancy } from '../vacancy/vacancy.sql.ts'
import * as refuse from '../vacancy/vacancy-refusals.ts'
import { vacancyLine as shownLine, standingOf } from '../vacancy/vacancy-view.ts'
import { candidatesOf } from './candidates-of-vacancy.ts'
import { type Company, companyOf, companyShown } from './company/companions.ts'
import { KeptCutOffs } from './kept-cut-offs.ts'
import { ageOn } from './market-lines.ts'
import * as sql from './offer-rows.sql.ts'
import { offersTo } from './offers-to-person.ts'
import type { OpenVacancies, Snapshot } from './open-vacancies.ts'

/** More people of a scope than this are not weighed for one vacancy at once. */
const MOST_PEOPLE = 20_000
const PLAIN_LINES = 20

export type OffersGiven = Pick<PeopleGiven, 'defaults' | 'plan'> & { open: OpenVacancies }

/** Jobs for a person and people for a vacancy, by what was wished for and is known, each with its reasons; all of them only propose. */
export function offerHandlers(given: OffersGiven): Handlers<typeof offersApi, Ctx> {
  const cutOffs = new KeptCutOffs()
  const dayOf = async (on: Day | undefined) => on ?? (await given.defaults()).on
  const asked = (on: Day) => ({ on, tier: tierSql(shippedTiers(), { plan: given.plan(), on, knownAt: null }) })
  return {
    listOffers: async ({ params, query }, ctx) => {
      const on = await dayOf(query.on)
      const snapshot = await given.open.on(on)
      return ctx.asPost(async (tx) => {
        const person = await readPerson(tx, ctx, params.id, {
          ...asked(on),
          usual: query.on === undefined,
          detail: 'offers',
        })
        const run = await lastRun(tx, person.area)
        const said = { weights: weightsShown(), snapshot: snapshotShown(snapshot), run: runTold(run) }
        if (person.occupations === null) return { asked: false, ...said, company: null, offers: [], wouldOpen: [] }
        const company = await readCompany(tx, ctx, asked(on), person)
        const where = { on, names: await areaNames(tx), cutOffs: await cutOffs.of(tx, run) }
        return { asked: true, ...said, company: companyShown(company), ...offersTo(person, snapshot, where, company) }
      })
    },
    listPlainOffers: async ({ params, query }, ctx) => {
      const on = await dayOf(query.on)
      const snapshot = await given.open.on(on)
      return ctx.asPost(async (tx) => {
        const { area, birth_date } = await readPerson(tx, ctx, params.id, {
          ...asked(on),
          usual: query.on === undefined,
          detail: `${query.order} vacancies`,
        })
        const age = birth_date === null ? undefined : ageOn(birth_date, on)
        const lawful = [...snapshot.rows.values()].filter((row) => isLawfulAt(age, row))
        const where = { on, names: await areaNames(tx) }
        return {
          snapshot: snapshotShown(snapshot),
          ageKnown: age !== undefined,
          barred: snapshot.rows.size - lawful.length,
          vacancies: inPlainOrder(lawful, query.order, area, PLAIN_LINES).map((row) => ({
            ...{ vacancy: shownLine(row, where), from: row.valid_from, steps: stepsFrom(area, row.place) },
          })),
        }
      })
    },
    listCandidates: ({ params, query }, ctx) =>
      ctx.asPost(async (tx) => {
        const on = await dayOf(query.on)
        const row = (await findVacancy(tx, params.id, { on, knownAt: null })) ?? refuse.absent()
        const open = stateOn(standingOf(row), on) === 'open'
        const wishers = open ? await sql.wishersOf(tx, asked(on), row.occupation.slice(0, 4), MOST_PEOPLE + 1) : []
        const run = await lastRun(tx, ctx.post.area ?? CITY)
        const answer = candidatesOf(row, wishers.slice(0, MOST_PEOPLE), {
          on,
          names: await areaNames(tx),
          cutOff: (await cutOffs.of(tx, run)).get(row.id),
        })
        await recordRead(tx, ctx.actor, {
          action: 'people.list',
          object: { kind: 'person', ids: answer.candidates.map(({ person }) => person) },
          ...{ detail: `candidates of vacancy ${row.id}`, rows: answer.candidates.length },
        })
        return { weights: weightsShown(), run: runTold(run), limited: wishers.length > MOST_PEOPLE, ...answer }
      }),
  }
}

type Read = { on: Day; tier: string; usual: boolean; detail: string }

async function readPerson(tx: Tx, ctx: Ctx, id: number, { detail, ...asked }: Read) {
  const person = (await sql.findPersonAndWish(tx, id, asked)) ?? refusePerson(id)
  const object = { kind: 'person', county: person.county, area: person.area, id }
  await recordRead(tx, ctx.actor, { action: 'people.read', object, detail, rows: 1 })
  return person
}

/** Whoever would go with them is read too, and that is logged. */
async function readCompany(tx: Tx, ctx: Ctx, asked: sql.Asked, person: sql.MaybeWisher): Promise<Company | null> {
  const company = await companyOf(tx, asked, person)
  const ids = company?.people.map(({ person_id }) => person_id) ?? []
  if (ids.length > 0)
    await recordRead(tx, ctx.actor, {
      ...{ action: 'people.list', object: { kind: 'person', ids }, detail: 'company of offers', rows: ids.length },
    })
  return company
}

const snapshotShown = ({ takenAt, rows, packed }: Snapshot) => ({
  ...{ takenAt: takenAt.toISOString(), vacancies: rows.size, leftOut: packed.leftOut.length },
})

const weightsShown = (): Reply<typeof offersApi.listOffers>['weights'] => {
  const { version, assumption, wage } = shippedWeights()
  return {
    version,
    wageStep: wage.step ?? 1,
    assumption: assumption
      ? { zh: '分值没有来源，为假设', en: 'No source states the points: they are an assumption' }
      : null,
  }
}
