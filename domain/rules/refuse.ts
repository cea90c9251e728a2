import { Refusal, type Words } from '../base/fail.ts'

export type Span = { from: number; to: number }

/** Refuses a piece of rule text: `rules.expression.<reason>`, with the span so that an editor can underline it. */
export function refuse(reason: string, words: Words, text: string, span: Span): never {
  throw new Refusal(`rules.expression.${reason}`, words, {
    status: 422,
    where: { from: span.from, to: span.to, text: text.slice(span.from, span.to) },
  })
}
