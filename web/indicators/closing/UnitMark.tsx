import type { UnitState } from '#domain/indicators/closing/unit-state.ts'
import { useWords } from '../../words.ts'

const SIGN: Record<UnitState, string> = { waiting: '…', ready: '●', confirmed: '✓', sent_back: '↩' }

/** Where a unit stands, in a sign and a word. */
export function UnitMark({ state }: { state: UnitState }) {
  const { t } = useWords()
  return (
    <span className={`unit-mark unit-${state}`}>
      <span aria-hidden="true">{SIGN[state]}</span> {t(`closing.unit.${state}`)}
    </span>
  )
}

/** By when a unit confirms; said to be past where it has not. */
export function DueDay({ unit }: { unit: { due: string | null; overdue: boolean } }) {
  const { t } = useWords()
  if (unit.due === null) return null
  return (
    <small className={unit.overdue ? 'late' : 'soft'}>
      {t('closing.due')} {unit.overdue ? t('closing.due.late', { day: unit.due }) : unit.due}
    </small>
  )
}
