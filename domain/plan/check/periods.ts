import type { Day } from '../../base/date.ts'

/** In force from `from` until `to`, the first day no longer; without `to`, for good. */
export type Period = { from: Day; to?: Day | undefined }

export const overlap = (a: Period, b: Period): boolean =>
  (b.to === undefined || a.from < b.to) && (a.to === undefined || b.from < a.to)
export const ends = ({ from, to }: Period): boolean => to === undefined || from < to

export const BACKWARDS = {
  zh: '终止日不晚于起始日；to 是不再有效的第一天，应晚于 from。',
  en: 'It ends before it begins; `to` is the first day no longer valid and comes after `from`.',
}
