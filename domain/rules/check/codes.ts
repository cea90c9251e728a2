import type { CodeList } from '../../people/fact.ts'
import type { Node } from '../ir.ts'
import { refuse } from '../refuse.ts'
import type { Checker } from './scope.ts'

/** A literal beside a coded fact: its Chinese or English label becomes the code; anything else is a mistake. */
function coded(node: Node, codes: CodeList | undefined, cx: Checker): Node {
  if (!codes) return node
  if (node.op === 'items') return { ...node, items: node.items.map((item) => coded(item, codes, cx)) }
  if (node.op !== 'literal' || typeof node.value !== 'string' || node.parameter) return node
  const written = node.value
  if (Object.hasOwn(codes, written)) return { ...node, codes }
  const code = Object.keys(codes).find((key) => codes[key]!.zh === written || codes[key]!.en === written)
  if (code !== undefined) return { ...node, value: code, codes }
  const valid = Object.entries(codes)
  const shown = valid.slice(0, 12)
  const more = valid.length > shown.length
  refuse(
    'code',
    {
      zh: `“${written}”不是可用的代码；可用：${shown.map(([key, words]) => `${words.zh}（${key}）`).join('、')}${more ? '……' : ''}`,
      en: `“${written}” is not a valid code; valid are: ${shown.map(([key]) => key).join(', ')}${more ? ', …' : ''}`,
    },
    cx.text,
    node,
  )
}

/** Two operands of one comparison: each literal is read in the codes of the other. */
export const codedPair = (a: Node, b: Node, cx: Checker): [Node, Node] => [coded(a, b.codes, cx), coded(b, a.codes, cx)]
