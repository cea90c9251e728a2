import { children, type Node, type NodeOf, rewrite } from '../ir.ts'
import { dayText } from '../values/calendar.ts'
import type { Closure, Frame } from './frame.ts'

/** Stands for the day a rule is asked for when another day is tried. */
const DAY = -1
const FURTHEST = 36525

const isDayParameter = (node: Node): node is NodeOf<'literal'> =>
  node.op === 'literal' && node.type === 'date' && node.parameter !== undefined && node.value !== null

export function dayParameter(node: Node): NodeOf<'literal'> | undefined {
  if (isDayParameter(node)) return node
  for (const child of children(node)) {
    const found = dayParameter(child)
    if (found) return found
  }
  return undefined
}

/** The same condition with the parameter's day left open. */
export function withOpenDay(node: Node, parameter: string): Node {
  return rewrite(node, (at) =>
    isDayParameter(at) && at.parameter === parameter
      ? { op: 'variable', id: DAY, name: parameter, type: 'date', from: at.from, to: at.to }
      : at,
  )
}

export function onDay(closure: Closure, frame: Frame, day: number): unknown {
  frame.vars[DAY] = day
  return closure(frame)
}

/**
 * The first later day on which a condition that is false today holds. Conditions on dates turn true once and stay so:
 * a doubling stride finds a day on which it holds, halving finds the first.
 */
export function firstDayTrue(closure: Closure, frame: Frame, today: number): string | undefined {
  let stride = 1
  while (stride <= FURTHEST && onDay(closure, frame, today + stride) !== true) stride *= 2
  if (stride > FURTHEST) return undefined
  let [no, yes] = [today + Math.floor(stride / 2), today + stride]
  if (stride === 1) no = today
  while (yes - no > 1) {
    const middle = Math.floor((no + yes) / 2)
    if (onDay(closure, frame, middle) === true) yes = middle
    else no = middle
  }
  return dayText(yes)
}
