import type { Api } from '#domain/api.ts'
import type { Reply } from '#domain/base/route.ts'

type Records = Reply<Api['listFacts']>['records']
type Fact = Records[number]['facts'][number]
export type RuleWord = { from: number; to: number; zh: string }

const token = /"(?:[^"\\]|\\.)*"|[\p{L}_][\p{L}\p{N}_]*(?:\.[\p{L}_][\p{L}\p{N}_]*)*|[^\p{L}_"]+/gu
const keywords: Record<string, string> = {
  and: '且',
  or: '或',
  not: '非',
  some: '有',
  every: '每个',
  satisfies: '满足',
  null: '空',
  true: '是',
  false: '否',
  count: '计数',
  sum: '合计',
  on: '当日',
}

/**
 * A rule's words in Chinese, each on its own span: facts by their labels, codes by theirs, keywords by words. For
 * reading only; names that no label is known for stay as they are.
 */
export function ruleWords(rule: string, records: Records, root = 'person'): RuleWord[] {
  const bound = new Map<string, string>()
  let last: Fact | undefined
  let previous = ''
  return [...rule.matchAll(token)].map((match) => {
    const [text] = match
    const at = { from: match.index, to: match.index + text.length }
    if (text.startsWith('"')) return { ...at, zh: codeWords(text, last) }
    if (!/^[\p{L}_]/u.test(text)) return { ...at, zh: text }
    const word = keywords[text] ?? (text === 'in' ? (bound.has(previous) ? '于' : '属于') : undefined)
    if (word !== undefined) return { ...at, zh: word }
    if (isBinding(rule, match.index)) bound.set(text, listAfter(rule, at.to, records))
    previous = text
    const read = pathWords(text.split('.'), bound, records, root)
    last = read.fact ?? last
    return { ...at, zh: read.zh }
  })
}

/** What stands between two places of a rule, in Chinese. */
export const wordsBetween = (words: readonly RuleWord[], from: number, to: number): string =>
  words
    .filter((word) => word.from < to && word.to > from)
    .map((word) =>
      word.from >= from && word.to <= to ? word.zh : word.zh.slice(Math.max(0, from - word.from), to - word.from),
    )
    .join('')

const isBinding = (rule: string, at: number): boolean => /\b(some|every|for)\s+$/.test(rule.slice(0, at))

/** Record type of the list that a quantifier runs over. */
function listAfter(rule: string, at: number, records: Records): string {
  const path = /^\s+in\s+([\p{L}\p{N}_.]+)/u.exec(rule.slice(at))?.[1]?.split('.') ?? []
  const key = path.at(-1)
  return records.flatMap((record) => record.facts).find((fact) => fact.key === key && fact.of)?.of ?? ''
}

function pathWords(path: string[], bound: Map<string, string>, records: Records, root: string) {
  const [first = '', ...rest] = path
  let of = bound.get(first)
  const said = of === undefined ? [] : [first]
  let fact: Fact | undefined
  for (const key of of === undefined ? path : rest) {
    fact = factOf(records, of ?? root, key)
    said.push(fact?.label.zh ?? key)
    of = fact?.of ?? ''
  }
  return { zh: said.join('.'), fact }
}

function factOf(records: Records, of: string, key: string): Fact | undefined {
  const own = records.find((record) => record.record === of)?.facts.find((fact) => fact.key === key)
  return own ?? records.flatMap((record) => record.facts).find((fact) => fact.key === key)
}

function codeWords(literal: string, fact: Fact | undefined): string {
  const code = literal.slice(1, -1)
  const label = fact?.codes?.find((one) => one.code === code)?.label.zh
  return label === undefined ? literal : `“${label}”`
}
