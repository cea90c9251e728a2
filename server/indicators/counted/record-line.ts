import type { Words } from '#domain/base/fail.ts'
import type { Reply } from '#domain/base/route.ts'
import type { indicatorsApi } from '#domain/indicators/indicators.api.ts'
import { catalogue } from '#domain/people/catalogue.ts'
import type { Catalogue, ScalarFact } from '#domain/people/fact.ts'
import type { Clocks } from '../../context.ts'
import type { Tx } from '../../db.ts'
import { relationAt } from '../../people/as-of.ts'
import { type AreaNames, areaNames } from '../../places/area-names.ts'
import type { CountedKey } from '../indicator.sql.ts'

type Lines = Reply<typeof indicatorsApi.listCounted>['records']
type Row = {
  county: number
  id: number
  area: number
  from: string
  to: string | null
  person: number | null
  name: string | null
}

/** What a line tells of a record anyway, or what no reader wants in a line. */
const LEFT_OUT = new Set(['county', 'area', 'started_on', 'ended_on', 'source', 'verified_until'])

/** Records of any kind as a list shows them: whose, where, when, and their facts in words. */
export async function recordLines(tx: Tx, record: string, keys: readonly CountedKey[], clocks: Clocks): Promise<Lines> {
  if (keys.length === 0) return []
  const { table, facts } = (catalogue as Catalogue)[record]!
  const shown = Object.entries(facts).filter(
    (entry): entry is [string, ScalarFact] => entry[1].kind === 'scalar' && !entry[1].sealed && !LEFT_OUT.has(entry[0]),
  )
  const known = relationAt(clocks.knownAt)
  const person = 'person' in facts
  const columns = shown.map(([key, fact]) => `x."${fact.column}" AS "fact_${key}"`)
  const rows = await tx.query<Row & Record<string, unknown>>(
    `SELECT x.county, x.id, x.area, x.valid_from AS "from", x.valid_to AS "to",
       ${person ? 'p.id AS person, p.name' : 'NULL::bigint AS person, NULL::text AS name'}, ${columns.join(', ')}
     FROM unnest($1::int[], $2::bigint[]) WITH ORDINALITY AS k (county, id, place)
     JOIN ${known(table)} x ON x.county = k.county AND x.id = k.id
     ${person ? `JOIN ${known('person')} p ON p.county = x.county AND p.id = x.person_id` : ''} ORDER BY k.place`,
    [keys.map(({ county }) => county), keys.map(({ id }) => id)],
  )
  const names = await areaNames(tx)
  return rows.map((row) => ({
    id: row.id,
    person: row.person === null ? null : { id: row.person, name: row.name ?? '' },
    area: row.area,
    areaName: names.pathOf(row.area),
    from: row.from,
    to: row.to,
    facts: shown.flatMap(([key, fact]) => {
      const value = row[`fact_${key}`]
      return value === null || value === undefined
        ? []
        : [{ key, label: fact.label, value: wordsOf(fact, value, names) }]
    }),
  }))
}

function wordsOf(fact: ScalarFact, value: unknown, names: AreaNames): Words {
  const same = (text: string): Words => ({ zh: text, en: text })
  if (typeof value === 'boolean') return value ? { zh: '是', en: 'yes' } : { zh: '否', en: 'no' }
  if (fact.codes) return fact.codes[String(value)] ?? same(String(value))
  if (fact.unit === 'fen') return same(`¥${(Number(value) / 100).toFixed(2)}`)
  if (fact.column === 'place') return same(names.pathOf(Number(value)))
  return same(String(value))
}
