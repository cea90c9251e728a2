import type { RunState } from '#domain/jobs/matching/run-state.ts'
import { useWords } from '../../words.ts'
import './matching.css'

/** The state of a run, in a word and a colour that does not stand alone. */
export function MatchState({ state }: { state: RunState }) {
  const { t } = useWords()
  return <span className={`tag match-${state}`}>{t(`match.state.${state}`)}</span>
}
