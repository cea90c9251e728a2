import { useQuery } from '@tanstack/react-query'
import { Button, Modal } from 'antd'
import { useRef, useState } from 'react'
import type { Api } from '#domain/api.ts'
import type { Input } from '#domain/base/route.ts'
import { ask, client } from '../../api.ts'
import { Problem } from '../../ui/Problem.tsx'
import { useCan } from '../../view.ts'
import { useWords } from '../../words.ts'
import { rememberExport } from './asked-exports.ts'
import { ExportState } from './ExportState.tsx'

export type ExportList = Input<Api['requestExport']>['body']['list']

/** Ask for a workbook of the list on the screen; the reason is asked before anything is made. */
export function ExportButton({ list }: { list: ExportList }) {
  const { t } = useWords()
  const can = useCan()
  const [open, setOpen] = useState(false)
  if (!can('people.export')) return null
  return (
    <>
      <Button onClick={() => setOpen(true)}>{t('export.ask')}</Button>
      <Modal title={t('export.title')} open={open} footer={null} destroyOnHidden onCancel={() => setOpen(false)}>
        <ExportForm list={list} onClose={() => setOpen(false)} />
      </Modal>
    </>
  )
}

function ExportForm({ list, onClose }: { list: ExportList; onClose: () => void }) {
  const { t } = useWords()
  const [reason, setReason] = useState('')
  const [id, setId] = useState<number>()
  const [error, setError] = useState<unknown>()
  // One id for one form: pressing twice, or again after a lost answer, makes one export.
  const clientId = useRef(crypto.randomUUID())
  const { data: me } = useQuery(ask.getMe({}))
  const send = async () => {
    setError(undefined)
    const made = await client.requestExport({ body: { clientId: clientId.current, reason: reason.trim(), list } })
    rememberExport({ id: made.id, title: titleOf(me?.post.title), at: new Date().toISOString() })
    setId(made.id)
  }
  if (id !== undefined)
    return (
      <div className="export-form">
        <p>
          {t('export.number')} {id}
        </p>
        <ExportState id={id} />
        <Button onClick={onClose}>{t('ui.close')}</Button>
      </div>
    )
  return (
    <form
      className="export-form"
      onSubmit={(event) => {
        event.preventDefault()
        if (reason.trim().length >= 4) void send().catch(setError)
      }}
    >
      <p>{t('export.what')}</p>
      <label className="labelled">
        <span>{t('export.reason')}</span>
        <textarea
          className="field reason"
          required
          minLength={4}
          maxLength={200}
          value={reason}
          aria-describedby="export-reason-how"
          onChange={(event) => setReason(event.target.value)}
        />
      </label>
      <p className="soft" id="export-reason-how">
        {t('export.reason.how')}
      </p>
      {error !== undefined && <Problem error={error} />}
      <div className="form-buttons">
        <Button type="primary" htmlType="submit" disabled={reason.trim().length < 4}>
          {t('export.go')}
        </Button>
        <Button onClick={onClose}>{t('export.cancel')}</Button>
      </div>
    </form>
  )
}

/** The page's own heading names the list. */
const titleOf = (post: string | undefined): string =>
  [document.querySelector('main h1')?.textContent, post].filter(Boolean).join(' · ')
