import { expect, test } from 'vitest'
import { titleDay } from './title-day.ts'

test.each<[string, string[][], string | null]>([
  ['a day written out, before the month of the title', [['江口镇2021年9月务工监测表', '2021年9月30日']], '2021-09-30'],
  ['a month: its last day', [['２０２４ 年 2 月就业监测']], '2024-02-29'],
  ['what stands nearer the list is believed', [['2021年9月'], ['2022年1月']], '2021-09-30'],
  [
    'the name of the file, where the sheet says nothing',
    [['务工监测表'], ['Sheet1'], ['2021年10月.xlsx']],
    '2021-10-31',
  ],
  ['two months are no day', [['2021年1月至2021年9月']], null],
  ['two days are none', [['2021年9月1日至2021年9月30日']], null],
  ['a day that is none', [['2021年13月45日']], null],
  ['nothing', [['务工监测表', '填报单位：'], []], null],
])('%s', (_, texts, day) => expect(titleDay(...texts)).toBe(day))
