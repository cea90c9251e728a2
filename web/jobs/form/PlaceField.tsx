import { useQuery } from '@tanstack/react-query'
import { CITY as CITY_CODE, contains, countyOf } from '#domain/places/area.ts'
import { ask } from '../../api.ts'
import { PlaceChoice } from '../../people/employment/PlaceChoice.tsx'
import { useWords } from '../../words.ts'
import { Field, type FormProps } from './form-fields.tsx'

/** Where the work is: a county or a province, and within a county the town where it is known. */
export function PlaceField({ draft, set, checks }: FormProps) {
  const { t } = useWords()
  const place = draft.place === '' ? undefined : Number(draft.place)
  const county = place !== undefined && contains(CITY_CODE, place) ? countyOf(place) * 1_000_000 : undefined
  const { data } = useQuery({
    ...ask.getArea({ params: { code: county ?? CITY_CODE }, query: {} }),
    enabled: county !== undefined,
  })
  return (
    <>
      <Field name="place" checks={checks}>
        <PlaceChoice value={county ?? place} onChoose={(code) => set({ place: code ? String(code) : '' })} />
      </Field>
      {county !== undefined && (
        <label className="labelled">
          <span>{t('jobs.vacancy.town')}</span>
          <select className="field" value={place} onChange={(event) => set({ place: event.target.value })}>
            <option value={county}>{t('jobs.vacancy.town.any')}</option>
            {data?.children.map(({ code, name }) => (
              <option key={code} value={code}>
                {name}
              </option>
            ))}
          </select>
        </label>
      )}
    </>
  )
}
