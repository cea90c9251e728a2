import type { Handlers } from '#domain/base/route.ts'
import type { listsApi } from '#domain/lists/lists.api.ts'
import type { Plan } from '#domain/plan/indicator.ts'
import { opensFiles } from '#domain/plan/list.ts'
import type { Ctx } from '../../context.ts'
import type { Tx } from '../../db.ts'
import { findImport, type Import, importsById, listImports, mendingImports, sameFile } from '../work/import.sql.ts'
import { refuseDiscarded, refuseImport } from '../work/import-work.ts'
import { findingsOfRows, takenSince } from './findings-of-rows.ts'
import { broughtView, importView, namedView } from './import-view.ts'
import { inspectionView } from './inspection-view.ts'
import { rowViews } from './row-view.ts'
import { outcomePage, type Wanted, warningsOf } from './rows.sql.ts'

type Reading = 'listLists' | 'listImports' | 'getImport' | 'inspectImport' | 'listImportRows' | 'listImportFindings'

/** What screens ask of imports: nothing is changed. */
export function importReading(given: {
  plan: Plan
  dataDir: string
  on: string
}): Handlers<Pick<typeof listsApi, Reading>, Ctx> {
  const { plan, on } = given
  return {
    listLists: async () => ({
      lists: plan.lists.map((list) => ({
        ...{ key: list.key, name: list.name, origin: list.origin, subject: list.subject, opensFiles: opensFiles(list) },
        columns: list.columns.map(({ key, label, required }) => ({ key, label, required })),
      })),
    }),
    listImports: ({ query }, ctx) =>
      ctx.asPost(async (tx) => {
        const limit = query.limit ?? 50
        const after = query.after === undefined ? undefined : Number(query.after)
        const rows = await listImports(tx, { after, limit })
        const imports = []
        for (const row of rows) imports.push(await importView(tx, row, plan, ctx.now))
        return { imports, next: rows.length < limit ? null : String(rows.at(-1)!.id) }
      }),
    getImport: ({ params }, ctx) =>
      ctx.asPost(async (tx) => {
        const row = await getRow(tx, params.id)
        const [mended] = row.mends === null ? [] : await importsById(tx, [row.mends])
        return {
          import: await importView(tx, row, plan, ctx.now),
          sameFile: (await sameFile(tx, row.file_hash, row.id)).map(broughtView),
          mends: mended ? namedView(mended) : null,
          mendedBy: (await mendingImports(tx, row.id)).map(namedView),
        }
      }),
    inspectImport: async ({ params }, ctx) => {
      const row = await ctx.asPost((tx) => getRow(tx, params.id))
      if (row.discarded_at !== null) refuseDiscarded()
      return inspectionView(row, given, ctx)
    },
    listImportRows: ({ params, query }, ctx) =>
      ctx.asPost(async (tx) => {
        const row = await getRow(tx, params.id)
        const limit = query.limit ?? 50
        const after = query.after === undefined ? 0 : Number(query.after)
        const page = { after: Number.isFinite(after) ? after : 0, limit }
        const rows = await outcomePage(tx, row, wantedOf(query, row), page)
        const warned = await warningsOf(
          tx,
          row,
          rows.map((each) => each.row),
        )
        const next = rows.length < limit ? null : String(rows.at(-1)!.row)
        return { rows: await rowViews(tx, rows, plan, warned), next }
      }),
    listImportFindings: ({ params }, ctx) =>
      ctx.asPost(async (tx) => {
        const row = await getRow(tx, params.id)
        const findings = await findingsOfRows(tx, row, plan, on)
        return { findings: findings ?? [], asked: findings !== undefined }
      }),
  }
}

const getRow = async (tx: Tx, id: number): Promise<Import> => (await findImport(tx, id)) ?? refuseImport()

const wantedOf = ({ outcome, finding }: { outcome?: Wanted['outcome']; finding?: string }, row: Import): Wanted => ({
  outcome,
  finding: finding === undefined ? undefined : { key: finding, since: takenSince(row) },
})
