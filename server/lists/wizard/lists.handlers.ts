import { createHash } from 'node:crypto'
import { fail } from '#domain/base/fail.ts'
import type { Handlers } from '#domain/base/route.ts'
import { type ImportDates, mayAsk } from '#domain/lists/import-state.ts'
import type { ReadChoice } from '#domain/lists/inspection.ts'
import type { listsApi } from '#domain/lists/lists.api.ts'
import type { Plan } from '#domain/plan/indicator.ts'
import { recordWrite } from '../../access/audit.ts'
import type { Ctx } from '../../context.ts'
import type { Tx } from '../../db.ts'
import { once } from '../../people/once.ts'
import { inspectFile } from '../reading/read-list.ts'
import {
  changeImport,
  findImport,
  forgetMatches,
  forgetRows,
  type Import,
  listImports,
  sameFile,
} from '../work/import.sql.ts'
import { listOf, refuseImport } from '../work/import-work.ts'
import { importPath } from '../work/keep-file.ts'
import { broughtView, importView } from './import-view.ts'
import { rowViews } from './row-view.ts'
import {
  candidateRows,
  type Decision,
  decideRows,
  outcomePage,
  rememberedMapping,
  rememberMapping,
} from './rows.sql.ts'

export type ListsGiven = { plan: Plan; dataDir: string; nudge(): void }
type Command = { params: { id: number }; body: { clientId: string } }

