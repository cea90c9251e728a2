import { catalogue } from '../../people/catalogue.ts'
import type { FileRecord } from '../../rules/closure/frame.ts'
import { explain } from '../../rules/explain.ts'
import { compile, type Predicate } from '../../rules/predicate.ts'
import { fileOf, recordOfCase } from '../case-file.ts'
import type { NamedPredicate } from '../indicator.ts'
import { parametersOn } from '../parameters-on.ts'
import type { CaseFile, PredicateFile } from '../read/files.ts'
import type { Entry } from '../read/folder.ts'
import { sayIn } from '../read/yaml-file.ts'
import { type Checked, known, type Named, say, unread } from './context.ts'

const PREDICATE: Named = { zh: '需求或疑点', en: 'need or finding', in: ['needs', 'checks'] }
const OUTCOMES = ['yes', 'no', 'unknown'] as const

/** Every need and finding has a worked case of each outcome (of unknown, unless it is said why it never is), and every case comes out as it says. */
export function checkCases(cx: Checked): void {
  const own = [...cx.parts.needs, ...cx.parts.checks]
  for (const entry of cx.parts.cases) checkOne(cx, entry, own)
  if (unread(cx, ['cases'])) return
  for (const entry of own) {
    const cases = cx.parts.cases
      .filter(({ value }) => value.predicate === entry.value.key)
      .flatMap(({ value }) => value.cases)
    const lacking = OUTCOMES.filter(
      (outcome) => !cases.some(({ expect }) => expect === outcome) && !(outcome === 'unknown' && entry.value.certain),
    )
    if (lacking.length)
      say(cx, entry, ['key'], {
        zh: `“${entry.value.key}”缺少算例：${lacking.join('、')}；在 cases/${entry.value.key}.yaml 里补上。`,
        en: `“${entry.value.key}” has no worked case for: ${lacking.join(', ')}; add it in cases/${entry.value.key}.yaml.`,
      })
  }
}

function checkOne(cx: Checked, entry: Entry<CaseFile>, own: readonly Entry<PredicateFile>[]): void {
  const { predicate: key, on, cases } = entry.value
  known(
    cx,
    { entry, path: ['predicate'] },
    PREDICATE,
    key,
    own.map(({ value }) => value.key),
  )
  // A rule that is itself wrong is the one thing to mend, not its cases too.
  const wrong = own.some(({ value, file }) => value.key === key && cx.problems.some((p) => p.file === file.name))
  const named = wrong ? undefined : cx.plan.predicates.find((candidate) => candidate.key === key)
  const rule = named && compiledOn(cx, named, on)
  for (const [i, worked] of cases.entries()) {
    const before = cx.problems.length
    const record = recordOfCase(entry.value)
    const tell = sayIn(entry.file, cx.problems)
    // A fact of the shared record is spoken of where it stands, one of the case in the case.
    const file = fileOf({ ...entry.value[record], ...worked.with }, record, (path, words) => {
      tell(worked.with && String(path[0]) in worked.with ? ['cases', i, 'with', ...path] : [record, ...path], words)
    })
    if (rule && cx.problems.length === before) checkOutcome(cx, entry, i, rule, file)
  }
}

function checkOutcome(cx: Checked, entry: Entry<CaseFile>, i: number, rule: Predicate, file: FileRecord): void {
  const { expect, about, missing: named = [] } = entry.value.cases[i]!
  const { outcome, missing } = explain(rule, file)
  const lacking = missing.map(({ record, key }) => `${record}.${key}`)
  const [zh, en] = [`算例“${about.zh}”`, `The case “${about.en}”`]
  if (outcome !== expect)
    say(cx, entry, ['cases', i, 'expect'], {
      zh: `${zh}应为 ${expect}，规则得出 ${outcome}；更正规则或算例。`,
      en: `${en} should be ${expect}, the rule says ${outcome}; correct the rule or the case.`,
    })
  else if (!named.every((fact) => lacking.includes(fact)))
    say(cx, entry, ['cases', i, 'missing'], {
      zh: `${zh}缺少的事实是 ${lacking.join('、') || '（无）'}；更正 missing。`,
      en: `${en} is unknown for want of ${lacking.join(', ') || 'nothing'}; correct \`missing\`.`,
    })
}

/** Undefined when it does not compile: the check of rules has said so. */
function compiledOn({ plan }: Checked, { where, record }: NamedPredicate, on: string): Predicate | undefined {
  try {
    const predicate = compile(where, { catalogue, root: record, parameters: parametersOn(plan, on) })
    return predicate.type === 'boolean' ? predicate : undefined
  } catch {
    return undefined
  }
}
