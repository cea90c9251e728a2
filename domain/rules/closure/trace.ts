import type { Words } from '../../base/fail.ts'
import type { Json } from '../context.ts'

/** One sub-expression with its value, on its own span of `source`. */
export type Trace = {
  from: number
  to: number
  /** The rule's own text, or that of the derived fact that this part comes from. */
  source: string
  text: string
  op: string
  value: Json
  children: Trace[]
  /** The stored fact that was read. */
  fact?: FactName
  /** The derived fact that `children` spell out. */
  derived?: FactName
  /** Elements of a list that were tried: those that decided, and a few others. */
  elements?: ElementTrace[]
  /** False today; true from this day on, if nothing else changes. */
  notYet?: string
}
export type FactName = { record: string; key: string; label: Words }
type ElementTrace = { index: number; value: Json; children: Trace[] }
/** Beyond this many an explanation stops showing elements that did not decide. */
const SHOWN_ELEMENTS = 3

/** Builds the tree while closures run: what is opened inside becomes a child. */
export class Tracer {
  private open: Trace[] = []
  readonly root: Trace[] = []

  enter(trace: Trace): void {
    ;(this.open.at(-1)?.children ?? this.root).push(trace)
    this.open.push(trace)
  }
  leave(value: Json): Trace {
    const trace = this.open.pop()!
    trace.value = value
    return trace
  }

  /** An element's sub-expressions are gathered apart, and kept only if it is worth showing. */
  element(
    index: number,
    decides: (value: Json) => boolean,
    run: () => unknown,
    json: (value: unknown) => Json,
  ): unknown {
    const holder: Trace = { from: 0, to: 0, source: '', text: '', op: 'element', value: null, children: [] }
    const parent = this.open.at(-1)
    this.open.push(holder)
    const value = run()
    this.open.pop()
    if (!parent) return value
    const shown = json(value)
    parent.elements ??= []
    const { elements } = parent
    const room = elements.length < SHOWN_ELEMENTS
    if (room || (decides(shown) && elements.filter((each) => decides(each.value)).length < SHOWN_ELEMENTS)) {
      elements.push({ index, value: shown, children: holder.children })
    }
    return value
  }
}

/** Missing facts that leave a part unknown: those on the path of unknown values from the top. */
export function missingFacts(trace: Trace): FactName[] {
  const found = new Map<string, FactName>()
  const visit = (at: Trace): void => {
    if (at.value !== null) return
    if (at.fact) found.set(`${at.fact.record}.${at.fact.key}`, at.fact)
    at.children.forEach(visit)
    for (const each of at.elements ?? []) if (each.value === null) each.children.forEach(visit)
  }
  visit(trace)
  return [...found.values()]
}

/** Days on which some part turns true. */
export function turningDays(trace: Trace): string[] {
  const below = [...trace.children, ...(trace.elements ?? []).flatMap((each) => each.children)]
  return [...(trace.notYet ? [trace.notYet] : []), ...below.flatMap(turningDays)]
}
