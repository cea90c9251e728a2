import { LIMITS, type ReferralDays, standings } from '#domain/jobs/referral/referral-state.ts'

/** The table of states as SQL over a referral of that alias: written by nobody, so that the database cannot see it otherwise. */
export function stateSql(alias: string): string {
  const cases = standings.map(({ state, set, is }) => {
    const each = set.map((column) => `${alias}.${column} IS NOT NULL`)
    if (is) each.push(`${alias}.${is.column} = '${is.value}'`)
    return `WHEN ${each.length > 0 ? each.join(' AND ') : 'TRUE'} THEN '${state}'`
  })
  return `CASE ${cases.join(' ')} END`
}

/** The last day for the next step; `$first` and the two after it are the days of the plan, in the order of `LIMITS`. */
export function dueSql(alias: string, state: string, first: number): string {
  const cases = standings.map(({ state: each, due }) => {
    if (due === null) return `WHEN '${each}' THEN NULL::date`
    const more = due.plus ? ` + $${first + LIMITS.indexOf(due.plus)}::int` : ''
    return `WHEN '${each}' THEN ${alias}.${due.from satisfies keyof ReferralDays}${more}`
  })
  return `CASE ${state} ${cases.join(' ')} END`
}
