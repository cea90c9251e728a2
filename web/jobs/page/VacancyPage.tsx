import { useQuery } from '@tanstack/react-query'
import type { Api } from '#domain/api.ts'
import type { Reply } from '#domain/base/route.ts'
import { closeReason } from '#domain/jobs/vacancy/vacancy-codes.ts'
import { ApiError, ask } from '../../api.ts'
import { paths } from '../../paths.ts'
import { Answer } from '../../ui/Answer.tsx'
import { Go } from '../../ui/Go.tsx'
import { PageShell } from '../../ui/page/PageShell.tsx'
import { PrintButton } from '../../ui/page/PrintButton.tsx'
import { numberText } from '../../ui/text/number.ts'
import { useCan, useView } from '../../view.ts'
import { useWords } from '../../words.ts'
import { CheckList } from '../CheckList.tsx'
import { VacancyMatch } from '../matching/VacancyMatch.tsx'
import { Candidates } from '../offers/Candidates.tsx'
import { VacancyReferrals } from '../referral/sections/VacancyReferrals.tsx'
import { StateMark } from '../StateMark.tsx'
import { VacancyActs } from './VacancyActs.tsx'
import { VacancyFactList } from './VacancyFactList.tsx'
import '../jobs.css'

export type Vacancy = Reply<Api['getVacancy']>

/** One vacancy: where it stands and what can be done on top, what is to be seen to, then everything it says. */
export function VacancyPage({ params }: { params: Record<string, string> }) {
  const { t } = useWords()
  const can = useCan()
  const { clocks } = useView()
  const vacancy = useQuery({ ...ask.getVacancy({ params: { id: Number(params.id) }, query: clocks }), retry: false })
  const gone = vacancy.error instanceof ApiError && vacancy.error.status === 404
  const title = vacancy.data?.title ?? (gone ? t('jobs.vacancy.gone') : t('jobs.vacancy'))
  return (
    <PageShell
      title={title}
      crumbs={[{ label: t('jobs.vacancies'), to: paths.vacancies() }, ...(vacancy.data ? [{ label: title }] : [])]}
      actions={<PrintButton />}
    >
      <Answer of={vacancy} lines={12}>
        {(data) => (
          <>
            <Head vacancy={data} />
            <section className="panel" aria-labelledby="checks">
              <h2 id="checks">{t('jobs.vacancy.checks')}</h2>
              {data.checks.length === 0 ? <p>{t('jobs.vacancy.checks.none')}</p> : <CheckList checks={data.checks} />}
            </section>
            <VacancyFactList vacancy={data} />
            {can('people.list') && <VacancyReferrals vacancy={data.id} />}
            {can('people.list') && data.state === 'open' && <Candidates vacancy={data.id} />}
            {can('people.list') && <VacancyMatch vacancy={data.id} />}
          </>
        )}
      </Answer>
    </PageShell>
  )
}

function Head({ vacancy }: { vacancy: Vacancy }) {
  const { t, say, language } = useWords()
  const { on, present } = useView()
  const { openings, left, closedOn, closeReason: reason } = vacancy
  const counts = { left: numberText(left, language), openings: numberText(openings, language) }
  return (
    <section className="panel" aria-labelledby="next">
      <h2 id="next" className="sr-only">
        {t('jobs.vacancy.next')}
      </h2>
      <p className="vacancy-head">
        <StateMark state={vacancy.state} />
        <b>{vacancy.employer}</b>
        <span>{vacancy.placeName}</span>
        <span>{t('jobs.vacancy.left.of', counts)}</span>
        {closedOn === null ? (
          <span className="soft">{t('jobs.vacancy.until.before', { day: vacancy.openUntil })}</span>
        ) : (
          <span>
            {t('jobs.vacancy.closed', { day: closedOn, reason: say(closeReason[reason as keyof typeof closeReason]) })}
          </span>
        )}
      </p>
      {vacancy.source === 'demo' && <p className="soft">{t('jobs.vacancy.invented')}</p>}
      {!present && <p className="soft">{t('jobs.vacancy.past', { day: on })}</p>}
      {present && vacancy.can.length > 0 && <VacancyActs vacancy={vacancy} />}
      {present && vacancy.can.length === 0 && vacancy.state !== 'closed' && (
        <p className="soft">{t('jobs.vacancy.others', { unit: vacancy.unitName })}</p>
      )}
      {present && vacancy.can.includes('change') && (
        <p className="vacancy-link no-print">
          <Go to={paths.changeVacancy(vacancy.id)}>{t('jobs.act.change')}</Go>
        </p>
      )}
    </section>
  )
}
