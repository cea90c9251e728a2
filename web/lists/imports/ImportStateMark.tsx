import { useWords } from '../../words.ts'
import { type Import, isIdle } from '../import.ts'

/** Where an import stands; colour only repeats the word. */
export function ImportStateMark({ of }: { of: Import }) {
  const { t } = useWords()
  if (isIdle(of)) return <span className="nowrap import-state">{t('import.state.idle')}</span>
  return <span className={`nowrap import-state import-${of.state}`}>{t(`import.state.${of.state}`)}</span>
}
