import { expect, test } from 'vitest'
import { numberText, shareText, shortText } from './number.ts'
import { fill } from './text.ts'

test('numbers are grouped; a share never rounds up to all', () => {
  expect(numberText(9986, 'zh')).toBe('9,986')
  expect(shareText(9999, 10000, 'zh')).toBe('99.9%')
  expect(shareText(4, 4, 'en')).toBe('100%')
  expect(shareText(0, 0, 'en')).toBe('–')
  expect(shortText(37655, 'zh')).toBe('3.8万')
})

test('a hole without a value stays visible', () => {
  expect(fill('{n} of {m}', { n: 0 })).toBe('0 of {m}')
})
