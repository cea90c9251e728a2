import { expect, test } from 'vitest'
import { moment } from './moment.ts'

test('a day, with or without a time, is a moment; words and days that never were are none', () => {
  for (const text of ['2021-10-12', '2021-10-12T09:30:00Z', '2021-10-12T09:30:00.123456+08:00'])
    expect(moment(text)).toBe(text)
  for (const text of ['yesterday', 'now', '2021-02-30', '2021-10-12T99:00:00Z', '12.10.2021', ''])
    expect(() => moment(text), text).toThrow(expect.objectContaining({ code: 'people.instant.unknown' }))
})
