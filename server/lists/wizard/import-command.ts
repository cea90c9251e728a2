import { fail } from '#domain/base/fail.ts'
import { type ImportDates, mayAsk, workLeft } from '#domain/lists/import-state.ts'
import { recordWrite } from '../../access/audit.ts'
import type { Ctx } from '../../context.ts'
import type { Tx } from '../../db.ts'
import { once } from '../../people/once.ts'
import { changeImport, findImport, type Import } from '../work/import.sql.ts'
import { refuseImport, refuseUnread } from '../work/import-work.ts'

type Act = Parameters<typeof mayAsk>[0]
type Command = { params: { id: number }; body: { clientId: string } }

/** What officers ask of an import: noted, each once for its client id, if its state allows it; then whoever does the work is told. */
export const importCommands =
  (nudge: () => void) =>
  async <T>(ctx: Ctx, name: Act, { params, body }: Command, act: (tx: Tx, row: Import) => Promise<T>): Promise<T> => {
    const { clientId } = body
    const asked = { clientId, post: ctx.post.id, name: `import.${name}`, body: { params, body }, now: ctx.now }
    const done = await ctx.asPost((tx) =>
      once(tx, asked, async () => {
        const row = await getRow(tx, params.id)
        requireMay(name, row)
        const reply = await act(tx, row)
        await recordWrite(tx, ctx.actor, {
          action: 'lists.import',
          object: { kind: 'import', county: row.county, area: row.area, id: row.id },
          detail: name,
        })
        return reply
      }),
    )
    nudge()
    return done
  }

export type Work = 'read' | 'match' | 'apply' | 'undo'
export const ask = (tx: Tx, row: Import, work: Work, now: Date) =>
  changeImport(tx, row, { asked: work, asked_at: now.toISOString(), stopped_at: null, problem: null })

/** Rows that were decided on are compared before they are taken; where the others are taken already, taken at once. */
export async function askAgain(tx: Tx, row: Import, now: Date): Promise<void> {
  if (row.applied_at !== null) return ask(tx, row, 'apply', now)
  await changeImport(tx, row, { matched_at: null })
  await ask(tx, row, 'match', now)
}

/** Refuses where there is none within the post's area (`lists.import.absent`, 404). */
export const getRow = async (tx: Tx, id: number): Promise<Import> => (await findImport(tx, id)) ?? refuseImport()

function requireMay(name: Act, row: Import): void {
  const dates = row as ImportDates
  if (mayAsk(name, dates)) return
  if (name === 'apply' && ['read', 'match'].includes(workLeft(dates) ?? '')) refuseUnread()
  refuseState()
}

export function refuseState(): never {
  return fail(
    'lists.import.notNow',
    {
      zh: '这次导入现在不能这样办：它正在处理中，或已经办完。请刷新后看当前状态。',
      en: 'This cannot be done now: the import is at work, or that is done already. Reload and look at its state.',
    },
    { status: 409 },
  )
}
