import { useQuery } from '@tanstack/react-query'
import type { Api } from '#domain/api.ts'
import type { Reply } from '#domain/base/route.ts'
import { ask } from '../../api.ts'
import { paths } from '../../paths.ts'
import { AreaDrill } from '../../people/list/AreaDrill.tsx'
import { RuleLine } from '../../people/why/RuleLine.tsx'
import { Answer } from '../../ui/Answer.tsx'
import { PageShell } from '../../ui/page/PageShell.tsx'
import { PrintButton } from '../../ui/page/PrintButton.tsx'
import { useView } from '../../view.ts'
import { useWords } from '../../words.ts'
import { SendOrder } from '../orders/SendOrder.tsx'
import { Severity } from '../Severity.tsx'
import { FindingAreas } from './FindingAreas.tsx'
import { FindingPeople } from './FindingPeople.tsx'
import { FindingTrend } from './FindingTrend.tsx'
import '../../people/people.css'
import '../needs.css'

type Definition = Reply<Api['getPlan']>['predicates'][number]

/** One rule: what it says, where it comes from, whom it finds here, where, and how that goes. */
export function FindingPage({ params }: { params: Record<string, string> }) {
  const { t, say } = useWords()
  const view = useView()
  const finding = params.finding ?? ''
  const plan = useQuery(ask.getPlan({ params: { plan: view.plan } }))
  const rule = plan.data?.predicates.find(({ key, kind }) => key === finding && kind === 'finding')
  const title = rule ? say(rule.name) : plan.data ? t('needs.rule.gone') : t('ui.nav.findings')
  return (
    <PageShell
      title={title}
      crumbs={[{ label: t('ui.nav.findings'), to: paths.findings() }, { label: title }]}
      lede={<AreaDrill />}
      actions={
        rule && (
          <>
            <SendOrder subject="finding" of={rule} />
            <PrintButton />
          </>
        )
      }
    >
      <Answer of={plan} lines={4}>
        {() => rule && <Rule rule={rule} />}
      </Answer>
      {rule && (
        <>
          <FindingPeople finding={finding} />
          <div className="needs-columns">
            <FindingAreas finding={finding} />
            <FindingTrend finding={finding} />
          </div>
        </>
      )}
    </PageShell>
  )
}

function Rule({ rule }: { rule: Definition }) {
  const { t, say } = useWords()
  const severity = (rule.severity ?? 'review') as 'block' | 'hold' | 'review'
  return (
    <section className="panel">
      <p>
        <Severity of={severity} /> {t(`needs.severity.${severity}.how`)}
        {rule.clause && ` · ${t('needs.findings.clause')} ${rule.clause}`}
      </p>
      <p>
        <b>{t('needs.rule.mend')}</b> {say(rule.mend)}
      </p>
      <p>
        <RuleLine text={rule.where} record={rule.record} />
      </p>
      {rule.assumption && (
        <p>
          <b>{t('needs.rule.assumption')}</b> {say(rule.assumption)}
        </p>
      )}
      <p className="soft">{rule.source}</p>
    </section>
  )
}