/** Bringing lists in: what is asked is noted, each once for its client id; a process of its own does it. */
export function listsHandlers(given: ListsGiven): Handlers<typeof listsApi, Ctx> {
  const { plan, dataDir, nudge } = given
  const command = async (
    ctx: Ctx,
    name: Parameters<typeof mayAsk>[0],
    { params, body }: Command,
    act: (tx: Tx, row: Import) => Promise<void>,
  ) => {
    const asked = {
      clientId: body.clientId,
      post: ctx.post.id,
      name: `import.${name}`,
      body: { params, body },
      now: ctx.now,
    }
    const done = await ctx.asPost((tx) =>
      once(tx, asked, async () => {
        const row = await getRow(tx, params.id)
        if (!mayAsk(name, row as ImportDates)) refuseState()
        await act(tx, row)
        await recordWrite(tx, ctx.actor, {
          action: 'lists.import',
          object: { kind: 'import', county: row.county, area: row.area, id: row.id },
          detail: name,
        })
        return { id: row.id }
      }),
    )
    nudge()
    return done
  }
  const ask = (tx: Tx, row: Import, work: 'read' | 'match' | 'apply' | 'undo', now: Date) =>
    changeImport(tx, row, { asked: work, asked_at: now.toISOString(), stopped_at: null, problem: null })
  return {
    ...readingHandlers(given),
    readImport: (input, ctx) =>
      command(ctx, 'read', input, async (tx, row) => {
        const { list: key, on, sheet, headRows, hiddenRows, mapping } = input.body
        const list = listOf(plan, key)
        const told = (mapping ?? []).map(({ place, column }) => [place, column] as const)
        const choice: ReadChoice = {
          ...(sheet !== undefined && { sheet }),
          ...(headRows && { headRows: headRows as [number, number] }),
          ...(hiddenRows !== undefined && { hiddenRows }),
          ...(mapping && { mapping: Object.fromEntries(told) }),
        }
        await forgetRows(tx, row)
        await changeImport(tx, row, { list: key, rank: list.rank, as_of: on, choice })
        if (mapping && mapping.length > 0) {
          const headings = headingsHash(mapping.map(({ heading }) => heading))
          const meant = Object.fromEntries(mapping.map(({ heading, column }) => [heading, column]))
          await rememberMapping(tx, {
            county: row.county,
            area: ctx.post.scope.lo,
            list: key,
            headings,
            mapping: meant,
            post: ctx.post.id,
            now: ctx.now,
          })
        }
        await ask(tx, row, 'read', ctx.now)
      }),
    decideImportRows: async ({ params, body }, ctx) => {
      const decided = await ctx.asPost(async (tx) => {
        const row = await getRow(tx, params.id)
        if (row.asked !== null || row.undone_at !== null) refuseState()
        const files = body.decisions.flatMap(({ decision }) => (typeof decision === 'number' ? [decision] : []))
        const counties = new Map((await candidateRows(tx, files)).map(({ id, county }) => [id, county]))
        const decisions = body.decisions.map(({ row: at, decision }): Decision => {
          if (decision === 'open') return { row: at, decision: 0, county: null }
          if (decision === 'leaveOut') return { row: at, decision: -1, county: null }
          return { row: at, decision, county: counties.get(decision) ?? refuseFile() }
        })
        const n = await decideRows(tx, row, decisions, ctx.post.id)
        await recordWrite(tx, ctx.actor, {
          action: 'lists.import',
          object: { kind: 'import', county: row.county, area: row.area, id: row.id },
          detail: 'decide',
          rows: n,
        })
        if (row.applied_at === null && row.stopped_at === null) {
          await forgetMatches(tx, row)
          await ask(tx, row, 'match', ctx.now)
        }
        return n
      })
      nudge()
      return { decided }
    },
    applyImport: (input, ctx) => command(ctx, 'apply', input, (tx, row) => ask(tx, row, 'apply', ctx.now)),
    undoImport: (input, ctx) => command(ctx, 'undo', input, (tx, row) => ask(tx, row, 'undo', ctx.now)),
    stopImport: (input, ctx) =>
      command(ctx, 'stop', input, (tx, row) =>
        changeImport(tx, row, { asked: null, stopped_at: ctx.now.toISOString() }),
      ),
  }

  type Reading = Pick<typeof listsApi, 'listLists' | 'listImports' | 'getImport' | 'inspectImport' | 'listImportRows'>
  function readingHandlers(_given: ListsGiven): Handlers<Reading, Ctx> {
    return {
      listLists: async () => ({
        lists: plan.lists.map(({ key, name, origin, columns }) => ({
          ...{ key, name, origin },
          columns: columns.map(({ key: column, label, required }) => ({ key: column, label, required })),
        })),
      }),
      listImports: ({ query }, ctx) =>
        ctx.asPost(async (tx) => {
          const limit = query.limit ?? 50
          const rows = await listImports(tx, {
            after: query.after === undefined ? undefined : Number(query.after),
            limit,
          })
          const imports = []
          for (const row of rows) imports.push(await importView(tx, row, plan, ctx.now))
          return { imports, next: rows.length < limit ? null : String(rows.at(-1)!.id) }
        }),
      getImport: ({ params }, ctx) =>
        ctx.asPost(async (tx) => {
          const row = await getRow(tx, params.id)
          return {
            import: await importView(tx, row, plan, ctx.now),
            sameFile: (await sameFile(tx, row.file_hash, row.id)).map(broughtView),
          }
        }),
      inspectImport: async ({ params }, ctx) => {
        const row = await ctx.asPost((tx) => getRow(tx, params.id))
        const found = await inspectFile(importPath(dataDir, row.id), plan.lists)
        const sheets = await ctx.asPost(async (tx) => {
          const seen = []
          for (const sheet of found.sheets) {
            const best = sheet.candidates[0]?.list
            const hash = headingsHash(sheet.columns.map(({ heading }) => heading))
            const told: Record<string, string | null> =
              best === undefined ? {} : await rememberedMapping(tx, best, hash)
            const columns = sheet.columns.map((column) => ({
              ...column,
              remembered: column.heading in told,
              column: column.heading in told ? (told[column.heading] ?? null) : column.column,
            }))
            seen.push({ ...sheet, headRows: sheet.headRows === null ? null : [...sheet.headRows], columns })
          }
          return seen
        })
        return { format: found.format, sheets }
      },
      listImportRows: ({ params, query }, ctx) =>
        ctx.asPost(async (tx) => {
          const row = await getRow(tx, params.id)
          const limit = query.limit ?? 50
          const after = query.after === undefined ? 0 : Number(query.after)
          const rows = await outcomePage(tx, row, {
            outcome: query.outcome,
            after: Number.isFinite(after) ? after : 0,
            limit,
          })
          return { rows: await rowViews(tx, rows, plan), next: rows.length < limit ? null : String(rows.at(-1)!.row) }
        }),
    }
  }
}

/** The same headings in any order are the same list. */
const headingsHash = (headings: readonly string[]): Buffer =>
  createHash('sm3')
    .update(JSON.stringify([...headings].sort()))
    .digest()

export const getRow = async (tx: Tx, id: number): Promise<Import> => (await findImport(tx, id)) ?? refuseImport()

function refuseState(): never {
  return fail(
    'lists.import.notNow',
    {
      zh: '这次导入现在不能这样办：它正在处理中，或已经办完。请刷新后看当前状态。',
      en: 'This cannot be done now: the import is at work, or that is done already. Reload and look at its state.',
    },
    { status: 409 },
  )
}

function refuseFile(): never {
  return fail(
    'lists.person.gone',
    {
      zh: '选定的那份档案不在本岗位的范围内。请重新选择。',
      en: 'The file that was chosen is not within this post’s area. Choose again.',
    },
    { status: 404 },
  )
}
