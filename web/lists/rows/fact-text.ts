import type { Words } from '#domain/base/fail.ts'
import { catalogue } from '#domain/people/catalogue.ts'
import type { Fact, RecordType } from '#domain/people/fact.ts'
import { codedWords } from '../../people/coded-words.ts'
import { numberText } from '../../ui/text/number.ts'
import { useWords } from '../../words.ts'

/** Whether a value is the code of an area. */
export const isAreaCode = (value: string): boolean => /^[1-9]\d{11}$/.test(value)

const factsOf = new Map<string, Readonly<Record<string, Fact>>>(
  Object.values<RecordType>(catalogue).map(({ label, facts }) => [label.en, facts]),
)
/** The fact of the catalogue that carries these labels. */
const findFact = (record: Words, fact: Words): Fact | undefined =>
  Object.values(factsOf.get(record.en) ?? {}).find(({ label }) => label.en === fact.en)

/** What the ledger keeps, as people say it: codes by their words, money in yuan; an area is left to its name. */
export function useFactText() {
  const { t, say, language } = useWords()
  return (record: Words, label: Words, value: string): string => {
    const fact = findFact(record, label)
    if (fact?.kind !== 'scalar') return value
    if (fact.codes) return say(codedWords(fact.codes, value))
    if (fact.unit === 'fen') return t('import.yuan', { n: numberText(Number(value) / 100, language) })
    if (fact.type === 'boolean') return t(value === 'true' ? 'places.yes' : 'places.no')
    return value
  }
}

const codesOf = (key: string, value: string): Words | undefined =>
  Object.values<RecordType>(catalogue)
    .map(({ facts }) => facts[key])
    .flatMap((fact) => (fact?.kind === 'scalar' && fact.codes?.[value] ? [fact.codes[value]] : []))[0]

/** A typed cell in words; null for bare numbers and codes of which it is not known what they count or mean. */
export function useCellText(): (key: string, value: string) => string | null {
  const { t, say } = useWords()
  return (key, value) => {
    if (value === 'true' || value === 'false') return t(value === 'true' ? 'places.yes' : 'places.no')
    const code = codesOf(key, value)
    if (code) return say(code)
    const bare = /^\d+$/.test(value) && !/_no$/.test(key) && !isAreaCode(value)
    return bare || /^[a-z_]+$/.test(value) ? null : value
  }
}
