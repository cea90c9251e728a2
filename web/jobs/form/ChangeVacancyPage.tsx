import { useQuery } from '@tanstack/react-query'
import { ask, client } from '../../api.ts'
import { paths } from '../../paths.ts'
import { Answer } from '../../ui/Answer.tsx'
import { PageShell } from '../../ui/page/PageShell.tsx'
import { go, withView } from '../../ui/router.ts'
import { useWords } from '../../words.ts'
import { VacancyForm } from './VacancyForm.tsx'

/** Correct what a vacancy says: the same form, filled with what stands. */
export function ChangeVacancyPage({ params }: { params: Record<string, string> }) {
  const { t } = useWords()
  const id = Number(params.id)
  const vacancy = useQuery({ ...ask.getVacancy({ params: { id }, query: {} }), retry: false, staleTime: 0 })
  const crumbs = [
    { label: t('jobs.vacancies'), to: paths.vacancies() },
    ...(vacancy.data ? [{ label: vacancy.data.title, to: paths.vacancy(id) }] : []),
    { label: t('jobs.act.change') },
  ]
  return (
    <PageShell title={t('jobs.act.change')} crumbs={crumbs}>
      <Answer of={vacancy} lines={12}>
        {(data) => (
          <VacancyForm
            facts={data.facts}
            occupationName={data.occupationName}
            phoneMask={data.phoneMask}
            send={(clientId, facts) =>
              client.changeVacancy({ params: { id }, body: { clientId, knownFrom: data.knownFrom, facts } })
            }
            onSaved={() => go(withView(paths.vacancy(id)))}
          />
        )}
      </Answer>
    </PageShell>
  )
}
