import { expect, test } from 'vitest'
import { batchOfRow, sameName } from './traveller-of-row.ts'

const batches = [
  { id: 71, departsOn: '2021-09-20' },
  { id: 72, departsOn: '2021-09-20' },
  { id: 73, departsOn: '2021-09-25' },
]

test.each([
  ['the number alone', { number: '第 72 号', departsOn: null }, 72],
  ['the number with its day', { number: '７３', departsOn: '2021-09-25' }, 73],
  ['the number with another day', { number: '73', departsOn: '2021-09-20' }, 'jobs.row.batch'],
  ['the only one of the day', { number: null, departsOn: '2021-09-25' }, 73],
  ['two of the day', { number: null, departsOn: '2021-09-20' }, 'jobs.row.batches'],
  ['nothing, with several', { number: null, departsOn: null }, 'jobs.row.batches'],
  ['a number nobody has', { number: '8', departsOn: null }, 'jobs.row.batch'],
] as const)('a row’s batch: %s', (_, asked, expected) => {
  const found = batchOfRow(asked, batches)
  expect('fault' in found ? found.fault.code : found.id).toBe(expected)
})

test('a name is the same whatever blanks stand in it', () => {
  expect([sameName('王 芳', '王芳'), sameName('阿依·古丽', '阿依古丽'), sameName('王方', '王芳')]).toEqual([
    true,
    true,
    false,
  ])
})
