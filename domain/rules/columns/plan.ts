import { children, type Node, type NodeOf, ROOT } from '../ir.ts'
import { nullable } from '../rewrite/nullable.ts'
import {
  type Bits,
  bitsFor,
  fetchBits,
  intersect,
  invert,
  type Lists,
  markParents,
  parentsOf,
  type Range,
  unite,
} from './bits.ts'
import { type Generator, type Rail, variableName } from './code.ts'
import { ownRail } from './conditions.ts'
import { recordOf } from './lists.ts'
import type { Snapshot } from './snapshot.ts'
import { structureOf } from './structure.ts'
import { THROUGH, throughReference } from './through.ts'

/** A step fills the bits of one condition for a range of its table; steps run in the order in which they were planned. */
type Step = (ranges: (record: string) => Range) => void
type Kernel = (out: Bits, from: number, to: number) => void
export type PlanSetting = { strict: boolean; snapshot: Snapshot; root: string }

const SHAREABLE = new Set(['compare', 'between', 'equal', 'oneOf', 'and', 'or', 'some', 'every', 'if'])

/**
 * Turns conditions into steps over whole tables: comparisons become generated loops that fill one bit a row, logic works
 * on 32 rows at once, quantifiers mark the parents of marked elements. What several rules ask is worked out once.
 */
export class Plan {
  readonly setting: PlanSetting
  private readonly steps: Step[] = []
  private readonly made = new Map<string, Bits>()
  private readonly asked = new Map<string, number>()
  private readonly bound = new Map<unknown, string>()
  private readonly functions = new Map<string, { name: string; text: string }>()
  private readonly kernelTexts: string[] = []
  private kernels: Kernel[] = []
  private readonly lists = new Map<string, Lists>()
  /** Where the elements of a root's row begin. */
  private readonly parts = new Map<string, Int32Array>()
  /** Tables that are needed whole, whatever part of the root's is asked for. */
  private readonly whole = new Set<string>()
  private names = 0

  constructor(irs: readonly Node[], setting: PlanSetting) {
    this.setting = setting
    for (const ir of irs) this.countAsked(ir)
  }

  private countAsked(node: Node): void {
    if (SHAREABLE.has(node.op)) {
      const { text } = structureOf(node)
      const times = (this.asked.get(text) ?? 0) + 1
      this.asked.set(text, times)
      // What stands inside something shared is worked out once with it.
      if (times > 1) return
    }
    for (const child of children(node)) this.countAsked(child)
  }

  /** The bits of one rail of a condition over a table; `id` is the variable that stands for a row of it. */
  bits(node: Node, rail: Rail, id: number, record: string): Bits {
    if (node.op === 'named') return this.bits(node.body, rail, id, record)
    if (node.op === 'not') return this.bits(node.arg, rail === 'yes' ? 'no' : 'yes', id, record)
    const key = `${rail} ${record} ${structureOf(node).text}`
    const known = this.made.get(key)
    if (known) return known
    const out = bitsFor(this.setting.snapshot[record]!.rows)
    const step = this.stepFor(node, rail, id, record, out)
    this.steps.push(step)
    this.made.set(key, out)
    return out
  }

  private stepFor(node: Node, rail: Rail, id: number, record: string, out: Bits): Step {
    if (node.op === 'literal') return () => out.fill(node.value === (rail === 'yes') ? -1 : 0)
    if (rail === 'no' && !nullable(node, this.setting.strict)) {
      const yes = this.bits(node, 'yes', id, record)
      return (ranges) => invert(out, yes, ranges(record))
    }
    if (node.op === 'and' || node.op === 'or') return this.logic(node, rail, id, record, out)
    if (node.op === 'some' || node.op === 'every') {
      const marked = this.quantifier(node, rail, id, record, out)
      if (marked) return marked
    }
    return this.through(node, rail, id, record, out) ?? this.kernel(node, rail, id, record, out)
  }

  private through(node: Node, rail: Rail, id: number, record: string, out: Bits): Step | undefined {
    const through = throughReference(node, id, this.setting.strict)
    if (!through) return undefined
    const there = this.bits(through.node, rail, THROUGH, through.record)
    const row = this.setting.snapshot[record]!.refs[through.key]!
    this.whole.add(through.record)
    return (ranges) => fetchBits(out, there, row, ranges(record))
  }

  private logic(node: NodeOf<'and' | 'or'>, rail: Rail, id: number, record: string, out: Bits): Step {
    const [first, ...rest] = node.args.map((arg) => this.bits(arg, rail, id, record)) as [Bits, ...Bits[]]
    const join = (node.op === 'and') === (rail === 'yes') ? intersect : unite
    return (ranges) => {
      const range = ranges(record)
      join(out, first, rest[0] ?? first, range)
      for (const next of rest.slice(1)) join(out, out, next, range)
    }
  }

