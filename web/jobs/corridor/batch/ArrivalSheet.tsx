import { useWords } from '../../../words.ts'
import type { Batch } from './BatchPage.tsx'

/** On paper alone: the list as the receiving station fills it in, numbers masked. */
export function ArrivalSheet({ batch }: { batch: Batch }) {
  const { t } = useWords()
  const travellers = batch.travellers.filter(({ state }) => state !== 'absent')
  if (travellers.length === 0) return null
  return (
    <table className="print-only">
      <caption className="sr-only">{t('batch.travellers')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('batch.print.no')}</th>
          <th scope="col">{t('traveller.name')}</th>
          <th scope="col">{t('traveller.identity')}</th>
          <th scope="col">{t('traveller.phone')}</th>
          <th scope="col">{t('traveller.area')}</th>
          <th scope="col">{t('batch.print.day')}</th>
          <th scope="col">{t('batch.print.start')}</th>
          <th scope="col">{t('batch.print.sign')}</th>
        </tr>
      </thead>
      <tbody>
        {travellers.map((line, at) => (
          <tr key={line.id}>
            <td>{at + 1}</td>
            <th scope="row">{line.name}</th>
            <td>{line.identity}</td>
            <td>{line.phone}</td>
            <td>{line.areaName}</td>
            <td>{line.arrivedOn}</td>
            <td>{line.startedOn}</td>
            <td />
          </tr>
        ))}
      </tbody>
    </table>
  )
}
