import { normalizeContextKey, parser, trackVariables } from 'lezer-feel'
import { refuse } from '../refuse.ts'

export type SyntaxNode = ReturnType<typeof parser.parse>['topNode']

/** Built-ins whose name holds a keyword: the tracker must know them, or `between` splits the name. */
const NAMES_WITH_KEYWORDS = ['months between', 'day of reaching']

/** A name the grammar reads as one without being told; the fewer it is told, the faster it reads. */
const ONE_WORD = /^[\p{L}_][\p{L}\p{N}_]*$/u

/** lezer-feel's grammar depends on the names in scope: one with spaces is one name only when the tracker knows it. */
export function syntaxTree(text: string, names: Iterable<string>): SyntaxNode {
  const known: Record<string, null> = {}
  for (const name of [...names, ...NAMES_WITH_KEYWORDS])
    if (!ONE_WORD.test(name) && mayStandIn(text, name)) known[name] = null
  const configured = parser.configure({ top: 'Expression', contextTracker: trackVariables(known) })
  const tree = configured.parse(text)
  tree.iterate({
    enter(node) {
      if (node.type.isError) refuseSyntax(text, node.from, node.to)
    },
  })
  return tree.topNode
}

/** However a name is spaced, the word that it begins with stands in the text as it is. */
const mayStandIn = (text: string, name: string): boolean => text.includes(name.split(WORD_END, 1)[0]!)
const WORD_END = /[\s./\-'+*]/

function refuseSyntax(text: string, from: number, to: number): never {
  const near = text.slice(from, to) || text.slice(Math.max(0, from - 12), from)
  refuse(
    'syntax',
    { zh: `这里的写法不完整或有误：“${near}”`, en: `The expression is incomplete or malformed near “${near}”.` },
    text,
    { from: Math.min(from, Math.max(0, text.length - 1)), to: Math.min(Math.max(to, from + 1), text.length) },
  )
}

export const canonicalName = (name: string): string => normalizeContextKey(name)

/** Children without comments. */
export function kids(node: SyntaxNode): SyntaxNode[] {
  const found: SyntaxNode[] = []
  for (let child = node.firstChild; child; child = child.nextSibling) {
    if (!child.type.isSkipped && !child.name.endsWith('Comment')) found.push(child)
  }
  return found
}

const isPunctuation = (name: string): boolean => !/^[A-Z]/.test(name) && name !== 'null' && name !== '?'
/** Children that carry meaning: no keywords, brackets or operators. */
export const parts = (node: SyntaxNode): SyntaxNode[] => kids(node).filter((child) => !isPunctuation(child.name))
