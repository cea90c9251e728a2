/**
 * What two files of a county must share for them to be held against each other. Each key begins with, or is, an indexed column.
 * A phone or an account alone is no key: what hundreds share says nothing of any of them.
 */
export const KEYS = [
  ['name', 'birth_date'],
  ['pinyin', 'birth_date'],
  ['id_index'],
  ['household_id', 'name'],
  ['phone_index', 'name'],
  ['phone_index', 'birth_date'],
  ['bank_index', 'name'],
  ['bank_index', 'birth_date'],
] as const

type Key = (typeof KEYS)[number]
const TEXTS: readonly string[] = ['name', 'pinyin']

export const KEY_COLUMNS = [...new Set(KEYS.flat())]

/** SQL: whether `a` and `b` share a key. A blank is like nothing, not even another blank. */
export const shared = (key: Key): string =>
  key
    .map((column) => `b.${column} = a.${column}${TEXTS.includes(column) ? ` AND a.${column} <> ''` : ''}`)
    .join(' AND ')

/** SQL: whether a file of its own has a key to share. */
export const given = (key: Key): string =>
  key.map((column) => (TEXTS.includes(column) ? `${column} <> ''` : `${column} IS NOT NULL`)).join(' AND ')
