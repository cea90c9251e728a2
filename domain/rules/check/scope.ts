import type { Catalogue, Parameters } from '../../people/fact.ts'
import type { Node } from '../ir.ts'
import { refuse, type Span } from '../refuse.ts'
import type { Form } from '../syntax/form.ts'

/** What a checker carries along: the text that spans point into, the catalogue, and the derived facts being expanded. */
export type Checker = {
  text: string
  catalogue: Catalogue
  parameters: Parameters
  /** Facts hold decimals and lists keep their order: true of contexts of literals, never of the ledger. */
  adHoc: boolean
  expanding: readonly string[]
  ids: { next: number }
  check: (form: Form, scope: Scope) => Node
}

/** Names to nodes, innermost first. */
export type Scope = {
  find: (name: string, span: Span) => Node | undefined
  names: readonly string[]
  outer?: Scope
  /** Elements of a list that holds nothing to tell their type by: every name is null there. */
  untyped?: boolean
  /** Names that some elements of the list bring and others do not: for those FEEL means what the name means further out. */
  lacking?: ReadonlySet<string>
}

export function lookUp(name: string, scope: Scope, cx: Checker, span: Span): Node {
  for (let at: Scope | undefined = scope; at; at = at.outer) {
    const found = at.find(name, span)
    if (found && at.lacking?.has(name) && meansMore(name, at.outer, span)) refuseTwoMeanings(name, cx, span)
    if (found) return found
  }
  const names: string[] = []
  for (let at: Scope | undefined = scope; at; at = at.outer) {
    if (at.untyped) return { op: 'literal', type: 'null', value: null, from: span.from, to: span.to }
  }
  for (let at: Scope | undefined = scope; at; at = at.outer) names.push(...at.names)
  refuseName(name, names, cx, span)
}

const meansMore = (name: string, scope: Scope | undefined, span: Span): boolean =>
  scope !== undefined && (scope.find(name, span) !== undefined || meansMore(name, scope.outer, span))

/** One column cannot be this fact in one row and another in the next. */
function refuseTwoMeanings(name: string, cx: Checker, span: Span): never {
  refuse(
    'meanings',
    {
      zh: `“${name}”在列表的部分元素中有、部分没有，外层又有同名的值：同一个名字有两个含义。请给外层的值换一个名字。`,
      en: `Some elements of the list have “${name}” and others do not, and it stands further out as well: one name would mean two things. Call the outer one otherwise.`,
    },
    cx.text,
    span,
  )
}

export function refuseName(name: string, names: readonly string[], cx: Checker, span: Span): never {
  const near = nearest(name, names)
  refuse(
    'name',
    {
      zh: `没有名为“${name}”的事实${near.length ? `；是否指：${near.join('、')}？` : '。'}`,
      en: `There is no fact called “${name}”${near.length ? `; did you mean ${near.join(', ')}?` : '.'}`,
    },
    cx.text,
    span,
  )
}

/** Up to three names that differ little from the one written, or hold it. */
export function nearest(name: string, names: readonly string[]): string[] {
  const wanted = name.toLowerCase()
  const scored = [...new Set(names)].map((candidate) => {
    const other = candidate.toLowerCase()
    const held = other.includes(wanted) || wanted.includes(other)
    return { candidate, score: held ? 0.5 : distance(wanted, other), limit: Math.max(1, Math.floor(wanted.length / 2)) }
  })
  const close = scored.filter(({ score, limit }) => score <= limit)
  return close
    .sort((a, b) => a.score - b.score || a.candidate.length - b.candidate.length)
    .slice(0, 3)
    .map((c) => c.candidate)
}

/** Levenshtein distance. */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, i) => i)
  for (let i = 1; i <= a.length; i++) {
    const next = [i]
    for (let j = 1; j <= b.length; j++) {
      const replaced = row[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1)
      next.push(Math.min(replaced, row[j]! + 1, next[j - 1]! + 1))
    }
    row = next
  }
  return row[b.length]!
}
