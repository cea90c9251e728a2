import type { Words } from '../base/fail.ts'

/**
 * What a figure is counted in. A `percent` figure is 100 × the counted over what it is a share of; its target is in
 * percent. Areas (`county`, `town`) are counted, so a target of 4 means four counties.
 */
export const UNITS = {
  person: { zh: '人', en: 'people' },
  'person-time': { zh: '人次', en: 'person-times' },
  site: { zh: '个', en: 'sites' },
  record: { zh: '条', en: 'records' },
  county: { zh: '个区县', en: 'counties' },
  town: { zh: '个乡镇', en: 'towns' },
  percent: { zh: '%', en: '%' },
  fen: { zh: '分', en: 'fen' },
} satisfies Record<string, Words>
export type Unit = keyof typeof UNITS
