import { createHash } from 'node:crypto'
import type { Reply } from '#domain/base/route.ts'
import { isReasons, mendedBy } from '#domain/lists/file/refused-workbook.ts'
import { titleDay } from '#domain/lists/file/title-day.ts'
import type { InspectedSheet, ReadChoice } from '#domain/lists/inspection.ts'
import type { listsApi } from '#domain/lists/lists.api.ts'
import type { Plan } from '#domain/plan/indicator.ts'
import type { Ctx } from '../../context.ts'
import type { Tx } from '../../db.ts'
import { inspectFile } from '../reading/read-list.ts'
import { findImport, type Import } from '../work/import.sql.ts'
import { importPath } from '../work/keep-file.ts'
import { namedView } from './import-view.ts'
import { rememberedMapping } from './rows.sql.ts'

type View = Reply<typeof listsApi.inspectImport>
type Given = { plan: Plan; dataDir: string }
/** Columns by their heading, as they were told once. */
type Told = Readonly<Record<string, string | null>>

/** What a file is found to be. Refused rows of an earlier import that come back mended are read as that was: nothing is asked again. */
export async function inspectionView(row: Import, { plan, dataDir }: Given, ctx: Ctx): Promise<View> {
  const path = importPath(dataDir, row.id)
  let found = await inspectFile(path, plan.lists)
  const mended = await ctx.asPost((tx) => findMended(tx, row, found.sheets))
  const list = mended && plan.lists.find(({ key }) => key === mended.from.list)
  const sheet = mended && found.sheets.find(({ name }) => name === mended.sheet)
  if (list && sheet?.candidates[0]?.list !== list.key) found = await inspectFile(path, [list])
  return ctx.asPost(async (tx) => {
    const sheets: View['sheets'] = []
    for (const each of found.sheets) {
      const from = each.name === mended?.sheet ? mended.from : undefined
      const says = each.says ?? titleDay([row.file_name])
      sheets.push(sheetView({ ...each, says }, from ? toldBefore(each, from) : await toldOnce(tx, each)))
    }
    return { format: found.format, mends: mended && list ? mendsView(mended, list.key) : null, sheets }
  })
}

type Mended = { from: Import; sheet: string }
async function findMended(tx: Tx, row: Import, sheets: readonly InspectedSheet[]): Promise<Mended | undefined> {
  for (const { name } of sheets) {
    const id = mendedBy(name)
    const from = id === undefined || id === row.id ? undefined : await findImport(tx, id)
    if (from) return { from, sheet: name }
  }
  return undefined
}

const mendsView = ({ from, sheet }: Mended, list: string): View['mends'] => ({
  ...namedView(from),
  ...{ list, on: from.as_of, sheet },
})

/** The columns stand where they stood in the file that was read first. */
function toldBefore({ columns }: InspectedSheet, { choice }: Import): Told {
  const mapping = (choice as ReadChoice).mapping ?? {}
  return Object.fromEntries(columns.flatMap(({ heading }, i) => (i in mapping ? [[heading, mapping[i] ?? null]] : [])))
}

async function toldOnce(tx: Tx, { candidates, columns }: InspectedSheet): Promise<Told> {
  const best = candidates[0]?.list
  return best === undefined ? {} : rememberedMapping(tx, best, headingsHash(columns.map(({ heading }) => heading)))
}

const sheetView = (sheet: InspectedSheet, told: Told): View['sheets'][number] => ({
  ...sheet,
  headRows: sheet.headRows === null ? null : [...sheet.headRows],
  columns: sheet.columns.map((column) => ({
    ...column,
    remembered: column.heading in told,
    reasons: isReasons(column.heading),
    column: column.heading in told ? (told[column.heading] ?? null) : column.column,
  })),
})

/** The same headings in any order are the same list, with or without a column of reasons. */
export const headingsHash = (headings: readonly string[]): Buffer =>
  createHash('sm3')
    .update(JSON.stringify(headings.filter((heading) => !isReasons(heading)).sort()))
    .digest()
