import { Button } from 'antd'
import { useState } from 'react'
import { client } from '../../api.ts'
import { useSending } from '../../people/identity/sending.ts'
import { useWords } from '../../words.ts'
import type { Import } from '../import.ts'
import { SureModal } from './SureModal.tsx'

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
      <SureModal
        {...{ open, busy, error, onSure: undo, onClose: close }}
        title={t('import.undo.title')}
        what={t('import.undo.what')}
        sure={t('import.undo.sure')}
      />
    </>
  )
}
