import type { Catalogue } from '../people/fact.ts'
import { type Generator, variableName } from './columns/code.ts'
import { no, yes } from './columns/conditions.ts'
import type { Snapshot } from './columns/snapshot.ts'
import { onlyRoot, structureOf } from './columns/structure.ts'
import type { Mode } from './evaluate.ts'
import { children, type Node, ROOT } from './ir.ts'
import type { Predicate } from './predicate.ts'
import { simplify } from './simplify.ts'
import { fused, strictForm } from './strict.ts'

export type ColumnsOptions = { mode?: Mode }
export type ColumnsRange = {
  from?: number
  to?: number
  /** One array a predicate, one byte a record: 1 yes, 0 no, 2 unknown. Asking for them, or for `all`, costs a second test. */
  outcomes?: readonly Uint8Array[]
  all?: boolean
}
/** Without `all` or `outcomes` only `yes` is counted. */
export type ColumnsCounts = { yes: Float64Array; no: Float64Array; unknown: Float64Array }
export type ColumnsRun = (range?: ColumnsRange) => ColumnsCounts
/** Binds to a snapshot; throws `rules.columns.unsupported` for what its columns cannot answer exactly. */
export type Columns = { bind: (snapshot: Snapshot) => ColumnsRun }

/**
 * Several rules over one record type as one loop of generated JavaScript over typed arrays. What several rules ask is
 * asked once per record. Rules that need more than whole numbers are refused, and the caller falls back on SQL.
 */
export function toColumns(
  predicates: readonly Predicate[],
  catalogue: Catalogue,
  { mode = 'strict' }: ColumnsOptions = {},
): Columns {
  const strict = mode === 'strict'
  const irs = predicates.map(({ ir }) => simplify(strict ? strictForm(ir) : fused(ir)))
  const root = predicates[0]?.root ?? ''
  if (predicates.some((predicate) => predicate.root !== root))
    throw new Error('Predicates over one record type at a time')
  return {
    bind: (snapshot) => {
      const rows = snapshot[root]?.rows ?? 0
      const count = new Program(irs, { strict, catalogue, snapshot, root }).compile(false)
      let detail: Loop | undefined
      return ({ from = 0, to = rows, outcomes, all = false } = {}) => {
        const counts = {
          yes: new Float64Array(irs.length),
          no: new Float64Array(irs.length),
          unknown: new Float64Array(irs.length),
        }
        if (!outcomes && !all) {
          count(from, to, counts)
          return counts
        }
        detail ??= new Program(irs, { strict, catalogue, snapshot, root }).compile(true)
        detail(from, to, counts, outcomes)
        return counts
      }
    },
  }
}

type Loop = (from: number, to: number, counts: ColumnsCounts, outcomes?: readonly Uint8Array[]) => void
type Setting = { strict: boolean; catalogue: Catalogue; snapshot: Snapshot; root: string }
/** V8 stops optimising functions that are too long. */
const LONGEST_BODY = 24_000
const SHAREABLE = new Set(['compare', 'between', 'equal', 'oneOf', 'and', 'or', 'some', 'every', 'if'])

class Program {
  private readonly irs: readonly Node[]
  private readonly setting: Setting
  private readonly bound = new Map<unknown, string>()
  private readonly functions = new Map<string, { name: string; text: string }>()
  private readonly structures = new Map<Node, ReturnType<typeof structureOf>>()
  private readonly asked = new Map<string, number>()
  /** Conditions already computed for the record in this loop, and their declarations in order. */
  private known = new Map<string, string>()
  private declared: string[] = []
  private names = 0

  constructor(irs: readonly Node[], setting: Setting) {
    this.irs = irs
    this.setting = setting
    for (const ir of irs) this.countAsked(ir)
  }

  private structure(node: Node): ReturnType<typeof structureOf> {
    const known = this.structures.get(node) ?? structureOf(node)
    this.structures.set(node, known)
    return known
  }

