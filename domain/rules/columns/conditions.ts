import { buildNode } from '../closure/build.ts'
import type { Builder } from '../closure/frame.ts'
import { children, type Node, type NodeOf, type Order, rewrite } from '../ir.ts'
import { nullable } from '../rewrite/nullable.ts'
import { isRecord } from '../type.ts'
import { type Decimal, toText } from '../values/decimal.ts'
import { all, any, type Generator, guarded, not, type Rail, unsupported, type ValueCode } from './code.ts'
import { quantifierCode } from './lists.ts'
import { rowCode, valueCode } from './values.ts'

/** Two rails: `yes` is the condition under which a node is true, `no` under which it is false; neither means unknown. */
export const yes = (node: Node, generator: Generator): string => rail(node, 'yes', generator)
export const no = (node: Node, generator: Generator): string => rail(node, 'no', generator)
const opposite = (side: Rail): Rail => (side === 'yes' ? 'no' : 'yes')

function rail(node: Node, side: Rail, generator: Generator): string {
  if (node.op === 'named') return rail(node.body, side, generator)
  if (node.op === 'not') return rail(node.arg, opposite(side), generator)
  if (node.op === 'literal') return String(node.value === (side === 'yes'))
  return generator.bit(node, side, generator) ?? ownRail(node, side, generator)
}

/** The condition itself, row by row. */
export function ownRail(node: Node, side: Rail, generator: Generator): string {
  const strings = stringTable(node, generator)
  if (strings) return `${strings}===${side === 'yes' ? 1 : 0}`
  switch (node.op) {
    case 'and':
    case 'or': {
      const parts = node.args.map((arg) => rail(arg, side, generator))
      return (node.op === 'and') === (side === 'yes') ? all(parts) : any(parts)
    }
    case 'field':
      return booleanField(node, side, generator)
    case 'compare':
      return compareCode(node.order, side, node.a, node.b, generator)
    case 'between':
      return betweenCode(node, side, generator)
    case 'equal':
      return equalCode(node, side, generator)
    case 'oneOf':
      return oneOfCode(node, side, generator)
    case 'isNull':
      return isNullCode(node, side, generator)
    case 'if':
      return ifCode(node, side, generator)
    case 'some':
    case 'every':
      return `${quantifierCode(node, generator)}===${side === 'yes' ? 1 : 0}`
    default:
      return unsupported(node.op)
  }
}

function booleanField(node: NodeOf<'field'>, side: Rail, generator: Generator): string {
  const { guard, value } = valueCode(node, generator)
  return guarded([guard], `${value}===${side === 'yes' ? 1 : 0}`)
}

const OPPOSITE: Record<Order, Order> = { '<': '>=', '<=': '>', '>': '<=', '>=': '<' }
const MIRRORED: Record<Order, Order> = { '<': '>', '<=': '>=', '>': '<', '>=': '<=' }

/** A literal with decimals may stand beside a whole number: the nearest double lies on the same side of it. */
function operand(node: Node, generator: Generator): ValueCode {
  const value = node.op === 'literal' ? node.value : null
  if (value === null || typeof value !== 'object' || value.scale <= 0) return valueCode(node, generator)
  const text = toText(value as Decimal)
  return text.length <= 15
    ? { guard: 'true', there: 'true', value: `(${text})`, missing: 'other' }
    : unsupported('number')
}

function compareCode(order: Order, side: Rail, left: Node, right: Node, generator: Generator): string {
  const written = side === 'yes' ? order : OPPOSITE[order]
  const [a, b] = [operand(left, generator), operand(right, generator)]
  const test = `${a.value}${written}${b.value}`
  if (a.there === 'false' || b.there === 'false') return 'false'
  const thereA = settles(a, written, right) ? 'true' : a.there
  const thereB = settles(b, MIRRORED[written], left) ? 'true' : b.there
  return guarded([a.guard, b.guard], all([thereA, thereB, test]))
}