  /** Over a list of the row itself, with a condition on nothing but the element. */
  private quantifier(
    node: NodeOf<'some'> | NodeOf<'every'>,
    rail: Rail,
    id: number,
    record: string,
    out: Bits,
  ): Step | undefined {
    const { list, body } = node
    if (list.op !== 'rows' || list.base.op !== 'variable' || list.base.id !== id) return undefined
    if (structureOf(body).free.some((free) => free !== node.id)) return undefined
    const of = recordOf(list)
    // A `some` is true by an element that is true; it is false when no element is other than false. `every` is its dual.
    const wanted: Rail = node.op === 'some' ? 'yes' : 'no'
    const isWitness = (rail === 'yes') === (node.op === 'some')
    const marked = isWitness
      ? this.bits(body, wanted, node.id, of)
      : this.inverse(body, wanted === 'yes' ? 'no' : 'yes', node.id, of)
    const lists = this.listOf(record, list.key, of)
    this.neededFrom(record, of, lists)
    return (ranges) => {
      markParents(out, marked, lists, ranges(record), ranges(of))
      if (!isWitness) invert(out, out, ranges(record))
    }
  }

  /** Elements of the root's rows lie together, so a part of the root needs but a part of them; all else is taken whole. */
  private neededFrom(record: string, of: string, { start, rows }: Lists): void {
    const before = this.parts.get(of)
    const isPart = !rows && record === this.setting.root && of !== record && (before === undefined || before === start)
    if (isPart) this.parts.set(of, start)
    else this.whole.add(of)
  }

  private inverse(node: Node, rail: Rail, id: number, record: string): Bits {
    const bits = this.bits(node, rail, id, record)
    const out = bitsFor(this.setting.snapshot[record]!.rows)
    this.steps.push((ranges) => invert(out, bits, ranges(record)))
    return out
  }

  private listOf(record: string, key: string, of: string): Lists {
    const name = `${record}.${key}`
    const { snapshot } = this.setting
    const known = this.lists.get(name) ?? parentsOf(snapshot[record]!.lists[key]!, snapshot[of]!.rows)
    this.lists.set(name, known)
    return known
  }

  private kernel(node: Node, rail: Rail, id: number, record: string, out: Bits): Step {
    const row = variableName(id)
    const test = ownRail(node, rail, this.generator(new Map([[id, record]])))
    const at = this.kernelTexts.length
    this.kernelTexts.push(
      `(function(out,from,to){for(let ${row}=from&~31;${row}<to;){const w=${row}>>5,end=${row}+32<to?${row}+32:to;let x=0;` +
        `for(;${row}<end;${row}++)x|=(${test})<<${row};out[w]=x}})`,
    )
    return (ranges) => {
      const { from, to } = ranges(record)
      this.kernels[at]!(out, from, to)
    }
  }

  private generator(variables: ReadonlyMap<number, string>): Generator {
    const { strict, snapshot } = this.setting
    return {
      strict,
      snapshot,
      variables,
      bind: (value, hint) => this.bind(value, hint),
      functionOf: (node, body, { variables: visible }) => this.functionOf(node, body, visible),
      bit: (node, rail, { variables: visible }) => this.bit(node, rail, visible),
    }
  }

  private bind(value: unknown, hint: string): string {
    const name = this.bound.get(value) ?? this.fresh(hint)
    this.bound.set(value, name)
    return name
  }
  private fresh(hint: string): string {
    this.names += 1
    return `${hint.replace(/[^a-z]/gi, '')}_${this.names}`
  }

  private functionOf(
    node: Node,
    body: (generator: Generator) => string,
    variables: ReadonlyMap<number, string>,
  ): string {
    const { text, free } = structureOf(node)
    const args = free.map(variableName).join(',')
    const key = `${text} ${free.map((id) => variables.get(id)).join(' ')}`
    const known = this.functions.get(key)
    if (known) return `${known.name}(${args})`
    const made = { name: this.fresh('f'), text: '' }
    made.text = `function ${made.name}(${args}){${body(this.generator(new Map(free.map((id) => [id, variables.get(id)!]))))}}`
    this.functions.set(key, made)
    return `${made.name}(${args})`
  }

  /** Worked out beforehand pays for what is asked again, and for quantifiers. */
  private bit(node: Node, rail: Rail, variables: ReadonlyMap<number, string>): string | undefined {
    if (!SHAREABLE.has(node.op)) return undefined
    const { text, free } = structureOf(node)
    const [id] = free
    const pays = (this.asked.get(text) ?? 0) > 1 || node.op === 'some' || node.op === 'every'
    if (id === undefined || free.length > 1 || !pays) return undefined
    const record = variables.get(id)
    if (record === undefined) return undefined
    const name = this.bind(this.bits(node, rail, id, record), 'bits')
    if (id !== ROOT) this.whole.add(record)
    return `((${name}[${variableName(id)}>>5]>>>${variableName(id)})&1)`
  }

  /** Compiles what was planned; the run fills all bits for a range of the root's rows. */
  compile(): (range: Range) => void {
    const functions = [...this.functions.values()].map(({ text }) => text).join('\n')
    const text = `'use strict';${functions}\nreturn [${this.kernelTexts.join(',\n')}]`
    this.kernels = new Function(...this.bound.values(), text)(...this.bound.keys()) as Kernel[]
    return (range) => {
      const ranges = this.ranges(range)
      for (const step of this.steps) step(ranges)
    }
  }

  private ranges(range: Range): (record: string) => Range {
    const { root, snapshot } = this.setting
    return (record) => {
      const start = this.parts.get(record)
      if (this.whole.has(record) || (record !== root && !start)) return { from: 0, to: snapshot[record]!.rows }
      return start ? { from: start[range.from]!, to: start[range.to]! } : range
    }
  }
}
