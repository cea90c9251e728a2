import { Button, Modal } from 'antd'
import { useState } from 'react'
import { client } from '../../api.ts'
import { useSending } from '../../people/identity/sending.ts'
import { Problem } from '../../ui/Problem.tsx'
import { useWords } from '../../words.ts'
import type { Import } from '../import.ts'

/** Takes a whole import back, after telling what that does. */
export function UndoButton({ one }: { one: Import }) {
  const { t } = useWords()
  const [open, setOpen] = useState(false)
  const { clientId, busy, error, send } = useSending()
  const close = () => setOpen(false)
  const undo = () =>
    send(() => client.undoImport({ params: { id: one.id }, body: { clientId } }), t('import.undo.begun'), close)
  return (
    <>
      <Button onClick={() => setOpen(true)}>{t('import.undo')}</Button>
      <Modal title={t('import.undo.title')} open={open} footer={null} destroyOnHidden onCancel={close}>
        <div className="import-form">
          <p>{t('import.undo.what')}</p>
          {error !== undefined && <Problem error={error} />}
          <div className="import-buttons">
            <Button type="primary" danger loading={busy} onClick={undo}>
              {t('import.undo.sure')}
            </Button>
            <Button onClick={close}>{t('import.cancel')}</Button>
          </div>
        </div>
      </Modal>
    </>
  )
}
