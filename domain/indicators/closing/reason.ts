import type { Words } from '../../base/fail.ts'
import { supersededBy } from '../../people/codes.ts'

/** Why a record is in a figure now and was not in the one reported, or the other way round. */
export const restatedReason = {
  definition: { zh: '口径变更', en: 'the definition changed' },
  late_entry: { zh: '迟报补登', en: 'entered late' },
  late_list: { zh: '清单迟到', en: 'came with a late list' },
  below: { zh: '其下的记录有变化', en: 'records in it changed' },
  unexplained: { zh: '未查明原因', en: 'not explained' },
  ...supersededBy,
} as const satisfies Record<string, Words>
export type RestatedReason = keyof typeof restatedReason

/** Of several things that happened in the moment that turned the answer, the one that explains the others is told first. */
const RANK: readonly string[] = [
  ...[
    'undone',
    'unmerged',
    'merged',
    'moved',
    'died',
    'number_changed',
    'household',
    'withdrawn',
    'correction',
    'ended',
  ],
  ...['imported', 'verified', 'late_entry', 'late_list'],
]

/** One row of the ledger that began or ceased to be said in a moment. */
export type LedgerEvent = { why: string | null; source: string | null }

/** `why` of a row that was said before; a row that is new is told by where it comes from. */
export function reasonOf(events: readonly LedgerEvent[]): RestatedReason {
  const codes = events.map(({ why, source }) => why ?? (source === 'officer' ? 'late_entry' : 'late_list'))
  const [first] = codes.toSorted((a, b) => rank(a) - rank(b))
  return first !== undefined && first in restatedReason ? (first as RestatedReason) : 'unexplained'
}
const rank = (code: string) => (RANK.includes(code) ? RANK.indexOf(code) : RANK.length)
