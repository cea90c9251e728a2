import { Refusal, type Words } from '../../base/fail.ts'
import { catalogue } from '../../people/catalogue.ts'
import type { Parameters } from '../../people/fact.ts'
import { children, type Node } from '../../rules/ir.ts'
import { compile, type Predicate } from '../../rules/predicate.ts'
import { typeWords } from '../../rules/type.ts'
import { parametersOn } from '../parameters-on.ts'
import { detailed } from '../read/assemble.ts'
import type { Entry } from '../read/folder.ts'
import type { Path } from '../read/problem.ts'
import { type Checked, known, type Named, say, unread } from './context.ts'

type Rule = { entry: Entry<unknown>; path: Path; text: string; record: string }

/** Every rule is a predicate over its record, and the codes it compares with are the plan's. */
export function checkRules(cx: Checked): void {
  const parameters = parametersOn(cx.plan, cx.plan.startsOn)
  for (const rule of rulesOf(cx)) {
    const predicate = compiled(cx, rule, parameters)
    if (predicate) checkPlanCodes(cx, rule, predicate)
  }
}

function rulesOf({ parts }: Checked): Rule[] {
  const named = [...parts.needs, ...parts.checks].map((entry) => {
    return { entry, path: ['where'], text: entry.value.where, record: entry.value.record ?? 'person' }
  })
  const behind = parts.checks.flatMap((entry) =>
    entry.value.people === undefined
      ? []
      : [{ entry, path: ['people'], text: entry.value.people, record: 'roster' as string }],
  )
  const rounds = parts.rounds.flatMap((entry) =>
    (['who', 'verified', 'reported', 'tried', 'changed'] as const).map((key) => {
      return { entry, path: [key], text: entry.value[key], record: 'person' }
    }),
  )
  const counted = parts.indicators.flatMap((entry) =>
    detailed(entry.value).flatMap(({ where, of, counts }, i) => {
      const at = i === 0 ? [] : ['details', i - 1]
      const base = { entry, text: where, path: [...at, 'where'], record: counts }
      return of === undefined ? [base] : [base, { ...base, text: of, path: [...at, 'of'] }]
    }),
  )
  return [...named, ...behind, ...rounds, ...counted]
}

function compiled(cx: Checked, rule: Rule, parameters: Parameters): Predicate | undefined {
  try {
    const predicate = compile(rule.text, { catalogue, root: rule.record, parameters })
    if (predicate.type === 'boolean') return predicate
    const { zh, en } = typeWords(predicate.type)
    say(cx, rule.entry, rule.path, {
      zh: `规则的结果应是“是否”，这里是${zh}；写成一个比较。`,
      en: `The rule should be true or false, this is a ${en}; write a comparison.`,
    })
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    // A parameter that could not be read would make an error of every rule that names it.
    const excused = unread(cx, ['parameters']) && error.code === 'rules.expression.name'
    if (!excused) say(cx, rule.entry, rule.path, withSpan(error))
  }
  return undefined
}

function withSpan({ words, where }: Refusal): Words {
  if (!where) return words
  const span = { zh: `第 ${where.from}–${where.to} 字`, en: `characters ${where.from}–${where.to}` }
  const text = where.text ? `“${where.text}”` : ''
  return { zh: `规则${text}（${span.zh}）：${words.zh}`, en: `Rule ${text} (${span.en}): ${words.en}` }
}

/** Facts whose codes are the plan's own: a rule that names another finds nothing, for ever, and nobody notices. */
const PLAN_CODES: Record<string, { what: Named; keys: (cx: Checked) => string[] }> = {
  'site.kind': {
    what: { zh: '载体类型', en: 'kind of site', in: ['sites'] },
    keys: ({ plan }) => plan.siteKinds.map(({ key }) => key),
  },
  'grant_paid.programme': {
    what: { zh: '政策项目', en: 'programme', in: ['programmes'] },
    keys: ({ plan }) => plan.programmes.map(({ key }) => key),
  },
}

function checkPlanCodes(cx: Checked, rule: Rule, { ir }: Predicate): void {
  for (const { fact, value } of comparisons(ir)) {
    const codes = PLAN_CODES[fact]
    const keys = codes?.keys(cx) ?? []
    if (codes) known(cx, rule, codes.what, value, keys)
  }
}

/** Facts compared with literal strings. */
function* comparisons(node: Node): Generator<{ fact: string; value: string }> {
  const sides = node.op === 'equal' ? [node.a, node.b] : node.op === 'oneOf' ? [node.arg, ...node.values] : []
  const field = sides.find((side) => side.op === 'field')
  for (const side of field ? sides : []) {
    if (field?.op === 'field' && side.op === 'literal' && typeof side.value === 'string')
      yield { fact: `${field.record}.${field.key}`, value: side.value }
  }
  for (const child of children(node)) yield* comparisons(child)
}
