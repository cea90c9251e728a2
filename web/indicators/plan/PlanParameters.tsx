import { DataTable } from '../../ui/table/DataTable.tsx'
import { useWords } from '../../words.ts'
import type { PlanData } from '../figure/figure.ts'

/** The plan's dated numbers; an assumption says so. */
export function PlanParameters({ plan }: { plan: PlanData }) {
  const { t, say } = useWords()
  return (
    <section className="panel" aria-labelledby="parameters">
      <h2 id="parameters">{t('plan.parameters')}</h2>
      <DataTable
        caption={t('plan.parameters')}
        rows={plan.parameters}
        keyOf={(one) => `${one.key} ${one.from}`}
        columns={[
          { key: 'label', title: t('plan.parameters'), head: true, cell: (one) => say(one.label), width: '30%' },
          { key: 'value', title: t('plan.parameters.value'), cell: (one) => one.value, number: true },
          {
            key: 'from',
            title: t('plan.parameters.from'),
            cell: (one) => `${one.from} – ${one.to ?? ''}`,
            width: '16em',
          },
          {
            key: 'basis',
            title: t('plan.parameters.basis'),
            cell: (one) =>
              one.assumption ? t('plan.parameters.assumption', { text: say(one.assumption) }) : (one.source ?? ''),
          },
        ]}
      />
    </section>
  )
}
