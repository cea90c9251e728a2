import type { Programme } from '../../plan/indicator.ts'

/** By how many stable people a yearly award is paid, and what each grade is worth then; plan data. */
export type AwardClasses = NonNullable<Programme['versions'][number]['classes']>

export type AwardAid = {
  /** Fewest people of the class that the count reaches; null = below the lowest: nothing is due. */
  class: number | null
  /** The next class up, and how many more people it takes; null at the top. */
  next: { least: number; more: number } | null
  /** Yuan by grade for that class. */
  yuan: Readonly<Record<string, number>>
}

/** What the count would come to. An aid to whoever evaluates: nothing is paid here. */
export function awardAid({ least, yuan }: AwardClasses, stable: number): AwardAid {
  const at = least.findIndex((fewest) => stable >= fewest)
  const above = at < 0 ? least.at(-1)! : least[at - 1]
  return {
    class: at < 0 ? null : least[at]!,
    next: above === undefined ? null : { least: above, more: above - stable },
    yuan: at < 0 ? {} : Object.fromEntries(Object.entries(yuan).map(([grade, amounts]) => [grade, amounts[at]!])),
  }
}
