/**
 * The ledger's tables as COPY in binary sees them: columns in order with their wire type.
 * Row types follow from these; a database test holds them equal to the catalog.
 */
export type WireType =
  | 'int2'
  | 'int4'
  | 'int8'
  | 'bool'
  | 'text'
  | 'texts'
  | 'bytes'
  | 'byteses'
  | 'json'
  /** Whole days since 1970-01-01. */
  | 'date'
  /** Whole seconds since 1970-01-01, UTC. */
  | 'stamp'

type ValueOf = {
  int2: number
  int4: number
  int8: number
  bool: boolean
  text: string
  texts: readonly (string | null)[]
  bytes: Uint8Array
  byteses: readonly (Uint8Array | null)[]
  json: object
  date: number
  stamp: number
}
type RowOf<S> = { -readonly [K in keyof S]: S[K] extends WireType ? ValueOf[S[K]] | null : never }

/** Where a row comes from and how it was confirmed: the same on every record. */
const proof = {
  known_from: 'stamp',
  source: 'text',
  evidence: 'text',
  verified_on: 'date',
  verified_method: 'text',
  verified_by: 'text',
  verified_until: 'date',
  recorded_by: 'int8',
} as const
const dated = { valid_from: 'date', valid_to: 'date', ...proof } as const
const place = { county: 'int4', area: 'int8', id: 'int8' } as const
const ofPerson = { ...place, person_id: 'int8' } as const

const tables = {
  household: {
    ...place,
    code: 'text',
    relocated: 'bool',
    unsafe_house: 'bool',
    income_per_head_fen: 'int8',
    address_cipher: 'bytes',
    ...dated,
  },
  person: {
    ...place,
    household_id: 'int8',
    relation: 'text',
    name: 'text',
    pinyin: 'text',
    initials: 'text',
    grams: 'texts',
    sex: 'text',
    birth_date: 'date',
    death_date: 'date',
    ethnic: 'text',
    education: 'text',
    in_school: 'bool',
    health: 'text',
    capacity: 'text',
    disability_grade: 'int2',
    id_kind: 'text',
    id_cipher: 'bytes',
    id_index: 'bytes',
    id_mask: 'text',
    phone_cipher: 'bytes',
    phone_index: 'bytes',
    phone_mask: 'text',
    bank_cipher: 'bytes',
    bank_index: 'bytes',
    bank_mask: 'text',
    opened_on: 'date',
    version: 'int4',
    ...proof,
  },
  person_identity: { id_index: 'bytes', county: 'int4', person_id: 'int8' },
  membership: { ...ofPerson, kind: 'text', risk: 'text', risk_removed_on: 'date', ...dated },
  site: {
    ...place,
    kind: 'text',
    name: 'text',
    level: 'text',
    capacity: 'int4',
    grade: 'text',
    credit_code: 'text',
    extra: 'json',
    ...dated,
  },
  site_grade: { ...place, site_id: 'int8', year: 'int4', grade: 'text', ...dated, staff: 'int4', counted_on: 'date' },
  employment: {
    ...ofPerson,
    place: 'int8',
    channel: 'text',
    employer: 'text',
    credit_code: 'text',
    industry: 'text',
    occupation: 'text',
    monthly_wage_fen: 'int8',
    point_to_point: 'bool',
    contract: 'bool',
    injury_insured: 'bool',
    unemployment_insured: 'bool',
    skill_certificate: 'bool',
    brand_id: 'int8',
    ...dated,
  },
  roster: { ...ofPerson, site_id: 'int8', role: 'text', ...dated },
  training: {
    ...ofPerson,
    course: 'text',
    kind: 'text',
    trainee: 'text',
    hours: 'int4',
    completed_on: 'date',
    certificate_no: 'text',
    certificate_on: 'date',
    organiser: 'text',
    ...dated,
  },
  enterprise: {
    ...ofPerson,
    name: 'text',
    credit_code: 'text',
    form: 'text',
    first_time: 'bool',
    hires: 'int4',
    acceleration_on: 'date',
    sailing_on: 'date',
    loan_fen: 'int8',
    ...dated,
  },
  insurance: {
    ...ofPerson,
    kind: 'text',
    tier_fen: 'int8',
    payer: 'text',
    ...dated,
    employer: 'text',
    credit_code: 'text',
  },
  public_post: { ...ofPerson, stream: 'text', duty: 'text', employer: 'text', monthly_pay_fen: 'int8', ...dated },
  talent: {
    ...ofPerson,
    kind: 'text',
    name: 'text',
    level: 'text',
    preferential: 'bool',
    rural_service: 'bool',
    graduate: 'bool',
    ...dated,
  },
  assistance: { ...ofPerson, kind: 'text', officer: 'text', goal: 'text', ...dated },
  wish: { ...ofPerson, kind: 'text', detail: 'text', ...dated },
  grant_paid: { ...ofPerson, programme: 'text', period: 'text', amount_fen: 'int8', paid_on: 'date', ...dated },
  dispatch: { ...ofPerson, corridor: 'text', batch: 'text', place: 'int8', arrived_on: 'date', ...dated },
  activity: {
    ...place,
    kind: 'text',
    name: 'text',
    detail: 'text',
    site_id: 'int8',
    people: 'int4',
    ...dated,
  },
} as const satisfies Record<string, Record<string, WireType>>

type TableName = keyof typeof tables
export type Rows = { [T in TableName]: RowOf<(typeof tables)[T]> }

/** Superseded rows carry the same columns, until when the ledger said so, and why it stopped. */
const superseded = { known_to: 'stamp', superseded_by: 'text' } as const
const histories = {
  household_history: { ...tables.household, ...superseded },
  person_history: { ...tables.person, ...superseded },
  membership_history: { ...tables.membership, ...superseded },
  employment_history: { ...tables.employment, ...superseded },
  roster_history: { ...tables.roster, ...superseded },
} as const
type HistoryName = keyof typeof histories
type HistoryRows = { [T in HistoryName]: RowOf<(typeof histories)[T]> }

/** Every table in the order that foreign keys ask for. */
export const allTables = { ...tables, ...histories } as const
export type AnyTable = TableName | HistoryName
export type AnyRows = Rows & HistoryRows
