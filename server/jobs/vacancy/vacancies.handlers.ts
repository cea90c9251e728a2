import { isDay } from '#domain/base/date.ts'
import type { Handlers, Reply } from '#domain/base/route.ts'
import { checkVacancy } from '#domain/jobs/vacancy/check-vacancy.ts'
import type { vacancyApi } from '#domain/jobs/vacancy/vacancy.api.ts'
import { mayDo, stateOn, type VacancyAct } from '#domain/jobs/vacancy/vacancy.ts'
import { contains, countyOf } from '#domain/places/area.ts'
import { noteAuditWritten, recordWrite } from '../../access/audit.ts'
import { dayInChina } from '../../access/session.ts'
import type { Ctx } from '../../context.ts'
import type { Tx } from '../../db.ts'
import { nextLedgerId } from '../../people/identity/open-file.sql.ts'
import { once } from '../../people/once.ts'
import { areaNames } from '../../places/area-names.ts'
import { jobData } from '../job-data.ts'
import { occupationOffers } from '../occupation-offers.ts'
import { listVacancies, type VacanciesGiven, viewVacancy } from './read-vacancies.ts'
import {
  type Change,
  countPlaced,
  findVacancy,
  insertVacancy,
  type Kept,
  sealedPhone,
  supersedeVacancy,
  type Vacancy,
} from './vacancy.sql.ts'
import { noteVacancyChanged } from './vacancy-changes.ts'
import * as refuse from './vacancy-refusals.ts'
import { checkFacts, columnsOf, minimumOn, phoneColumns, termColumns } from './vacancy-rows.ts'
import { standingOf } from './vacancy-view.ts'

type Done = Reply<typeof vacancyApi.recordVacancy>
const NOW_KNOWN = { on: '', knownAt: null }

/** Vacancies: found, read, entered, corrected, refreshed, taken, closed; each act once for its client id, and audited. No figure, need or finding reads them, so the ledger's head stays. */
export function vacancyHandlers(given: VacanciesGiven): Handlers<typeof vacancyApi, Ctx> {
  return {
    findOccupations: async ({ query }) => ({ offers: occupationOffers(query.text) }),
    listVacancies: ({ query }, ctx) => ctx.asPost((tx) => listVacancies(tx, query, given)),
    getVacancy: ({ params, query }, ctx) => ctx.asPost((tx) => viewVacancy(tx, params.id, query, { ctx, given })),
    checkVacancy: async ({ body }, { now }) => {
      const minimum = minimumOn(given.plan(), body.from ?? dayInChina(now))
      return { checks: checkVacancy(body, { conditions: jobData().conditions, minimum }) }
    },
    recordVacancy: ({ body }, ctx) =>
      command(ctx, 'recordVacancy', { params: {}, body }, async (tx) => {
        const { facts } = body
        const area = (await checkFacts(tx, facts, given.plan())) ?? ctx.post.area ?? refuse.noArea()
        const place = { county: countyOf(area), area, id: await nextLedgerId(tx) }
        const kept = await insertVacancy(tx, {
          ...{ ...place, ...columnsOf(facts), taken: 0 },
          ...termColumns(given.plan(), facts.from, facts.workTo ?? null),
          ...{ phone_cipher: null, phone_mask: null, ...phoneColumns(given.crypto, place, facts.phone) },
          ...{ known_from: ctx.now.toISOString(), source: 'officer', recorded_by: ctx.post.id },
        })
        return { kept, area, fields: Object.keys(facts) }
      }),
    changeVacancy: ({ params, body }, ctx) =>
      onVacancy(ctx, 'change', { params, body }, async (tx, row) => {
        const { facts } = body
        await checkFacts(tx, facts, given.plan())
        if (facts.openings < row.taken) refuse.tooMany(facts.openings)
        const change = {
          ...{
            ...columnsOf(facts),
            ...termColumns(given.plan(), later(facts.from, row.refreshed_on), facts.workTo ?? null),
          },
          ...phoneColumns(given.crypto, row, facts.phone),
        }
        return { change, why: 'correction' }
      }),
    refreshVacancy: ({ params, body }, ctx) =>
      onVacancy(ctx, 'refresh', { params, body }, async (_, row) => {
        checkDay(body.on, row.refreshed_on, ctx.now)
        if (row.work_to !== null && row.work_to <= body.on) refuse.workOver(row.work_to)
        return { change: termColumns(given.plan(), body.on, row.work_to), why: 'refreshed' }
      }),
    takeOpenings: ({ params, body }, ctx) =>
      onVacancy(ctx, 'take', { params, body }, async (tx, row) => {
        if (body.taken > row.openings) refuse.tooMany(row.openings)
        if (body.taken < row.taken) {
          const placed = await countPlaced(tx, row)
          if (body.taken < placed) refuse.tooFew(placed)
        }
        return { change: { taken: body.taken }, why: 'taken' }
      }),
    closeVacancy: ({ params, body }, ctx) =>
      onVacancy(ctx, 'close', { params, body }, async (_, row) => {
        // One that has not begun is withdrawn on the day it would have.
        if (body.on !== row.valid_from) checkDay(body.on, row.valid_from, ctx.now)
        return { change: { valid_to: body.on, close_reason: body.reason }, why: 'ended' }
      }),
    revealVacancyPhone: ({ params, body }, ctx) => revealPhone(params.id, body.reason, ctx, given),
  }
}

