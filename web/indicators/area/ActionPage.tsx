import { paths } from '../../paths.ts'
import { Answer } from '../../ui/Answer.tsx'
import { Go } from '../../ui/Go.tsx'
import { PageShell } from '../../ui/page/PageShell.tsx'
import { PrintButton } from '../../ui/page/PrintButton.tsx'
import { useView } from '../../view.ts'
import { useWords } from '../../words.ts'
import type { PlanData } from '../figure/figure.ts'
import { linesOf, useFigures, usePlan } from '../figure/figure-lines.ts'
import { chosenOf, IndicatorChoice } from '../indicator/IndicatorChoice.tsx'
import { Trend } from '../indicator/Trend.tsx'
import { MissingFromPlan } from '../overview/MissingFromPlan.tsx'
import { ActionFigures } from './ActionFigures.tsx'
import '../overview/overview.css'
import '../plan/plan-page.css'
import '../map/tile-map.css'

/** One action of the plan: its figures, the trend of one of them, its measures. */
export function ActionPage({ params }: { params: Record<string, string> }) {
  const { t, say } = useWords()
  const plan = usePlan()
  const action = plan.data?.actions.find((one) => one.key === params.action)
  if (plan.data && !action) return <MissingFromPlan what={params.action ?? ''} />
  return (
    <PageShell
      title={say(action?.name)}
      lede={say(action?.aim)}
      crumbs={[{ label: t('ui.nav.overview'), to: paths.overview() }, { label: say(action?.name) }]}
      actions={<PrintButton />}
    >
      <Answer of={plan}>{(known) => action && <Body plan={known} action={action.key} />}</Answer>
    </PageShell>
  )
}

function Body({ plan, action }: { plan: PlanData; action: string }) {
  const { t, say } = useWords()
  const view = useView()
  const figures = useFigures(view)
  const indicator = chosenOf(plan, view.search.indicator, action)
  return (
    <>
      <section className="panel">
        <Answer of={figures}>
          {(data) => (
            <ActionFigures caption={t('ui.nav.overview')} lines={linesOf(plan, data, { action })} asOf={data.asOf} />
          )}
        </Answer>
      </section>
      {indicator && (
        <section className="panel" aria-labelledby="trend">
          <h2 id="trend">{t('indicators.trend')}</h2>
          <div className="map-tools">
            <IndicatorChoice plan={plan} chosen={indicator.key} within={{ action }} />
          </div>
          <Trend key={indicator.key} indicator={indicator} area={view.area} />
        </section>
      )}
      <section className="panel" aria-labelledby="measures">
        <h2 id="measures">{t('plan.measures')}</h2>
        <ol className="measures">
          {plan.measures
            .filter((measure) => measure.action === action)
            .map((measure) => (
              <li key={measure.key}>
                <Go to={paths.measure(measure.key)}>{say(measure.name)}</Go>
                <p>{say(measure.statement)}</p>
              </li>
            ))}
        </ol>
      </section>
    </>
  )
}
