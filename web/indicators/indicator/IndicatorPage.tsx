import { SendOrder } from '../../needs/orders/SendOrder.tsx'
import { paths } from '../../paths.ts'
import { Answer } from '../../ui/Answer.tsx'
import { PageShell } from '../../ui/page/PageShell.tsx'
import { PrintButton } from '../../ui/page/PrintButton.tsx'
import { useView } from '../../view.ts'
import { useWords } from '../../words.ts'
import { ActionFigures } from '../area/ActionFigures.tsx'
import { Definition } from '../figure/Definition.tsx'
import type { IndicatorData, PlanData } from '../figure/figure.ts'
import { linesOf, useFigures, usePlan } from '../figure/figure-lines.ts'
import { MissingFromPlan } from '../overview/MissingFromPlan.tsx'
import { FigureBand } from '../sampling/FigureBand.tsx'
import { AreaRanking } from './AreaRanking.tsx'
import { Trend } from './Trend.tsx'
import '../map/tile-map.css'

/** One indicator: where it stands, how it got there, how the areas below stand, and how it is made. */
export function IndicatorPage({ params }: { params: Record<string, string> }) {
  const { t, say } = useWords()
  const plan = usePlan()
  const indicator = plan.data?.indicators.find((one) => one.key === params.indicator)
  const action = plan.data?.actions.find((one) => one.key === indicator?.action)
  const measure = plan.data?.measures.find((one) => one.key === indicator?.measure)
  if (plan.data && !indicator) return <MissingFromPlan what={params.indicator ?? ''} />
  return (
    <PageShell
      title={say(indicator?.name)}
      lede={say(indicator?.statement)}
      crumbs={[
        { label: t('ui.nav.overview'), to: paths.overview() },
        ...(action ? [{ label: say(action.name), to: paths.action(action.key) }] : []),
        ...(measure ? [{ label: say(measure.name), to: paths.measure(measure.key) }] : []),
      ]}
      actions={
        <>
          {indicator && <SendOrder subject="indicator" of={indicator} />}
          <PrintButton />
        </>
      }
    >
      <Answer of={plan}>{(known) => indicator && <Body plan={known} indicator={indicator} />}</Answer>
    </PageShell>
  )
}

function Body({ plan, indicator }: { plan: PlanData; indicator: IndicatorData }) {
  const { t, say } = useWords()
  const view = useView()
  const figures = useFigures(view)
  const own = (key: string) =>
    key === indicator.key || plan.indicators.find((one) => one.key === key)?.partOf === indicator.key
  return (
    <>
      <section className="panel">
        <Answer of={figures}>
          {(data) => (
            <ActionFigures
              caption={say(indicator.name)}
              lines={linesOf(plan, data, { measure: indicator.measure }).filter((line) => own(line.indicator.key))}
              asOf={data.asOf}
            />
          )}
        </Answer>
        {indicator.counts === 'person' && <FigureBand indicator={indicator.key} />}
      </section>
      <div className="map-columns">
        <div>
          <section className="panel" aria-labelledby="trend">
            <h2 id="trend">{t('indicators.trend')}</h2>
            <Trend indicator={indicator} area={view.area} />
          </section>
          <section className="panel" aria-labelledby="by-area">
            <h2 id="by-area">{t('indicators.byArea')}</h2>
            <AreaRanking key={view.area} indicator={indicator} area={view.area} />
          </section>
        </div>
        <section className="panel" aria-labelledby="definition">
          <h2 id="definition">{t('indicators.definition')}</h2>
          <Definition indicator={indicator} asOf={figures.data?.asOf} />
        </section>
      </div>
    </>
  )
}
