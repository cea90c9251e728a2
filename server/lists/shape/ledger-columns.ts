import { catalogue, type RecordName } from '#domain/people/catalogue.ts'
import type { Fact } from '#domain/people/fact.ts'

/** How a fact of a list stands in its table: column and type of PostgreSQL. */
export type LedgerColumn = { column: string; type: SqlType }
export type SqlType = 'text' | 'date' | 'boolean' | 'bigint' | 'int' | 'smallint' | 'bytea' | 'jsonb'

const INTS: Readonly<Record<string, SqlType>> = {
  capacity: 'int',
  hours: 'int',
  hires: 'int',
  people: 'int',
  days: 'int',
  disability_grade: 'smallint',
}
const BESIDE: Readonly<Record<string, LedgerColumn>> = {
  'person.identity': { column: 'id_index', type: 'bytea' },
  'person.phone': { column: 'phone_index', type: 'bytea' },
  'person.bank': { column: 'bank_index', type: 'bytea' },
  'site.credit_code': { column: 'credit_code', type: 'text' },
  'site.extra': { column: 'extra', type: 'jsonb' },
  'household.started_on': { column: 'valid_from', type: 'date' },
  'household.ended_on': { column: 'valid_to', type: 'date' },
}

/** Undefined for facts that have no column of their own (a household's address: sealed, without an index to compare). */
export function ledgerColumn(record: RecordName, fact: string): LedgerColumn | undefined {
  const beside = BESIDE[`${record}.${fact}`]
  if (beside) return beside
  const known = (catalogue[record].facts as Readonly<Record<string, Fact>>)[fact]
  if (known?.kind !== 'scalar') return undefined
  return { column: known.column, type: sqlType(known) }
}

function sqlType({ type, column }: Extract<Fact, { kind: 'scalar' }>): SqlType {
  if (type === 'date' || type === 'boolean') return type
  return type === 'string' ? 'text' : (INTS[column] ?? 'bigint')
}

/** Facts without which the table takes no row. */
export function neededFacts(record: RecordName): string[] {
  const facts = Object.entries(catalogue[record].facts as Readonly<Record<string, Fact>>)
  const own = new Set(['county', 'area', 'source', 'opened_on', 'started_on', 'identity_mask'])
  return facts.flatMap(([key, fact]) => (fact.kind === 'scalar' && !fact.nullable && !own.has(key) ? [key] : []))
}

/** Spells of one kind that may not overlap, and what tells them apart beside the person. */
export const NO_OVERLAP: Partial<Record<RecordName, readonly string[]>> = {
  membership: ['kind'],
  insurance: ['kind'],
  public_post: [],
  roster: ['site_id'],
}
