import { paths } from '../../../paths.ts'
import { Go } from '../../../ui/Go.tsx'
import { type Column, DataTable } from '../../../ui/table/DataTable.tsx'
import { numberText } from '../../../ui/text/number.ts'
import { useWords } from '../../../words.ts'
import type { Corridor } from './CorridorPage.tsx'

/** What receiving firms ordered: each a vacancy with the day and who receives. */
export function OrderTable({ data }: { data: Corridor }) {
  const { t, language } = useWords()
  const columns: Column<Corridor['orders'][number]>[] = [
    {
      key: 'title',
      title: t('corridor.order.title'),
      head: true,
      cell: (line) => <Go to={paths.vacancy(line.vacancy)}>{line.title}</Go>,
    },
    { key: 'employer', title: t('corridor.order.employer'), cell: (line) => line.employer },
    {
      key: 'openings',
      title: t('corridor.order.openings'),
      number: true,
      cell: (line) => numberText(line.openings, language),
    },
    { key: 'left', title: t('corridor.order.left'), number: true, cell: (line) => numberText(line.left, language) },
    { key: 'by', title: t('corridor.order.by'), cell: (line) => line.wantedBy },
    { key: 'receiver', title: t('corridor.order.receiver'), cell: (line) => line.receiver },
    ...(data.orders.some(({ holds }) => holds)
      ? [
          {
            key: 'correct',
            title: t('correct.order'),
            beside: true,
            cell: (line: Corridor['orders'][number]) =>
              line.holds && (
                <Go className="no-print" to={paths.correctOrder(data.key, line.id)}>
                  {t('correct.order')}
                </Go>
              ),
          },
        ]
      : []),
  ]
  return (
    <section className="panel" aria-labelledby="orders">
      <h2 id="orders">{t('corridor.orders')}</h2>
      <DataTable
        caption={t('corridor.orders')}
        columns={columns}
        rows={data.orders}
        keyOf={(line) => line.id}
        empty={t('corridor.orders.none')}
      />
      {data.canRecord && (
        <p className="vacancy-link no-print">
          <Go to={paths.newOrder(data.key)}>{t('corridor.order.new')}</Go>
        </p>
      )}
    </section>
  )
}
