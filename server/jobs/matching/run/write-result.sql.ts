import { PERSON, PRIORITY } from '#domain/jobs/engine/engine.ts'
import { UNMATCHED_FIRST } from '#domain/jobs/engine/public-order.ts'
import { priorityAt } from '#domain/jobs/explained/for-person.ts'
import { utility } from '#domain/jobs/market/utility.ts'
import type { Tx } from '../../../db.ts'
import { jobData } from '../../job-data.ts'
import type { Placement } from './place-everybody.ts'

const AT_ONCE = 20_000

/** Writes what a run proposes, in the transaction that ends the run: until that is committed nobody sees any of it. */
export async function writeResult(tx: Tx, run: number, placement: Placement): Promise<void> {
  await writeAll(tx, INSERT_VACANCIES, run, vacancyRows(placement))
  await writeAll(tx, INSERT_PEOPLE, run, personRows(placement))
  await writeAll(tx, INSERT_PROPOSALS, run, proposalRows(placement))
}

const INSERT_VACANCIES = `
  INSERT INTO match_vacancy (run_id, vacancy_id, occupation, openings, given, cut_off, back_ups, back_up_cut_off)
  SELECT $1, * FROM unnest($2::bigint[], $3::text[], $4::int[], $5::int[], $6::int[], $7::int[], $8::int[])`
const INSERT_PEOPLE = `
  INSERT INTO match_person (run_id, county, area, person_id, tier, priority, asked, occupation, reason, better, scenario)
  SELECT $1, * FROM unnest($2::int[], $3::bigint[], $4::bigint[], $5::smallint[], $6::int[], $7::boolean[], $8::text[],
    $9::text[], $10::int[], $11::boolean[])`
const INSERT_PROPOSALS = `
  INSERT INTO match_proposal (run_id, county, area, person_id, rank, vacancy_id, occupation_points, skill_points, place_points,
    wage_points, home_points, points, priority, cut_off)
  SELECT $1, * FROM unnest($2::int[], $3::bigint[], $4::bigint[], $5::smallint[], $6::bigint[], $7::smallint[], $8::smallint[],
    $9::smallint[], $10::smallint[], $11::smallint[], $12::int[], $13::int[], $14::int[])`

/** Rows become columns, so many at a time. */
async function writeAll(tx: Tx, statement: string, run: number, rows: Iterable<readonly unknown[]>): Promise<void> {
  let columns: unknown[][] = []
  const flush = async () => {
    if (columns.length > 0) await tx.query(statement, [run, ...columns])
    columns = []
  }
  for (const row of rows) {
    if (columns.length === 0) columns = row.map(() => [])
    for (const [at, value] of row.entries()) columns[at]!.push(value)
    if (columns[0]!.length === AT_ONCE) await flush()
  }
  await flush()
}

const known = (cutOff: number | undefined): number | null => (cutOff === undefined || cutOff < 0 ? null : cutOff)

function* vacancyRows({ read, engine, run }: Placement): Generator<unknown[]> {
  const { market, vacancyIds } = read
  const { codes } = jobData().smallClasses
  const given = countHeld(run.anchor, engine.index.vacancy.length)
  const backUps = countHeld(run.backUp, engine.index.vacancy.length)
  for (const [slot, vacancy] of engine.index.vacancy.entries())
    yield [
      ...[
        Number(vacancyIds[vacancy]),
        codes[market.vacancies.occupation[vacancy]!],
        market.vacancies.openings[vacancy],
      ],
      ...[given[slot], known(run.cutOffs[slot]), backUps[slot], known(run.backUpCutOffs[slot])],
    ]
}

function countHeld(held: Int32Array, slots: number): Int32Array {
  const counts = new Int32Array(slots)
  for (const slot of held) if (slot >= 0) counts[slot]!++
  return counts
}

/** Who somebody is to the tables: the files of a run all lie in the city, so home and village make the area. */
function keyOf({ market, placeCodes, personIds }: Placement['read'], row: number): [number, number, number] {
  const county = placeCodes[market.people.home[row]!]!
  return [county, county * 1_000_000 + market.people.village[row]!, Number(personIds[row])]
}

function* personRows({ read, engine, positions, better, reasons, scenario }: Placement): Generator<unknown[]> {
  const { people } = read.market
  const { codes } = jobData().smallClasses
  for (let row = 0; row < people.count; row++) {
    const position = positions[row]!
    const wished = people.wishAt[row]! < people.wishAt[row + 1]! ? codes[people.wish[people.wishAt[row]!]!] : null
    yield [
      ...keyOf(read, row),
      ...[people.tier[row]! + 1, engine.people[position * PERSON + PRIORITY], !read.notAsked.has(read.personIds[row]!)],
      ...[wished, reasons[row] ?? null, better[row], scenario ? scenario[position]! >= 0 : null],
    ]
  }
}

function* proposalRows(placement: Placement): Generator<unknown[]> {
  const { read, engine, run, positions } = placement
  for (let row = 0; row < read.market.people.count; row++) {
    const position = positions[row]!
    const anchor = run.anchor[position]!
    const lifted = anchor < 0 ? UNMATCHED_FIRST : 0
    if (anchor >= 0) yield proposal(placement, row, 1, anchor, known(run.cutOffs[anchor]), 0)
    const backUps = [...run.backUp.subarray(position * run.each, (position + 1) * run.each)].filter((slot) => slot >= 0)
    const best = backUps.map((slot) => ({ slot, points: pointsOf(placement, row, slot) }))
    best.sort((a, b) => b.points - a.points || a.slot - b.slot)
    for (const [at, { slot }] of best.entries())
      yield proposal(placement, row, at + 2, slot, known(run.backUpCutOffs[slot]), lifted)
  }

  function proposal(of: Placement, row: number, rank: number, slot: number, cutOff: number | null, lifted: number) {
    const vacancy = engine.index.vacancy[slot]!
    const worth = utility(read.market, engine.weights, row, vacancy)
    const priority = priorityAt(read.market, engine, positions[row]!, vacancy) | lifted
    return [
      ...[...keyOf(of.read, row), rank, Number(read.vacancyIds[vacancy])],
      ...[worth.occupation, worth.skill, worth.place, worth.wage, worth.home, worth.total, priority, cutOff],
    ]
  }
}

const pointsOf = ({ read, engine }: Placement, row: number, slot: number): number =>
  utility(read.market, engine.weights, row, engine.index.vacancy[slot]!).total
