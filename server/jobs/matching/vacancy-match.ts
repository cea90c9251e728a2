import type { MatchRunRow } from '#db/types.ts'
import { fail } from '#domain/base/fail.ts'
import type { Reply } from '#domain/base/route.ts'
import { standingOf } from '#domain/jobs/explained/for-person.ts'
import type { matchingApi } from '#domain/jobs/matching/matching.api.ts'
import type { Tiers } from '#domain/jobs/tiers/tiers.ts'
import type { Tx } from '../../db.ts'
import { areaNames } from '../../places/area-names.ts'
import { vacancyLine } from '../vacancy/vacancy-view.ts'
import { matchVacancies, proposedTo, vacanciesById, vacanciesOf } from './result.sql.ts'
import { tierNames } from './run-view.ts'

type Result = NonNullable<Reply<typeof matchingApi.getVacancyMatch>['result']>
type Vacancies = Reply<typeof matchingApi.listMatchVacancies>
type Page = { after?: string | undefined; limit?: number | undefined }
const PAGE = 50

const cutOffOf = (cutOff: number | null) => (cutOff === null ? null : standingOf(cutOff))

/** Vacancies of a run with what was given of each, by ledger id. */
export async function vacanciesOfRun(
  tx: Tx,
  run: MatchRunRow,
  { after, limit = PAGE, part }: Page & { part?: 'left' | 'full' | undefined },
): Promise<Vacancies> {
  const rows = await vacanciesOf(tx, run.id, { part, after: idAfter(after), limit: limit + 1 })
  const shown = rows.slice(0, limit)
  const known = await vacanciesById(
    tx,
    shown.map((row) => row.vacancy_id),
  )
  const names = await areaNames(tx)
  return {
    vacancies: shown.flatMap(({ vacancy_id, openings, given, back_ups, cut_off }) => {
      const vacancy = known.get(vacancy_id)
      if (!vacancy) return []
      const line = vacancyLine(vacancy, { on: run.on_day, names })
      return { vacancy: line, openings, given, backUps: back_ups, cutOff: cutOffOf(cut_off) }
    }),
    tierNames: tierNames(run.tiers as Tiers),
    next: rows.length > limit ? String(shown.at(-1)!.vacancy_id) : null,
  }
}

/** A vacancy's cut-off, and whom of the post's area it is proposed to; undefined where the run did not know it. */
export async function vacancyMatch(
  tx: Tx,
  run: MatchRunRow,
  vacancy: number,
  { after, limit = PAGE }: Page,
): Promise<Result | undefined> {
  const [row] = await matchVacancies(tx, run.id, [vacancy])
  if (!row) return undefined
  const found = await proposedTo(tx, run.id, vacancy, { after: placeAfter(after), limit: limit + 1 })
  const shown = found.slice(0, limit)
  const last = shown.at(-1)
  const names = await areaNames(tx)
  return {
    ...{ openings: row.openings, given: row.given, backUps: row.back_ups, cutOff: cutOffOf(row.cut_off) },
    people: shown.map(({ person_id, name, area, rank, points, priority }) => ({
      ...{ person: person_id, name: name ?? '—', areaName: names.pathOf(area), rank, points },
      standing: standingOf(priority),
    })),
    next: found.length > limit && last ? `${last.rank > 1 ? 1 : 0}:${-last.priority}:${last.person_id}` : null,
    tierNames: tierNames(run.tiers as Tiers),
  }
}

export const idAfter = (after: string | undefined): number =>
  after === undefined ? 0 : /^\d{1,15}$/.test(after) ? Number(after) : refusePage()

function placeAfter(after: string | undefined) {
  if (after === undefined) return { isBackUp: -1, before: 0, id: 0 }
  const [, isBackUp, before, id] = /^([01]):(-?\d{1,10}):(\d{1,15})$/.exec(after) ?? refusePage()
  return { isBackUp: Number(isBackUp), before: Number(before), id: Number(id) }
}

function refusePage(): never {
  return fail('jobs.page.unknown', {
    zh: '翻页位置无效。请回到清单第一页。',
    en: 'There is no such page. Go back to the first page of the list.',
  })
}
