import type { Words } from '../../base/fail.ts'
import type { Node } from '../ir.ts'
import { refuse } from '../refuse.ts'
import type { FormOf } from '../syntax/form.ts'
import { type Decimal, isInteger, toBigInt } from '../values/decimal.ts'
import { LEFT_OUT, NOT_IN_SUBSET, PLAIN, type Plain, ROUNDING } from './builtins.ts'
import { LIST_CALLS } from './list-calls.ts'
import { at, call, expect, expectInteger, literal, ZERO } from './nodes.ts'
import { type Checker, nearest, type Scope } from './scope.ts'

export type CallForm = FormOf<'call'>

export function checkCall(form: CallForm, scope: Scope, cx: Checker): Node {
  const left = LEFT_OUT[form.name]
  if (left)
    return refuse('function', { zh: `${form.name}()：${left[0]}`, en: `${form.name}(): ${left[1]}` }, cx.text, form)
  const args = () => form.args.map((arg) => cx.check(arg, scope))
  if (Object.hasOwn(PLAIN, form.name)) return plain(form, PLAIN[form.name]!, args(), cx)
  if (Object.hasOwn(ROUNDING, form.name)) return rounding(form, args(), cx)
  if (Object.hasOwn(LIST_CALLS, form.name)) return LIST_CALLS[form.name]!(args(), form, cx)
  if (form.name === 'not') {
    expectCount(form, 1, 1, cx)
    return { op: 'not', arg: expect(args()[0]!, 'boolean', cx), type: 'boolean', ...at(form) }
  }
  if (form.name === 'date') return date(form, args(), cx)
  if (form.name === 'string') return string(form, args(), cx)
  if (NOT_IN_SUBSET.has(form.name)) return refuseLeftOut(form, cx)
  return refuseFunction(form, cx)
}

const SHOWN_AS_TEXT = new Set(['number', 'string', 'date', 'boolean'])
function string(form: CallForm, args: Node[], cx: Checker): Node {
  expectCount(form, 1, 1, cx)
  const arg = args[0]!
  if (arg.type === 'null') return literal('string', null, form)
  if (arg.type === 'string') return { ...arg, ...at(form) }
  if (typeof arg.type === 'object' || !SHOWN_AS_TEXT.has(arg.type)) return refuseLeftOut(form, cx)
  return call(`string.${arg.type}`, [arg], 'string', form)
}

function refuseLeftOut(form: CallForm, cx: Checker): never {
  const words = {
    zh: `规则语言没有收入函数 ${form.name}()。`,
    en: `${form.name}() is part of FEEL, but not of what rules may use.`,
  }
  refuse('function', words, cx.text, form)
}

function refuseFunction(form: CallForm, cx: Checker): never {
  const near = nearest(form.name, [
    ...Object.keys(PLAIN),
    ...Object.keys(ROUNDING),
    ...Object.keys(LIST_CALLS),
    'not',
    'date',
    'string',
  ])
  const words: Words = {
    zh: `没有名为“${form.name}”的函数${near.length ? `；是否指：${near.join('、')}？` : '。'}`,
    en: `There is no function “${form.name}”${near.length ? `; did you mean ${near.join(', ')}?` : '.'}`,
  }
  refuse('function', words, cx.text, form)
}

function expectCount(form: CallForm, least: number, most: number, cx: Checker): void {
  if (form.args.length >= least && form.args.length <= most) return
  const count = least === most ? `${least}` : `${least}–${most}`
  refuse(
    'arguments',
    { zh: `${form.name}() 需要 ${count} 个参数。`, en: `${form.name}() takes ${count} argument(s).` },
    cx.text,
    form,
  )
}

function plain(form: CallForm, { args, required, result, shape, partial }: Plain, given: Node[], cx: Checker): Node {
  expectCount(form, required ?? args.length, args.length, cx)
  const typed = given.map((arg, i) =>
    args[i] === 'integer' ? expectInteger(arg, cx) : expect(arg, args[i] as 'number', cx),
  )
  const options = { ...(shape && { shape: shape(typed.map((arg) => arg.shape ?? ZERO)) }), partial: partial ?? false }
  return call(form.name, typed, result, form, options)
}

const DEEPEST = 100
function rounding(form: CallForm, given: Node[], cx: Checker): Node {
  expectCount(form, ROUNDING[form.name]!.scale === 'required' ? 2 : 1, 2, cx)
  const arg = expect(given[0]!, 'number', cx)
  const scale = expect(given[1] ?? literal('number', { digits: 0n, scale: 0 }, form), 'number', cx)
  if (scale.op === 'literal' && scale.value === null) return literal('number', null, form)
  const value =
    scale.op === 'literal' && isInteger(scale.value as Decimal) ? Number(toBigInt(scale.value as Decimal)) : Number.NaN
  if (!(Math.abs(value) <= DEEPEST)) {
    refuse('scale', { zh: '小数位数须为整数常量。', en: 'The number of decimals is a whole literal.' }, cx.text, scale)
  }
  const { whole, scale: had } = arg.shape!
  const shape = { whole: Math.max(whole, -value) + 1, scale: Math.max(0, Math.min(had, value)) }
  return call(form.name, [arg, scale], 'number', form, { shape })
}

/** `date("…")` with a literal is read by the parser; here it is `date(year, month, day)` or a date that stays one. */
function date(form: CallForm, args: Node[], cx: Checker): Node {
  if (args.length === 1) return { ...expect(args[0]!, 'date', cx), ...at(form) }
  expectCount(form, 3, 3, cx)
  return call(
    'date',
    args.map((arg) => expectInteger(arg, cx)),
    'date',
    form,
    { partial: true },
  )
}
