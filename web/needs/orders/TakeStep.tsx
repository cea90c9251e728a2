import { Button } from 'antd'
import { useState } from 'react'
import { isOpen, type OrderAct, transitions } from '#domain/needs/order.ts'
import { client } from '../../api.ts'
import { Problem } from '../../ui/Problem.tsx'
import { useWords } from '../../words.ts'
import { useCommand } from '../command.ts'
import { WordsField } from '../WordsField.tsx'
import type { Order } from './OrderPage.tsx'

/** What the acting post can do with an order now, or whose turn it is. */
export function TakeStep({ order }: { order: Order }) {
  const { t } = useWords()
  const [words, setWords] = useState('')
  const command = useCommand(t('needs.waiver.done'), () => setWords(''))
  if (!isOpen(order.state)) return <p>{t('needs.order.finished')}</p>
  if (order.can.length === 0) return <p>{t('needs.order.wait')}</p>
  const take = (act: OrderAct) =>
    command.save((clientId) =>
      client.takeOrderStep({
        params: { id: order.id },
        body: { clientId, act, seen: order.steps.length, ...(words.trim() && { words: words.trim() }) },
      }),
    )
  const speaks = order.can.some((act) => transitions[act].saysWhy)
  return (
    <div className="needs-form">
      {speaks && (
        <WordsField label={t('needs.order.words.need')} value={words} required={false} most={1000} onType={setWords} />
      )}
      {command.error !== undefined && <Problem error={command.error} />}
      <p className="needs-buttons">
        {order.can.map((act, place) => (
          <Button
            key={act}
            type={place === 0 ? 'primary' : 'default'}
            loading={command.busy}
            disabled={transitions[act].saysWhy && words.trim().length < 4}
            onClick={() => take(act)}
          >
            {t(`needs.order.act.${act}`)}
          </Button>
        ))}
      </p>
    </div>
  )
}
