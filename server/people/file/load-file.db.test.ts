import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { indicatorRule } from '#domain/plan/indicator-rule.ts'
import { evaluate } from '#domain/rules/evaluate.ts'
import { type SmallCity, smallCity } from '../../../test/small-city.ts'
import { getPlans } from '../../plan/plan-folder.ts'
import { relationAt } from '../as-of.ts'
import { compiledRule, ruleSql } from '../why/compiled.ts'
import { loadFile } from './load-file.ts'

const plan = getPlans().get('chongqing-2021')!
const rules = [
  ...plan.predicates.filter(({ record }) => record === 'person'),
  ...plan.indicators
    .filter(({ counts }) => counts === 'person')
    .map((each) => ({ key: each.key, where: indicatorRule(each) })),
]
const ON = '2021-09-17'

let city: SmallCity
beforeAll(async () => {
  city = await smallCity()
})
afterAll(() => city?.drop())

/** Story people, and some of one county. */
const sample = (others: number) =>
  city.query<{ county: number; id: number }>(
    `SELECT county, id FROM person WHERE id < 2000 UNION ALL
     (SELECT county, id FROM person WHERE county = 500235 AND id > 2000 ORDER BY hashint8(id) LIMIT $1)`,
    [others],
  )

describe.each([
  [null, 40],
  ['2021-10-01T00:00:00Z', 3],
])('a file as known at %s', (knownAt, others) => {
  test('answers every rule of the plan as PostgreSQL does', async () => {
    const clocks = { on: ON, knownAt }
    const people = await sample(others)
    const compiled = rules.map(({ key, where }) => ({ key, predicate: compiledRule(plan, 'person', where, ON) }))
    const different = await city.door.asJob(async (tx) => {
      const found: string[] = []
      const columns = compiled.map(
        ({ predicate }, i) => `(${ruleSql(predicate, clocks, { alias: 'p', truthy: false })}) AS r${i}`,
      )
      for (const { county, id } of people) {
        const file = await loadFile(tx, county, id, clocks)
        const [row] = await tx.query<Record<string, unknown>>(
          `SELECT ${columns.join(', ')} FROM ${relationAt(knownAt)('person')} AS p WHERE p.county = $1 AND p.id = $2`,
          [county, id],
        )
        expect(file === undefined).toBe(row === undefined)
        if (!file || !row) continue
        for (const [i, { key, predicate }] of compiled.entries())
          if (evaluate(predicate, file, 'strict') !== row[`r${i}`]) found.push(`${id} ${key}`)
      }
      return found
    })
    expect(people.length).toBeGreaterThan(8)
    expect(different).toEqual([])
  })
})

test('what was not read refuses to be read', async () => {
  await city.door.asJob(async (tx) => {
    const file = await loadFile(tx, 500235, 1001, { knownAt: null })
    const rosters = file!.rosters as { site: object }[]
    expect(() => evaluate(compiledRule(plan, 'roster', 'count(site.rosters) > 1', ON), rosters[0]!)).toThrow('not read')
  })
})
