import type { Node, NodeOf } from '../ir.ts'
import { nullable } from '../nullable.ts'
import { all, type Generator, not, unsupported, type ValueCode, variableName } from './code.ts'
import { no, yes } from './conditions.ts'
import { bound, rowCode, valueCode } from './values.ts'

/** A loop over a list: `each` makes the code for one element, told what the element is. */
type Element = { row: string } | { node: Node }
type Each = (element: Element, generator: Generator) => string

/** In strict mode an element of which it is unknown whether it belongs sets the flag `u`. */
function loop(list: Node, generator: Generator, each: Each): string {
  switch (list.op) {
    case 'named':
      return loop(list.body, generator, each)
    case 'rows':
      return rowsLoop(list, generator, each)
    case 'filter':
      return loop(list.list, generator, (element, inside) => {
        const known = withElement(list.id, element, list.list, inside)
        const cond = yes(list.cond, known)
        const kept = `if(${cond}){${each(element, known)}}`
        const open = inside.strict && nullable(list.cond, true) ? `else if(${not(no(list.cond, known))}){u=true}` : ''
        return named(list.id, element, kept + open)
      })
    case 'map':
      return loop(list.list, generator, (element, inside) =>
        named(list.id, element, each({ node: list.body }, withElement(list.id, element, list.list, inside))),
      )
    case 'flatten':
      return loop(list.list, generator, (element, inside) =>
        'node' in element ? loop(element.node, inside, each) : unsupported('flatten'),
      )
    default:
      return unsupported(list.op)
  }
}

function rowsLoop(list: NodeOf<'rows'>, generator: Generator, each: Each): string {
  const base = rowCode(list.base, generator)
  const { start, rows } = generator.snapshot[base.record]!.lists[list.key]!
  const [from, at] = [
    generator.bind(start, `${list.key}_start`),
    `k${list.from}_${list.to}_${generator.variables.size}`,
  ]
  const row = rows ? `${generator.bind(rows, `${list.key}_rows`)}[${at}]` : at
  const body = `for(let ${at}=${from}[${base.row}],end=${from}[${base.row}+1];${at}<end;${at}++){${each({ row }, generator)}}`
  return base.there === 'true' ? body : `if(${base.there}){${body}}`
}

function withElement(id: number, element: Element, list: Node, generator: Generator): Generator {
  if (!('row' in element)) return unsupported('list')
  const record = recordOf(list)
  return { ...generator, variables: new Map([...generator.variables, [id, record]]) }
}

function recordOf(list: Node): string {
  const { type } = list
  if (typeof type === 'object' && 'list' in type && typeof type.list === 'object' && 'record' in type.list)
    return type.list.record
  return unsupported('list')
}

/** Names the row of an element that a variable stands for. */
const named = (id: number, element: Element, code: string): string =>
  'row' in element ? `const ${variableName(id)}=${element.row};${code}` : code

/** Is the list itself missing? */
function missingCode(list: Node, generator: Generator): string {
  if (list.op === 'rows') return rowCode(list.base, generator).there
  if (list.op === 'named') return missingCode(list.body, generator)
  return 'list' in list ? missingCode(list.list, generator) : 'true'
}

/** 1 true, 0 false, 2 unknown. */
export function quantifierCode(node: NodeOf<'some'> | NodeOf<'every'>, generator: Generator): string {
  return generator.functionOf(node, (inner) => {
    const [stop, rest] = node.op === 'some' ? [1, 0] : [0, 1]
    const [decides, stands] = node.op === 'some' ? [yes, no] : [no, yes]
    const body = loop(node.list, inner, (element, inside) => {
      const known = withElement(node.id, element, node.list, inside)
      const unknown = nullable(node.body, inner.strict) ? `else if(${not(stands(node.body, known))})w=true;` : ''
      return named(node.id, element, `if(${decides(node.body, known)}){${FOUND}}${unknown}`)
    })
    // One that decides ends the search, unless an element still to come may make the whole list unknown.
    const uncertain = body.includes('u=true')
    const found = body.replaceAll(FOUND, uncertain ? 's=true' : `return ${stop}`)
    const there = missingCode(node.list, inner)
    const absent = there === 'true' ? '' : `if(${not(there)})return 2;`
    return `${absent}let u=false,w=false,s=false;${found}return u?2:s?${stop}:w?2:${rest};`
  })
}
const FOUND = '/*found*/'

/** NaN when null. */
export function foldCode(node: NodeOf<'fold'>, generator: Generator): ValueCode {
  if (node.type === 'string' || !['count', 'sum', 'min', 'max'].includes(node.aggregate))
    return unsupported(node.aggregate)
  if (bound(node, generator) > Number.MAX_SAFE_INTEGER) return unsupported(node.aggregate)
  const called = generator.functionOf(node, (inner) => {
    const body = loop(node.list, inner, (element, inside) => step(node, element, inside))
    const there = missingCode(node.list, inner)
    const absent = there === 'true' ? '' : `if(${not(there)})return NaN;`
    const result = node.aggregate === 'count' ? 'n' : 'n===0?NaN:a'
    return `${absent}let u=false,n=0,a=0,x=0;${body}return u?NaN:${result};`
  })
  return {
    there: all([nullable(node, generator.strict) ? `!Number.isNaN(${called})` : 'true']),
    value: called,
    missing: 'nan',
  }
}

function step(node: NodeOf<'fold'>, element: Element, generator: Generator): string {
  if (node.aggregate === 'count') return 'n++;'
  if (!('node' in element)) return unsupported(node.aggregate)
  const { there, value } = valueCode(element.node, generator)
  const take = { sum: 'a+=x', min: 'a=n===0||x<a?x:a', max: 'a=n===0||x>a?x:a' }[node.aggregate as 'sum']
  const absent = there === 'true' ? '' : `if(${not(there)})return NaN;`
  return `${absent}x=${value};${take};n++;`
}
