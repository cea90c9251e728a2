import type { Api } from '#domain/api.ts'
import type { Reply } from '#domain/base/route.ts'

export type Why = Reply<Api['explainPredicate']>
export type Trace = Why['trace']
/** A stretch of the rule's text: plain, or a part with its outcome and what lies in it. */
export type Stretch = { key: number; text: string } | { key: number; part: Trace; inside: Stretch[] }

/**
 * The text of a node cut at its parts. Parts of another text (a derived fact's own rule) and repeats of a stretch
 * already shown (the elements of a list) are left to the steps below the text.
 */
export function stretchesOf(node: Trace, rule: string): Stretch[] {
  const cut: Stretch[] = []
  let at = node.from
  for (const part of shownParts(node, rule)) {
    if (part.from < at) continue
    if (part.from > at) cut.push({ key: at, text: rule.slice(at, part.from) })
    cut.push({ key: part.from, part, inside: stretchesOf(part, rule) })
    at = part.to
  }
  if (at < node.to) cut.push({ key: at, text: rule.slice(at, node.to) })
  return cut
}

function shownParts(node: Trace, rule: string): Trace[] {
  if (node.via) return []
  return node.parts
    .filter((part) => part.from >= node.from && part.to <= node.to && rule.slice(part.from, part.to) === part.text)
    .sort((a, b) => a.from - b.from || b.to - a.to)
}

/** Is there anything to say of this part: an outcome, a fact, or something below it that has? */
const isTelling = (node: Trace): boolean =>
  node.outcome !== null || node.facts.length > 0 || node.notYet !== null || node.parts.some(isTelling)

/** Parts worth a line of their own; a part that only groups gives way to what it groups. */
export const stepsOf = (node: Trace): Trace[] =>
  node.parts
    .filter(isTelling)
    .flatMap((part) => (part.outcome === null && part.facts.length === 0 ? stepsOf(part) : [part]))
