import type { Form, FormOf, Test } from './form.ts'
import { kids, parts, type SyntaxNode } from './tree.ts'

/**
 * lezer-feel reads `a in [1..5] and b or c` as `a in ([1..5] and b or c)`, and with that swallows operators that belong
 * to whatever stands to its left. So and/or are rebuilt from the flat sequence in which they were written.
 */
type Step = { operand: Form } | { operator: 'and' | 'or' }
export type LogicReader = {
  form: (node: SyntaxNode) => Form
  test: (node: SyntaxNode) => Test[]
  text: (node: SyntaxNode) => string
}

const isLogic = (node: SyntaxNode): boolean => node.name === 'Conjunction' || node.name === 'Disjunction'

/** `in` with one bare test on its right: the only place where the bug can bite. */
export function bareTest(node: SyntaxNode): SyntaxNode | undefined {
  if (node.name !== 'Comparison' || node.getChild('PositiveUnaryTests')) return undefined
  const test = node.getChild('in') && node.getChild('PositiveUnaryTest')
  return test ? (parts(test)[0] ?? undefined) : undefined
}

/** The and/or that a bare test swallowed, with the operator of `in > 18 and …` when it stood in front. */
export function swallowed(test: SyntaxNode): { logic: SyntaxNode; operator?: SyntaxNode } | undefined {
  if (isLogic(test)) return { logic: test }
  const operator = test.name === 'SimplePositiveUnaryTest' ? test.getChild('CompareOp') : null
  const operand = operator ? parts(test)[1] : undefined
  return operator && operand && isLogic(operand) ? { logic: operand, operator } : undefined
}

export function readLogic(node: SyntaxNode, read: LogicReader): Form {
  return parseSequence(sequence(node, read))
}

function sequence(node: SyntaxNode, read: LogicReader): Step[] {
  if (isLogic(node)) {
    const [left, right] = parts(node) as [SyntaxNode, SyntaxNode]
    const operator = node.name === 'Conjunction' ? 'and' : 'or'
    return [...sequence(left, read), { operator }, ...sequence(right, read)]
  }
  const bare = bareTest(node)
  const eaten = bare && swallowed(bare)
  if (!eaten) return [{ operand: read.form(node) }]
  return rotated(node, eaten, read)
}

function rotated(node: SyntaxNode, eaten: { logic: SyntaxNode; operator?: SyntaxNode }, read: LogicReader): Step[] {
  const arg = read.form(kids(node)[0]!)
  const rest: Step[] = []
  let first = eaten.logic
  while (isLogic(first)) {
    const [left, right] = parts(first) as [SyntaxNode, SyntaxNode]
    rest.unshift({ operator: first.name === 'Conjunction' ? 'and' : 'or' }, ...sequence(right, read))
    first = left
  }
  const tests: Test[] = eaten.operator
    ? [
        {
          test: 'unary',
          op: read.text(eaten.operator) as '<',
          value: read.form(first),
          from: eaten.operator.from,
          to: first.to,
        },
      ]
    : read.test(first)
  const operand: FormOf<'in'> = { form: 'in', arg, tests, from: node.from, to: first.to }
  return [{ operand }, ...rest]
}

function parseSequence(steps: Step[]): Form {
  const groups: Form[][] = [[]]
  for (const step of steps) {
    if ('operand' in step) groups.at(-1)!.push(step.operand)
    else if (step.operator === 'or') groups.push([])
  }
  return joined(
    'or',
    groups.map((group) => joined('and', group)),
  )
}

function joined(form: 'and' | 'or', args: Form[]): Form {
  return args.length === 1 ? args[0]! : { form, args, from: args[0]!.from, to: args.at(-1)!.to }
}
