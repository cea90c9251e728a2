import type { Words } from '../base/fail.ts'

/**
 * The fact catalogue's shape: record types and their typed, labelled fields. Predicates read these and nothing else.
 * A field is written in a rule by its English key or its Chinese label; both are unique within their record type.
 */
export type ScalarType = 'boolean' | 'number' | 'string' | 'date'

/** A closed list of codes; a rule may write a code or its Chinese label, the ledger keeps the code. */
export type CodeList = Readonly<Record<string, Words>>

export type ScalarFact = {
  kind: 'scalar'
  type: ScalarType
  label: Words
  /** Column of the record type's table. */
  column: string
  /** May be missing: a predicate over it can come out unknown. */
  nullable: boolean
  codes?: CodeList
  /** Numbers: what they count or measure, e.g. `fen`, `days`. All stored numbers are integers. */
  unit?: string
  /** Grave: shown masked, left out of filters. */
  sealed?: boolean
}
/** Another record reached by equality of columns: [here, there]. `county` always stands among them. */
export type RefFact = { kind: 'ref'; to: string; on: readonly [string, string][]; label: Words; nullable: boolean }
/** Records that point here: [here, there]. An empty list is known to be empty. */
export type ListFact = { kind: 'list'; of: string; on: readonly [string, string][]; label: Words }
/** A named expression over the record itself and the parameters; expanded where it is used, cycles are refused. */
export type DerivedFact = { kind: 'derived'; expr: string; label: Words; note?: Words }
export type Fact = ScalarFact | RefFact | ListFact | DerivedFact

export type RecordType = {
  table: string
  label: Words
  facts: Readonly<Record<string, Fact>>
  /** Of lists in a context of literals: keys that some of their objects lack. */
  lacking?: ReadonlySet<string>
}
export type Catalogue = Readonly<Record<string, RecordType>>

/** Values fixed before a predicate runs, such as the day it is asked for (`on`) or a plan's dated parameter. */
export type Parameter = { type: ScalarType; value: string | number | boolean | null; label: Words }
export type Parameters = Readonly<Record<string, Parameter>>
