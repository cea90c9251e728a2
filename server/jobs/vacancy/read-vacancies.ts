import { can } from '#domain/access/permission.ts'
import { fail } from '#domain/base/fail.ts'
import type { Input, Reply } from '#domain/base/route.ts'
import type { vacancyApi } from '#domain/jobs/vacancy/vacancy.api.ts'
import { subtree } from '#domain/places/area.ts'
import type { Ctx } from '../../context.ts'
import type { Tx } from '../../db.ts'
import type { PeopleGiven } from '../../people/list/people-given.ts'
import { areaNames } from '../../places/area-names.ts'
import { findSite } from '../../places/site.sql.ts'
import { findVacancy, listVacancyRows } from './vacancy.sql.ts'
import * as refuse from './vacancy-refusals.ts'
import { minimumOn } from './vacancy-rows.ts'
import { nameOf, vacancyLine, vacancyView } from './vacancy-view.ts'

const PAGE = 50

export type VacanciesGiven = Pick<PeopleGiven, 'plan' | 'defaults' | 'crypto'>

/** A page of vacancies, newest first: offers are public, so every post sees those of all units. */
export async function listVacancies(
  tx: Tx,
  query: Input<typeof vacancyApi.listVacancies>['query'],
  given: VacanciesGiven,
): Promise<Reply<typeof vacancyApi.listVacancies>> {
  const clocks = { on: query.on ?? (await given.defaults()).on, knownAt: query.knownAt ?? null }
  const limit = query.limit ?? PAGE
  const names = await areaNames(tx)
  const rows = await listVacancyRows(
    tx,
    {
      ...{ open: query.state !== 'all', kind: query.kind, occupation: query.occupation, text: query.text?.trim() },
      place: query.place === undefined ? undefined : subtree(query.place),
      ...{ after: readAfter(query.after), limit: limit + 1 },
    },
    clocks,
  )
  const shown = rows.slice(0, limit)
  const last = shown.at(-1)
  return {
    asOf: { on: clocks.on },
    vacancies: shown.map((row) => vacancyLine(row, { on: clocks.on, names })),
    next: rows.length > limit && last ? `${last.valid_from}:${last.id}` : null,
    occupationName: query.occupation === undefined ? null : nameOf(query.occupation),
  }
}

function readAfter(after: string | undefined): { from: string; id: number } | undefined {
  if (after === undefined) return undefined
  const [, from, id] = /^(\d{4}-\d{2}-\d{2}):(\d{1,15})$/.exec(after) ?? []
  if (from !== undefined && id !== undefined) return { from, id: Number(id) }
  return fail('jobs.page.unknown', {
    zh: '翻页位置无效。请回到清单第一页。',
    en: 'There is no such page. Go back to the first page of the list.',
  })
}

/** One vacancy on a day; what may be done with it follows from the post, what is unknown from today's plan. */
export async function viewVacancy(
  tx: Tx,
  id: number,
  query: Input<typeof vacancyApi.getVacancy>['query'],
  { ctx, given }: { ctx: Ctx; given: VacanciesGiven },
): Promise<Reply<typeof vacancyApi.getVacancy>> {
  const clocks = { on: query.on ?? (await given.defaults()).on, knownAt: query.knownAt ?? null }
  const row = (await findVacancy(tx, id, clocks)) ?? refuse.absent()
  const site = row.site_id === null ? undefined : await findSite(tx, row.site_id, clocks)
  return vacancyView(row, {
    on: clocks.on,
    names: await areaNames(tx),
    post: { area: ctx.post.area, mayRecord: can(ctx.post, 'jobs.record').allowed },
    minimum: minimumOn(given.plan(), clocks.on),
    siteName: site?.name ?? null,
  })
}
