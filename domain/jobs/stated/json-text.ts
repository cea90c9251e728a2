import { fail } from '../../base/fail.ts'

/**
 * JSON as written, its faults by line and column: what is broken, and names that stand twice in one object, of which JSON.parse
 * would silently keep the last. Nothing of the text is repeated in a refusal.
 */
export function parseJson(text: string): unknown {
  const plain = text.startsWith('\ufeff') ? text.slice(1) : text
  const fault = findFault(plain)
  if (fault) refuse(plain, fault)
  return JSON.parse(plain)
}

type Fault = { at: number; reason: 'broken' | 'duplicate' }

function refuse(text: string, { at, reason }: Fault): never {
  const before = text.slice(0, at).split('\n')
  const where = { line: before.length, column: before.at(-1)!.length + 1 }
  const place = { zh: `第 ${where.line} 行第 ${where.column} 列`, en: `line ${where.line}, column ${where.column}` }
  if (reason === 'duplicate')
    fail(
      'jobs.instance.duplicateKey',
      {
        zh: `${place.zh}：这个名称在同一个对象里出现了两次；合并为一个。`,
        en: `${place.en}: this name stands twice in one object; make it one.`,
      },
      { status: 422, where },
    )
  const end = at >= text.length
  fail(
    'jobs.instance.notJson',
    {
      zh: `${place.zh}：不是完整的 JSON（${end ? '文件到此中断' : '此处的字符不合语法'}）；检查引号、逗号和括号。`,
      en: `${place.en}: this is not JSON (${end ? 'the file ends too early' : 'what stands here does not belong'}); look at quotes, commas and brackets.`,
    },
    { status: 422, where },
  )
}

const TOKEN = new RegExp(
  [
    String.raw`[\t\n\r ]*(?:([{}[\]:,])`,
    String.raw`("[^"\\\u0000-\u001f]*(?:\\(?:["\\/bfnrt]|u[\da-fA-F]{4})[^"\\\u0000-\u001f]*)*")`,
    String.raw`(-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null))`,
  ].join('|'),
  'y',
)

/** What may come next: a value, a name, or what closes or goes on. */
type Expect = 'value' | 'valueOrEnd' | 'name' | 'nameOrEnd' | 'colon' | 'after' | 'end'

/** The first place where the text leaves JSON's grammar or repeats a name; undefined when it does neither. */
function findFault(text: string): Fault | undefined {
  const open: (Set<string> | null)[] = []
  let expect: Expect = 'value'
  TOKEN.lastIndex = 0
  for (;;) {
    const from = TOKEN.lastIndex
    const token = TOKEN.exec(text)
    if (!token) {
      const rest = from + /^[\t\n\r ]*/.exec(text.slice(from))![0].length
      return rest >= text.length && expect === 'end' ? undefined : { at: rest, reason: 'broken' }
    }
    const [whole, mark, string] = token
    const at = from + whole.length - whole.trimStart().length
    const next = step(expect, mark ?? (string ? '"' : '0'), open)
    if (!next) return { at, reason: 'broken' }
    if (string && next === 'colon') {
      const names = open.at(-1)!
      const name = JSON.parse(string) as string
      if (names.has(name)) return { at, reason: 'duplicate' }
      names.add(name)
    }
    expect = next
  }
}

/** One token of JSON's grammar: what may follow it, undefined if it may not stand here. `open` are the objects and lists around it. */
function step(expect: Expect, token: string, open: (Set<string> | null)[]): Expect | undefined {
  const closed = (): Expect => (open.length ? 'after' : 'end')
  const inObject = open.at(-1) instanceof Set
  if (token === '{' || token === '[') {
    if (expect !== 'value' && expect !== 'valueOrEnd') return undefined
    open.push(token === '{' ? new Set() : null)
    return token === '{' ? 'nameOrEnd' : 'valueOrEnd'
  }
  if (token === '}' || token === ']') {
    const empty = token === '}' ? 'nameOrEnd' : 'valueOrEnd'
    if ((expect !== 'after' && expect !== empty) || inObject !== (token === '}')) return undefined
    open.pop()
    return closed()
  }
  if (token === ':') return expect === 'colon' ? 'value' : undefined
  if (token === ',') return expect !== 'after' ? undefined : inObject ? 'name' : 'value'
  if (token === '"' && (expect === 'name' || expect === 'nameOrEnd')) return 'colon'
  return expect === 'value' || expect === 'valueOrEnd' ? closed() : undefined
}
