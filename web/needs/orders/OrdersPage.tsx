import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { Api } from '#domain/api.ts'
import type { Reply } from '#domain/base/route.ts'
import { ask } from '../../api.ts'
import { paths } from '../../paths.ts'
import { Answer } from '../../ui/Answer.tsx'
import { Go } from '../../ui/Go.tsx'
import { PageShell } from '../../ui/page/PageShell.tsx'
import { PrintButton } from '../../ui/page/PrintButton.tsx'
import { type Column, DataTable } from '../../ui/table/DataTable.tsx'
import { useWords } from '../../words.ts'
import { OrderStateMark } from './OrderStateMark.tsx'
import '../needs.css'

type Board = Reply<Api['listOrders']>
const sides = ['to_me', 'from_me', 'all'] as const

/** 督办: what waits for one's own unit, what it sent, and all of its area; overdue first. */
export function OrdersPage() {
  const { t } = useWords()
  const [side, setSide] = useState<(typeof sides)[number]>('to_me')
  const [open, setOpen] = useState(true)
  const orders = useQuery(ask.listOrders({ query: { side, open } }))
  const waiting = (one: (typeof sides)[number]) =>
    orders.data === undefined || one === 'all' ? '' : ` (${one === 'to_me' ? orders.data.toMe : orders.data.fromMe})`
  return (
    <PageShell title={t('needs.orders.title')} lede={t('needs.orders.lede')} actions={<PrintButton />}>
      <section className="panel">
        <div className="needs-tabs no-print">
          {sides.map((one) => (
            <button
              key={one}
              type="button"
              className="link-button"
              aria-pressed={side === one}
              onClick={() => setSide(one)}
            >
              {t(`needs.orders.${one}`)}
              {waiting(one)}
            </button>
          ))}
          <label>
            <input type="checkbox" checked={open} onChange={(event) => setOpen(event.target.checked)} />{' '}
            {t('needs.orders.open')}
          </label>
        </div>
        <Answer of={orders} lines={8}>
          {(data) => <Orders orders={data.orders} />}
        </Answer>
      </section>
    </PageShell>
  )
}

function Orders({ orders }: { orders: Board['orders'] }) {
  const { t, say } = useWords()
  const columns: Column<Board['orders'][number]>[] = [
    {
      key: 'subject',
      title: t('needs.order.subject'),
      head: true,
      cell: (order) => <Go to={paths.order(order.id)}>{say(order.name)}</Go>,
    },
    { key: 'area', title: t('needs.order.area'), cell: (order) => order.areaName },
    { key: 'sender', title: t('needs.order.sender'), wide: true, cell: (order) => order.sentBy },
    {
      key: 'due',
      title: t('needs.order.due'),
      cell: (order) => <span className={order.overdue ? 'nowrap overdue' : 'nowrap'}>{order.dueOn}</span>,
    },
    { key: 'state', title: t('needs.order.state'), beside: true, cell: (order) => <OrderStateMark order={order} /> },
  ]
  return (
    <DataTable
      caption={t('needs.orders.title')}
      columns={columns}
      rows={orders}
      keyOf={(order) => order.id}
      empty={t('needs.orders.none')}
    />
  )
}
