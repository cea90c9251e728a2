import { useQuery } from '@tanstack/react-query'
import { ask } from '../../api.ts'
import { Answer } from '../../ui/Answer.tsx'
import { Go } from '../../ui/Go.tsx'
import { PageShell } from '../../ui/page/PageShell.tsx'
import { PrintButton } from '../../ui/page/PrintButton.tsx'
import { changed } from '../../ui/router.ts'
import { CITY, useView } from '../../view.ts'
import { useWords } from '../../words.ts'
import { useAreaFigures } from '../area/area-figures.ts'
import type { IndicatorData } from '../figure/figure.ts'
import { usePlan } from '../figure/figure-lines.ts'
import { AreaRanking } from '../indicator/AreaRanking.tsx'
import { chosenOf, IndicatorChoice } from '../indicator/IndicatorChoice.tsx'
import { TileMap } from './TileMap.tsx'

/** The counties side by side: where each lies, and in what order they stand. */
export function MapPage() {
  const { t } = useWords()
  const view = useView()
  const plan = usePlan()
  return (
    <PageShell title={t('ui.nav.map')} lede={t('indicators.map.lede')} actions={<PrintButton />}>
      <Answer of={plan} lines={12}>
        {(known) => {
          const indicator = chosenOf(known, view.search.indicator)
          return (
            <>
              <div className="map-tools">
                <IndicatorChoice plan={known} chosen={indicator?.key} />
                <Divisions />
              </div>
              {indicator && <MapAndRanking key={indicator.key} indicator={indicator} />}
            </>
          )
        }}
      </Answer>
    </PageShell>
  )
}

function MapAndRanking({ indicator }: { indicator: IndicatorData }) {
  const { t, say } = useWords()
  const figures = useAreaFigures(indicator.key, CITY)
  return (
    <div className="map-columns">
      <section className="panel" aria-labelledby="map-title">
        <h2 id="map-title">{say(indicator.name)}</h2>
        <Answer of={figures} lines={12}>
          {(data) => <TileMap indicator={indicator} figures={data.figures} division={data.asOf.division} />}
        </Answer>
      </section>
      <section className="panel ranking-beside" aria-labelledby="ranking-title">
        <h2 id="ranking-title">{t('indicators.byArea')}</h2>
        <AreaRanking indicator={indicator} area={CITY} terse />
      </section>
    </div>
  )
}

/** The same day on the division of the day, or on any other the city has had. */
function Divisions() {
  const { t } = useWords()
  const view = useView()
  const { data } = useQuery(ask.listDivisions({}))
  if (!data || data.divisions.length < 2) return null
  const chosen = view.search.division
  return (
    <nav className="divisions" aria-label={t('indicators.map.division')}>
      <Go bare to={changed({ division: undefined })} aria-current={chosen === undefined ? 'true' : undefined}>
        {t('ui.asOf.divisionOfDay')}
      </Go>
      {data.divisions.map(({ from, to, counties }) => (
        <Go bare key={from} to={changed({ division: from })} aria-current={chosen === from ? 'true' : undefined}>
          {to === null
            ? t('indicators.map.after', { from, n: counties })
            : t('indicators.map.before', { from: to, n: counties })}
        </Go>
      ))}
    </nav>
  )
}
