import { refuse } from '../refuse.ts'
import type { ArithmeticOp, Comparator, Form, Iterator, Test } from './form.ts'
import { bareTest, readLogic, swallowed } from './logic.ts'
import { readString } from './text.ts'
import { canonicalName, kids, parts, type SyntaxNode, syntaxTree } from './tree.ts'

/** Reads rule text. `names` are all names that may stand in it; they matter only for names with spaces or signs. */
export function parse(text: string, names: Iterable<string>): Form {
  return new Reader(text).form(syntaxTree(text, names))
}

/** Constructs of FEEL that have no single meaning in all back-ends. */
const OUTSIDE: Record<string, [zh: string, en: string]> = {
  Context: ['上下文 {…}', 'contexts {…}'],
  FunctionDefinition: ['自定义函数', 'function definitions'],
  InstanceOfExpression: ['instance of', '“instance of”'],
  '?': ['“?”', '“?”'],
  Wildcard: ['“-”', '“-”'],
  SimplePositiveUnaryTest: ['“in” 之外的区间或单目测试', 'ranges and unary tests outside “in”'],
  NamedParameters: ['按名称传参', 'arguments by name'],
}

type FormReader = (node: SyntaxNode, reader: Reader) => Form

const READERS: Record<string, FormReader> = {
  Expression: (node, r) => r.form(parts(node)[0]!),
  ParenthesizedExpression: (node, r) => ({ ...r.form(parts(node)[0]!), from: node.from, to: node.to }),
  NumericLiteral: (node, r) => ({ form: 'number', text: r.text(node).replace(/\s/g, ''), ...span(node) }),
  StringLiteral: (node, r) => ({ form: 'string', text: readString(r.source, node), ...span(node) }),
  BooleanLiteral: (node, r) => ({ form: 'boolean', value: r.text(node) === 'true', ...span(node) }),
  null: (node) => ({ form: 'null', ...span(node) }),
  VariableName: (node, r) => ({ form: 'name', name: r.name(node), ...span(node) }),
  PathExpression: (node, r) => {
    const [base, name] = parts(node) as [SyntaxNode, SyntaxNode]
    return { form: 'path', base: r.form(base), name: r.name(name), ...span(node) }
  },
  FilterExpression: (node, r) => {
    const [base, cond] = parts(node) as [SyntaxNode, SyntaxNode]
    return { form: 'filter', base: r.form(base), cond: r.form(cond), ...span(node) }
  },
  List: (node, r) => ({ form: 'list', items: parts(node).map((item) => r.form(item)), ...span(node) }),
  Conjunction: (node, r) => readLogic(node, r),
  Disjunction: (node, r) => readLogic(node, r),
  Comparison: (node, r) => r.comparison(node),
  ArithmeticExpression: (node, r) => {
    const op = r.text(node.getChild('ArithOp')!) as ArithmeticOp
    const [a, b] = parts(node)
      .filter((child) => child.name !== 'ArithOp')
      .map((child) => r.form(child))
    return b ? { form: 'arithmetic', op, a: a!, b, ...span(node) } : { form: 'negate', arg: a!, ...span(node) }
  },
  IfExpression: (node, r) => {
    const [cond, yes, no] = parts(node).map((child) => r.form(child)) as [Form, Form, Form]
    return { form: 'if', cond, yes, no, ...span(node) }
  },
  QuantifiedExpression: (node, r) => r.iteration(r.text(kids(node)[0]!) as 'some' | 'every', node),
  ForExpression: (node, r) => r.iteration('for', node),
  DateTimeLiteral: (node, r) => r.temporal(node),
  FunctionInvocation: (node, r) => {
    const [callee, args] = parts(node) as [SyntaxNode, SyntaxNode]
    if (callee.name !== 'VariableName' && callee.name !== 'SpecialFunctionName') return r.outside(node, '', '')
    return { form: 'call', name: r.name(callee), args: r.args(args), ...span(node) }
  },
}

const span = (node: { from: number; to: number }) => ({ from: node.from, to: node.to })

class Reader {
  readonly source: string
  constructor(source: string) {
    this.source = source
  }

  text = (node: SyntaxNode): string => this.source.slice(node.from, node.to)
  name = (node: SyntaxNode): string => canonicalName(this.text(node))
  form = (node: SyntaxNode): Form =>
    (READERS[node.name] ?? ((n) => this.outside(n, ...(OUTSIDE[n.name] ?? ['', '']))))(node, this)

