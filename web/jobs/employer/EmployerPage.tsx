import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import type { Api } from '#domain/api.ts'
import type { Reply } from '#domain/base/route.ts'
import { ask, client } from '../../api.ts'
import { useCommand } from '../../needs/command.ts'
import { Answer } from '../../ui/Answer.tsx'
import { Problem } from '../../ui/Problem.tsx'
import { PageShell } from '../../ui/page/PageShell.tsx'
import { instantText, numberText } from '../../ui/text/number.ts'
import { useWords } from '../../words.ts'
import { StateMark } from '../StateMark.tsx'
import { useWageText } from '../wage-text.ts'
import { Referred } from './Referred.tsx'
import { SubmitForm } from './SubmitForm.tsx'
import '../jobs.css'

type Own = Reply<Api['getEmployer']>
const STALE = ['getEmployer']

/** An employer's own page: what is offered, what waits, and a form for more; nothing of anybody else. */
export function EmployerPage() {
  const { t } = useWords()
  const own = useQuery(ask.getEmployer({}))
  const [writes, setWrites] = useState(false)
  return (
    <PageShell title={own.data?.name ?? t('ui.nav.employer')} lede={t('jobs.employer.lede')}>
      <Answer of={own} lines={6}>
        {(data) => (
          <>
            <Referred own={data} />
            {writes ? (
              <SubmitForm own={data} onDone={() => setWrites(false)} />
            ) : (
              <p className="employer-next">
                <Button type="primary" size="large" onClick={() => setWrites(true)}>
                  {t('jobs.employer.new')}
                </Button>
              </p>
            )}
            <Submissions own={data} />
            <Vacancies own={data} />
            <p className="soft employer-unit">
              {t('jobs.employer.unit', { unit: data.unitName, code: data.creditCode })}
            </p>
          </>
        )}
      </Answer>
    </PageShell>
  )
}

function Submissions({ own: { submissions } }: { own: Own }) {
  const { t, language } = useWords()
  const shown = submissions.filter(({ state }) => state !== 'accepted')
  if (shown.length === 0) return null
  return (
    <section className="panel" aria-labelledby="submitted">
      <h2 id="submitted">{t('jobs.employer.submitted')}</h2>
      <ul className="offer-list">
        {shown.map(({ id, title, openings, submittedAt, state, reason }) => (
          <li key={id}>
            <p className="vacancy-head">
              <b>{title}</b>
              <span className={state === 'returned' ? 'tag check-refused' : 'tag'}>{t(`jobs.employer.${state}`)}</span>
              <span>{t('jobs.employer.openings', { n: numberText(openings, language) })}</span>
              <span className="soft">{instantText(submittedAt, language)}</span>
            </p>
            {reason && <p>{t('jobs.employer.returned.why', { reason })}</p>}
          </li>
        ))}
      </ul>
    </section>
  )
}

function Vacancies({ own: { vacancies } }: { own: Own }) {
  const { t } = useWords()
  return (
    <section className="panel" aria-labelledby="own-vacancies">
      <h2 id="own-vacancies">{t('jobs.employer.vacancies')}</h2>
      {vacancies.length === 0 ? (
        <p>{t('jobs.employer.none')}</p>
      ) : (
        <ul className="offer-list">
          {vacancies.map((each) => (
            <OwnVacancy key={`${each.vacancy.id} ${each.knownFrom}`} own={each} />
          ))}
        </ul>
      )}
    </section>
  )
}

function OwnVacancy({ own: { vacancy, knownFrom, refreshedOn, can } }: { own: Own['vacancies'][number] }) {
  const { t, language } = useWords()
  const wage = useWageText()
  const refresh = useCommand(t('jobs.act.refreshed'), () => {}, STALE)
  const close = useCommand(t('jobs.act.closed'), () => {}, STALE)
  const [asks, setAsks] = useState(false)
  const params = { id: vacancy.id }
  const end = (reason: 'filled' | 'withdrawn') =>
    close.save(() => client.closeOwnVacancy({ params, body: { knownFrom, reason } }))
  const error = refresh.error ?? close.error
  return (
    <li>
      <p className="vacancy-head">
        <b>{vacancy.title}</b>
        <StateMark state={vacancy.state} />
        <span>{vacancy.placeName}</span>
        <span>{wage(vacancy) ?? t('jobs.vacancy.notStated')}</span>
        <span>
          {t('jobs.vacancy.left.of', {
            left: numberText(vacancy.left, language),
            openings: numberText(vacancy.openings, language),
          })}
        </span>
      </p>
      <p className="soft">{t('jobs.employer.until', { day: refreshedOn, until: vacancy.openUntil })}</p>
      <div className="employer-acts">
        {can.includes('refresh') && !asks && (
          <Button
            loading={refresh.busy}
            onClick={() => refresh.save(() => client.refreshOwnVacancy({ params, body: { knownFrom } }))}
          >
            {t('jobs.act.refresh')}
          </Button>
        )}
        {can.includes('close') && !asks && <Button onClick={() => setAsks(true)}>{t('jobs.act.close')}</Button>}
        {asks && (
          <>
            <Button loading={close.busy} onClick={() => end('filled')}>
              {t('jobs.employer.close.filled')}
            </Button>
            <Button loading={close.busy} onClick={() => end('withdrawn')}>
              {t('jobs.employer.close.withdrawn')}
            </Button>
            <Button type="link" onClick={() => setAsks(false)}>
              {t('jobs.employer.close.not')}
            </Button>
          </>
        )}
      </div>
      {error !== undefined && <Problem error={error} />}
    </li>
  )
}
