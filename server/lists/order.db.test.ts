import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { identityCheckDigit } from '#domain/people/identity.ts'
import type { List, ListRecord } from '#domain/plan/list.ts'
import { type Cells, type Given, Imports } from '../../test/imports.ts'
import { type SmallCity, smallCity } from '../../test/small-city.ts'
import '../../test/seeded.ts'

let city: SmallCity
let imports: Imports
let folder: string
let officer: Awaited<ReturnType<SmallCity['officer']>>
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'ricebowl-lists-'))
  city = await smallCity()
  imports = new Imports(city, folder)
  officer = await city.officer('county', 500235000000, 500236000000)
})
afterAll(async () => {
  await city?.drop()
  rmSync(folder, { recursive: true, force: true })
})

const VILLAGE = 500235001001
const words = { zh: '测试', en: 'test' }
const columns = (
  Object.entries({
    ...{
      village: 'area',
      household_no: 'text',
      name: 'text',
      identity: 'identity',
      phone: 'phone',
      education: 'text',
      health: 'text',
    },
    ...{ employer: 'text', since: 'day', until: 'day', wage: 'money', kind: 'text', income: 'money' },
  }) as [string, List['columns'][number]['type']][]
).map(([key, type]) => ({ key, headings: [key], label: words, type, required: false }))

/** A list of people with their household, one spell of work and one membership. */
function listOf(key: string, rank: number, replaces: ListRecord['replaces']): List {
  const column = (name: string) => ({ column: name })
  return {
    ...{
      key,
      name: words,
      origin: words,
      source: 'test',
      assumptions: [],
      rank,
      subject: 'person',
      opens: true,
      columns,
    },
    match: [{ by: ['household_no', 'name'], review: false }],
    says: [
      {
        record: 'household',
        facts: { area: column('village'), code: column('household_no'), income_per_head_fen: column('income') },
        same: ['code'],
        replaces: { income_per_head_fen: 'rank' },
      },
      {
        record: 'person',
        facts: {
          area: column('village'),
          name: column('name'),
          identity: column('identity'),
          phone: column('phone'),
          education: column('education'),
          health: column('health'),
        },
        ...{ same: [], replaces },
      },
      {
        ...{
          record: 'employment',
          when: { column: 'employer' },
          same: ['employer', 'started_on'],
          replaces: { ...replaces, monthly_wage_fen: 'rank' },
        },
        facts: { place: column('village'), employer: column('employer'), monthly_wage_fen: column('wage') },
        span: { from: column('since'), to: { column: 'until', lastDayTrue: true } },
      },
      {
        record: 'membership',
        when: { column: 'kind' },
        facts: { kind: column('kind') },
        span: { from: { asOf: true } },
        same: ['kind'],
        replaces: {},
      },
    ],
  }
}

const numberOf = (n: number) => {
  const digits = `50019919${80 + (n % 20)}0101${String(n).padStart(3, '0')}`
  return digits + identityCheckDigit(digits)
}
const maybe = <T>(...values: T[]) => fc.option(fc.constantFrom(...values), { nil: null })
const row = fc.record({
  who: fc.integer({ min: 0, max: 5 }),
  name: fc.constantFrom('甲', '乙'),
  phone: maybe('13900000001', '13900000002'),
  education: maybe('junior', 'senior', 'college'),
  health: maybe('healthy', 'chronic'),
  employer: maybe('东厂', '西厂'),
  since: fc.constantFrom('2020-01-01', '2021-05-01'),
  until: maybe('2023-12-31', '2024-01-31'),
  // Of different lengths: the greater number is not the greater text.
  wage: maybe(300000, 950000, 1000000),
  income: maybe(950000, 1000000),
  kind: maybe('lifted', 'low_income'),
})
const cellsOf = ({ who, ...cells }: { who: number } & Cells): Cells => ({
  ...{ ...cells, village: VILLAGE, identity: numberOf(who), household_no: `T${who % 3}` },
})
const mode = fc.constantFrom('rank' as const, 'blank' as const)
const given = (key: string) =>
  fc
    .record({
      rank: fc.constantFrom(30, 50, 70),
      asOf: fc.constantFrom('2024-01-31', '2024-06-30'),
      replaces: fc.record({ name: mode, education: mode, health: mode, ended_on: mode }),
      // Each person once a list: the order of rows within a list is the list's own.
      rows: fc.uniqueArray(row, { maxLength: 6, selector: ({ who }) => who }),
    })
    .map(
      ({ rank, asOf, replaces, rows }): Given => ({ list: listOf(key, rank, replaces), asOf, rows: rows.map(cellsOf) }),
    )

const ORDERS = [
  [0, 1, 2],
  [0, 2, 1],
  [1, 0, 2],
  [1, 2, 0],
  [2, 0, 1],
  [2, 1, 0],
]

