/**
 * Exact decimals: digits / 10^scale, trailing zeros stripped so that equal numbers are equal field by field.
 * Results keep 34 significant digits, ties to even (IEEE 754 decimal128, as DMN asks); PostgreSQL does the same through
 * the functions of sql/functions.ts, so the two may never drift apart.
 */
export type Decimal = { readonly digits: bigint; readonly scale: number }
export type Rounding = 'half even' | 'half up' | 'half down' | 'up' | 'down' | 'floor' | 'ceiling'

const PRECISION = 34
/** decimal128's exponents: beyond the first a result is null, below the second it is rounded. */
const LARGEST_EXPONENT = 6145
const DEEPEST_SCALE = 6176

const pow10 = (n: number): bigint => 10n ** BigInt(n)
const size = (n: bigint): number => (n < 0n ? -n : n).toString().length

function normal(digits: bigint, scale: number): Decimal {
  if (digits === 0n) return { digits: 0n, scale: 0 }
  while (digits % 10n === 0n) {
    digits /= 10n
    scale -= 1
  }
  return { digits, scale }
}

export const ofInteger = (n: number | bigint): Decimal => normal(BigInt(n), 0)

/** From plain or exponent notation; undefined when the text is no number or lies outside decimal128. */
export function ofText(text: string): Decimal | undefined {
  const match = /^([+-]?)(\d*)(?:\.(\d*))?(?:[eE]([+-]?\d{1,6}))?$/.exec(text.trim())
  if (!match || !(match[2] || match[3])) return undefined
  const fraction = match[3] ?? ''
  const digits = BigInt((match[2] ?? '') + fraction)
  return round34(normal(match[1] === '-' ? -digits : digits, fraction.length - Number(match[4] ?? 0))) ?? undefined
}

/** Plain notation without trailing zeros: `0.3`, `-1200`, never an exponent. */
export function toText({ digits, scale }: Decimal): string {
  if (scale <= 0) return (digits * pow10(-scale)).toString()
  const sign = digits < 0n ? '-' : ''
  const all = (digits < 0n ? -digits : digits).toString().padStart(scale + 1, '0')
  return `${sign}${all.slice(0, -scale)}.${all.slice(-scale)}`
}

export const isInteger = (a: Decimal): boolean => a.scale <= 0
/** Whole numbers only: `digits` with its zeros back. */
export const toBigInt = (a: Decimal): bigint => a.digits * pow10(-a.scale)

function aligned(a: Decimal, b: Decimal): [bigint, bigint, number] {
  const scale = Math.max(a.scale, b.scale)
  return [a.digits * pow10(scale - a.scale), b.digits * pow10(scale - b.scale), scale]
}

export function compare(a: Decimal, b: Decimal): -1 | 0 | 1 {
  const [x, y] = aligned(a, b)
  return x < y ? -1 : x > y ? 1 : 0
}

export const negate = (a: Decimal): Decimal => ({ digits: -a.digits, scale: a.scale })

export function exactSum(values: readonly Decimal[]): Decimal {
  return values.reduce(
    (a, b) => {
      const [x, y, scale] = aligned(a, b)
      return normal(x + y, scale)
    },
    { digits: 0n, scale: 0 },
  )
}
export const add = (a: Decimal, b: Decimal): Decimal | null => round34(exactSum([a, b]))
export const subtract = (a: Decimal, b: Decimal): Decimal | null => add(a, negate(b))
export const multiply = (a: Decimal, b: Decimal): Decimal | null =>
  round34(normal(a.digits * b.digits, a.scale + b.scale))

/** Null for a zero divisor. One digit past the quotient tells a tie from "a little more", so rounding happens once. */
export function divide(a: Decimal, b: Decimal): Decimal | null {
  if (b.digits === 0n) return null
  const shift = Math.max(0, PRECISION + 2 - (size(a.digits) - size(b.digits)))
  const scaled = a.digits * pow10(shift)
  const quotient = scaled / b.digits
  const sticky = scaled % b.digits === 0n ? 0n : scaled < 0n === b.digits < 0n ? 1n : -1n
  return round34(normal(quotient * 10n + sticky, a.scale - b.scale + shift + 1))
}

/** Remainder with the divisor's sign: a - b * floor(a / b). */
export function modulo(a: Decimal, b: Decimal): Decimal | null {
  if (b.digits === 0n) return null
  const [x, y, scale] = aligned(a, b)
  const rest = x % y
  return round34(normal(rest !== 0n && rest < 0n !== y < 0n ? rest + y : rest, scale))
}

/** The exponent is a whole literal; a negative one divides once, after the exact power. Bases that would explode are null. */
export function power(a: Decimal, exponent: number): Decimal | null {
  if (size(a.digits) - a.scale > 1000 || a.scale > 150) return null
  const raised = normal(a.digits ** BigInt(Math.abs(exponent)), a.scale * Math.abs(exponent))
  return exponent < 0 ? divide(ofInteger(1), raised) : round34(raised)
}

export function roundTo(a: Decimal, scale: number, mode: Rounding): Decimal {
  if (a.scale <= scale) return a
  const unit = pow10(a.scale - scale)
  const whole = a.digits / unit
  const rest = a.digits % unit
  if (rest === 0n) return normal(whole, scale)
  const twice = (rest < 0n ? -rest : rest) * 2n
  const away = a.digits < 0n ? -1n : 1n
  const tie = twice === unit
  const up =
    mode === 'up' ||
    (mode === 'floor' && away < 0n) ||
    (mode === 'ceiling' && away > 0n) ||
    (mode.startsWith('half') &&
      (twice > unit || (tie && (mode === 'half up' || (mode === 'half even' && whole % 2n !== 0n)))))
  return normal(up ? whole + away : whole, scale)
}

export function round34(a: Decimal): Decimal | null {
  const excess = size(a.digits) - PRECISION
  let rounded = excess > 0 ? roundTo(a, a.scale - excess, 'half even') : a
  rounded = roundTo(rounded, DEEPEST_SCALE, 'half even')
  return size(rounded.digits) - rounded.scale > LARGEST_EXPONENT ? null : rounded
}
