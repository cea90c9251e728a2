import type { Catalogue, Parameters } from '../people/fact.ts'
import { check } from './check/check.ts'
import { at } from './check/nodes.ts'
import { allNames, topScope } from './check/records.ts'
import type { Checker } from './check/scope.ts'
import { children, type Node, ROOT } from './ir.ts'
import { refuse } from './refuse.ts'
import { parse } from './syntax/parse.ts'
import { isList, type Type } from './type.ts'

/** A rule that was read and checked: what every back-end takes. */
export type Predicate = {
  text: string
  ir: Node
  type: Type
  root: string
  catalogue: Catalogue
  /** The facts it reads, as `record.key`, derived facts included. */
  facts: readonly string[]
}
export type CompileOptions = {
  catalogue: Catalogue
  /** The record type the rule is asked of; its facts are the names the rule starts with. */
  root: string
  parameters?: Parameters
  /** The catalogue was inferred from literals: numbers may be decimals, lists keep their order. */
  adHoc?: boolean
}

/** Reads a rule over one record type, or throws a Refusal `rules.expression.…` with the span that is wrong. */
export function compile(text: string, { catalogue, root, parameters = {}, adHoc = false }: CompileOptions): Predicate {
  const cx: Checker = { text, catalogue, parameters, adHoc, expanding: [], ids: { next: ROOT }, check }
  const names = [
    ...allNames(catalogue),
    ...Object.entries(parameters).flatMap(([key, { label }]) => [key, label.zh, label.en]),
  ]
  const form = parse(text, names)
  const base: Node = { op: 'variable', id: ROOT, name: root, type: { record: root }, ...at({ from: 0, to: 0 }) }
  const ir = cx.check(form, topScope(base, cx))
  refuseNested(ir, text)
  return { text, ir, type: ir.type, root, catalogue, facts: factsOf(ir) }
}

/** A list literal of lists is read only where `flatten` takes it apart, a record at a position only through a fact. */
function refuseNested(node: Node, text: string): void {
  if (node.op === 'items' && isList(node.type) && isList(node.type.list)) {
    refuse('list', { zh: '列表中的列表只能用于 flatten()。', en: 'A list of lists can only be flattened.' }, text, node)
  }
  if (node.op === 'at' && typeof node.type === 'object') {
    refuse(
      'position',
      { zh: '请取出该记录的某个事实。', en: 'Take a fact of the record at that position.' },
      text,
      node,
    )
  }
  for (const child of children(node)) refuseNested(child, node.op === 'named' ? node.text : text)
}

function factsOf(ir: Node): string[] {
  const found = new Set<string>()
  const visit = (node: Node): void => {
    if ('record' in node) found.add(`${node.record}.${node.key}`)
    children(node).forEach(visit)
  }
  visit(ir)
  return [...found]
}
