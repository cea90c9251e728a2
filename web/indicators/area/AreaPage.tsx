import { useQuery } from '@tanstack/react-query'
import type { Api } from '#domain/api.ts'
import type { Reply } from '#domain/base/route.ts'
import { useMe } from '../../access/sign-in/session.ts'
import { ask } from '../../api.ts'
import { paths, type Search } from '../../paths.ts'
import { AreaStanding } from '../../places/AreaStanding.tsx'
import { levelWord } from '../../places/level.ts'
import { Answer } from '../../ui/Answer.tsx'
import { Go } from '../../ui/Go.tsx'
import { divided } from '../../ui/page/AsOfBar.tsx'
import { type Crumb, PageShell } from '../../ui/page/PageShell.tsx'
import { PrintButton } from '../../ui/page/PrintButton.tsx'
import { useCan, useView } from '../../view.ts'
import { useWords } from '../../words.ts'
import { FigureRows } from '../figure/FigureRows.tsx'
import { linesOf, splitByTarget, useFigures, usePlan } from '../figure/figure-lines.ts'
import { AreaRanking } from '../indicator/AreaRanking.tsx'
import { chosenOf, IndicatorChoice } from '../indicator/IndicatorChoice.tsx'
import { FigureTiles } from '../overview/FigureTiles.tsx'
import { VillagePeople } from './VillagePeople.tsx'
import '../overview/overview.css'
import '../map/tile-map.css'

type AreaAnswer = Reply<Api['getArea']>

/** One area: what lies below it by one indicator, all its figures, its people; down to the village's names. */
export function AreaPage() {
  const { t } = useWords()
  const view = useView()
  const can = useCan()
  const crumbs = useAncestors(view.search)
  const area = useQuery(ask.getArea({ params: { code: view.area }, query: divided(view.clocks) }))
  const own = area.data?.area
  return (
    <PageShell
      title={own?.name ?? ''}
      lede={own && <AreaStanding area={own} links={area.data?.links ?? []} />}
      crumbs={area.data ? crumbs(area.data) : []}
      actions={
        <>
          {can('people.list') && (
            <Go className="ant-link" to={paths.people({ area: view.area, filter: view.search.filter })}>
              {t('places.people')}
            </Go>
          )}
          <PrintButton />
        </>
      }
    >
      <Answer of={area}>{(data) => <Body area={data} />}</Answer>
    </PageShell>
  )
}

/** The way up keeps indicator and filter; above the post's own area there is nothing to open. */
function useAncestors(search: Search): (answer: AreaAnswer) => Crumb[] {
  const { data: me } = useMe()
  const top = me?.post.area ?? null
  return ({ ancestors }) => {
    const mine = ancestors.findIndex((ancestor) => ancestor.code === top)
    return ancestors.map((ancestor, i) => {
      const open = top === null || (mine >= 0 && i >= mine)
      const to = paths.area(ancestor.code, { indicator: search.indicator, filter: search.filter })
      return open ? { label: ancestor.name, to } : { label: ancestor.name }
    })
  }
}

function Body({ area }: { area: AreaAnswer }) {
  const { t } = useWords()
  const view = useView()
  const plan = usePlan()
  const figures = useFigures(view, area.area.code)
  const village = area.children.length === 0
  return (
    <Answer of={plan}>
      {(known) => {
        const indicator = chosenOf(known, view.search.indicator)
        return (
          <>
            {village && <VillagePeople area={area.area.code} />}
            {!village && indicator && (
              <section className="panel" aria-labelledby="below">
                <h2 id="below">
                  {t('places.below')} · {t(levelWord(area.area.level + 1))}
                </h2>
                <div className="map-tools">
                  <IndicatorChoice plan={known} chosen={indicator.key} />
                </div>
                <AreaRanking key={`${indicator.key} ${area.area.code}`} indicator={indicator} area={area.area.code} />
              </section>
            )}
            <section className="panel" aria-labelledby="figures">
              <h2 id="figures">{t('places.figures')}</h2>
              <Answer of={figures}>
                {(data) => {
                  const { targeted, open } = splitByTarget(linesOf(known, data, {}))
                  return (
                    <>
                      {targeted.length > 0 && (
                        <FigureRows caption={t('places.figures')} lines={targeted} asOf={data.asOf} />
                      )}
                      <FigureTiles families={open} asOf={data.asOf} />
                    </>
                  )
                }}
              </Answer>
            </section>
          </>
        )
      }}
    </Answer>
  )
}
