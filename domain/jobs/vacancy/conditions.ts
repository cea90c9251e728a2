import { parse } from 'yaml'
import { fail, type Words } from '../../base/fail.ts'

/** What a vacancy may not ask for: the clause that forbids it, how to mend it, and the words that say it. */
export type ConditionRule = {
  key: string
  name: Words
  /** Null where no clause forbids it by name; `assumption` then says why it is refused all the same. */
  clause: Words | null
  mend: Words
  assumption?: Words
  /** Lawful where the vacancy names the rule that sets it. */
  lawfulUnder?: 'rule'
  found: readonly RegExp[]
  cases: { refused: readonly string[]; allowed: readonly string[] }
}
export type Conditions = { assumption: Words; allowed: readonly RegExp[]; rules: readonly ConditionRule[] }
/** `said`: the words that were found, as they stand in the text without blanks. */
export type FoundCondition = { rule: ConditionRule; said: string }

type RuleFile = Omit<ConditionRule, 'found'> & { found: string[] }
type ConditionsFile = { assumption: Words; words: Record<string, string>; allowed: string[]; conditions: RuleFile[] }

/** The conditions of `plans/common/jobs/conditions.yaml`. A pattern that is no regular expression throws: the file ships with its tests. */
export function readConditions(text: string): Conditions {
  const file = parse(text) as ConditionsFile
  const said = (_: string, name: string) => file.words[name] ?? fail('jobs.conditions.word', noSuchWords(name))
  const pattern = (source: string) => new RegExp(source.replaceAll(/\{([a-zA-Z]+)\}/g, said), 'gu')
  return {
    assumption: file.assumption,
    allowed: file.allowed.map(pattern),
    rules: file.conditions.map((rule) => ({ ...rule, found: rule.found.map(pattern) })),
  }
}

const noSuchWords = (name: string): Words => ({
  zh: `conditions.yaml：没有名为“${name}”的用语；请在 words 中补上。`,
  en: `conditions.yaml: there are no words named "${name}"; add them under words.`,
})

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
