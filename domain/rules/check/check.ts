import type { Node } from '../ir.ts'
import { refuse } from '../refuse.ts'
import type { Form, FormOf } from '../syntax/form.ts'
import { parseDay } from '../values/calendar.ts'
import { parseDuration } from '../values/duration.ts'
import { checkArithmetic, checkNegate } from './arithmetic.ts'
import { checkCall } from './calls.ts'
import { checkFilter, checkFor, checkPath, checkQuantifier } from './lists.ts'
import { at, expect, items, literal, number } from './nodes.ts'
import { between, checkIf, checkIn, compare } from './operators.ts'
import { type Checker, lookUp, type Scope } from './scope.ts'

type Check<F extends Form['form']> = (form: FormOf<F>, scope: Scope, cx: Checker) => Node

const CHECKS: { [F in Form['form']]: Check<F> } = {
  number: (form, _, cx) => number(form.text, form, cx),
  string: (form) => literal('string', form.text, form),
  boolean: (form) => literal('boolean', form.value, form),
  null: (form) => literal('null', null, form),
  date: (form, _, cx) => {
    const day = parseDay(form.text)
    if (day === null)
      return refuse(
        'date',
        { zh: '日期须写作 2021-09-17，且必须存在。', en: 'A date is written 2021-09-17 and must exist.' },
        cx.text,
        form,
      )
    return literal('date', day, form)
  },
  duration: (form, _, cx) => {
    const found = parseDuration(form.text)
    if (!found) {
      const words = { zh: '时长须写作 P1Y6M 或 P30D。', en: 'A duration is written P1Y6M or P30D.' }
      return refuse('duration', words, cx.text, form)
    }
    return literal(found.type, found.value, form)
  },
  name: (form, scope, cx) => lookUp(form.name, scope, cx, form),
  path: checkPath,
  filter: checkFilter,
  call: checkCall,
  and: (form, scope, cx) => logic(form, scope, cx),
  or: (form, scope, cx) => logic(form, scope, cx),
  compare: (form, scope, cx) => compare(form.op, cx.check(form.a, scope), cx.check(form.b, scope), cx, form),
  between: (form, scope, cx) => {
    const [arg, lo, hi] = [form.arg, form.lo, form.hi].map((part) => cx.check(part, scope)) as [Node, Node, Node]
    return between(arg, { lo, hi, loOpen: false, hiOpen: false }, cx, form)
  },
  in: checkIn,
  arithmetic: checkArithmetic,
  negate: checkNegate,
  if: checkIf,
  some: checkQuantifier,
  every: checkQuantifier,
  for: checkFor,
  list: (form, scope, cx) =>
    items(
      form.items.map((item) => cx.check(item, scope)),
      cx,
      form,
    ),
}

function logic(form: FormOf<'and' | 'or'>, scope: Scope, cx: Checker): Node {
  const args = form.args.map((arg) => expect(cx.check(arg, scope), 'boolean', cx))
  return { op: form.form, args, type: 'boolean', ...at(form) }
}

/** Gives a form its names and types, or refuses it. `this` is the checker, so that a derived fact can bring its own. */
export function check(this: Checker, form: Form, scope: Scope): Node {
  const run = CHECKS[form.form] as (form: Form, scope: Scope, cx: Checker) => Node
  return run(form, scope, this)
}
