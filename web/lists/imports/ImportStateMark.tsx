import { useWords } from '../../words.ts'
import type { ImportState } from '../import.ts'

/** Where an import stands; colour only repeats the word. */
export function ImportStateMark({ state }: { state: ImportState }) {
  const { t } = useWords()
  return <span className={`nowrap import-state import-${state}`}>{t(`import.state.${state}`)}</span>
}
