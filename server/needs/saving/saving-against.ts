import type { Day } from '#domain/base/date.ts'
import type { Plan } from '#domain/plan/indicator.ts'
import type { Tx } from '../../db.ts'
import type { BeforeSaving, RowToSave } from '../../people/list/people-given.ts'
import { checkBeforeSaving } from './check-before-saving.ts'
import { refuseRaised } from './refuse-raised.ts'

/** For commands that save rows of one file: what they would raise against the findings of a plan on the day that is shown. */
export function savingAgainst(plan: Plan, on: () => Day): BeforeSaving {
  const ask = async (tx: Tx, { county, id }: { county: number; id: number }, rows: readonly RowToSave[]) => {
    const { raised, notAsked } = await checkBeforeSaving(tx, { plan, on: on(), county }, [{ id, changes: rows }])
    return { raised: raised[0]!, notAsked }
  }
  return {
    ask,
    check: async (tx, person, rows, confirmed) => refuseRaised((await ask(tx, person, rows)).raised, confirmed),
  }
}
