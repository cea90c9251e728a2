import { useQuery } from '@tanstack/react-query'
import { ask } from '../../api.ts'
import { provinces } from '../../people/employment/provinces.ts'
import { CITY } from '../../view.ts'
import { useWords } from '../../words.ts'

type Props = { value: number | undefined; onChoose: (place: number | undefined) => void }

/** Where the work is: one's own area and what it lies in first, then the counties, then other provinces. */
export function PlaceFilter({ value, onChoose }: Props) {
  const { t, say } = useWords()
  const { data: me } = useQuery(ask.getMe({}))
  const own = useQuery(ask.getArea({ params: { code: me?.post.area ?? CITY }, query: {} }))
  const city = useQuery(ask.getArea({ params: { code: CITY }, query: {} }))
  const near = own.data ? [own.data.area, ...own.data.ancestors.toReversed()] : []
  const counties = (city.data?.children ?? []).filter(({ code }) => !near.some((area) => area.code === code))
  const option = (code: number, name: string) => (
    <option key={code} value={code}>
      {name}
    </option>
  )
  return (
    <label className="labelled">
      <span>{t('jobs.filter.place')}</span>
      <select
        className="field"
        value={value ?? ''}
        onChange={(event) => onChoose(event.target.value === '' ? undefined : Number(event.target.value))}
      >
        <option value="">{t('jobs.filter.place.all')}</option>
        <optgroup label={t('jobs.filter.place.own')}>{near.map(({ code, name }) => option(code, name))}</optgroup>
        <optgroup label={t('work.place.here')}>{counties.map(({ code, name }) => option(code, name))}</optgroup>
        <optgroup label={t('work.place.away')}>{provinces.map(({ code, name }) => option(code, say(name)))}</optgroup>
      </select>
    </label>
  )
}
