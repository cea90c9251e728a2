import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { ask } from '../../api.ts'
import { paths } from '../../paths.ts'
import { PageTrail } from '../../people/list/PageTrail.tsx'
import { Answer } from '../../ui/Answer.tsx'
import { Go } from '../../ui/Go.tsx'
import { PageShell } from '../../ui/page/PageShell.tsx'
import { PrintButton } from '../../ui/page/PrintButton.tsx'
import { changed, useSearch } from '../../ui/router.ts'
import { useWords } from '../../words.ts'
import { usePlan } from '../figure/figure-lines.ts'
import { CallItem } from './CallItem.tsx'
import './sampling.css'

const STATES = ['pending', 'held', 'failed', 'unreached'] as const
export type CallMethod = 'phone' | 'visit'

/** Whom to call of a sample, in the order in which they were drawn; masked, with what was found. */
export function SamplePeoplePage({ params }: { params: Record<string, string> }) {
  const { t, say } = useWords()
  const id = Number(params.id)
  // The area of the view is not asked for: without a county of its own the list holds all that the post sees.
  const search = useSearch()
  const county =
    search.area !== undefined && search.area % 1_000_000 === 0 && search.area % 10_000_000_000 !== 0
      ? search.area
      : undefined
  const answer = STATES.find((state) => state === search.part)
  const [method, setMethod] = useState<CallMethod>('phone')
  const plan = usePlan()
  const sample = useQuery(ask.getSample({ params: { id } }))
  const people = useQuery({
    ...ask.listSamplePeople({
      params: { id },
      query: { ...(county && { county }), ...(answer && { answer }), ...(search.after && { after: search.after }) },
    }),
    placeholderData: keepPreviousData,
  })
  const name = say(plan.data?.indicators.find((one) => one.key === sample.data?.indicator)?.name)
  return (
    <PageShell
      title={t('sample.people.title')}
      lede={sample.data && t('sample.people.question', { on: sample.data.on, indicator: name })}
      crumbs={[
        { label: t('sample.title'), to: paths.samples() },
        { label: name, to: paths.sample(id) },
      ]}
      actions={<PrintButton />}
    >
      <nav className="sample-states" aria-label={t('sample.call')}>
        {[undefined, ...STATES].map((state) => (
          <Go
            bare
            key={state ?? 'all'}
            to={changed({ part: state, after: undefined })}
            aria-current={answer === state ? 'true' : undefined}
          >
            {t(`sample.state.${state ?? 'all'}`)}
          </Go>
        ))}
      </nav>
      <fieldset className="sample-states no-print">
        <legend className="soft">{t('sample.how')}</legend>
        {(['phone', 'visit'] as const).map((one) => (
          <label key={one}>
            <input type="radio" name="call-method" checked={method === one} onChange={() => setMethod(one)} />{' '}
            {t(`sample.method.${one}`)}
          </label>
        ))}
      </fieldset>
      <Answer of={people} lines={12}>
        {(data) => (
          <section className="panel">
            <ul className="call-list">
              {data.people.map((called) => (
                <CallItem key={`${called.id} ${called.knownFrom}`} sample={id} called={called} method={method} />
              ))}
            </ul>
            <PageTrail after={search.after} next={data.next} />
          </section>
        )}
      </Answer>
    </PageShell>
  )
}
