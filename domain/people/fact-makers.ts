import type { Words } from '../base/fail.ts'
import * as codes from './codes.ts'
import type { CodeList, DerivedFact, Fact, ListFact, RefFact, ScalarFact, ScalarType } from './fact.ts'

/** What the records of the catalogue are written with, and the facts that all spells share. */
export const words = (zh: string, en: string): Words => ({ zh, en })

export function scalar(type: ScalarType, column: string, label: Words, options: Partial<ScalarFact> = {}): ScalarFact {
  return { kind: 'scalar', type, column, label, nullable: true, ...options }
}
export const known = { nullable: false } as const
export const coded = (column: string, label: Words, list: CodeList, options: Partial<ScalarFact> = {}): ScalarFact =>
  scalar('string', column, label, { codes: list, ...options })
export const derived = (expr: string, label: Words, note?: Words): DerivedFact =>
  note ? { kind: 'derived', expr, label, note } : { kind: 'derived', expr, label }
const listOf = (of: string, owner: string, label: Words): ListFact => ({
  kind: 'list',
  of,
  on: [
    ['county', 'county'],
    ['id', owner],
  ],
  label,
})
export const spellsOf = (of: string, label: Words) => listOf(of, 'person_id', label)
export const ofSite = (of: string, label: Words) => listOf(of, 'site_id', label)
export const ofReferral = (of: string, label: Words) => listOf(of, 'referral_id', label)
export const to = (type: string, column: string, label: Words, nullable = false): RefFact => ({
  kind: 'ref',
  to: type,
  on: [
    ['county', 'county'],
    [column, 'id'],
  ],
  label,
  nullable,
})

export const place = {
  county: scalar('number', 'county', words('区县代码', 'county code'), known),
  area: scalar('number', 'area', words('区划代码', 'area code'), known),
} satisfies Record<string, Fact>

export const verification = {
  source: scalar('string', 'source', words('来源', 'source'), known),
  verified_on: scalar('date', 'verified_on', words('核实日期', 'verified on')),
  verified_until: scalar('date', 'verified_until', words('核实有效期', 'verified until')),
  verified_method: coded('verified_method', words('核实方式', 'how verified'), codes.verifiedMethod),
} satisfies Record<string, Fact>

export const spell = {
  ...place,
  started_on: scalar('date', 'valid_from', words('起始日期', 'started on'), known),
  ended_on: scalar('date', 'valid_to', words('终止日期', 'ended on (first day no longer true)')),
  current: derived('started_on <= on and (ended_on = null or ended_on > on)', words('当日有效', 'in force on the day')),
  evidence: coded('evidence', words('佐证', 'evidence'), codes.evidence),
  ...verification,
} satisfies Record<string, Fact>

export const ofPerson = { ...spell, person: to('person', 'person_id', words('人员', 'person')) } satisfies Record<
  string,
  Fact
>
