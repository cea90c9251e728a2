import { fail } from '#domain/base/fail.ts'
import type { Input } from '#domain/base/route.ts'
import type { listsApi } from '#domain/lists/lists.api.ts'
import type { Plan } from '#domain/plan/indicator.ts'
import { opensFiles } from '#domain/plan/list.ts'
import type { Tx } from '../../db.ts'
import type { Import } from '../work/import.sql.ts'
import { listOf } from '../work/import-work.ts'
import { candidateRows, type Decision, decideRows } from './rows.sql.ts'

type Said = Input<typeof listsApi.decideImportRows>['body']['decisions']

/**
 * Records whose the rows are. Refuses a new file where the list opens none (`lists.person.notOpened`, 422) and a file outside the
 * post's area (`lists.person.gone`, 404). Answers how many rows were in review.
 */
export async function recordDecisions(
  tx: Tx,
  row: Import,
  { said, plan, post }: { said: Said; plan: Plan; post: number },
): Promise<number> {
  if (said.some(({ decision }) => decision === 'open') && !opensFiles(listOf(plan, row.list))) refuseOpening()
  const files = said.flatMap(({ decision }) => (typeof decision === 'number' ? [decision] : []))
  const counties = new Map((await candidateRows(tx, files)).map(({ id, county }) => [id, county]))
  const decisions = said.map(({ row: at, decision }): Decision => {
    if (decision === 'open') return { row: at, decision: 0, county: null }
    if (decision === 'leaveOut') return { row: at, decision: -1, county: null }
    return { row: at, decision, county: counties.get(decision) ?? refuseFile() }
  })
  return decideRows(tx, row, decisions, post)
}

function refuseOpening(): never {
  return fail(
    'lists.person.notOpened',
    {
      zh: '这种清单不建新档案。请选定是哪份档案，或不取入这一行；确是新的人，请先由人员名单建档。',
      en: 'This kind of list opens no files. Choose the file that is meant, or leave the row out; somebody new is opened by a list of people first.',
    },
    { status: 422 },
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
