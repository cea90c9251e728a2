import { useQuery } from '@tanstack/react-query'
import { ask, client } from '../../api.ts'
import { paths } from '../../paths.ts'
import { PageShell } from '../../ui/page/PageShell.tsx'
import { go, withView } from '../../ui/router.ts'
import { useWords } from '../../words.ts'
import { VacancyForm } from './VacancyForm.tsx'

/** Enter a vacancy: from an employer's paper to the list, with what the law forbids told on the way. */
export function NewVacancyPage() {
  const { t } = useWords()
  const { data: me } = useQuery(ask.getMe({}))
  return (
    <PageShell
      title={t('jobs.vacancies.new')}
      crumbs={[{ label: t('jobs.vacancies'), to: paths.vacancies() }, { label: t('jobs.vacancies.new') }]}
    >
      {me && (
        <VacancyForm
          facts={{ kind: 'employer', wageForm: 'month', from: me.defaults.on }}
          send={(clientId, facts) => client.recordVacancy({ body: { clientId, facts } })}
          onSaved={(id) => go(withView(paths.vacancy(id)))}
        />
      )}
    </PageShell>
  )
}
