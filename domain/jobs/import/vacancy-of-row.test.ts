import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { readOccupations } from '../occupation/occupation.ts'
import { readAges } from './read-ages.ts'
import { readWage } from './read-wage.ts'
import { vacancyOfRow } from './vacancy-of-row.ts'

const common = (name: string) => readFileSync(new URL(`../../../plans/common/${name}`, import.meta.url), 'utf8')
const occupations = readOccupations(common('occupations-2022.csv'), common('jobs/occupation-names.yaml'))

describe('a wage as it is written', () => {
  const band = (wageForm: string, low?: number, high?: number) => ({
    wageForm,
    ...(low !== undefined && { wageLowFen: low * 100 }),
    ...(high !== undefined && { wageHighFen: high * 100 }),
  })
  test.each([
    ['4000-6000元/月', band('month', 4000, 6000)],
    ['4000—6000', band('month', 4000, 6000)],
    ['月薪4,500元-6,500元', band('month', 4500, 6500)],
    ['4-6千元', band('month', 4000, 6000)],
    ['0.5万-0.8万', band('month', 5000, 8000)],
    ['5k-8k', band('month', 5000, 8000)],
    ['3500元以上', band('month', 3500)],
    ['6000元/月以内', band('month', undefined, 6000)],
    ['4500左右', band('month', 4500, 4500)],
    ['200-260元/天', band('day', 200, 260)],
    ['25元/小时', band('hour', 25, 25)],
    ['年薪9.6万', band('month', 8000, 8000)],
    ['计件', band('piece')],
    ['计件3500-6000元/月', band('piece', 3500, 6000)],
    ['3000-5000元（包吃住）', band('month', 3000, 5000)],
    ['5000+提成', band('month', 5000, 5000)],
    ['面议', band('month')],
    [null, band('month')],
  ])('%s', (text, read) => {
    expect(readWage(text)).toEqual(read)
  })
  test.each(['200', '高薪', '按劳分配', '3000-5000-7000', '底薪3000另算5000'])('%s is not guessed at', (text) => {
    expect(readWage(text)).toHaveProperty('fault')
  })
})

test.each([
  ['18-45岁', { ageFrom: 18, ageTo: 45 }],
  ['18周岁以上', { ageFrom: 18 }],
  ['55岁以下', { ageTo: 55 }],
  ['不限', {}],
  [null, {}],
])('ages: %s', (text, read) => {
  expect(readAges(text)).toEqual(read)
})
test('ages that cannot be read are told', () => {
  expect(readAges('年轻力壮')).toHaveProperty('fault')
})

const row = (cells: Record<string, string | number | null>) =>
  vacancyOfRow(
    new Map(
      Object.entries({
        ...{
          title: '缝纫工',
          employer: '某服装厂',
          place: 500_235_000_000,
          openings: 10,
          wage: '4000-6000元/月',
          ...cells,
        },
      }),
    ),
    '2021-09-17',
    { occupations },
  )

describe('a row', () => {
  test('becomes what would be entered by hand', () => {
    expect(
      row({ board_and_lodging: '包吃不包住', ages: '18岁以上', sex: '不限', credit_code: '91500235MA5DEM001A' }),
    ).toEqual({
      facts: {
        ...{
          kind: 'employer',
          title: '缝纫工',
          occupation: '6-05-01-03',
          employer: '某服装厂',
          place: 500_235_000_000,
        },
        ...{
          openings: 10,
          from: '2021-09-17',
          wageForm: 'month',
          wageLowFen: 400_000,
          wageHighFen: 600_000,
          ageFrom: 18,
        },
        ...{ creditCode: '91500235MA5DEM001A', board: true, lodging: false, demands: [] },
      },
    })
  })
  test('carries what the law forbids to the check, and does not hide it', () => {
    expect(row({ sex: '女', marriage: '已婚已育', hukou: '本地户口' })).toMatchObject({
      facts: { demands: ['sex', 'marriage', 'hukou'] },
    })
  })
  test.each([
    [{ title: '月嫂' }, '4-10-01-06'],
    [{ title: '招聘一线员工', trade: '电焊工' }, '6-18-02-04'],
    [{ title: '一线员工', occupation: '6-25-04-07' }, '6-25-04-07'],
  ])('finds the occupation of %o', (cells, occupation) => {
    expect(row(cells)).toMatchObject({ facts: { occupation } })
  })
  test('asks for an occupation that its words do not tell, and for a place that was not recognised', () => {
    expect(row({ title: '普通岗位甲', place: null })).toMatchObject({
      faults: [{ code: 'jobs.row.occupation', column: 'occupation' }, { code: 'jobs.row.place' }],
    })
  })
  test('says of board and lodging what is written, and nothing of what is not', () => {
    const of = (text: string | null) => {
      const read = row({ board_and_lodging: text })
      return 'facts' in read ? [read.facts.board, read.facts.lodging] : read.faults
    }
    expect(['包吃住', '提供食宿', '包住', '不包', null].map(of)).toEqual([
      [true, true],
      [true, true],
      [undefined, true],
      [false, false],
      [undefined, undefined],
    ])
  })
})
