import { paths } from '../../paths.ts'
import { Answer } from '../../ui/Answer.tsx'
import { PageShell } from '../../ui/page/PageShell.tsx'
import { PrintButton } from '../../ui/page/PrintButton.tsx'
import { useView } from '../../view.ts'
import { useWords } from '../../words.ts'
import { familyOf, type PlanData } from '../figure/figure.ts'
import { linesOf, useFigures, usePlan } from '../figure/figure-lines.ts'
import { Trend } from '../indicator/Trend.tsx'
import { MissingFromPlan } from '../overview/MissingFromPlan.tsx'
import { ActionFigures } from './ActionFigures.tsx'

/** One measure: the plan's statement, its figures, and the trend of each that is no detail. */
export function MeasurePage({ params }: { params: Record<string, string> }) {
  const { t, say } = useWords()
  const plan = usePlan()
  const measure = plan.data?.measures.find((one) => one.key === params.measure)
  const action = plan.data?.actions.find((one) => one.key === measure?.action)
  if (plan.data && !measure) return <MissingFromPlan what={params.measure ?? ''} />
  return (
    <PageShell
      title={say(measure?.name)}
      lede={say(measure?.statement)}
      crumbs={[
        { label: t('ui.nav.overview'), to: paths.overview() },
        ...(action ? [{ label: say(action.name), to: paths.action(action.key) }] : []),
        { label: say(measure?.name) },
      ]}
      actions={<PrintButton />}
    >
      <Answer of={plan}>{(known) => measure && <Body plan={known} measure={measure.key} />}</Answer>
    </PageShell>
  )
}

function Body({ plan, measure }: { plan: PlanData; measure: string }) {
  const { t, say } = useWords()
  const view = useView()
  const figures = useFigures(view)
  return (
    <>
      <section className="panel">
        <Answer of={figures}>
          {(data) => (
            <ActionFigures caption={t('plan.measures')} lines={linesOf(plan, data, { measure })} asOf={data.asOf} />
          )}
        </Answer>
      </section>
      {familyOf(plan, { measure })
        .filter(({ detail }) => !detail)
        .map(({ indicator }) => (
          <section className="panel" key={indicator.key} aria-label={say(indicator.name)}>
            <h2>
              {say(indicator.name)} · {t('indicators.trend')}
            </h2>
            <Trend indicator={indicator} area={view.area} />
          </section>
        ))}
    </>
  )
}
