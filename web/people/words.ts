import * as filter from '../ui/filter/words.ts'
import * as exports from './export/words.ts'
import * as file from './file/words.ts'
import * as identity from './identity/words.ts'
import * as list from './list/words.ts'
import * as search from './search/words.ts'
import * as timeline from './timeline/words.ts'
import * as why from './why/words.ts'

/** Words of the pages about people, a folder each. */
export const zh = {
  ...filter.zh,
  ...list.zh,
  ...identity.zh,
  ...exports.zh,
  ...search.zh,
  ...file.zh,
  ...timeline.zh,
  ...why.zh,
} as const

export const en: Record<keyof typeof zh, string> = {
  ...filter.en,
  ...list.en,
  ...identity.en,
  ...exports.en,
  ...search.en,
  ...file.en,
  ...timeline.en,
  ...why.en,
}
