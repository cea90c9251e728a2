import { type Static, Type } from 'typebox'
import { catalogue, type RecordName } from '../../people/catalogue.ts'
import type { List, ListColumn, ListFact, ListRecord } from '../list.ts'

/** The shapes of the files under `lists/`, and what they say in short written out. */
const exact = { additionalProperties: false } as const
const Text = Type.String({ minLength: 1 })
const Both = Type.Object({ zh: Text, en: Text }, exact)
const oneOf = <const T extends string>(names: readonly T[]) => Type.Unsafe<T>({ type: 'string', enum: [...names] })
const recordOf = <T>(item: object) =>
  Type.Unsafe<Record<string, T>>({ type: 'object', patternProperties: { '': item } })
const KEY_HINT = {
  zh: '用小写英文、数字、连字符，如 training-roll',
  en: 'lower case, digits and hyphens, as in training-roll',
}
const NAME_HINT = {
  zh: '用小写英文、数字、下划线，如 joined_on',
  en: 'lower case, digits and underscores, as in joined_on',
}
const Key = Type.String({ pattern: '^[a-z0-9]+(-[a-z0-9]+)*$', hint: KEY_HINT })
const Name = Type.String({ pattern: '^[a-z][a-z0-9_]*$', hint: NAME_HINT })
const Day = Type.String({ format: 'day' })

/** The ledger's code → the words that mean it in a cell. */
const CellWords = recordOf<string[]>(Type.Array(Type.String()))
/** A column's key, or `{ value }`, or `{ asOf: true }`. */
const FactText = Type.Unsafe<string | { value: string | number | boolean } | { asOf: true }>({
  type: ['string', 'object'],
  patternProperties: { '^(value|asOf)$': { type: ['string', 'number', 'boolean'] } },
  hint: {
    zh: '写列的键，或 { value: … }，或 { asOf: true }',
    en: 'write a column, or { value: … }, or { asOf: true }',
  },
})
const CELL_TYPES = [
  ...(['text', 'identity', 'credit_code', 'phone', 'bank', 'day', 'month'] as const),
  ...(['money', 'integer', 'boolean', 'code', 'area'] as const),
]

const Column = Type.Object(
  {
    key: Name,
    headings: Type.Array(Text, { minItems: 1 }),
    label: Both,
    type: oneOf(CELL_TYPES),
    required: Type.Optional(Type.Boolean()),
    /** The name of a word list, or the codes themselves. */
    codes: Type.Optional(
      Type.Unsafe<string | Record<string, string[]>>({
        type: ['string', 'object'],
        patternProperties: { '': { type: 'array', items: { type: 'string' } } },
      }),
    ),
    level: Type.Optional(oneOf(['county', 'town', 'village', 'any'])),
    place: Type.Optional(Name),
  },
  exact,
)
const Names = Type.Array(Type.String())
const Said = Type.Object(
  {
    record: oneOf(Object.keys(catalogue) as RecordName[]),
    known: Type.Optional(Type.Boolean()),
    when: Type.Optional(
      Type.Object(
        { column: Name, is: Type.Optional(Type.Array(Type.Unsafe<string | boolean>({ type: ['string', 'boolean'] }))) },
        exact,
      ),
    ),
    facts: recordOf<Static<typeof FactText>>(FactText),
    from: Type.Optional(FactText),
    /** The last day (or month) that was still true. */
    through: Type.Optional(Name),
    /** The first day no longer true. */
    until: Type.Optional(Name),
    same: Type.Optional(Names),
    replaces: Type.Optional(Type.Object({ rank: Type.Optional(Names), blank: Type.Optional(Names) }, exact)),
  },
  exact,
)
export const ListFile = Type.Object(
  {
    key: Key,
    name: Both,
    origin: Both,
    source: Type.String({ minLength: 1 }),
    assumptions: Type.Array(Both),
    rank: Type.Integer({ minimum: 1 }),
    subject: oneOf(['person', 'household', 'site', 'vacancy', 'traveller']),
    opens: Type.Boolean(),
    columns: Type.Array(Column, { minItems: 1 }),
    match: Type.Array(Type.Object({ by: Type.Array(Name, { minItems: 1 }), review: Type.Boolean() }, exact)),
    says: Type.Array(Said),
  },
  exact,
)
/** Words by which cells name the ledger's codes, list by list. */
export const CellWordsFile = Type.Object({ words: recordOf<Record<string, string[]>>(CellWords) }, exact)

/** Cells of a few rows by heading, and what each says: record by record, or the codes of its faults. */
const Cells = recordOf<string | number | boolean>({ type: ['string', 'number', 'boolean'] })
const Facts = recordOf<unknown>({})
export const ListCaseFile = Type.Object(
  {
    list: Key,
    asOf: Type.Optional(Day),
    /** Twelve-digit codes → names: the areas the cells name. */
    places: recordOf<string>({ type: 'string' }),
    cases: Type.Array(
      Type.Object(
        {
          about: Both,
          row: Cells,
          says: Type.Optional(
            Type.Array(
              Type.Object(
                { record: Type.String(), facts: Facts, from: Type.Optional(Day), to: Type.Optional(Day) },
                exact,
              ),
            ),
          ),
          faults: Type.Optional(Type.Array(Type.String())),
        },
        exact,
      ),
      { minItems: 1 },
    ),
  },
  exact,
)

export type ListFile = Static<typeof ListFile>
export type CellWordsFile = Static<typeof CellWordsFile>
export type ListCaseFile = Static<typeof ListCaseFile>

/** `words`: the word lists by name; a name that is none leaves the column without codes, and the check says so. */
export function listOf(file: ListFile, words: CellWordsFile['words'], cite: (source: string) => string): List {
  return {
    ...file,
    source: cite(file.source),
    columns: file.columns.map((column) => columnOf(column, words)),
    says: file.says.map(recordSaid),
  }
}

function columnOf(
  { codes, required, ...column }: ListFile['columns'][number],
  words: CellWordsFile['words'],
): ListColumn {
  const found = typeof codes === 'string' ? words[codes] : codes
  return { ...column, required: required ?? false, ...(found && { codes: found }) }
}

const factOf = (text: Static<typeof FactText>): ListFact => (typeof text === 'string' ? { column: text } : text)

function recordSaid({ from, through, until, same, replaces, facts, ...said }: ListFile['says'][number]): ListRecord {
  const to = through ?? until
  return {
    ...said,
    facts: Object.fromEntries(Object.entries(facts).map(([name, text]) => [name, factOf(text)])),
    ...(from !== undefined && {
      span: { from: factOf(from), ...(to !== undefined && { to: { column: to, lastDayTrue: through !== undefined } }) },
    }),
    same: same ?? [],
    replaces: Object.fromEntries([
      ...(replaces?.rank ?? []).map((name) => [name, 'rank' as const]),
      ...(replaces?.blank ?? []).map((name) => [name, 'blank' as const]),
    ]),
  }
}
