import { useQuery } from '@tanstack/react-query'
import { ask } from '../../api.ts'
import { Go } from '../../ui/Go.tsx'
import { divided } from '../../ui/page/AsOfBar.tsx'
import { changed, go } from '../../ui/router.ts'
import { useView } from '../../view.ts'
import { useWords } from '../../words.ts'

/** Up and down the areas without leaving the list: filter, day and knowledge stay. */
export function AreaDrill() {
  const { t } = useWords()
  const view = useView()
  const { data } = useQuery(ask.getArea({ params: { code: view.area }, query: divided(view.clocks) }))
  if (!data) return null
  const to = (area: number) => changed({ area, after: undefined })
  return (
    <div className="area-drill no-print">
      {data.ancestors.map((area) => (
        <Go key={area.code} bare to={to(area.code)} aria-label={t('people.drill.up', { name: area.name })}>
          {area.name} ›
        </Go>
      ))}
      <b>{data.area.name}</b>
      {data.children.length > 0 && (
        <select
          className="field"
          aria-label={t('people.drill')}
          value=""
          onChange={(event) => event.target.value && go(to(Number(event.target.value)))}
        >
          <option value="">{t('people.drill.choose')}</option>
          {data.children.map((area) => (
            <option key={area.code} value={area.code}>
              {area.name}
            </option>
          ))}
        </select>
      )}
    </div>
  )
}
