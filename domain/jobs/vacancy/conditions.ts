import { parse } from 'yaml'
import type { Words } from '../../base/fail.ts'

/** What a vacancy may not ask for: the clause that forbids it, how to mend it, and the words that say it. */
export type ConditionRule = {
  key: string
  name: Words
  clause: Words
  mend: Words
  found: readonly RegExp[]
  cases: { refused: readonly string[]; allowed: readonly string[] }
}
export type Conditions = { assumption: Words; allowed: readonly RegExp[]; rules: readonly ConditionRule[] }
/** `said`: the words that were found, as they stand in the text without blanks. */
export type FoundCondition = { rule: ConditionRule; said: string }

type RuleFile = Omit<ConditionRule, 'found'> & { found: string[] }
type ConditionsFile = { assumption: Words; allowed: string[]; conditions: RuleFile[] }

/** The conditions of `plans/common/jobs/conditions.yaml`. A pattern that is no regular expression throws: the file ships with its tests. */
export function readConditions(text: string): Conditions {
  const file = parse(text) as ConditionsFile
  const pattern = (source: string) => new RegExp(source, 'gu')
  return {
    assumption: file.assumption,
    allowed: file.allowed.map(pattern),
    rules: file.conditions.map((rule) => ({ ...rule, found: rule.found.map(pattern) })),
  }
}

/** Half-width, small letters, no blanks: 限 男 性 is found like 限男性. */
const plain = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s*·_]/g, '')

/** Forbidden conditions in a free text; wordings that say the opposite (男女不限) are taken out first. Each rule is told once. */
export function findConditions({ allowed, rules }: Conditions, text: string): FoundCondition[] {
  const rest = allowed.reduce((left, pattern) => left.replaceAll(pattern, '。'), plain(text))
  return rules.flatMap((rule) => {
    const said = rule.found.map((pattern) => rest.match(pattern)?.[0]).find((hit) => hit !== undefined)
    return said === undefined ? [] : [{ rule, said: said.replace(/^[,，。;；、]/, '') }]
  })
}