/** Needs no test of its own when a missing value fails the comparison anyway. */
function settles(code: ValueCode, order: Order, against: Node): boolean {
  if (code.missing === 'nan') return true
  return code.missing === 'least' && against.op === 'literal' && (order === '>' || order === '>=')
}

function betweenCode(node: NodeOf<'between'>, side: Rail, generator: Generator): string {
  const lower = compareCode(node.loOpen ? '>' : '>=', side, node.arg, node.lo, generator)
  const upper = compareCode(node.hiOpen ? '<' : '<=', side, node.arg, node.hi, generator)
  return side === 'yes' ? all([lower, upper]) : any([lower, upper])
}

function equalCode(node: NodeOf<'equal'>, side: Rail, generator: Generator): string {
  const equals = node.negated === (side === 'no')
  if (node.a.type === 'boolean') return equalTruths(node, equals, generator)
  const texts = twoTexts(node)
  const [a, b] = texts ? textCodes(texts, generator) : [operand(node.a, generator), operand(node.b, generator)]
  const guards = [a.guard, b.guard]
  const present = [a.there, b.there]
  if (generator.strict) return guarded(guards, all([...present, `${a.value}${equals ? '===' : '!=='}${b.value}`]))
  const absent = all([not(guarded([a.guard], a.there)), not(guarded([b.guard], b.there))])
  const same = any([guarded(guards, all([...present, `${a.value}===${b.value}`])), absent])
  return equals ? same : not(same)
}

type Text = NodeOf<'field'>
const bare = (node: Node): Node => (node.op === 'named' ? bare(node.body) : node)

/** Two facts in words held against each other, not one against words that are written. */
function twoTexts(node: Node): [Text, Text] | undefined {
  if (node.op !== 'equal') return undefined
  const [a, b] = [bare(node.a), bare(node.b)]
  return a.op === 'field' && b.op === 'field' && a.type === 'string' && b.type === 'string' ? [a, b] : undefined
}

/** Codes of both in the dictionary of the second: words that it does not hold equal nothing in it. */
function textCodes([a, b]: [Text, Text], generator: Generator): [ValueCode, ValueCode] {
  const [first, second] = [textCode(a, generator), textCode(b, generator)]
  const turned = generator.bind(turnedInto(first.dictionary, second.dictionary), 'turned')
  return [{ ...first.code, value: `${turned}[${first.code.value}]` }, second.code]
}

function textCode(node: Text, generator: Generator) {
  const { row, guard, record } = rowCode(node.base, generator)
  const { columns, dictionaries } = generator.snapshot[record]!
  const value = `${generator.bind(columns[node.key], node.key)}[${row}]`
  const code: ValueCode = { guard, there: `${value}!==0`, value, missing: 'other' }
  return { code, dictionary: dictionaries[node.key]! }
}

type Dictionary = readonly (string | null)[]
const turnings = new WeakMap<Dictionary, WeakMap<Dictionary, Int32Array>>()

/** For each code of one dictionary that of the same words in another; -1 where it has none. */
function turnedInto(from: Dictionary, to: Dictionary): Int32Array {
  const made = turnings.get(from) ?? new WeakMap<Dictionary, Int32Array>()
  turnings.set(from, made)
  const known = made.get(to)
  if (known) return known
  const codes = new Map(to.map((words, code) => [words, code]))
  const turned = Int32Array.from(from, (words) => codes.get(words) ?? -1)
  made.set(to, turned)
  return turned
}

function equalTruths(node: NodeOf<'equal'>, equals: boolean, generator: Generator): string {
  const [ay, an, by, bn] = [
    yes(node.a, generator),
    no(node.a, generator),
    yes(node.b, generator),
    no(node.b, generator),
  ]
  const same = any([all([ay, by]), all([an, bn])])
  if (generator.strict) return equals ? same : any([all([ay, bn]), all([an, by])])
  const both = any([same, all([not(ay), not(an), not(by), not(bn)])])
  return equals ? both : not(both)
}