  outside(node: SyntaxNode, zh: string, en: string): never {
    const [shownZh, shownEn] = [zh || `“${this.text(node)}”`, en || `“${this.text(node)}”`]
    refuse(
      'unsupported',
      { zh: `规则语言不支持${shownZh}。`, en: `The rule language does not support ${shownEn}.` },
      this.source,
      node,
    )
  }

  args(node: SyntaxNode | undefined): Form[] {
    if (node?.name === 'NamedParameters') this.outside(node, ...OUTSIDE.NamedParameters!)
    return node ? parts(node).map(this.form) : []
  }

  comparison(node: SyntaxNode): Form {
    const operator = node.getChild('CompareOp')
    const operands = parts(node).filter((child) => child.name !== 'CompareOp')
    if (operator) {
      const [a, b] = operands.map(this.form) as [Form, Form]
      return { form: 'compare', op: this.text(operator) as Comparator, a, b, ...span(node) }
    }
    if (node.getChild('between')) {
      const [arg, lo, hi] = operands.map(this.form) as [Form, Form, Form]
      return { form: 'between', arg, lo, hi, ...span(node) }
    }
    const bare = bareTest(node)
    if (bare && swallowed(bare)) return readLogic(node, this)
    const several = node.getChild('PositiveUnaryTests')
    const tests = several ? several.getChildren('PositiveUnaryTest').map((test) => parts(test)[0]!) : [bare!]
    return { form: 'in', arg: this.form(kids(node)[0]!), tests: tests.flatMap(this.test), ...span(node) }
  }

  /** One test to the right of `in`; parentheses around a single one change nothing. */
  test = (node: SyntaxNode): Test[] => {
    const inner = node.name === 'ParenthesizedExpression' ? parts(node)[0] : undefined
    if (inner && (inner.name === 'SimplePositiveUnaryTest' || inner.name === 'ParenthesizedExpression'))
      return this.test(inner)
    if (node.name !== 'SimplePositiveUnaryTest') return [{ test: 'value', value: this.form(node), ...span(node) }]
    const interval = node.getChild('Interval')
    if (!interval) {
      const [operator, operand] = parts(node) as [SyntaxNode, SyntaxNode]
      return [{ test: 'unary', op: this.text(operator) as Comparator, value: this.form(operand), ...span(node) }]
    }
    const [lo, hi] = parts(interval).map(this.form) as [Form, Form]
    const shown = this.text(interval)
    return [{ test: 'range', lo, hi, loOpen: !shown.startsWith('['), hiOpen: !shown.endsWith(']'), ...span(node) }]
  }

  iteration(form: 'some' | 'every' | 'for', node: SyntaxNode): Form {
    const iterators = node
      .getChild('InExpressions')!
      .getChildren('InExpression')
      .map((child): Iterator => {
        const [name, over] = parts(child) as [SyntaxNode, SyntaxNode]
        const [list, upTo] = parts(over).map(this.form)
        return { name: this.name(name), list: list!, ...(upTo && { upTo }), ...span(child) }
      })
    return { form, iterators, body: this.form(parts(node).at(-1)!), ...span(node) }
  }

  temporal(node: SyntaxNode): Form {
    const at = node.getChild('AtLiteral')
    if (at) return this.temporalText(node, at.getChild('StringLiteral')!, undefined)
    const callee = this.name(node.getChild('DateTimeConstructor')!)
    const args = node.getChild('PositionalParameters') ?? node.getChild('NamedParameters')
    if (callee !== 'date' && callee !== 'duration') return this.outside(node, '时刻与日期时间', 'times and date-times')
    const written = args ? parts(args) : []
    if (written.length === 1 && written[0]!.name === 'StringLiteral')
      return this.temporalText(node, written[0]!, callee)
    return { form: 'call', name: callee, args: this.args(args ?? undefined), ...span(node) }
  }

  temporalText(node: SyntaxNode, literal: SyntaxNode, callee: string | undefined): Form {
    const text = readString(this.source, literal)
    const isDuration = callee ? callee === 'duration' : /^-?P/.test(text)
    return { form: isDuration ? 'duration' : 'date', text, ...span(node) }
  }
}
