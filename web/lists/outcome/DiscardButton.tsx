import { useState } from 'react'
import { client } from '../../api.ts'
import { useSending } from '../../people/identity/sending.ts'
import { useWords } from '../../words.ts'
import type { Import } from '../import.ts'
import { SureModal } from './SureModal.tsx'

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
      <SureModal
        {...{ open, busy, error, onSure: discard, onClose: close }}
        title={t('import.discard.ask')}
        what={t('import.discard.what')}
        sure={t('import.discard.sure')}
      />
    </>
  )
}
