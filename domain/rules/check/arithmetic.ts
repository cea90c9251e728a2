import type { Node } from '../ir.ts'
import { refuse, type Span } from '../refuse.ts'
import type { ArithmeticOp, FormOf } from '../syntax/form.ts'
import { ANY_DECIMAL, type Shape, type Type, typeWords, type ValueType, widen } from '../type.ts'
import { type Decimal, isInteger, negate, toBigInt } from '../values/decimal.ts'
import { call, expect, literal, typed, ZERO } from './nodes.ts'
import type { Checker, Scope } from './scope.ts'

type Rule = { name: string; type: ValueType; swap?: boolean; shape?: (a: Shape, b: Shape) => Shape; partial?: boolean }

const sum = (a: Shape, b: Shape): Shape => ({
  whole: Math.max(a.whole, b.whole) + 1,
  scale: Math.max(a.scale, b.scale),
})
const product = (a: Shape, b: Shape): Shape => ({ whole: a.whole + b.whole, scale: a.scale + b.scale })
const quotient: Omit<Rule, 'type'> = { name: 'divide', partial: true, shape: () => ANY_DECIMAL }

/** DMN 1.5, tables 50 to 53, without times and without durations scaled by fractions. */
const RULES: Record<string, Rule> = {
  'number + number': { name: 'add', type: 'number', shape: sum },
  'number - number': { name: 'subtract', type: 'number', shape: sum },
  'number * number': { name: 'multiply', type: 'number', shape: product },
  'number / number': { ...quotient, type: 'number' },
  'string + string': { name: 'concat', type: 'string' },
  'date + months': { name: 'add months', type: 'date', partial: true },
  'months + date': { name: 'add months', type: 'date', partial: true, swap: true },
  'date - months': { name: 'subtract months', type: 'date', partial: true },
  'date + days': { name: 'add days', type: 'date', partial: true },
  'days + date': { name: 'add days', type: 'date', partial: true, swap: true },
  'date - days': { name: 'subtract days', type: 'date', partial: true },
  'date - date': { name: 'days between', type: 'days', shape: () => ({ whole: 7, scale: 0 }) },
  'months + months': { name: 'add', type: 'months', shape: sum },
  'months - months': { name: 'subtract', type: 'months', shape: sum },
  'days + days': { name: 'add', type: 'days', shape: sum },
  'days - days': { name: 'subtract', type: 'days', shape: sum },
  'months * number': { name: 'multiply', type: 'months', shape: product },
  'number * months': { name: 'multiply', type: 'months', shape: product },
  'days * number': { name: 'multiply', type: 'days', shape: product },
  'number * days': { name: 'multiply', type: 'days', shape: product },
  'months / months': { ...quotient, type: 'number' },
  'days / days': { ...quotient, type: 'number' },
}

export function checkArithmetic(form: FormOf<'arithmetic'>, scope: Scope, cx: Checker): Node {
  const [a, b] = [cx.check(form.a, scope), cx.check(form.b, scope)]
  return form.op === '**' ? power(a, b, cx, form) : arithmetic(form.op, a, b, cx, form)
}

function arithmetic(op: ArithmeticOp, a: Node, b: Node, cx: Checker, span: Span): Node {
  const known = a.type === 'null' ? guess(op, b.type, true) : b.type === 'null' ? guess(op, a.type, false) : undefined
  if (known !== undefined) return literal(known, null, span)
  const rule = typeof a.type === 'string' && typeof b.type === 'string' ? RULES[`${a.type} ${op} ${b.type}`] : undefined
  if (!rule) return refuseOperands(op, a.type, b.type, cx, span)
  const shape = rule.shape?.(a.shape ?? ZERO, b.shape ?? ZERO)
  if (rule.type === 'months' || rule.type === 'days') refuseUnclearDuration(shape!, cx, span)
  const options = { ...(shape && { shape }), partial: rule.partial ?? !isSafe(shape) }
  return call(rule.name, rule.swap ? [b, a] : [a, b], rule.type, span, options)
}

/** Beyond 34 digits a result is rounded, and past decimal128's range it is null. */
const isSafe = (shape: Shape | undefined): boolean => !shape || shape.whole + shape.scale <= 34

/** An operand that is always null makes the result null; its type is the one the other operand allows. */
function guess(op: ArithmeticOp, other: Type, nullFirst: boolean): Type | undefined {
  if (other === 'null') return 'null'
  const match = Object.entries(RULES).find(([key]) => {
    const [a, o, b] = key.split(' ')
    return o === op && (nullFirst ? b : a) === other
  })
  return match && (other === 'date' && op === '-' ? 'null' : match[1].type)
}

function refuseOperands(op: ArithmeticOp, a: Type, b: Type, cx: Checker, span: Span): never {
  const [x, y] = [typeWords(a), typeWords(b)]
  refuse(
    'operands',
    { zh: `${x.zh} ${op} ${y.zh} 没有定义。`, en: `${x.en} ${op} ${y.en} is not defined.` },
    cx.text,
    span,
  )
}

function refuseUnclearDuration(shape: Shape, cx: Checker, span: Span): void {
  if (shape.scale === 0 && shape.whole <= 15) return
  refuse(
    'duration',
    { zh: '时长只能乘以较小的整数。', en: 'A duration can only be multiplied by a small whole number.' },
    cx.text,
    span,
  )
}

const LARGEST_POWER = 100
function power(left: Node, right: Node, cx: Checker, span: Span): Node {
  const [a, b] = [expect(left, 'number', cx), expect(right, 'number', cx)]
  if (b.op === 'literal' && b.value === null) return b
  const value = b.op === 'literal' && isInteger(b.value as Decimal) ? Number(toBigInt(b.value as Decimal)) : Number.NaN
  if (!(Math.abs(value) <= LARGEST_POWER)) {
    refuse(
      'power',
      { zh: '指数须为 -100 至 100 的整数常量。', en: 'An exponent is a whole literal from -100 to 100.' },
      cx.text,
      right,
    )
  }
  const { whole, scale } = a.shape!
  const shape = value < 0 ? ANY_DECIMAL : { whole: Math.max(1, whole * value), scale: scale * value }
  return call('power', [a, b], 'number', span, { shape, partial: value < 0 || !isSafe(shape) })
}

export function checkNegate(form: FormOf<'negate'>, scope: Scope, cx: Checker): Node {
  const arg = cx.check(form.arg, scope)
  if (arg.type === 'months' || arg.type === 'days') return call('negate', [arg], arg.type, form, { shape: arg.shape! })
  const operand = expect(typed(arg, arg.type === 'null' ? 'number' : arg.type), 'number', cx)
  if (operand.op === 'literal' && operand.value !== null)
    return literal('number', negate(operand.value as Decimal), form)
  return call('negate', [operand], 'number', form, { shape: widen([operand.shape]) })
}