const later = (one: string, other: string): string => (one > other ? one : other)

const checkDay = (on: string, least: string, now: Date): void => {
  if (!isDay(on) || on < least || on > dayInChina(now)) refuse.wrongDay(on, least)
}

async function revealPhone(id: number, reason: string, ctx: Ctx, { crypto }: VacanciesGiven) {
  if (reason.trim().length < 4) refuse.noReason()
  const { row, cipher } = await ctx.asPost(async (tx) => {
    const found = (await findVacancy(tx, id, NOW_KNOWN)) ?? refuse.absent()
    return { row: found, cipher: await sealedPhone(tx, found, reason.trim(), ctx.actor.requestId) }
  })
  noteAuditWritten()
  return { value: cipher === null ? null : crypto.open('vacancy.phone', row.county, row.id, cipher) }
}

type Acted = { kept: Kept; area: number; fields: string[] }
type Sent = { params: object; body: { clientId: string } }
type Changed = { change: Change; why: string }

async function command(
  ctx: Ctx,
  name: string,
  { params, body }: Sent,
  work: (tx: Tx) => Promise<Acted>,
): Promise<Done> {
  const sent = { clientId: body.clientId, post: ctx.post.id, name, body: { params, body }, now: ctx.now }
  const done = await ctx.asPost((tx) =>
    once(tx, sent, async () => {
      const { kept, area, fields } = await work(tx)
      await recordWrite(tx, ctx.actor, {
        action: 'jobs.record',
        object: { kind: 'vacancy', county: countyOf(area), area, id: kept.id },
        ...{ fields, detail: name, rows: 1 },
      })
      return { id: kept.id, knownFrom: kept.known_from }
    }),
  )
  noteVacancyChanged(done.id)
  return done
}

/** On a vacancy that the post holds, whose state allows it, in the version that was seen. */
function onVacancy(
  ctx: Ctx,
  act: VacancyAct,
  sent: { params: { id: number }; body: { clientId: string; knownFrom: string; on?: string } },
  work: (tx: Tx, row: Vacancy) => Promise<Changed>,
): Promise<Done> {
  return command(ctx, `${act}Vacancy`, sent, async (tx) => {
    const row = (await findVacancy(tx, sent.params.id, NOW_KNOWN)) ?? refuse.absent()
    if (ctx.post.area === null || !contains(ctx.post.area, row.area))
      refuse.notHeld((await areaNames(tx)).pathOf(row.area))
    // What is closed stays closed, whatever day the act speaks of.
    const day = row.valid_to ?? later(sent.body.on ?? row.refreshed_on, row.valid_from)
    if (!mayDo(act, stateOn(standingOf(row), day))) refuse.impossible()
    const { change, why } = await work(tx, row)
    const seen = { county: row.county, id: row.id, knownFrom: sent.body.knownFrom }
    const kept = await supersedeVacancy(tx, seen, { ...change, recorded_by: ctx.post.id }, { now: ctx.now, why })
    return { kept: kept ?? refuse.stale(), area: row.area, fields: Object.keys(change) }
  })
}
