import { useQuery } from '@tanstack/react-query'
import type { Words } from '#domain/base/fail.ts'
import { ask } from '../../api.ts'
import { CITY } from '../../view.ts'
import { useWords } from '../../words.ts'
import { provinces } from './provinces.ts'

export type AreaName = { code: number; name: Words }

type Props = {
  value: number | undefined
  onChoose: (code: number) => void
  /** Where the work is said to be by now, which may be a town or a village. */
  standing?: { code: number; name: string } | undefined
}

/** Where the work is: a county of the city (as divided today), or a province; or where it stands. */
export function PlaceChoice({ value, onChoose, standing }: Props) {
  const { t, say } = useWords()
  const { data } = useQuery(ask.getArea({ params: { code: CITY }, query: {} }))
  const listed = [...(data?.children ?? []), ...provinces].some(({ code }) => code === standing?.code)
  return (
    <label className="labelled">
      <span>{t('work.place')}</span>
      <select className="field" required value={value ?? ''} onChange={(event) => onChoose(Number(event.target.value))}>
        <option value="">{t('filter.choose')}</option>
        {standing && !listed && <option value={standing.code}>{standing.name}</option>}
        <optgroup label={t('work.place.here')}>
          {data?.children.map((area) => (
            <option key={area.code} value={area.code}>
              {area.name}
            </option>
          ))}
        </optgroup>
        <optgroup label={t('work.place.away')}>
          {provinces.map((area) => (
            <option key={area.code} value={area.code}>
              {say(area.name)}
            </option>
          ))}
        </optgroup>
      </select>
    </label>
  )
}
