import { Button, Modal } from 'antd'
import { useState } from 'react'
import { client } from '../../api.ts'
import { useSending } from '../../people/identity/sending.ts'
import { Problem } from '../../ui/Problem.tsx'
import { useWords } from '../../words.ts'
import type { Import } from '../import.ts'

/** Discards a file that is not wanted, with what was read of it, after telling so. */
export function DiscardButton({ one }: { one: Import }) {
  const { t } = useWords()
  const [open, setOpen] = useState(false)
  const { clientId, busy, error, send } = useSending()
  const close = () => setOpen(false)
  const discard = () =>
    send(() => client.discardImport({ params: { id: one.id }, body: { clientId } }), t('import.discard.done'), close)
  return (
    <>
      <button type="button" className="link-button" onClick={() => setOpen(true)}>
        {t('import.discard.ask')}
      </button>
      <Modal title={t('import.discard.ask')} open={open} footer={null} destroyOnHidden onCancel={close}>
        <div className="import-form">
          <p>{t('import.discard.what')}</p>
          {error !== undefined && <Problem error={error} />}
          <div className="import-buttons">
            <Button type="primary" danger loading={busy} onClick={discard}>
              {t('import.discard.sure')}
            </Button>
            <Button onClick={close}>{t('import.cancel')}</Button>
          </div>
        </div>
      </Modal>
    </>
  )
}
