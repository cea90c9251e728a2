import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { Refusal } from '#domain/base/fail.ts'
import type { Plan } from '#domain/plan/indicator.ts'
import { parametersOn } from '#domain/plan/parameters-on.ts'
import { getPlanFolder, getPlans, readPlanFolder, SHIPPED_PLANS } from './plan-folder.ts'

const plans = getPlans()
const plan2021 = plans.get('chongqing-2021')!
const scratch = mkdtempSync(join(tmpdir(), 'ricebowl-plan-'))
afterAll(() => rmSync(scratch, { recursive: true }))

/** The statements of the plan of 2021, by action, and the three counts of the workshops. */
const STATEMENTS: Record<string, string> = {
  employment: `lifted-in-work one-to-one workshops nearby-channels corridors labour-brands acceleration sailing projects
    parks parks-key-counties incubators service-centres`,
  skills: `trainings craftsman-stations training-bases master-studios skilled-people project-training training-brands
    occupations`,
  talent: 'graduates titles township-pay village-doctors talent-projects awards',
  insurance: 'pension-coverage premium-paid insured-workers',
  'fixed-point': 'one-file key-places innovation-base special-training steady-bowl',
}
const words = (text: string) => text.split(/\s+/)

test.each(Object.entries(STATEMENTS))('every statement of %s has its measure and its figure', (action, keys) => {
  expect(plan2021.measures.filter((m) => m.action === action).map(({ key }) => key)).toEqual(words(keys))
  for (const key of words(keys))
    expect(plan2021.indicators.find((i) => i.key === key)).toMatchObject({ action, measure: key })
})

test('actions, measures and figures stand in the order of the plan', () => {
  expect(plan2021.actions.map(({ key }) => key)).toEqual(Object.keys(STATEMENTS))
  const main = plan2021.indicators.filter(({ partOf }) => partOf === undefined).map(({ key }) => key)
  const [before, after] = [Object.values(STATEMENTS).flatMap(words), ['workshop-workers', 'workshop-lifted']]
  expect(main).toEqual(before.toSpliced(before.indexOf('workshops') + 1, 0, ...after))
})

test('beside the statements stand the counts of the workshops, and details of what they detail', () => {
  const main = plan2021.indicators.filter(({ partOf }) => partOf === undefined).map(({ key }) => key)
  const keys = Object.values(STATEMENTS).flatMap(words)
  expect(new Set(main)).toEqual(new Set([...keys, 'workshop-workers', 'workshop-lifted']))
  const details = plan2021.indicators.filter(({ partOf }) => partOf !== undefined)
  for (const { key, partOf } of details)
    expect([key.startsWith(`${partOf}.`), main.includes(partOf!)]).toEqual([true, true])
  const detailKeys = details.map(({ key }) => key)
  for (const key of ['corridors.retained-1', 'corridors.retained-3', 'corridors.retained-6', 'labour-brands.contract'])
    expect(detailKeys).toContain(key)
  for (const key of ['labour-brands.median-wage', 'steady-bowl.1', 'steady-bowl.6', 'steady-bowl.12'])
    expect(detailKeys).toContain(key)
})

test('the numbers of the plan are its targets, and no statement without a number has one', () => {
  const targets = plan2021.targets.map(({ indicator, value }) => [indicator, value])
  expect(Object.fromEntries(targets)).toEqual({
    'lifted-in-work': 760_000,
    parks: 30,
    'parks-key-counties': 4,
    incubators: 120,
    trainings: 500_000,
    'training-brands': 30,
    occupations: 100,
    graduates: 3_000,
    'pension-coverage': 99,
  })
  expect(plan2021.tasks.map(({ indicator, year, value }) => [indicator, year, value])).toContainEqual([
    'lifted-in-work',
    2021,
    751_300,
  ])
  expect(plan2021.tasks.map(({ indicator, year, value }) => [indicator, year, value])).toContainEqual([
    'lifted-in-work',
    2024,
    751_100,
  ])
})

test('the published figures of September 2021 stand beside the computed ones', () => {
  const on = (indicator: string) =>
    plan2021.published.find((p) => p.indicator === indicator && p.on === '2021-09-17')?.value
  expect(['workshops', 'workshop-workers', 'workshop-lifted', 'lifted-in-work'].map(on)).toEqual([
    473, 9_986, 4_121, 769_300,
  ])
  for (const { source } of plan2021.published) expect(source).toMatch(/ · /)
})

