import type { BatchLine } from '#domain/jobs/corridor/batch.api.ts'
import { transport } from '#domain/jobs/corridor/corridor-codes.ts'
import { paths } from '../../../paths.ts'
import { Go } from '../../../ui/Go.tsx'
import { type Column, DataTable } from '../../../ui/table/DataTable.tsx'
import { numberText } from '../../../ui/text/number.ts'
import { useCan } from '../../../view.ts'
import { useWords } from '../../../words.ts'

/** Batches, each a way to its list. */
export function BatchTable({ batches }: { batches: BatchLine[] }) {
  const { t, say, language } = useWords()
  const can = useCan()
  const number = (key: string, title: string, of: (line: BatchLine) => number): Column<BatchLine> => ({
    ...{ key, title, number: true, idle: (line) => of(line) === 0, cell: (line) => numberText(of(line), language) },
  })
  const columns: Column<BatchLine>[] = [
    {
      key: 'day',
      title: t('batch.departs'),
      head: true,
      cell: (line) => (can('people.list') ? <Go to={paths.batch(line.id)}>{line.departsOn}</Go> : line.departsOn),
    },
    { key: 'unit', title: t('batch.unit'), cell: (line) => line.unitName },
    { key: 'to', title: t('batch.to'), cell: (line) => line.placeName },
    { key: 'transport', title: t('batch.transport'), wide: true, cell: (line) => say(transport[line.transport]) },
    number('listed', t('batch.people'), (line) => line.listed),
    number('arrived', t('batch.arrived'), (line) => line.arrived),
    number('open', t('batch.open'), (line) => line.unconfirmed),
    {
      key: 'state',
      title: t('batch.state'),
      beside: true,
      cell: (line) => (
        <>
          <span className="tag">{t(`batch.state.${line.state}`)}</span>{' '}
          {line.invented && <span className="tag">{t('corridor.invented')}</span>}
        </>
      ),
    },
  ]
  return (
    <DataTable
      caption={t('batch.list')}
      columns={columns}
      rows={batches}
      keyOf={(line) => line.id}
      empty={t('batch.none')}
    />
  )
}
