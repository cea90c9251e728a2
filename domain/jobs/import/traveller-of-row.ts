import type { Day } from '../../base/date.ts'
import type { RowFault } from './vacancy-of-row.ts'

export type { RowFault }
/** What a row says of its batch: its number, or the day it leaves. */
export type BatchAsked = { number: string | null; departsOn: Day | null }
export type BatchKnown = { id: number; departsOn: Day }

/** The batch a row is of: the one with its number, else the only one that leaves on its day, else the only one there is. */
export function batchOfRow(
  { number, departsOn }: BatchAsked,
  batches: readonly BatchKnown[],
): { id: number } | { fault: RowFault } {
  const digits = number?.normalize('NFKC').replaceAll(/\D/g, '') ?? ''
  const ofDay = departsOn === null ? batches : batches.filter((batch) => batch.departsOn === departsOn)
  const found = digits === '' ? ofDay : ofDay.filter(({ id }) => id === Number(digits))
  const [only, another] = found
  if (only === undefined) return { fault: NO_BATCH }
  return another === undefined ? { id: only.id } : { fault: SEVERAL }
}

/** The same name, whatever blanks and dots stand in it. */
export const sameName = (said: string | null, name: string): boolean => plain(said ?? '') === plain(name)
const plain = (text: string): string => text.normalize('NFKC').replaceAll(/[\s·•.]/g, '')

const NO_BATCH: RowFault = {
  code: 'jobs.row.batch',
  column: 'batch',
  words: {
    zh: '本单位没有这样的未出发批次。请照批次页面写批次编号，出发日期要与批次一致；还没有批次的，先在劳务协作页面新建。',
    en: 'This unit has no such batch that has not left. Write the number that stands on the page of the batch, with its day of leaving; plan the batch first if there is none.',
  },
}
const SEVERAL: RowFault = {
  code: 'jobs.row.batches',
  column: 'batch',
  words: {
    zh: '本单位有几个这样的未出发批次，分不清是哪一个。请加一列“批次编号”，写上批次页面上的编号。',
    en: 'Several such batches of this unit have not left, so it cannot be told which. Add a column 批次编号 with the number on the page of the batch.',
  },
}
