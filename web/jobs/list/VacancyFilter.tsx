import { useState } from 'react'
import { vacancyKind } from '#domain/jobs/vacancy/vacancy-codes.ts'
import { paths } from '../../paths.ts'
import { SearchForm } from '../../ui/form/SearchForm.tsx'
import { Go } from '../../ui/Go.tsx'
import { changed, go } from '../../ui/router.ts'
import { useView } from '../../view.ts'
import { useWords } from '../../words.ts'
import { useOffers } from '../occupation-offers.ts'
import { PlaceFilter } from './PlaceFilter.tsx'

type Props = { occupationName: string | null; busy: boolean }

/** Which vacancies are shown; every choice stands in the address. */
export function VacancyFilter({ occupationName, busy }: Props) {
  const { t, say } = useWords()
  const { search } = useView()
  const [text, setText] = useState(search.text ?? '')
  const set = (change: Parameters<typeof changed>[0]) => go(changed({ ...change, after: undefined }))
  return (
    <>
      <SearchForm
        label={t('jobs.vacancies.filter')}
        busy={busy}
        onSearch={() => set({ text: text.trim() || undefined })}
        onReset={() => {
          setText('')
          go(paths.vacancies())
        }}
      >
        <label className="labelled">
          <span>{t('jobs.filter.text')}</span>
          <input className="field" maxLength={40} value={text} onChange={(event) => setText(event.target.value)} />
        </label>
        <PlaceFilter value={search.place} onChoose={(place) => set({ place })} />
        <label className="labelled">
          <span>{t('jobs.filter.kind')}</span>
          <select
            className="field"
            value={search.kind ?? ''}
            onChange={(event) => set({ kind: event.target.value || undefined })}
          >
            <option value="">{t('jobs.filter.kind.all')}</option>
            {Object.entries(vacancyKind).map(([code, words]) => (
              <option key={code} value={code}>
                {say(words)}
              </option>
            ))}
          </select>
        </label>
        <label className="labelled">
          <span>{t('jobs.filter.state')}</span>
          <select
            className="field"
            value={search.part === 'all' ? 'all' : 'open'}
            onChange={(event) => set({ part: event.target.value === 'all' ? 'all' : undefined })}
          >
            <option value="open">{t('jobs.filter.state.open')}</option>
            <option value="all">{t('jobs.filter.state.all')}</option>
          </select>
        </label>
      </SearchForm>
      <OccupationFilter chosen={search.occupation} name={occupationName} />
    </>
  )
}

/** An occupation by what it is called: what fits is offered as links, what was chosen stands with the way to drop it. */
function OccupationFilter({ chosen, name }: { chosen: string | undefined; name: string | null }) {
  const { t } = useWords()
  const [typed, setTyped] = useState('')
  const offers = useOffers(typed)
  if (chosen !== undefined)
    return (
      <p className="occupation-filter no-print">
        {t('ui.named', { name: t('jobs.vacancy.occupation') })} <b>{name ?? chosen}</b>
        <Go bare to={changed({ occupation: undefined, after: undefined })}>
          {t('jobs.filter.occupation.drop')}
        </Go>
      </p>
    )
  return (
    <div className="occupation-filter no-print">
      <label className="labelled">
        <span>{t('jobs.filter.occupation')}</span>
        <input className="field" maxLength={60} value={typed} onChange={(event) => setTyped(event.target.value)} />
      </label>
      {offers?.map((offer) => (
        <Go key={offer.code} bare to={changed({ occupation: offer.code, after: undefined })}>
          {offer.name}
        </Go>
      ))}
      {offers?.length === 0 && <span className="soft">{t('jobs.vacancy.occupation.none')}</span>}
    </div>
  )
}
