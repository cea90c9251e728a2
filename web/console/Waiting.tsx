import { Skeleton } from 'antd'
import { useWords } from '../words.ts'

/** A page on its way: drawn only after a moment, so that a quick one does not flicker. */
export function Waiting() {
  const { t } = useWords()
  return (
    <output className="answer-waiting page" aria-label={t('ui.loading')}>
      <Skeleton active paragraph={{ rows: 8 }} />
    </output>
  )
}
