import { literal } from '../check/nodes.ts'
import { buildNode } from '../closure/build.ts'
import type { Builder } from '../closure/frame.ts'
import { type LiteralValue, type Node, type NodeOf, rewrite } from '../ir.ts'
import { ageOn, FIRST_DAY, LAST_DAY, monthsBetween } from '../values/calendar.ts'
import { type Decimal, isInteger, toBigInt } from '../values/decimal.ts'

/**
 * What is known before the first row is read: calls on literals become literals, and a test of an age on a fixed day
 * becomes a test of the date of birth, which an index can serve and which costs nothing per row.
 * Explanations keep the rule as it was written.
 */
export function simplify(node: Node): Node {
  return rewrite(node, (at) => {
    if (at.op === 'call') return folded(at)
    if (at.op === 'compare') return comparedAge(at) ?? at
    if (at.op === 'between') return ageBetween(at) ?? at
    return at
  })
}

const isLiteral = (node: Node): node is NodeOf<'literal'> => node.op === 'literal'

function folded(node: NodeOf<'call'>): Node {
  if (!node.args.every(isLiteral)) return node
  const builder: Builder = { strict: false, build: (child) => buildNode(child, builder) }
  const value = builder.build(node)({ vars: [] }) as LiteralValue
  return literal(node.type, value, node)
}

/** A date of which the age, in years or months, on a fixed day is asked; the later the date the lower the age. */
type Age = { date: Node; of: (date: number) => number }

function ageOf(node: Node): Age | undefined {
  if (node.op === 'named') return ageOf(node.body)
  if (node.op !== 'call') return undefined
  const [date, day] = node.args as [Node, Node]
  if (node.name === 'months.years') {
    const months = date.op === 'call' && date.name === 'years and months duration' ? ageOf(date) : undefined
    return months && { date: months.date, of: (at) => Math.trunc(months.of(at) / 12) }
  }
  if (!day || !isLiteral(day) || day.value === null || isLiteral(date)) return undefined
  const on = day.value as number
  if (node.name === 'age on') return { date, of: (at) => ageOn(at, on) }
  const isMonths = node.name === 'months between' || node.name === 'years and months duration'
  return isMonths ? { date, of: (at) => monthsBetween(at, on) } : undefined
}

/** The latest date that is still of age `n`; undefined when none is, or the calendar is too short to say. */
function latest(age: Age, n: number): number | undefined {
  let [lo, hi] = [FIRST_DAY, LAST_DAY]
  if (age.of(lo) < n) return undefined
  while (lo < hi) {
    const middle = Math.ceil((lo + hi) / 2)
    if (age.of(middle) >= n) lo = middle
    else hi = middle - 1
  }
  return lo
}

function wholeOf(node: Node): number | undefined {
  if (!isLiteral(node) || node.value === null) return undefined
  if (typeof node.value === 'number') return node.value
  const value = node.value as Decimal
  return isInteger(value) && node.shape!.whole <= 9 ? Number(toBigInt(value)) : undefined
}

const MIRRORED = { '<': '>', '<=': '>=', '>': '<', '>=': '<=' } as const

function comparedAge(node: NodeOf<'compare'>): Node | undefined {
  const age = ageOf(node.a)
  if (!age) {
    const mirrored = { ...node, order: MIRRORED[node.order], a: node.b, b: node.a }
    return isLiteral(node.a) && ageOf(node.b) ? comparedAge(mirrored) : undefined
  }
  const n = wholeOf(node.b)
  if (n === undefined) return undefined
  const day = latest(age, node.order === '>' || node.order === '<=' ? n + 1 : n)
  if (day === undefined) return undefined
  const order = node.order === '>=' || node.order === '>' ? '<=' : '>'
  return { ...node, order, a: age.date, b: literal('date', day, node.b) }
}

function ageBetween(node: NodeOf<'between'>): Node | undefined {
  const age = ageOf(node.arg)
  const [lo, hi] = [wholeOf(node.lo), wholeOf(node.hi)]
  if (!age || lo === undefined || hi === undefined) return undefined
  const youngest = latest(age, node.loOpen ? lo + 1 : lo)
  const tooOld = latest(age, node.hiOpen ? hi : hi + 1)
  if (youngest === undefined || tooOld === undefined) return undefined
  const [from, to] = [literal('date', tooOld, node.hi), literal('date', youngest, node.lo)]
  return { ...node, arg: age.date, lo: from, hi: to, loOpen: true, hiOpen: false }
}
