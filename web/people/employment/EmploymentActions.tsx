import { Modal } from 'antd'
import { useState } from 'react'
import { useWords } from '../../words.ts'
import type { Spell } from '../file/file-view.ts'
import { EndForm } from './EndForm.tsx'
import { VerifyForm } from './VerifyForm.tsx'
import './employment.css'

export type ActionProps = { person: number; spell: Spell; onDone: () => void }

/** End or verify a spell of work that the ledger holds. */
export function EmploymentActions({ person, spell }: Omit<ActionProps, 'onDone'>) {
  const { t } = useWords()
  const [open, setOpen] = useState<'end' | 'verify'>()
  const close = () => setOpen(undefined)
  // The record as it was when the form was opened: a change in between must show as a conflict, not vanish.
  const [seen, setSeen] = useState(spell)
  const ask = (what: 'end' | 'verify') => {
    setSeen(spell)
    setOpen(what)
  }
  return (
    <p className="spell-actions no-print">
      <button type="button" className="link-button" onClick={() => ask('verify')}>
        {t('work.verify')}
      </button>
      {spell.to === null && (
        <button type="button" className="link-button" onClick={() => ask('end')}>
          {t('work.end')}
        </button>
      )}
      <Modal title={t('work.end')} open={open === 'end'} footer={null} destroyOnHidden onCancel={close}>
        <EndForm person={person} spell={seen} onDone={close} />
      </Modal>
      <Modal title={t('work.verify')} open={open === 'verify'} footer={null} destroyOnHidden onCancel={close}>
        <VerifyForm person={person} spell={seen} onDone={close} />
      </Modal>
    </p>
  )
}
