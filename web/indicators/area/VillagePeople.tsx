import { useQuery } from '@tanstack/react-query'
import { sex } from '#domain/people/codes.ts'
import { ask } from '../../api.ts'
import { paths } from '../../paths.ts'
import { Answer } from '../../ui/Answer.tsx'
import { Go } from '../../ui/Go.tsx'
import { DataTable } from '../../ui/table/DataTable.tsx'
import { useView } from '../../view.ts'
import { useWords } from '../../words.ts'

/** The first names of a village; the list page has the rest, with filters. */
export function VillagePeople({ area }: { area: number }) {
  const { t, say } = useWords()
  const view = useView()
  const { filter } = view.search
  const query = { area, limit: 50, ...view.clocks, ...(filter ? { where: filter } : {}) }
  const people = useQuery(ask.listPeople({ query }))
  const sexWord = (code: string | null) => (code && code in sex ? say(sex[code as keyof typeof sex]) : (code ?? ''))
  return (
    <section className="panel" aria-labelledby="village-people">
      <h2 id="village-people">{t('places.people.first')}</h2>
      <Answer of={people}>
        {(data) => (
          <DataTable
            caption={t('places.people.first')}
            rows={data.people}
            keyOf={(person) => person.id}
            columns={[
              {
                key: 'name',
                title: t('places.person.name'),
                head: true,
                cell: (person) => <Go to={paths.file(person.id)}>{person.name}</Go>,
              },
              {
                key: 'sexAge',
                title: t('places.person.sexAge'),
                cell: (person) => [sexWord(person.sex), person.age].filter((part) => part !== null).join(' '),
              },
              {
                key: 'work',
                title: t('places.person.work'),
                cell: (person) => person.work && [person.work.employer, person.work.since].filter(Boolean).join(' · '),
              },
            ]}
          />
        )}
      </Answer>
      <Go to={paths.people({ area, filter })}>{t('places.people.all')}</Go>
    </section>
  )
}
