import type { SampleRow } from '#db/types.ts'
import type { Interval } from '#domain/places/area.ts'
import type { Tx } from '../../db.ts'

/** A sample with who drew it and what the call-back found, county by county; only counties that the post sees. */
export type CountyRow = {
  sample_id: number
  county: number
  area: number
  size: number
  drawn: number
  asked: number
  reached: number
  held: number
}

export async function insertSample(tx: Tx, sample: Omit<SampleRow, 'id'>): Promise<number> {
  const columns = Object.keys(sample)
  const [kept] = await tx.query<{ id: number }>(
    `INSERT INTO sample (${columns.join(', ')}) VALUES (${columns.map((_, i) => `$${i + 1}`).join(', ')}) RETURNING id`,
    Object.values(sample),
  )
  return kept!.id
}

export const insertCounties = (
  tx: Tx,
  sample: number,
  counties: readonly Pick<CountyRow, 'county' | 'size' | 'drawn'>[],
) =>
  tx.query(
    `INSERT INTO sample_county (county, area, sample_id, size, drawn)
     SELECT c.county, c.county * 1000000::bigint, $1, c.size, c.drawn FROM unnest($2::int[], $3::int[], $4::int[]) AS c(county, size, drawn)`,
    [
      sample,
      counties.map(({ county }) => county),
      counties.map(({ size }) => size),
      counties.map(({ drawn }) => drawn),
    ],
  )

export type Drawn = { county: number; area: number; id: number; place: number }

export const insertPeople = (tx: Tx, sample: number, people: readonly Drawn[], now: Date) =>
  tx.query(
    `INSERT INTO sample_person (county, area, sample_id, person_id, place, known_from)
     SELECT p.county, p.area, $1, p.id, p.place, $2 FROM unnest($3::int[], $4::bigint[], $5::bigint[], $6::int[]) AS p(county, area, id, place)`,
    [
      ...[sample, now.toISOString()],
      people.map(({ county }) => county),
      people.map(({ area }) => area),
      people.map(({ id }) => id),
      people.map(({ place }) => place),
    ],
  )

export async function findSample(tx: Tx, id: number): Promise<SampleRow | undefined> {
  const [row] = await tx.query<SampleRow>('SELECT * FROM sample WHERE id = $1', [id])
  return row
}

/** The newest first; of one indicator or of all. */
export const samplesOf = (tx: Tx, plan: string, indicator: string | null, on: string | null) =>
  tx.query<SampleRow>(
    `SELECT * FROM sample WHERE plan = $1 AND ($2::text IS NULL OR indicator = $2) AND ($3::date IS NULL OR on_day = $3)
      ORDER BY drawn_at DESC, id DESC LIMIT 30`,
    [plan, indicator, on],
  )

/** Counties of samples within the intervals of an area, with what was answered. */
export const countiesOf = (tx: Tx, samples: readonly number[], intervals: readonly Interval[]) =>
  tx.query<CountyRow>(
    `SELECT c.sample_id, c.county, c.area, c.size, c.drawn, count(p.answer)::int AS asked,
            count(*) FILTER (WHERE p.answer IN ('held', 'failed'))::int AS reached,
            count(*) FILTER (WHERE p.answer = 'held')::int AS held
       FROM unnest($2::bigint[], $3::bigint[]) AS k(lo, hi)
       JOIN sample_county AS c ON c.area >= k.lo AND c.area < k.hi
       LEFT JOIN sample_person AS p ON p.county = c.county AND p.sample_id = c.sample_id
      WHERE c.sample_id = ANY ($1) GROUP BY 1, 2, 3, 4, 5 ORDER BY c.sample_id, c.county`,
    [samples, intervals.map(({ lo }) => lo), intervals.map(({ hi }) => hi)],
  )

/** Ids that were drawn, by county and place. */
export const drawnOf = (tx: Tx, sample: number) =>
  tx.query<Drawn>(
    'SELECT county, area, person_id AS id, place FROM sample_person WHERE sample_id = $1 ORDER BY county, place',
    [sample],
  )
