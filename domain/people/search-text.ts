import type { Words } from '../base/fail.ts'
import { normaliseIdentity, readIdentity } from './identity.ts'

/** What an officer typed into the search field, as `search_people` takes it; null = not asked for. */
export type SearchAsk = {
  /** Pairs of neighbouring characters, all of which the name must hold; a lone character is itself. */
  grams: string[] | null
  /** Small letters a name's initials begin with. */
  initials: string | null
  /** Small letters, without blanks, a name's pinyin begins with; ü is v. */
  pinyin: string | null
  /** A whole identity number, 18 places. */
  identity: string | null
}
export type SearchReading = { ok: true; ask: SearchAsk } | { ok: false; words: Words }

const NOTHING: SearchAsk = { grams: null, initials: null, pinyin: null, identity: null }

/** Part of a name, its pinyin or its initials, or a whole identity number. Part of a number finds nobody: it would find too many. */
export function readSearch(text: string): SearchReading {
  const plain = text.normalize('NFKC').trim()
  const han = plain.match(/\p{Script=Han}/gu)
  if (han)
    return asked({ grams: han.length === 1 ? han : nameGrams(han.join('')).filter((gram) => [...gram].length === 2) })
  if (/\d/.test(plain)) return readNumber(plain)
  const parts = plain
    .toLowerCase()
    .replaceAll('ü', 'v')
    .split(/[^a-z]+/)
    .filter(Boolean)
  if (parts.length === 0)
    return refuse(
      '请输入姓名、拼音、拼音首字母或完整证件号码',
      'Type a name, its pinyin or initials, or a whole identity number',
    )
  const letters = parts.join('')
  if (parts.length > 1 && parts.every((part) => part.length === 1)) return asked({ initials: letters })
  return asked({ initials: parts.length === 1 ? letters : null, pinyin: letters })
}

/** Single characters and pairs of neighbours of a name: what a row keeps for search. */
export function nameGrams(name: string): string[] {
  const chars = [...name]
  return [...new Set(chars.flatMap((char, at) => (at + 1 < chars.length ? [char, char + chars[at + 1]] : [char])))]
}

function readNumber(plain: string): SearchReading {
  const reading = readIdentity(normaliseIdentity(plain))
  if (reading.ok) return asked({ identity: reading.number })
  return { ok: false, words: reading.words }
}

const asked = (part: Partial<SearchAsk>): SearchReading => ({ ok: true, ask: { ...NOTHING, ...part } })
const refuse = (zh: string, en: string): SearchReading => ({ ok: false, words: { zh, en } })
