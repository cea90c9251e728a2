import { useQuery } from '@tanstack/react-query'
import { Button, Modal } from 'antd'
import { useState } from 'react'
import type { Words } from '#domain/base/fail.ts'
import { maySend } from '#domain/needs/order.ts'
import { ask, client } from '../../api.ts'
import { thisDay } from '../../people/employment/work-day.ts'
import { Problem } from '../../ui/Problem.tsx'
import { divided } from '../../ui/page/AsOfBar.tsx'
import { useCan, useView } from '../../view.ts'
import { useWords } from '../../words.ts'
import { useCommand } from '../command.ts'
import { WordsField } from '../WordsField.tsx'
import '../needs.css'

type Props = { subject: 'finding' | 'indicator'; of: { key: string; name: Words } }

/** Order a unit below to act on a finding or a figure; offered to posts that have units below. */
export function SendOrder({ subject, of }: Props) {
  const { t, say } = useWords()
  const can = useCan()
  const [open, setOpen] = useState(false)
  if (!can('needs.supervise')) return null
  const close = () => setOpen(false)
  return (
    <>
      <Button className="no-print" onClick={() => setOpen(true)}>
        {t('needs.order.send')}
      </Button>
      <Modal
        title={t('needs.order.send.title', { name: say(of.name) })}
        open={open}
        footer={null}
        destroyOnHidden
        onCancel={close}
      >
        <Form subject={subject} of={of} onDone={close} />
      </Modal>
    </>
  )
}

function Form({ subject, of, onDone }: Props & { onDone: () => void }) {
  const { t } = useWords()
  const { plan } = useView()
  const units = useUnitsBelow()
  const [area, setArea] = useState<number>()
  const [words, setWords] = useState('')
  const [dueOn, setDueOn] = useState('')
  const command = useCommand(t('needs.order.sent'), onDone)
  const chosen = area ?? units.here
  if (units.below.length === 0 && chosen === undefined) return <p>{t('needs.order.none')}</p>
  const send = (clientId: string) =>
    client.sendOrder({ body: { clientId, area: chosen ?? 0, subject, key: of.key, plan, words: words.trim(), dueOn } })
  return (
    <form
      className="needs-form"
      onSubmit={(event) => {
        event.preventDefault()
        command.save(send)
      }}
    >
      <label className="labelled">
        <span>{t('needs.order.send.to')}</span>
        <select
          className="field"
          required
          value={chosen ?? ''}
          onChange={(event) => setArea(Number(event.target.value))}
        >
          <option value="">{t('needs.order.send.choose')}</option>
          {units.below.map(({ code, name }) => (
            <option key={code} value={code}>
              {name}
            </option>
          ))}
        </select>
      </label>
      <WordsField label={t('needs.order.send.words')} value={words} most={1000} onType={setWords} />
      <label className="labelled">
        <span>{t('needs.order.send.due')}</span>
        <input
          className="field"
          type="date"
          required
          min={thisDay()}
          value={dueOn}
          onChange={(event) => setDueOn(event.target.value)}
        />
      </label>
      {command.error !== undefined && <Problem error={command.error} />}
      <Button type="primary" htmlType="submit" loading={command.busy}>
        {t('needs.order.send.go')}
      </Button>
    </form>
  )
}

/** The area on the screen, where an order may go there, and those directly below it. */
function useUnitsBelow(): { here: number | undefined; below: { code: number; name: string }[] } {
  const view = useView()
  const { data: me } = useQuery(ask.getMe({}))
  const { data } = useQuery(ask.getArea({ params: { code: view.area }, query: divided(view.clocks) }))
  const own = me?.post.area ?? null
  const here = data && maySend(own, data.area.code) ? data.area : undefined
  const below = (data?.children ?? []).filter(({ code }) => maySend(own, code))
  return { here: here?.code, below: here ? [here, ...below] : below }
}