function oneOfCode(node: NodeOf<'oneOf'>, side: Rail, generator: Generator): string {
  const { guard, there, value } = valueCode(node.arg, generator)
  const found = any(node.values.map((literal) => `${value}===${operand(literal, generator).value}`))
  const isIn = guarded([guard], all([there, found]))
  if (side === 'yes') return isIn
  return generator.strict ? guarded([guard], all([there, not(found)])) : not(isIn)
}

function isNullCode(node: NodeOf<'isNull'>, side: Rail, generator: Generator): string {
  const wantsNull = node.negated === (side === 'no')
  const there = presence(node.arg, generator)
  return wantsNull ? not(there) : there
}

function presence(node: Node, generator: Generator): string {
  if (isRecord(node.type)) return rowCode(node, generator).guard
  if (node.type === 'boolean') return any([yes(node, generator), no(node, generator)])
  if (node.type === 'string') return node.op === 'field' ? stringPresence(node, generator) : unsupported('string')
  const { guard, there } = valueCode(node, generator)
  return guarded([guard], there)
}

function stringPresence(node: NodeOf<'field'>, generator: Generator): string {
  const { row, guard, record } = rowCode(node.base, generator)
  return guarded([guard], `${generator.bind(generator.snapshot[record]!.columns[node.key], node.key)}[${row}]!==0`)
}

function ifCode(node: NodeOf<'if'>, side: Rail, generator: Generator): string {
  const cond = yes(node.cond, generator)
  const [whenYes, whenNo] = [rail(node.yes, side, generator), rail(node.no, side, generator)]
  const otherwise = generator.strict && nullable(node.cond, true) ? no(node.cond, generator) : not(cond)
  return any([all([cond, whenYes]), all([otherwise, whenNo])])
}

/** A condition on one string column is a table: one answer for each entry of its dictionary. */
function stringTable(node: Node, generator: Generator): string | undefined {
  if (!TABLED.has(node.op) || !hasString(node)) return undefined
  const fields = new Map<string, NodeOf<'field'>>()
  collect(node, fields)
  const [field] = fields.values()
  if (fields.size > 1) return twoTexts(node) ? undefined : unsupported('string')
  const base = field && rowCode(field.base, generator)
  const dictionary = field && base ? generator.snapshot[base.record]!.dictionaries[field.key]! : [null]
  const answers = Int8Array.from(dictionary, (value) => answer(node, value, generator.strict))
  const table = generator.bind(answers, 'table')
  if (!field || !base) return `${table}[0]`
  const code = `${generator.bind(generator.snapshot[base.record]!.columns[field.key], field.key)}[${base.row}]`
  return base.guard === 'true' ? `${table}[${code}]` : `${table}[${base.guard}?${code}:0]`
}

function collect(node: Node, into: Map<string, NodeOf<'field'>>): void {
  if (node.op === 'field') {
    if (node.type !== 'string') unsupported('string')
    into.set(
      JSON.stringify(node, (key, value) => (key === 'from' || key === 'to' || key === 'codes' ? undefined : value)),
      node,
    )
    return
  }
  if (!['literal', 'call', 'compare', 'equal', 'oneOf', 'between', 'named'].includes(node.op)) unsupported(node.op)
  for (const child of children(node)) collect(child, into)
}

const TABLED = new Set(['compare', 'equal', 'oneOf', 'between', 'call'])
const hasString = (node: Node): boolean =>
  node.type === 'string' ||
  (node.op !== 'fold' && node.op !== 'some' && node.op !== 'every' && children(node).some(hasString))

const PLACE = -2
function answer(node: Node, value: string | null, strict: boolean): number {
  const open = rewrite(node, (at) => (at.op === 'field' ? { ...at, op: 'variable', id: PLACE, name: at.key } : at))
  const builder: Builder = { strict, build: (child) => buildNode(child, builder) }
  const vars: unknown[] = []
  vars[PLACE] = value
  const result = builder.build(open)({ vars })
  return result === null ? 2 : result ? 1 : 0
}
