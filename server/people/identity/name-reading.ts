import { pinyin } from 'pinyin-pro'
import { nameGrams } from '#domain/people/search-text.ts'

export type NameReading = { name: string; pinyin: string; initials: string; grams: string[] }

/** A name as the ledger keeps it: without blanks, with what it is searched by. Surnames are read as surnames (单 shan, 曾 zeng). */
export function readName(text: string): NameReading {
  const name = text
    .normalize('NFKC')
    .replace(/\s+/g, '')
    .replace(/[•‧∙・]/g, '·')
  const syllables = pinyin(name, { toneType: 'none', v: true, nonZh: 'removed', surname: 'head', type: 'array' })
  const said = syllables.filter((syllable) => syllable !== '')
  return {
    name,
    pinyin: said.join(' '),
    initials: said.map((syllable) => syllable[0]).join(''),
    grams: nameGrams(name.replaceAll('·', '')),
  }
}
