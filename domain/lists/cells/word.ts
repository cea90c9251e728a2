import { plainHeading } from '../../plan/heading.ts'
import { nearest } from '../../rules/check/scope.ts'
import { type CellReading, NOTHING, refused, type SheetCell, took } from './reading-of-cell.ts'

const YES = [
  '是',
  '有',
  '√',
  '✓',
  '✔',
  '☑',
  '1',
  'y',
  'yes',
  'true',
  '对',
  '已',
  '已参加',
  '参加',
  '享受',
  '已享受',
  '已签',
  '已签订',
  '签订',
  '已务工',
  '已消除',
  '已解决',
  '在',
  '○',
  '●',
  't',
]
const NO = [
  '否',
  '无',
  '×',
  '✗',
  '✘',
  'x',
  '☐',
  '□',
  '0',
  'n',
  'no',
  'false',
  '没有',
  '未',
  '未参加',
  '不参加',
  '未享受',
  '不享受',
  '未签',
  '未签订',
  '未务工',
  '未消除',
  '未解决',
  '非',
  '不是',
  '不',
  '没',
  'f',
]
const BOOLEAN = new Map([...YES.map((word) => [word, true] as const), ...NO.map((word) => [word, false] as const)])

/** Reads words of one column; `codes` the ledger's codes and the words that mean them (of booleans: `true` and `false`, beside the usual ones). */
export function wordReader(
  type: 'code' | 'boolean',
  codes: Readonly<Record<string, readonly string[]>> = {},
): (cell: SheetCell) => CellReading {
  const meant = new Map<string, CellReading>()
  if (type === 'boolean') for (const [word, value] of BOOLEAN) meant.set(word, took(value))
  for (const [code, words] of Object.entries(codes)) {
    const value = took(type === 'boolean' ? code === 'true' : code)
    for (const word of [code, ...words]) meant.set(plainHeading(word), value)
  }
  const words = type === 'boolean' && !Object.keys(codes).length ? ['是', '否'] : Object.values(codes).flat()
  return (cell) => {
    if (cell === null) return NOTHING
    if (typeof cell === 'boolean') return type === 'boolean' ? took(cell) : refuseWord(String(cell), words)
    const plain = plainHeading(String(cell))
    // 3.初中、03-初中：a number of the system's own stands in front.
    return (
      meant.get(plain) ??
      meant.get(plain.replace(/^\d{1,2}/, '')) ??
      meant.get(plain.replace(/\(.*\)$/, '')) ??
      refuseWord(plain, words)
    )
  }
}

function refuseWord(plain: string, words: readonly string[]): CellReading {
  const near = nearWords(plain, words)
  const known = [...new Set(words)].slice(0, 12).join('、')
  if (near.length)
    return refused(
      'word',
      `不认识这个词；是否指 ${near.join('、')}？请改成其中之一。`,
      `This word is not known; did you mean ${near.join(', ')}? Write one of these.`,
    )
  return refused('word', `不认识这个词；请改用：${known}。`, `This word is not known; write one of: ${known}.`)
}

/** Words that share most of their signs; of short Chinese words one sign of difference is already far. */
function nearWords(plain: string, words: readonly string[]): string[] {
  const within = words.filter((word) => {
    const other = plainHeading(word)
    return other.length > 1 && (plain.includes(other) || (plain.length > 1 && other.includes(plain)))
  })
  return [...new Set(within.length ? within : nearest(plain, [...words]))].slice(0, 3)
}
