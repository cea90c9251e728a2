import { afterAll, expect, test } from 'vitest'
import { Randomness } from '#db/demo/randomness.ts'
import { addDays, addMonths, type Day } from '#domain/base/date.ts'
import type { Indicator } from '#domain/plan/indicator.ts'
import { getPlans } from '#server/plan/plan-folder.ts'
import { fewCounties } from '../../../../test/small-city.ts'
import { countedPage } from '../../../indicators/indicator.sql.ts'
import { limitsOn, monthsOn } from '../referral-days.ts'
import { listLines } from './referral-list.sql.ts'
import { judged } from './referral-view.ts'

const plan = getPlans().get('chongqing-2021')!
const need = plan.predicates.find(({ key }) => key === 'retention-check-due')!
/** The need as what a figure counts, so that its rule is asked of everybody by the database. */
const asked = { ...plan.indicators[0]!, counts: 'person', where: need.where, of: undefined } as unknown as Indicator
const months = monthsOn(plan, '2021-09-17')
const chance = new Randomness('retention-due')
const city = await fewCounties()
afterAll(() => city.drop())
const whole = await city.officer('city', 500_000_000_000, 510_000_000_000)

/** Days on which adding months is not plain: ends of months, and the day that comes every four years. */
const ODD = ['2019-11-30', '2019-12-31', '2020-01-29', '2020-01-30', '2020-01-31', '2020-02-29', '2020-05-31']
const EVERY = [...months, Math.max(...months) + 3]
const PLACEMENTS = 300

type Made = { employment: object[]; referral: object[]; retention_answer: object[]; insurance: object[] }
const dayNear = (day: Day, spread: number): Day => addDays(day, chance.int(2 * spread + 1) - spread)
const oneOf = <T>(list: readonly T[]): T => list[chance.int(list.length)]!

/** Placements with answers, ends and insurance that lie on, before and after the very days that are asked about. */
function invent(people: readonly { county: number; area: number; id: number }[]): Made {
  const made: Made = { employment: [], referral: [], retention_answer: [], insurance: [] }
  for (const [at, { county, area, id }] of people.entries()) {
    const placed = at % 2 === 0 ? oneOf(ODD) : addDays('2019-11-01', chance.int(240))
    const own = { county, area, person_id: id, known_from: '2019-01-01', source: 'test' }
    const days = months.map((month) => addMonths(placed, month))
    const left = chance.next() < 0.3 ? dayNear(oneOf(days), 2) : null
    const work = 7_000_000 + at
    const employer = { employer: '某厂', credit_code: at % 3 === 0 ? '91500000MA5U000010' : null }
    const span = { valid_from: placed, valid_to: left }
    made.employment.push({ ...own, id: work, place: area, channel: 'local_firm', ...employer, ...span })
    made.referral.push({
      ...{ ...own, id: work, vacancy_county: county, vacancy_id: 1, title: '普工', employer: '某厂', origin: 'offer' },
      ...{ placed_on: placed, employment_id: work, valid_from: placed, valid_to: placed },
    })
    for (const [i, month] of months.entries()) {
      if (chance.next() < 0.5) continue
      const outcome = chance.next() < 0.5 ? 'there' : 'unreached'
      const on = addDays(days[i]!, chance.int(4))
      const retry = outcome === 'unreached' ? addDays(on, 1 + chance.int(5)) : null
      made.retention_answer.push({ ...own, referral_id: work, month, outcome, retry_on: retry, valid_from: on })
    }
    if (chance.next() < 0.4) continue
    const through = oneOf([
      { employer: '某厂' },
      { employer: '另一厂', credit_code: '91500000MA5U000010' },
      { employer: '另一厂' },
    ])
    const from = dayNear(oneOf(days), 1)
    const to = chance.next() < 0.5 ? null : addDays(from, 1 + chance.int(2))
    made.insurance.push({ ...own, kind: 'injury', payer: 'employer', ...through, valid_from: from, valid_to: to })
  }
  return made
}

test('the board’s SQL, the need’s rule and the pure function ask for the same checks, whatever the days', async () => {
  const people = await city.query<{ county: number; area: number; id: number }>(
    `SELECT county, area, id FROM person WHERE death_date IS NULL AND id > 2000 ORDER BY id LIMIT ${PLACEMENTS}`,
  )
  const ids = people.map(({ id }) => id)
  for (const table of ['retention_answer', 'referral', 'employment', 'insurance'])
    await city.query(`DELETE FROM ${table} WHERE person_id = ANY ($1)`, [ids])
  for (const [table, rows] of Object.entries(invent(people)))
    for (const columns of [...new Set(rows.map((row) => Object.keys(row).join(', ')))])
      await city.query(
        `INSERT INTO ${table} (${columns}) SELECT ${columns} FROM jsonb_populate_recordset(NULL::${table}, $1::jsonb)`,
        [JSON.stringify(rows.filter((row) => Object.keys(row).join(', ') === columns))],
      )
  // The days on which a check falls due or is asked for no longer, for the odd placements: that day and its neighbours.
  const edges = new Set(ODD.flatMap((day) => EVERY.map((month) => addMonths(day, month))))
  const days = [...edges].toSorted().filter((_, at) => at % 4 === 0)
  const found = { due: 0, quiet: 0 }
  for (const edge of days)
    for (const on of [addDays(edge, -1), edge]) {
      const of = new Set(ids)
      const [sql, pure] = await city.door.asPost(whole, async (tx) => {
        const board = { on, limits: limitsOn(plan, on), months }
        const wanted = { area: 'TRUE', after: undefined, limit: 2000 }
        const due = await listLines(tx, board, { ...wanted, queue: 'retention' })
        const all = await judged(tx, await listLines(tx, board, { ...wanted, queue: 'placed' }), board)
        const open = all.filter(({ checks }) => checks.some(({ state }) => state === 'due' || state === 'again'))
        return [due.map((line) => line.person_id), open.map(({ line }) => line.person_id)]
      })
      const scope = { intervals: [whole.scope], filter: 'TRUE', after: { area: 0, id: 0 }, limit: null }
      const rule = await city.door.asJob((tx) => countedPage(tx, plan, asked, 'value', { on, knownAt: null }, scope))
      const own = (list: readonly number[]) => list.filter((id) => of.has(id)).toSorted((a, b) => a - b)
      expect(own(pure!), `the pure function on ${on}`).toEqual(own(sql!))
      expect(own(rule.map((key) => Number(key.person_id ?? key.id))), `the rule on ${on}`).toEqual(own(sql!))
      found.due += own(sql!).length
      found.quiet += ids.length - own(sql!).length
    }
  expect(Math.min(found.due, found.quiet)).toBeGreaterThan(500)
}, 60_000)
