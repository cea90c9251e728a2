import { Button } from 'antd'
import { useWords } from '../../words.ts'

export function PrintButton() {
  const { t } = useWords()
  return (
    <Button className="print-button" onClick={() => window.print()}>
      {t('ui.print')}
    </Button>
  )
}
