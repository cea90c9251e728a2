import { paths } from '../../paths.ts'
import { Answer } from '../../ui/Answer.tsx'
import { Go } from '../../ui/Go.tsx'
import { PageShell } from '../../ui/page/PageShell.tsx'
import { PrintButton } from '../../ui/page/PrintButton.tsx'
import { useView } from '../../view.ts'
import { useWords } from '../../words.ts'
import type { PlanData } from '../figure/figure.ts'
import { usePlan } from '../figure/figure-lines.ts'
import { PlanParameters } from './PlanParameters.tsx'
import { PlanRules } from './PlanRules.tsx'
import { PlanStatements } from './PlanStatements.tsx'
import './plan-page.css'

/** The plan as it was published: every statement with its figure, what is not known, parameters, rules. */
export function PlanPage() {
  const { t, say } = useWords()
  const plan = usePlan()
  const known = plan.data
  return (
    <PageShell
      title={known ? say(known.name) : t('ui.nav.plan')}
      lede={
        known && (
          <>
            {t('plan.from', { from: known.startsOn, to: known.endsOn })} · {t('plan.source', { source: known.source })}
          </>
        )
      }
      actions={<PrintButton />}
    >
      <Answer of={plan} lines={14}>
        {(data) => <Body plan={data} />}
      </Answer>
    </PageShell>
  )
}

function Body({ plan }: { plan: PlanData }) {
  const { t, say } = useWords()
  const { plan: key } = useView()
  const sections = ['statements', 'not-known', 'parameters', 'rules-need', 'rules-finding'] as const
  const names = {
    statements: t('plan.measures'),
    'not-known': t('plan.notKnown'),
    parameters: t('plan.parameters'),
    'rules-need': t('plan.needs'),
    'rules-finding': t('plan.findings'),
  }
  return (
    <>
      <nav className="page-parts no-print" aria-label={say(plan.name)}>
        {sections.map((section) => (
          <a key={section} href={`#${section}`}>
            {names[section]}
          </a>
        ))}
        <Go to={paths.overview()}>{t('ui.nav.overview')}</Go>
      </nav>
      <PlanStatements key={key} plan={plan} />
      <section className="panel" aria-labelledby="not-known">
        <h2 id="not-known">{t('plan.notKnown')}</h2>
        <p className="soft">{t('plan.notKnown.lede')}</p>
        <ul className="not-known">
          {plan.notKnown.map((words) => (
            <li key={words.en}>{say(words)}</li>
          ))}
        </ul>
      </section>
      <PlanParameters plan={plan} />
      <PlanRules plan={plan} kind="need" />
      <PlanRules plan={plan} kind="finding" />
    </>
  )
}
