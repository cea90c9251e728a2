import type { Handlers, Input } from '#domain/base/route.ts'
import { isReasons } from '#domain/lists/file/refused-workbook.ts'
import { type ImportDates, workLeft } from '#domain/lists/import-state.ts'
import type { ReadChoice } from '#domain/lists/inspection.ts'
import type { listsApi } from '#domain/lists/lists.api.ts'
import type { Plan } from '#domain/plan/indicator.ts'
import type { Ctx } from '../../context.ts'
import type { Tx } from '../../db.ts'
import { changeImport, forgetRows, type Import } from '../work/import.sql.ts'
import { listOf } from '../work/import-work.ts'
import { forgetFile } from '../work/keep-file.ts'
import { recordDecisions } from './decide-rows.ts'
import { ask, askAgain, importCommands, refuseState, type Work } from './import-command.ts'
import { importReading } from './import-reading.handlers.ts'
import { headingsHash } from './inspection-view.ts'
import { rememberMapping } from './rows.sql.ts'

/** `on`: the day that findings are asked on. */
export type ListsGiven = { plan: Plan; dataDir: string; on: string; nudge(): void }
type Command = { params: { id: number }; body: { clientId: string } }

/** Bringing lists in: what is asked is noted, each once for its client id; a process of its own does it. */
export function listsHandlers(given: ListsGiven): Handlers<typeof listsApi, Ctx> {
  const { plan, dataDir, nudge } = given
  const command = importCommands(nudge)
  const asks = (ctx: Ctx, name: Parameters<typeof command>[1], input: Command, workOf: (row: Import) => Work) =>
    command(ctx, name, input, async (tx, row) => {
      await ask(tx, row, workOf(row), ctx.now)
      return { id: row.id }
    })
  return {
    ...importReading(given),
    readImport: (input, ctx) =>
      command(ctx, 'read', input, async (tx, row) => {
        await chooseReading(tx, row, input.body, { plan, ctx })
        await ask(tx, row, 'read', ctx.now)
        return { id: row.id }
      }),
    decideImportRows: (input, ctx) =>
      command(ctx, 'decide', input, async (tx, row) => {
        const decided = await recordDecisions(tx, row, { said: input.body.decisions, plan, post: ctx.post.id })
        await askAgain(tx, row, ctx.now)
        return { decided }
      }),
    applyImport: (input, ctx) => asks(ctx, 'apply', input, () => 'apply'),
    resumeImport: (input, ctx) => asks(ctx, 'resume', input, (row) => workLeft(row as ImportDates) ?? refuseState()),
    discardImport: async (input, ctx) => {
      const done = await command(ctx, 'discard', input, async (tx, row) => {
        await forgetRows(tx, row)
        await changeImport(tx, row, { discarded_at: ctx.now.toISOString() })
        return { id: row.id }
      })
      await forgetFile(dataDir, done.id)
      return done
    },
    undoImport: (input, ctx) => asks(ctx, 'undo', input, () => 'undo'),
    stopImport: (input, ctx) =>
      command(ctx, 'stop', input, async (tx, row) => {
        await changeImport(tx, row, { asked: null, stopped_at: ctx.now.toISOString() })
        return { id: row.id }
      }),
  }
}

type Chosen = Input<typeof listsApi.readImport>['body']

/** How the file is to be read; columns told by hand are remembered under these headings. */
async function chooseReading(
  tx: Tx,
  row: Import,
  { list: key, on, sheet, headRows, hiddenRows, mapping }: Chosen,
  { plan, ctx }: { plan: Plan; ctx: Ctx },
): Promise<void> {
  const list = listOf(plan, key)
  const told = (mapping ?? []).map(({ place, column }) => [place, column] as const)
  const choice: ReadChoice = {
    ...(sheet !== undefined && { sheet }),
    ...(headRows && { headRows: headRows as [number, number] }),
    ...(hiddenRows !== undefined && { hiddenRows }),
    ...(mapping && { mapping: Object.fromEntries(told) }),
  }
  await forgetRows(tx, row)
  await changeImport(tx, row, { list: key, rank: list.rank, as_of: on, choice, mends: null })
  if (!mapping || mapping.length === 0) return
  const meant = mapping.filter(({ heading }) => !isReasons(heading))
  await rememberMapping(tx, {
    ...{ county: row.county, area: ctx.post.scope.lo, list: key, post: ctx.post.id, now: ctx.now },
    headings: headingsHash(meant.map(({ heading }) => heading)),
    mapping: Object.fromEntries(meant.map(({ heading, column }) => [heading, column])),
  })
}
