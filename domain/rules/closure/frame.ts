import type { Node, NodeOf } from '../ir.ts'

/** Values of the variables by id; records are plain objects with the catalogue's keys. */
export type Frame = { vars: unknown[] }
export type Tried = NodeOf<'some'> | NodeOf<'every'> | NodeOf<'filter'> | NodeOf<'map'>
export type Closure = (frame: Frame) => unknown

export type Builder = {
  strict: boolean
  /** An explanation shows every operand of and/or, those too that no longer matter. */
  eager?: boolean
  build: (node: Node) => Closure
  /** Told of every element that a quantifier or filter tries, so that an explanation can show which one decided. */
  onElement?: ((node: Tried, index: number, run: () => unknown) => unknown) | undefined
}
/** A file: the catalogue's keys; numbers as numbers, decimal text or bigint; dates ISO text; refs objects; lists arrays. */
export type FileRecord = { readonly [key: string]: unknown }
