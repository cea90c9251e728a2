import { plainHeading } from '../heading.ts'
import type { List, ListColumn } from '../list.ts'
import type { Entry } from '../read/folder.ts'
import type { ListFile } from '../read/list-file.ts'
import { unknownName } from '../read/problem.ts'
import { type Checked, known, type Named, once, say, unread } from './context.ts'
import { checkListRecord } from './list-records.ts'

const WORDS: Named = { zh: '用词表', en: 'word list', in: ['cellWords'] }
const COLUMN = { zh: '列', en: 'column' }
const LIST: Named = { zh: '清单', en: 'list', in: ['lists'] }

/** A list's headings lead to one column each, its columns to facts of their kind, and its clauses to columns it has. */
export function checkLists(cx: Checked): void {
  once(
    cx,
    cx.parts.lists.map((entry) => ({ key: entry.value.key, entry, path: ['key'] })),
    LIST,
  )
  for (const entry of cx.parts.lists) {
    const list = cx.plan.lists.find(({ key }) => key === entry.value.key)
    if (!list) continue
    checkColumns(cx, entry, list)
    checkClauses(cx, entry, list)
    for (const [i, record] of list.says.entries()) checkListRecord(cx, entry, ['says', i], list, record)
    checkSubject(cx, entry, list)
  }
  for (const entry of cx.parts.listCases)
    known(
      cx,
      { entry, path: ['list'] },
      LIST,
      entry.value.list,
      cx.plan.lists.map(({ key }) => key),
    )
}

function checkColumns(cx: Checked, entry: Entry<ListFile>, { columns }: List): void {
  once(
    cx,
    columns.map(({ key }, i) => ({ key, entry, path: ['columns', i, 'key'] })),
    COLUMN,
  )
  const taken = new Map<string, string>()
  for (const [i, column] of columns.entries()) {
    for (const [j, heading] of column.headings.entries()) {
      const plain = plainHeading(heading)
      const before = taken.get(plain)
      taken.set(plain, column.key)
      if (before !== undefined)
        say(cx, entry, ['columns', i, 'headings', j], {
          zh: `表头“${heading}”已属于列 ${before}；一个表头只能认作一列，删去其一。`,
          en: `The heading “${heading}” already belongs to ${before}; a heading leads to one column, delete one.`,
        })
    }
    checkKind(cx, entry, i, column)
  }
}

function checkKind(cx: Checked, entry: Entry<ListFile>, i: number, { type, codes, level, place }: ListColumn): void {
  const written = entry.value.columns[i]!.codes
  if (typeof written === 'string' && !codes && !unread(cx, ['cellWords'])) {
    const names = cx.parts.cellWords.flatMap(({ value }) => Object.keys(value.words))
    say(cx, entry, ['columns', i, 'codes'], unknownName(WORDS, written, names))
    return
  }
  if (type === 'boolean' && codes && !Object.keys(codes).every((code) => code === 'true' || code === 'false'))
    say(cx, entry, ['columns', i, 'codes'], NO_BOOLEAN)
  if (type !== 'boolean' && (type === 'code') !== (written !== undefined))
    say(cx, entry, ['columns', i, 'type'], {
      zh: '代码列（code）要写 codes，其他类型的列不写；补上或删去。',
      en: 'A column of type code has `codes`, and no other has; add or delete them.',
    })
  if ((type === 'area') !== (level !== undefined) || (place !== undefined && type !== 'area'))
    say(cx, entry, ['columns', i, 'type'], {
      zh: '区划列（area）要写 level，其他类型的列不写 level 和 place；补上或删去。',
      en: 'A column of type area has a `level`, and only such a column has `level` or `place`; add or delete them.',
    })
  checkCodes(cx, entry, i, codes ?? {})
}

const NO_BOOLEAN = {
  zh: '是否列（boolean）的用词只分 true 和 false。',
  en: 'Words of a boolean column mean `true` or `false`.',
}

function checkCodes(cx: Checked, entry: Entry<ListFile>, i: number, codes: Record<string, string[]>): void {
  const meant = new Map<string, string>()
  for (const [code, words] of Object.entries(codes)) {
    for (const word of words) {
      const plain = plainHeading(word)
      const before = meant.get(plain)
      meant.set(plain, code)
      if (before !== undefined && before !== code)
        say(cx, entry, ['columns', i, 'codes'], {
          zh: `“${word}”既指 ${before} 又指 ${code}；一个词只能指一个代码。`,
          en: `“${word}” means both ${before} and ${code}; a word means one code.`,
        })
    }
  }
}

function checkClauses(cx: Checked, entry: Entry<ListFile>, { columns, match }: List): void {
  const keys = columns.map(({ key }) => key)
  for (const [i, { by }] of match.entries()) {
    for (const [j, key] of by.entries())
      known(cx, { entry, path: ['match', i, 'by', j] }, { ...COLUMN, in: [] }, key, keys)
  }
}

const NO_FILES = {
  zh: '岗位清单、输送名单不写入档案，says 应为空；删去。',
  en: 'A list of vacancies or travellers says nothing of any file, so `says` is empty; delete what it holds.',
}

/** What a row speaks of is among what it says, and can be found. */
function checkSubject(cx: Checked, entry: Entry<ListFile>, { subject, says, columns, match }: List): void {
  if (subject === 'vacancy' || subject === 'traveller') {
    if (says.length > 0) say(cx, entry, ['says'], NO_FILES)
  } else if (!says.some(({ record }) => record === subject))
    say(cx, entry, ['says'], {
      zh: `清单说的是 ${subject}，says 里却没有这种记录；补上。`,
      en: `The list speaks of a ${subject}, but \`says\` has no such record; add it.`,
    })
  if (
    match.length === 0 &&
    !((subject === 'person' || subject === 'traveller') && columns.some(({ type }) => type === 'identity'))
  )
    say(cx, entry, ['match'], {
      zh: '没有证件号码列，也没有 match，找不到对象；写上按哪些列找。',
      en: 'There is neither an identity column nor a `match`: nothing would be found; say by which columns.',
    })
}
