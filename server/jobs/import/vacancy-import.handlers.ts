import type { Handlers, Reply } from '#domain/base/route.ts'
import type { vacancyImportApi } from '#domain/jobs/import/vacancy-import.api.ts'
import { occupationWords, UNTOLD_OCCUPATION } from '#domain/jobs/import/vacancy-of-row.ts'
import type { Plan } from '#domain/plan/indicator.ts'
import type { Ctx } from '../../context.ts'
import type { Tx } from '../../db.ts'
import { askAgain, getRow, importCommands } from '../../lists/wizard/import-command.ts'
import { reviseRows, rowsRefusedFor } from '../../lists/wizard/revise-rows.sql.ts'
import type { Import } from '../../lists/work/import.sql.ts'
import { listOf } from '../../lists/work/import-work.ts'
import { jobData } from '../job-data.ts'
import { occupationOffers } from '../occupation-offers.ts'
import { wrongOccupation } from '../vacancy/vacancy-refusals.ts'
import { rememberOccupations } from './occupation-word.sql.ts'

const OFFERED = 6

/** What rows of a list of vacancies mean where their words do not tell it. */
export function vacancyImportHandlers({
  plan,
  nudge,
}: {
  plan: Plan
  nudge(): void
}): Handlers<typeof vacancyImportApi, Ctx> {
  const command = importCommands(nudge)
  return {
    listUntoldOccupations: ({ params }, ctx) =>
      ctx.asPost(async (tx) => {
        const rows = await untoldRows(tx, await getRow(tx, params.id), plan)
        return { untold: [...Map.groupBy(rows, ({ words }) => words)].map(([words, told]) => untoldView(words, told)) }
      }),
    chooseOccupations: (input, ctx) =>
      command(ctx, 'decide', input, async (tx, row) => {
        const { chosen } = input.body
        for (const { occupation } of chosen)
          if (!jobData().occupations.byCode.has(occupation)) wrongOccupation(occupation)
        const said = new Set(chosen.map(({ words }) => words))
        const rows = (await untoldRows(tx, row, plan)).filter(({ words }) => said.has(words))
        await rememberOccupations(tx, chosen, {
          ...{ county: row.county, area: ctx.post.scope.lo, post: ctx.post.id, now: ctx.now },
        })
        if (rows.length > 0) {
          await reviseRows(
            tx,
            row,
            rows.map((each) => each.row),
          )
          await askAgain(tx, row, ctx.now)
        }
        return { rows: rows.length }
      }),
  }
}

type Untold = { row: number; words: string; parts: string[] }

/** Rows that were refused because nothing tells the occupation, with what they call the job. */
async function untoldRows(tx: Tx, row: Import, plan: Plan): Promise<Untold[]> {
  if (row.list === null) return []
  const { columns } = listOf(plan, row.list)
  const refused = await rowsRefusedFor(tx, row, UNTOLD_OCCUPATION)
  return refused.map(({ row: at, values }) => {
    const cells = new Map(columns.map(({ key }, i) => [key, values[i] ?? null] as const))
    const parts = ['trade', 'title'].flatMap((key) => cells.get(key) ?? [])
    return { row: at, words: occupationWords(cells), parts }
  })
}

function untoldView(
  words: string,
  rows: readonly Untold[],
): Reply<typeof vacancyImportApi.listUntoldOccupations>['untold'][number] {
  const offers = rows[0]!.parts.flatMap((part) => occupationOffers(part, OFFERED))
  const first = new Map(offers.toReversed().map((offer) => [offer.code, offer]))
  return { words, rows: rows.length, first: rows[0]!.row, offers: [...first.values()].toReversed().slice(0, OFFERED) }
}
