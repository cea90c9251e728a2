import { Button, Modal } from 'antd'
import { Problem } from '../../ui/Problem.tsx'
import { useWords } from '../../words.ts'

type Props = {
  open: boolean
  title: string
  what: string
  sure: string
  busy: boolean
  error: unknown
  onSure: () => void
  onClose: () => void
}

/** What cannot be done by one click too many: it is said what it does, and done by a second click. */
export function SureModal({ open, title, what, sure, busy, error, onSure, onClose }: Props) {
  const { t } = useWords()
  return (
    <Modal title={title} open={open} footer={null} destroyOnHidden onCancel={onClose}>
      <div className="import-form">
        <p>{what}</p>
        {error !== undefined && <Problem error={error} />}
        <div className="import-buttons">
          <Button type="primary" danger loading={busy} onClick={onSure}>
            {sure}
          </Button>
          <Button onClick={onClose}>{t('import.cancel')}</Button>
        </div>
      </div>
    </Modal>
  )
}