/** All facts of the ledger and who is believed for them, without the ids and instants that differ from one run to the next. */
async function facts(): Promise<string> {
  const strip = `- '{id,county,household_id,person_id,known_from,recorded_by,source,version,id_cipher,phone_cipher,bank_cipher,address_cipher}'::text[]`
  const rows = await city.query<{ text: string }>(
    `SELECT string_agg(x, E'\\n' ORDER BY x) AS text FROM (
       SELECT (to_jsonb(p) ${strip})::text || COALESCE(h.code, '') FROM person p LEFT JOIN household h ON h.county = p.county AND h.id = p.household_id WHERE p.area = ${VILLAGE}
       UNION ALL SELECT (to_jsonb(h) ${strip})::text FROM household h WHERE h.area = ${VILLAGE}
       UNION ALL SELECT encode(p.id_index, 'hex') || (to_jsonb(e) ${strip})::text FROM employment e JOIN person p ON p.county = e.county AND p.id = e.person_id WHERE e.area = ${VILLAGE}
       UNION ALL SELECT encode(p.id_index, 'hex') || (to_jsonb(m) ${strip})::text FROM membership m JOIN person p ON p.county = m.county AND p.id = m.person_id WHERE m.area = ${VILLAGE}
       UNION ALL SELECT encode(i.id_index, 'hex') FROM person_identity i JOIN person p ON p.county = i.county AND p.id = i.person_id WHERE p.area = ${VILLAGE}
       UNION ALL SELECT (SELECT encode(p.id_index, 'hex') FROM person p WHERE p.id = c.record_id) || c.record || bit || max(ARRAY[(c.firm >> bit) & 1, c.rank, c.as_of - '1970-01-01'::date])::text
         FROM list_claim c CROSS JOIN generate_series(0, 20) AS bit WHERE (c.facts >> bit) & 1 = 1 GROUP BY c.record, c.record_id, bit) AS f(x)`,
  )
  return rows[0]!.text ?? ''
}

async function inOrder(lists: readonly Given[], order: readonly number[]): Promise<{ after: string; undone: string }> {
  const done: number[] = []
  for (const at of order) done.push((await imports.take(officer, lists[at]!)).id)
  const after = await facts()
  for (const id of done.toReversed()) await imports.undo(officer, id)
  return { after, undone: await facts() }
}

test('three overlapping lists leave the same facts in whatever order they come, and taken back they leave none', async () => {
  const before = await facts()
  let told = 0
  await fc.assert(
    fc.asyncProperty(given('a'), given('b'), given('c'), async (...lists) => {
      const outcomes = []
      for (const order of ORDERS) outcomes.push(await inOrder(lists, order))
      if (outcomes[0]!.after !== before) told++
      for (const { after, undone } of outcomes) {
        expect(after).toBe(outcomes[0]!.after)
        expect(undone).toBe(before)
      }
    }),
    { numRuns: 4, endOnFailure: true },
  )
  expect(told).toBeGreaterThan(0)
}, 240_000)

test('the comparison sees order: if claims are forgotten between lists, the last one stands', async () => {
  const cells = (education: string): Cells => ({
    village: VILLAGE,
    household_no: 'T9',
    name: '丙',
    identity: numberOf(40),
    education,
  })
  const weak: Given = { list: listOf('weak', 65, { education: 'rank' }), rows: [cells('junior')] }
  const strong: Given = { list: listOf('strong', 70, { education: 'rank' }), rows: [cells('college')] }
  const held = async (order: Given[]) => {
    for (const each of order) {
      await imports.take(officer, each)
      await city.query('DELETE FROM list_claim')
    }
    const [person] = await city.query<{ education: string }>(
      `SELECT education FROM person WHERE area = ${VILLAGE} AND name = '丙'`,
    )
    return person?.education
  }
  expect(await held([weak, strong])).toBe('college')
  expect(await held([strong, weak])).toBe('junior')
})

test('several rows of a list speak of one household: the greatest of their words stands, also where one of them stood before', async () => {
  const says = (n: number, income: number): Cells => ({
    ...{ village: VILLAGE, household_no: 'T8', name: `丁${n}`, identity: numberOf(n), income },
  })
  const weak: Given = { list: listOf('weak', 30, {}), rows: [says(60, 1000000)] }
  const strong: Given = { list: listOf('strong', 50, {}), rows: [says(60, 1000000), says(61, 950000)] }
  const held = async (order: Given[]) => {
    const ids = []
    for (const each of order) ids.push((await imports.take(officer, each)).id)
    const [household] = await city.query<{ income: string }>(
      `SELECT income_per_head_fen AS income FROM household WHERE area = ${VILLAGE} AND code = 'T8'`,
    )
    for (const id of ids.toReversed()) await imports.undo(officer, id)
    return Number(household?.income)
  }
  expect(await held([weak, strong])).toBe(1000000)
  expect(await held([strong, weak])).toBe(1000000)
})
