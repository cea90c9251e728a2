import type { Api } from '#domain/api.ts'
import type { Input } from '#domain/base/route.ts'
import { isCounting } from '#domain/lists/headings/recognise.ts'
import type { Inspection, ListKind, Sheet } from '../import.ts'
import type { Draft } from './draft.ts'

export type Read = Omit<Input<Api['readImport']>['body'], 'clientId'>
/** `by`: how it was decided. `auto`: by the headings of the list, when it is read. */
export type Taken = {
  place: number
  heading: string
  samples: (string | null)[]
  column: string | null
  by: 'heading' | 'remembered' | 'hand' | 'auto' | 'none' | 'counting' | 'reasons'
}
export type Choice = {
  sheet: Sheet
  list: ListKind | undefined
  /** The list the headings fit best, on which what is said of the columns rests. */
  best: boolean
  score: number | null
  columns: Taken[]
  /** Not recognised, and nobody has said what they are. */
  open: Taken[]
  missing: ListKind['columns']
  /** A column of the list that two columns of the file are taken for. */
  twice: ListKind['columns'][number] | undefined
}

/** What the file is taken for, as it was found and as the officer says otherwise. */
export function choiceOf({ sheets, mends }: Inspection, lists: readonly ListKind[], draft: Draft): Choice | undefined {
  const sheet = sheets.find(({ name }) => name === (draft.sheet ?? mends?.sheet)) ?? firstOf(sheets)
  if (!sheet) return undefined
  const top = sheet.candidates[0]
  const mended = mends?.sheet === sheet.name ? mends.list : undefined
  const key = draft.list ?? mended ?? (top && top.score >= LIKELY ? top.list : undefined)
  const list = lists.find((one) => one.key === key)
  const best = list !== undefined && list.key === top?.list
  const columns = sheet.columns.map((column, place) => takenOf(column, place, best, draft))
  const used = columns.flatMap(({ column }) => (column === null ? [] : [column]))
  const twice = list?.columns.find((column) => used.filter((one) => one === column.key).length > 1)
  return {
    ...{ sheet, list, best, columns, twice },
    score: sheet.candidates.find((candidate) => candidate.list === list?.key)?.score ?? null,
    open: columns.filter(({ by, heading, samples }) => by === 'none' && (heading !== '' || samples.some(Boolean))),
    missing: missingOf(sheet, list, best, used),
  }
}
/** From here on a list is proposed, from there on with confidence. */
export const LIKELY = 0.5
export const SURE = 0.75

/** The first sheet that has headings and is not hidden. */
const firstOf = (sheets: readonly Sheet[]): Sheet | undefined =>
  sheets.find(({ hidden, headRows }) => !hidden && headRows !== null) ??
  sheets.find(({ hidden }) => !hidden) ??
  sheets[0]

function takenOf(column: Sheet['columns'][number], place: number, best: boolean, { mapping }: Draft): Taken {
  const { heading, samples, remembered } = column
  const told = { place, heading, samples }
  // What was left out once comes back as blank text.
  const found = column.column || null
  const hand = mapping[place]
  if (column.reasons) return { ...told, column: null, by: 'reasons' }
  if (hand !== undefined) return { ...told, column: hand, by: 'hand' }
  if (!best) return { ...told, column: null, by: 'auto' }
  if (remembered) return { ...told, column: found, by: 'remembered' }
  if (found !== null) return { ...told, column: found, by: 'heading' }
  return { ...told, column: null, by: isCounting(heading) ? 'counting' : 'none' }
}

/** Under another list than the best only what the file was scored for is known. */
function missingOf(sheet: Sheet, list: ListKind | undefined, best: boolean, used: readonly string[]) {
  if (!list) return []
  const lacking = best
    ? list.columns.filter(({ required }) => required).map(({ key }) => key)
    : (sheet.candidates.find((candidate) => candidate.list === list.key)?.missing ?? [])
  return list.columns.filter(({ key }) => lacking.includes(key) && !used.includes(key))
}

/**
 * What is sent. Where the officer decided on columns of the best list, all of them go along, so that these headings are
 * remembered as a whole: also that one was left out.
 */
export function readOf(choice: Choice, draft: Draft, on: string): Read | undefined {
  const { sheet, list, best, columns } = choice
  if (!list) return undefined
  const own = columns.filter(({ by }) => by !== 'reasons')
  const sent =
    best && own.some(({ by }) => by !== 'heading' && by !== 'counting') ? own : own.filter(({ by }) => by === 'hand')
  return {
    ...{ list: list.key, on, sheet: sheet.name },
    ...(draft.hiddenRows && { hiddenRows: true }),
    ...(sent.length > 0 && { mapping: sent.map(({ place, heading, column }) => ({ place, heading, column })) }),
  }
}