  private countAsked(node: Node): void {
    if (SHAREABLE.has(node.op)) {
      const { text } = this.structure(node)
      const times = (this.asked.get(text) ?? 0) + 1
      this.asked.set(text, times)
      // What stands inside something already shared is asked once with it.
      if (times > 1) return
    }
    for (const child of children(node)) this.countAsked(child)
  }

  private fresh(hint: string): string {
    this.names += 1
    return `${hint.replace(/[^a-z]/gi, '')}_${this.names}`
  }

  private generator(variables: Map<number, string>): Generator {
    const { strict, catalogue, snapshot } = this.setting
    return {
      strict,
      catalogue,
      snapshot,
      variables,
      bind: (value, hint) => {
        const name = this.bound.get(value) ?? this.fresh(hint)
        this.bound.set(value, name)
        return name
      },
      functionOf: (node, body) => this.functionOf(node, body, variables),
      shared: (node, rail, make) => this.shared(node, rail, make),
    }
  }

  private functionOf(node: Node, body: (generator: Generator) => string, variables: Map<number, string>): string {
    const { text, free } = this.structure(node)
    const args = free.map(variableName)
    const known = this.functions.get(text)
    if (known) return `${known.name}(${args.join(',')})`
    const name = this.fresh('f')
    const inner = new Map(free.map((id) => [id, variables.get(id)!]))
    const made = { name, text: '' }
    made.text = `function ${name}(${args.join(',')}){${this.withoutSharing(() => body(this.generator(inner)))}}`
    this.functions.set(text, made)
    return `${name}(${args.join(',')})`
  }

  /** A function of its own does not see what the loop computed. */
  private sharing = true
  private withoutSharing(make: () => string): string {
    const before = this.sharing
    this.sharing = false
    const made = make()
    this.sharing = before
    return made
  }

  private shared(node: Node, rail: 'yes' | 'no', make: () => string): string {
    if (!this.sharing || !SHAREABLE.has(node.op)) return make()
    const { text, free } = this.structure(node)
    if ((this.asked.get(text) ?? 0) < 2 || !onlyRoot(free)) return make()
    const key = `${rail} ${text}`
    const known = this.known.get(key)
    if (known) return known
    const code = make()
    const name = this.fresh('s')
    this.declared.push(`const ${name}=${code};`)
    this.known.set(key, name)
    return name
  }

  compile(detailed: boolean): Loop {
    const generator = this.generator(new Map([[ROOT, this.setting.root]]))
    const loops: string[] = []
    let statements: string[] = []
    const close = () => {
      const head = `for(let ${variableName(ROOT)}=from;${variableName(ROOT)}<to;${variableName(ROOT)}++){`
      loops.push(`(function(from,to,yes,no,unknown,outcomes){${head}${statements.join('\n')}}})`)
      statements = []
      this.known = new Map()
    }
    for (const [i, ir] of this.irs.entries()) {
      const test = yes(ir, generator)
      const fails = detailed ? no(ir, generator) : ''
      statements.push(...this.declared, statement(i, test, fails, detailed))
      this.declared = []
      if (statements.reduce((sum, text) => sum + text.length, 0) > LONGEST_BODY) close()
    }
    if (statements.length) close()
    return this.assembled(loops)
  }

  private assembled(loops: readonly string[]): Loop {
    const functions = [...this.functions.values()].map(({ text }) => text).join('\n')
    const text = `'use strict';${functions}\nreturn [${loops.join(',\n')}]`
    const made = new Function(...this.bound.values(), text)(...this.bound.keys()) as ((...args: unknown[]) => void)[]
    return (from, to, counts, outcomes) => {
      for (const loop of made) loop(from, to, counts.yes, counts.no, counts.unknown, outcomes)
    }
  }
}

function statement(i: number, test: string, fails: string, detailed: boolean): string {
  if (!detailed) return `if(${test})yes[${i}]++;`
  const mark = (value: number) => `if(outcomes)outcomes[${i}][${variableName(ROOT)}]=${value};`
  return `if(${test}){yes[${i}]++;${mark(1)}}else if(${fails}){no[${i}]++;${mark(0)}}else{unknown[${i}]++;${mark(2)}}`
}
