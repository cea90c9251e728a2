import { Hint } from '../../ui/Hint.tsx'
import { useWords } from '../../words.ts'
import type { FigureData, State } from './figure.ts'

/** A shape for each state, so that nothing is said by colour alone. */
export const stateSign: Record<State, string> = {
  met: '✓',
  ahead: '▲',
  on_track: '●',
  behind: '▼',
  missed: '✕',
  outside: '◆',
  none: '–',
}

/** The state in a sign and a word; the rule that gave it, with its numbers, on hover, focus or tap. */
export function StateMark({ figure }: { figure: FigureData }) {
  const { t, say } = useWords()
  const { state } = figure
  if (state === 'none') return <span className="state state-none">{t('indicators.state.none')}</span>
  return (
    <Hint
      className={`state state-${state}`}
      hint={
        <>
          <b>{t('indicators.state.rule')}</b> {say(figure.rule)}
        </>
      }
    >
      <span aria-hidden="true">{stateSign[state]}</span> {t(`indicators.state.${state}`)}
    </Hint>
  )
}
