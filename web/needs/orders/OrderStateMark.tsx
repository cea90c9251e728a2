import type { Static } from 'typebox'
import type { SupervisionOrder } from '#domain/needs/needs.api.ts'
import { useWords } from '../../words.ts'

/** Where an order stands, and whether its day has passed. */
export function OrderStateMark({ order }: { order: Pick<Static<typeof SupervisionOrder>, 'state' | 'overdue'> }) {
  const { t } = useWords()
  return (
    <span className="nowrap">
      {t(`needs.order.state.${order.state}`)}
      {order.overdue && <b className="overdue"> · {t('needs.order.overdue')}</b>}
    </span>
  )
}
