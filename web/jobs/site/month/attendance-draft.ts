import type { Api } from '#domain/api.ts'
import type { Input } from '#domain/base/route.ts'
import type { MonthLine } from '../site-data.ts'

/** What is typed of one person's month. */
export type Draft = { days: string; yuan: string; evidence: string }
type Said = Input<Api['confirmAttendance']>['body']['people'][number]
type Shown = NonNullable<MonthLine['before']>

export const blank: Draft = { days: '', yuan: '', evidence: '' }

const written = ({ days, wagePaidFen, evidence }: Shown): Draft => ({
  days: days === null ? '' : String(days),
  yuan: wagePaidFen === null ? '' : String(wagePaidFen / 100),
  evidence: evidence ?? '',
})

/** As it is entered; blank where nothing is. */
export const draftOf = ({ attendance }: MonthLine): Draft => (attendance ? written(attendance) : blank)

/** Last month's for everybody who is still blank and was shown for then; who left or joined within the month is left to be typed. */
export const sameAsBefore = (lines: readonly MonthLine[], drafts: ReadonlyMap<number, Draft>): Map<number, Draft> =>
  new Map(
    lines.map((line) => {
      const draft = drafts.get(line.person) ?? blank
      const empty = draft.days === '' && draft.yuan === ''
      return [line.person, empty && line.before && !line.left && !line.joined ? written(line.before) : draft]
    }),
  )

/** What is to be sent: people for whom something is typed that is not entered so already. */
export function drafted(lines: readonly MonthLine[], drafts: ReadonlyMap<number, Draft>, otherwise: string): Said[] {
  return lines.flatMap((line): Said[] => {
    const draft = drafts.get(line.person) ?? blank
    if (draft.days === '' && draft.yuan === '') return []
    const entered = draftOf(line)
    if (draft.days === entered.days && draft.yuan === entered.yuan && draft.evidence === entered.evidence) return []
    return [
      {
        person: line.person,
        ...(draft.days !== '' && { days: Number(draft.days) }),
        ...(draft.yuan !== '' && { wagePaidFen: Math.round(Number(draft.yuan) * 100) }),
        evidence: draft.evidence || otherwise,
        ...(line.attendance && { seen: line.attendance.knownFrom }),
      },
    ]
  })
}
