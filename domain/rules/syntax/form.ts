import type { Span } from '../refuse.ts'

/** What was written, before names and types: lezer's concrete tree without its punctuation and its precedence bug. */
export type Form = Span &
  (
    | { form: 'number' | 'string' | 'date' | 'duration'; text: string }
    | { form: 'boolean'; value: boolean }
    | { form: 'null' }
    | { form: 'name'; name: string }
    | { form: 'path'; base: Form; name: string }
    | { form: 'filter'; base: Form; cond: Form }
    | { form: 'call'; name: string; args: Form[] }
    | { form: 'and' | 'or'; args: Form[] }
    | { form: 'compare'; op: Comparator; a: Form; b: Form }
    | { form: 'between'; arg: Form; lo: Form; hi: Form }
    | { form: 'in'; arg: Form; tests: Test[] }
    | { form: 'arithmetic'; op: ArithmeticOp; a: Form; b: Form }
    | { form: 'negate'; arg: Form }
    | { form: 'if'; cond: Form; yes: Form; no: Form }
    | { form: 'some' | 'every'; iterators: Iterator[]; body: Form }
    | { form: 'for'; iterators: Iterator[]; body: Form }
    | { form: 'list'; items: Form[] }
  )
/** The member of the union whose `form` may be `F`; members that share a shape share a line above. */
export type FormOf<F extends Form['form'], X = Form> = X extends { form: Form['form'] }
  ? F extends X['form']
    ? X
    : never
  : never
export type Comparator = '=' | '!=' | '<' | '<=' | '>' | '>='
export type ArithmeticOp = '+' | '-' | '*' | '/' | '**'
export type Test = Span &
  (
    | { test: 'value'; value: Form }
    | { test: 'unary'; op: Comparator; value: Form }
    | { test: 'range'; lo: Form; hi: Form; loOpen: boolean; hiOpen: boolean }
  )
export type Iterator = Span & { name: string; list: Form; upTo?: Form }
