import type { Json } from '../../context.ts'

/** An expression, the value that DMN 1.5, chapter 10, gives it, and the context it is asked in. */
export type Case = readonly [expr: string, expected: Json, context?: { [key: string]: Json }]
export const day = (date: string) => ({ date })
export const span = (duration: string) => ({ duration })
