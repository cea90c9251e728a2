import { expect, test } from 'vitest'
import { skipper } from './skip-row.ts'

const headings = ['序号', '姓名', '身份证号', '村', '月工资', '务工天数', '补贴金额']
const columns = [null, 'name', 'identity', 'village', 'wage', 'days', 'amount']
const skip = skipper({ sheet: '', headRows: [1, 1], headings, columns })

test('a total of many columns is no row of the list, wherever its word stands; somebody with a like name is one', () => {
  expect(skip(['合计', null, null, null, 12000, 30, 900])).toBe('total')
  expect(skip([null, '合 计', null, null, 12000, 30, 900])).toBe('total')
  expect(skip(['合计:3人', null, null, null, 12000, 30, 900])).toBe('total')
  expect(skip([1, '计小合', '500199198803120013', '某村', 3000, 30, 300])).toBeUndefined()
  expect(skip([2, '合计华', '500199198803120013', '某村', 3000, 30, 300])).toBeUndefined()
})
