import fc from 'fast-check'
import { expect, test } from 'vitest'
import * as decimal from './decimal.ts'

const of = (text: string) => decimal.ofText(text)!
const small = fc.tuple(fc.integer({ min: -(10 ** 9), max: 10 ** 9 }), fc.integer({ min: 0, max: 6 }))
const asDecimal = ([n, scale]: [number, number]) => of(`${n}e-${scale}`)

test('text and back, without trailing zeros', () => {
  for (const [text, back] of [
    ['1.50', '1.5'],
    ['-0.010', '-0.01'],
    ['1e3', '1000'],
    ['0.000', '0'],
    ['.5', '0.5'],
    ['12e-3', '0.012'],
  ] as const) {
    expect(decimal.toText(of(text))).toBe(back)
  }
  expect([decimal.ofText('x'), decimal.ofText(''), decimal.ofText('1e9999'), decimal.ofText('.')]).toEqual(
    Array(4).fill(undefined),
  )
})

test('sum, difference and product are those of whole numbers scaled', () => {
  fc.assert(
    fc.property(small, small, (x, y) => {
      const [a, b] = [asDecimal(x), asDecimal(y)]
      const scaled = (n: [number, number]) => BigInt(n[0]) * 10n ** BigInt(6 - n[1])
      const text = (n: bigint, scale: number) => decimal.toText(of(`${n}e-${scale}`))
      expect(decimal.toText(decimal.add(a, b)!)).toBe(text(scaled(x) + scaled(y), 6))
      expect(decimal.toText(decimal.subtract(a, b)!)).toBe(text(scaled(x) - scaled(y), 6))
      expect(decimal.toText(decimal.multiply(a, b)!)).toBe(text(scaled(x) * scaled(y), 12))
      expect(decimal.compare(a, b)).toBe(scaled(x) < scaled(y) ? -1 : scaled(x) > scaled(y) ? 1 : 0)
    }),
  )
})

test('a quotient is the nearest of 34 digits, ties to even', () => {
  fc.assert(
    fc.property(fc.bigInt({ min: 1n, max: 10n ** 20n }), fc.bigInt({ min: 1n, max: 10n ** 20n }), (n, d) => {
      const q = decimal.divide(decimal.ofInteger(n), decimal.ofInteger(d))!
      // |n - q d| is at most half a unit in the last place of q, times d.
      const unit = 10n ** BigInt(Math.max(0, q.digits.toString().length - 34))
      const scale = Math.max(q.scale, 0) + (34 - q.digits.toString().length)
      const error = n * 10n ** BigInt(scale) - decimal.toBigInt({ digits: q.digits, scale: q.scale - scale }) * d
      expect((error < 0n ? -error : error) * 2n <= d * unit).toBe(true)
    }),
  )
  expect(decimal.divide(of('1'), of('0'))).toBeNull()
})

test('each rounding of a tie and of what lies beside it', () => {
  const modes = ['half even', 'half up', 'half down', 'up', 'down', 'floor', 'ceiling'] as const
  const rounded = (text: string) => modes.map((mode) => decimal.toText(decimal.roundTo(of(text), 0, mode)))
  expect(rounded('2.5')).toEqual(['2', '3', '2', '3', '2', '2', '3'])
  expect(rounded('3.5')).toEqual(['4', '4', '3', '4', '3', '3', '4'])
  expect(rounded('-2.5')).toEqual(['-2', '-3', '-2', '-3', '-2', '-3', '-2'])
  expect(rounded('2.51')).toEqual(['3', '3', '3', '3', '2', '2', '3'])
  expect(rounded('-2.4')).toEqual(['-2', '-2', '-2', '-3', '-2', '-3', '-2'])
  expect(decimal.toText(decimal.roundTo(of('125'), -1, 'half even'))).toBe('120')
})
