import { paths } from '../../paths.ts'
import { RuleLine } from '../../people/why/RuleLine.tsx'
import { Go } from '../../ui/Go.tsx'
import { DataTable } from '../../ui/table/DataTable.tsx'
import { useCan } from '../../view.ts'
import { useWords } from '../../words.ts'
import type { PlanData } from '../figure/figure.ts'

/** Needs or findings as they are written: the condition itself, its clause, and the people it holds for. */
export function PlanRules({ plan, kind }: { plan: PlanData; kind: 'need' | 'finding' }) {
  const { t, say } = useWords()
  const can = useCan()
  const rules = plan.predicates.filter((one) => one.kind === kind)
  const title = t(kind === 'need' ? 'plan.needs' : 'plan.findings')
  return (
    <details className="panel fold" id={`rules-${kind}`}>
      <summary>
        <h2>{t('plan.rules.n', { title, n: rules.length })}</h2>
      </summary>
      <DataTable
        caption={title}
        rows={rules}
        keyOf={(one) => one.key}
        columns={[
          { key: 'name', title, head: true, cell: (one) => say(one.name), width: '18%' },
          { key: 'where', title: t('plan.rule'), cell: (one) => <RuleLine text={one.where} record={one.record} /> },
          { key: 'clause', title: t('plan.clause'), cell: (one) => one.clause ?? one.source ?? '', width: '14%' },
          {
            key: 'open',
            title: t('plan.open'),
            cell: (one) =>
              can('people.list') && one.record === 'person' ? (
                <Go to={paths.people({ predicate: one.key })}>{t('plan.open')}</Go>
              ) : (
                ''
              ),
            width: '6em',
          },
        ]}
      />
    </details>
  )
}
