import type { Day } from '#domain/base/date.ts'
import type { Plan } from '#domain/plan/indicator.ts'
import type { FileRecord } from '#domain/rules/closure/frame.ts'
import { evaluate } from '#domain/rules/evaluate.ts'
import type { Tx } from '../../db.ts'
import { findingRules } from '../finding-rules.ts'
import { seesCounty } from '../one-file.sql.ts'
import { type FileChange, filesBeforeAndAfter } from './would-be-file.ts'

export type Raising = { plan: Plan; on: Day; county: number }
/** A finding that a record would raise, as the plan words it. */
export type Raised = Omit<ReturnType<typeof findingRules>[number], 'predicate' | 'far'>
/** What saving would raise, file by file in the order asked; `notAsked` are rules about the whole county, which this post does not see. */
export type WouldRaise = { raised: Raised[][]; notAsked: string[] }

/**
 * Which findings saving some rows would raise, before anything is saved: those that hold of the file as it would be and do
 * not hold of it as it is. Files of one county, any number at a time: as many queries for a thousand as for one. Rows of one
 * call see each other, so two new people with one phone are found. A finding that is there already is nobody's news.
 * Findings of which nothing can be told for want of a fact are not raised. Reads what the transaction sees; writes nothing.
 */
export async function checkBeforeSaving(
  tx: Tx,
  { plan, on, county }: Raising,
  files: readonly FileChange[],
): Promise<WouldRaise> {
  const every = findingRules(plan, on)
  const whole = (await seesCounty(tx, county)) || !every.some(({ far }) => far)
  const rules = every.filter(({ far }) => whole || !far)
  const states = await filesBeforeAndAfter(tx, county, files)
  const raised = states.map(({ before, after }) =>
    rules.filter(({ predicate }) => holds(predicate, after) && !(before && holds(predicate, before))).map(wordsOf),
  )
  return { raised, notAsked: every.filter((rule) => !rules.includes(rule)).map(({ key }) => key) }
}

type Rule = ReturnType<typeof findingRules>[number]
const holds = (predicate: Rule['predicate'], file: FileRecord): boolean => evaluate(predicate, file, 'strict') === true
const wordsOf = ({ predicate: _, far: __, ...words }: Rule): Raised => words
