import { can } from '#domain/access/permission.ts'
import { isDay } from '#domain/base/date.ts'
import type { Handlers, Input } from '#domain/base/route.ts'
import type { corridorApi } from '#domain/jobs/corridor/corridor.api.ts'
import { CITY, contains, countyOf, levelOf, subtree } from '#domain/places/area.ts'
import { findProvince } from '#domain/places/provinces.ts'
import type { Ctx } from '../../../context.ts'
import type { Tx } from '../../../db.ts'
import type { CountyCounts } from '../../../people/count/county-counts.ts'
import type { PeopleGiven } from '../../../people/list/people-given.ts'
import { areaNames } from '../../../places/area-names.ts'
import { listBatchLines } from '../batch/batch-lines.ts'
import { countDue } from '../traveller/follow-ups.ts'
import { type Agreement, agreementsOf, getAgreement } from './agreements.ts'
import { readArea } from './asked-area.ts'
import { audited, command, recorded } from './command.ts'
import { insertRow, untiedVacancies, vacancyToTie } from './corridor.sql.ts'
import { agreementLine, agreementView, chosenYear, creditedOf, yearsOf } from './corridor-page.ts'
import * as refuse from './corridor-refusals.ts'

/** Agreements and their orders: found, read, entered; each act once for its client id, and audited. */
export function agreementHandlers(given: PeopleGiven & { counts: CountyCounts }): Handlers<typeof corridorApi, Ctx> {
  return {
    listCorridors: async ({ query }, ctx) => {
      const plan = given.plan()
      const today = (await given.defaults()).on
      const { asked, agreements } = await ctx.asPost(async (tx) => ({
        asked: await readArea(tx, query, ctx, today),
        agreements: await agreementsOf(tx, plan),
      }))
      const years = [chosenYear(asked)]
      const credited = await creditedOf(ctx, given.counts, { plan, asked }, { agreements, years })
      return ctx.asPost(async (tx) => {
        const corridors = []
        for (const agreement of agreements)
          corridors.push(await agreementLine(tx, agreement, { plan, asked, credited }))
        const seen = { units: asked.units, agreements }
        const leaving = await listBatchLines(tx, { ...seen, state: 'planned' })
        const unconfirmed = await listBatchLines(tx, { ...seen, state: 'left' })
        const due = can(ctx.post, 'people.list').allowed ? await countDue(tx, plan, asked) : 0
        return { asOf: { on: asked.clocks.on }, area: asked.area, corridors, leaving, unconfirmed, due }
      })
    },
    getCorridor: async ({ params, query }, ctx) => {
      const plan = given.plan()
      const today = (await given.defaults()).on
      const { asked, agreement } = await ctx.asPost(async (tx) => ({
        asked: await readArea(tx, query, ctx, today),
        agreement: await getAgreement(tx, plan, params.key),
      }))
      const years = [...new Set([...yearsOf(agreement, { plan, asked }), chosenYear(asked, query.year)])]
      const credited = await creditedOf(ctx, given.counts, { plan, asked }, { agreements: [agreement], years })
      return ctx.asPost(async (tx) => {
        const canRecord = can(ctx.post, 'jobs.record').allowed
        const untied = canRecord ? await untiedVacancies(tx, ctx.post.scope, asked.clocks.on) : []
        return {
          ...(await agreementView(tx, agreement, { plan, asked, credited, year: query.year, post: ctx.post })),
          untied: untied.map(({ id, title, employer }) => ({ vacancy: id, title, employer })),
          canRecord,
          entered: canRecord ? enteredBy(agreement, ctx) : null,
        }
      })
    },
    recordCorridor: ({ body }, ctx) =>
      command(ctx, 'recordCorridor', { params: {}, body }, async (tx) => {
        const area = ctx.post.area ?? refuse.noArea()
        await checkAgreement(tx, body, area)
        const said = { county: countyOf(area), area, ...agreementOf(body), ...recorded(ctx) }
        const id = await insertRow(tx, 'corridor', said)
        await audited(tx, ctx, { kind: 'corridor', area, id }, 'recordCorridor')
        return { key: `c${id}` }
      }),
    recordOrder: ({ params, body }, ctx) =>
      command(ctx, 'recordOrder', { params, body }, async (tx) => {
        const { key } = await getAgreement(tx, given.plan(), params.key)
        if (!isDay(body.wantedBy)) refuse.wrongDay('wantedBy')
        const vacancy = await heldVacancy(tx, body.vacancy, ctx)
        const { county, area } = vacancy
        const id = await insertRow(tx, 'corridor_order', {
          ...{ county, area, vacancy_id: body.vacancy, corridor: key, wanted_by: body.wantedBy },
          ...{ receiver: body.receiver.trim(), ...recorded(ctx) },
        })
        await audited(tx, ctx, { kind: 'corridor_order', area, id }, 'recordOrder')
        return { id }
      }),
  }
}

type Entered = Input<typeof corridorApi.recordCorridor>['body']
/** What an officer says of an agreement, as the ledger keeps it. */
export const agreementOf = (body: Entered) => ({
  ...{ name: body.name.trim(), receiving: body.receiving, receiver: body.receiver.trim() },
  ...{ year_from: body.yearFrom, year_to: body.yearTo ?? null, document: body.document.trim() },
  ...{ task_people: body.taskPeople ?? null, task_lifted: body.taskLifted ?? null },
})

/** The row of an agreement that the acting post may correct. */
function enteredBy({ row }: Agreement, { post }: Ctx) {
  if (!row || post.area === null || !contains(post.area, row.area)) return null
  return { knownFrom: row.known_from, taskPeople: row.task_people, taskLifted: row.task_lifted }
}

/** Refuses places, years and tasks that cannot be, of an agreement that a unit enters or corrects. */
export async function checkAgreement(tx: Tx, body: Entered, own: number): Promise<void> {
  const { receiving, yearFrom, yearTo, taskPeople, taskLifted } = body
  const within = contains(CITY, receiving)
  const named = within ? levelOf(receiving) > 1 && (await areaNames(tx)).find(receiving) !== undefined : undefined
  if (!(named ?? (levelOf(receiving) === 1 && findProvince(receiving) !== undefined))) refuse.wrongPlace()
  if (contains(own, receiving) || contains(receiving, own)) refuse.wrongPlace()
  if (yearTo !== undefined && yearTo < yearFrom) refuse.wrongYears()
  if (taskLifted !== undefined && (taskPeople === undefined || taskLifted > taskPeople)) refuse.wrongTask()
}

/** A vacancy of kind corridor that the post holds and no order ties; refused otherwise. */
async function heldVacancy(tx: Tx, id: number, ctx: Ctx): Promise<{ county: number; area: number }> {
  const row = await vacancyToTie(tx, id)
  const { lo, hi } = ctx.post.area === null ? { lo: 0, hi: 0 } : subtree(ctx.post.area)
  if (row?.kind !== 'corridor' || row.area < lo || row.area >= hi) return refuse.noVacancy()
  return row.tied ? refuse.tied() : row
}
