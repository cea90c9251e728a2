import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import type { Api } from '#domain/api.ts'
import type { Reply } from '#domain/base/route.ts'
import { ask, client } from '../../api.ts'
import type { Import } from '../../lists/import.ts'
import { useSending } from '../../people/identity/sending.ts'
import { Problem } from '../../ui/Problem.tsx'
import { useWords } from '../../words.ts'
import { useOffers } from '../occupation-offers.ts'
import '../jobs.css'

type Untold = Reply<Api['listUntoldOccupations']>['untold'][number]
type Chosen = Record<string, string>

/** Of a list of vacancies: words that tell no occupation, each to be chosen once; their rows are then compared again. */
export function ChooseOccupations({ one }: { one: Import }) {
  const found = useQuery({
    ...ask.listUntoldOccupations({ params: { id: one.id } }),
    enabled: one.may.includes('decide'),
    // After each choice there are others.
    refetchOnMount: 'always',
  })
  if (!found.data || found.data.untold.length === 0) return null
  return <Form one={one} untold={found.data.untold} />
}

function Form({ one, untold }: { one: Import; untold: readonly Untold[] }) {
  const { t } = useWords()
  const [chosen, setChosen] = useState<Chosen>({})
  const { clientId, busy, error, send } = useSending()
  const told = Object.entries(chosen).map(([words, occupation]) => ({ words, occupation }))
  return (
    <section className="panel" aria-labelledby="occupations">
      <form
        onSubmit={(event) => {
          event.preventDefault()
          if (told.length > 0)
            send(
              () =>
                client.chooseOccupations({ params: { id: one.id }, body: { clientId, chosen: told.slice(0, 500) } }),
              t('jobs.import.occupation.saved'),
              () => setChosen({}),
            )
        }}
      >
        <h2 id="occupations">{t('jobs.import.occupation.title')}</h2>
        <p className="soft">{t('jobs.import.occupation.how')}</p>
        {untold.map((each) => (
          <Words
            key={each.words}
            untold={each}
            chosen={chosen[each.words]}
            onChoose={(code) => setChosen({ ...chosen, [each.words]: code })}
          />
        ))}
        {error !== undefined && <Problem error={error} />}
        <p className="import-buttons">
          <Button type="primary" htmlType="submit" loading={busy} disabled={told.length === 0}>
            {told.length === 0
              ? t('jobs.import.occupation.none')
              : t('jobs.import.occupation.save', { n: told.length })}
          </Button>
        </p>
      </form>
    </section>
  )
}

type Props = { untold: Untold; chosen: string | undefined; onChoose: (code: string) => void }

/** What such words may mean, or what is found by another name. */
function Words({ untold: { words, rows, first, offers }, chosen, onChoose }: Props) {
  const { t } = useWords()
  const [search, setSearch] = useState('')
  const searched = useOffers(search)
  const shown = searched ?? offers
  return (
    <fieldset className="occupation-word">
      <legend>
        <b>{words}</b> <span className="soft">{t('jobs.import.occupation.rows', { n: rows, first })}</span>
      </legend>
      <div className="occupation-offers">
        {shown.slice(0, 6).map(({ code, name, alias, groups }) => (
          <label key={code}>
            <input
              type="radio"
              name={`occupation ${words}`}
              checked={chosen === code}
              onChange={() => onChoose(code)}
            />
            <span>
              {[name, code, alias && t('jobs.vacancy.occupation.alias', { alias }), groups.at(-1)]
                .filter(Boolean)
                .join(' · ')}
            </span>
          </label>
        ))}
        {shown.length === 0 && (
          <p className="soft">{t(search ? 'jobs.vacancy.occupation.none' : 'jobs.import.occupation.unlike')}</p>
        )}
      </div>
      <label className="labelled">
        <span>{t('jobs.vacancy.occupation.search')}</span>
        <input className="field" maxLength={60} value={search} onChange={(event) => setSearch(event.target.value)} />
      </label>
    </fieldset>
  )
}
