import type { Node, NodeOf } from '../ir.ts'
import { nullable } from '../rewrite/nullable.ts'
import { all, any, type Generator, guarded, not, unsupported, type ValueCode, variableName } from './code.ts'
import { no, yes } from './conditions.ts'
import { bound, rowCode, valueCode } from './values.ts'

/** A loop over a list: `each` makes the code for one element, told what it is and under which condition it belongs. */
type Element = { row: string } | { node: Node }
type Each = (element: Element, when: string, generator: Generator) => string

/** In strict mode an element of which it is unknown whether it belongs sets the flag `u`. */
function loop(list: Node, generator: Generator, each: Each): string {
  switch (list.op) {
    case 'named':
      return loop(list.body, generator, each)
    case 'rows':
      return rowsLoop(list, generator, each)
    case 'filter':
      return loop(list.list, generator, (element, when, inside) => {
        const known = withElement(list.id, element, list.list, inside)
        const cond = yes(list.cond, known)
        const isOpen = inside.strict && nullable(list.cond, true)
        const open = isOpen ? `u|=${all([when, not(any([cond, no(list.cond, known)]))])};` : ''
        return named(list.id, element, open + each(element, all([when, cond]), known))
      })
    case 'map':
      return loop(list.list, generator, (element, when, inside) =>
        named(list.id, element, each({ node: list.body }, when, withElement(list.id, element, list.list, inside))),
      )
    case 'flatten':
      return loop(list.list, generator, (element, when, inside) => {
        const inner = 'node' in element ? loop(element.node, inside, each) : unsupported('flatten')
        return when === 'true' ? inner : `if(${when}){${inner}}`
      })
    default:
      return unsupported(list.op)
  }
}

function rowsLoop(list: NodeOf<'rows'>, generator: Generator, each: Each): string {
  const { row: base, guard, record } = rowCode(list.base, generator)
  const { start, rows } = generator.snapshot[record]!.lists[list.key]!
  const [from, at] = [generator.bind(start, 'start'), `k${generator.variables.size}`]
  const row = rows ? `${generator.bind(rows, 'rows')}[${at}]` : at
  const body = `for(let ${at}=${from}[${base}],end=${from}[${base}+1];${at}<end;${at}++){${each({ row }, 'true', generator)}}`
  return guard === 'true' ? body : `if(${guard}){${body}}`
}

function withElement(id: number, element: Element, list: Node, generator: Generator): Generator {
  if (!('row' in element)) return unsupported('list')
  return { ...generator, variables: new Map([...generator.variables, [id, recordOf(list)]]) }
}

export function recordOf({ type }: Node): string {
  const of = typeof type === 'object' && 'list' in type ? type.list : undefined
  return typeof of === 'object' && 'record' in of ? of.record : unsupported('list')
}

/** Names the row of an element that a variable stands for. */
const named = (id: number, element: Element, code: string): string =>
  'row' in element ? `const ${variableName(id)}=${element.row};${code}` : code

/** The guard under which the list is there at all. */
function listGuard(list: Node, generator: Generator): string {
  if (list.op === 'rows') return rowCode(list.base, generator).guard
  if (list.op === 'named') return listGuard(list.body, generator)
  return 'list' in list ? listGuard(list.list, generator) : 'true'
}
const unlessThere = (guard: string, missing: string): string =>
  guard === 'true' ? '' : `if(!(${guard}))return ${missing};`

/** 1 true, 0 false, 2 unknown. */
export function quantifierCode(node: NodeOf<'some'> | NodeOf<'every'>, generator: Generator): string {
  return generator.functionOf(
    node,
    (inner) => {
      const [stop, rest] = node.op === 'some' ? [1, 0] : [0, 1]
      const [decides, stands] = node.op === 'some' ? [yes, no] : [no, yes]
      const body = loop(node.list, inner, (element, when, inside) => {
        const known = withElement(node.id, element, node.list, inside)
        const open = nullable(node.body, inner.strict) ? `w|=${all([when, not(stands(node.body, known))])};` : ''
        return named(node.id, element, `s|=${all([when, decides(node.body, known)])};${open}${FOUND}`)
      })
      // One that decides ends a long search, unless an element still to come may make the whole list unknown.
      const ends = body.includes('u|=') ? '' : `if(s)return ${stop};`
      const absent = unlessThere(listGuard(node.list, inner), '2')
      return `${absent}let u=0,w=0,s=0;${body.replaceAll(FOUND, isShort(node.list, inner) ? '' : ends)}return u?2:s?${stop}:w?2:${rest};`
    },
    generator,
  )
}
const FOUND = '/*found*/'

/** Few elements on average: going through all of them is cheaper than asking whether to stop. */
function isShort(list: Node, { snapshot }: Generator): boolean {
  if (list.op !== 'rows') return 'list' in list ? false : list.op === 'named'
  const { start } = snapshot[list.record]!.lists[list.key]!
  return start.at(-1)! <= 8 * (start.length - 1)
}

/** NaN when null. */
export function foldCode(node: NodeOf<'fold'>, generator: Generator): ValueCode {
  if (node.type === 'string' || !['count', 'sum', 'min', 'max'].includes(node.aggregate))
    return unsupported(node.aggregate)
  if (bound(node, generator) > Number.MAX_SAFE_INTEGER) return unsupported(node.aggregate)
  const value = generator.functionOf(
    node,
    (inner) => {
      const body = loop(node.list, inner, (element, when, inside) => step(node, element, when, inside))
      const absent = unlessThere(listGuard(node.list, inner), 'NaN')
      const result = node.aggregate === 'count' ? 'n' : 'n===0?NaN:a'
      return `${absent}let u=0,n=0,a=0,x=0;${body}return u?NaN:${result};`
    },
    generator,
  )
  const there = nullable(node, generator.strict) ? `!Number.isNaN(${value})` : 'true'
  return { guard: 'true', there, value, missing: 'nan' }
}

function step(node: NodeOf<'fold'>, element: Element, when: string, generator: Generator): string {
  if (node.aggregate === 'count') return when === 'true' ? 'n++;' : `n+=(${when})|0;`
  if (!('node' in element)) return unsupported(node.aggregate)
  const { guard, there, value } = valueCode(element.node, generator)
  const take = { sum: 'a+=x', min: 'a=n===0||x<a?x:a', max: 'a=n===0||x>a?x:a' }[node.aggregate as 'sum']
  const present = guarded([guard], there)
  const absent = present === 'true' ? '' : `if(!(${present}))return NaN;`
  const body = `${absent}x=${value};${take};n++;`
  return when === 'true' ? body : `if(${when}){${body}}`
}
