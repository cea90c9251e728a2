import type { Words } from '#domain/base/fail.ts'
import { catalogue } from '#domain/people/catalogue.ts'
import type { Fact, ScalarFact } from '#domain/people/fact.ts'
import type { FileRecord } from '#domain/rules/closure/frame.ts'
import type { AreaNames } from '../../places/area-names.ts'
import { occupationName } from '../../plan/occupation-names.ts'

export type FactValue = { key: string; label: Words; value: Words }

const YES: Words = { zh: '是', en: 'yes' }
const NO: Words = { zh: '否', en: 'no' }
/** A fact that is missing is told apart from one that says no: it has no words. */
const MISSING: Words = { zh: '', en: '' }
/** Numbers that name a place. */
const PLACES = new Set(['place', 'area', 'county'])

/** A stored value in words: codes by their labels, money in yuan, places by name. */
export function valueWords(fact: ScalarFact, key: string, value: unknown, names: AreaNames): Words {
  if (value === null || value === undefined) return MISSING
  if (typeof value === 'boolean') return value ? YES : NO
  const text = String(value)
  if (fact.codes) return Object.hasOwn(fact.codes, text) ? fact.codes[text]! : plain(text)
  if (key === 'occupation') return plain(occupationName(text) ?? text)
  if (fact.unit === 'fen') return yuan(Number(value))
  if (fact.type === 'number' && PLACES.has(key)) {
    const path = names.pathOf(key === 'county' ? Number(value) * 1_000_000 : Number(value))
    return plain(path)
  }
  return plain(text)
}

const plain = (text: string): Words => ({ zh: text, en: text })

function yuan(fen: number): Words {
  const text = fen % 100 === 0 ? String(fen / 100) : (fen / 100).toFixed(2)
  return { zh: `${text} 元`, en: `CNY ${text}` }
}

/** The facts a record stores, in the catalogue's order and words, but for sealed ones and those named. */
export function factsInWords(
  record: string,
  file: FileRecord,
  without: ReadonlySet<string>,
  names: AreaNames,
): FactValue[] {
  const facts = Object.entries(catalogue[record as 'person'].facts) as [string, Fact][]
  return facts.flatMap(([key, fact]) => {
    if (fact.kind !== 'scalar' || fact.sealed || without.has(key)) return []
    return [{ key, label: fact.label, value: valueWords(fact, key, file[key], names) }]
  })
}