test('enough needs and findings, every one over people, but for those about sites', () => {
  const of = (kind: string) => plan2021.predicates.filter((p) => p.kind === kind)
  expect(of('need').length).toBeGreaterThanOrEqual(14)
  expect(of('finding').length).toBeGreaterThanOrEqual(28)
  expect(of('finding').filter(({ clause }) => clause).length).toBeGreaterThanOrEqual(20)
  const about = new Set(plan2021.predicates.map(({ kind, record }) => `${kind} ${record}`))
  expect([...about].toSorted()).toEqual(['finding person', 'finding site', 'need person'])
  expect(plan2021.predicates.every(({ mend }) => mend.zh && mend.en)).toBe(true)
})

test('a decomposition stands for each division, and covers its counties', () => {
  const on = (day: string) =>
    plan2021.decompositions.find((d) => d.indicator === 'lifted-in-work' && d.from <= day && (!d.to || day < d.to))!
  const areas = (day: string) => on(day).rows.map(({ area }) => area)
  expect(areas('2025-11-05')).toContain(500112000000)
  expect(areas('2025-11-06')).toContain(500157000000)
  expect(areas('2025-11-06')).not.toContain(500112000000)
  expect(on('2025-11-06').assumption).toBeDefined()
})

test('the plan of 2024 has the same indicators under four actions, and no copy of them', () => {
  const plan2024 = plans.get('chongqing-2024')!
  const definition = ({ action: _, ...rest }: Plan['indicators'][number]) => rest
  expect(plan2024.actions).toHaveLength(4)
  const sorted = (plan: Plan) => plan.indicators.map(definition).sort((a, b) => (a.key < b.key ? -1 : 1))
  expect(sorted(plan2024)).toEqual(sorted(plan2021))
  expect(plan2024.predicates).toEqual(plan2021.predicates)
  expect(plan2024.targets.map(({ indicator }) => indicator)).toEqual(['pension-coverage'])
  const actions = plan2024.actions.map(({ key }) => key)
  expect(plan2024.programmes.every(({ action }) => actions.includes(action))).toBe(true)
})

test('parameters are those of the day; before its first day one is null', () => {
  expect(parametersOn(plan2021, '2024-06-15')).toMatchObject({
    on: { type: 'date', value: '2024-06-15', label: { zh: '当日' } },
    plan_start: { value: '2021-09-17' },
    month_start: { value: '2024-06-01' },
    year_start: { value: '2024-01-01' },
    post_age_high: { type: 'number', value: 70 },
  })
  expect(parametersOn(plan2021, '2021-09-16').post_age_high).toMatchObject({ type: 'number', value: null })
})

test('what is said of the shipped plan is said of its files: a copy with one breakage is refused with the place', () => {
  const copy = join(scratch, 'chongqing-2021')
  cpSync(join(SHIPPED_PLANS, 'chongqing-2021'), copy, { recursive: true })
  cpSync(join(SHIPPED_PLANS, 'common'), join(scratch, 'common'), { recursive: true })
  expect(readPlanFolder(copy).problems).toEqual([])
  const file = join(copy, 'indicators', 'workshops.yaml')
  writeFileSync(file, readFileSync(file, 'utf8').replace('"workshop"', '"workshed"'))
  expect(readPlanFolder(copy).problems).toMatchObject([{ file: 'indicators/workshops.yaml', path: 'where' }])
  expect(() => getPlanFolder(copy)).toThrow(
    /1 problem\(s\)\. indicators\/workshops\.yaml:\d+: There is no kind of site/,
  )
  cpSync(join(SHIPPED_PLANS, 'chongqing-2024'), join(scratch, 'chongqing-2024'), { recursive: true })
  expect(readPlanFolder(join(scratch, 'chongqing-2024')).problems).toMatchObject([
    { file: 'plan.yaml', path: 'reuses' },
  ])
})

test('two plans that reuse each other end with a problem, not without end', () => {
  for (const [key, other] of [
    ['a-1', 'b-1'],
    ['b-1', 'a-1'],
  ] as const) {
    cpSync(join(SHIPPED_PLANS, 'chongqing-2024'), join(scratch, key), { recursive: true })
    const file = join(scratch, key, 'plan.yaml')
    writeFileSync(file, readFileSync(file, 'utf8').replace('reuses: chongqing-2021', `reuses: ${other}`))
  }
  expect(readPlanFolder(join(scratch, 'a-1')).problems).toMatchObject([{ file: 'plan.yaml', path: 'reuses' }])
})

test('a folder that is not there is refused as bad input', () => {
  expect(() => readPlanFolder(join(scratch, 'none'))).toThrow(Refusal)
})
