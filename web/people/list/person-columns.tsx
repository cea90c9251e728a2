import type { Static } from 'typebox'
import { channel, sex } from '#domain/people/codes.ts'
import type { PersonLine as PersonLineSchema } from '#domain/people/people.api.ts'
import { paths } from '../../paths.ts'
import { Go } from '../../ui/Go.tsx'
import type { Column } from '../../ui/table/DataTable.tsx'
import { useWords } from '../../words.ts'
import { codedWords } from '../coded-words.ts'
import { Memberships } from '../Memberships.tsx'

export type PersonLine = Static<typeof PersonLineSchema>

/** Columns a reader may leave out; the name always stays. */
export const optionalColumns = ['identity', 'sex', 'age', 'area', 'memberships', 'work', 'verified'] as const
export type OptionalColumn = (typeof optionalColumns)[number]

export function usePersonColumns(shown: readonly OptionalColumn[]): Column<PersonLine>[] {
  const { t, say } = useWords()
  const cells: Record<OptionalColumn, Omit<Column<PersonLine>, 'key' | 'title'>> = {
    identity: { cell: (person) => person.identity && <code className="nowrap">{person.identity}</code> },
    sex: { wide: true, cell: (person) => person.sex && say(codedWords(sex, person.sex)) },
    age: { number: true, cell: (person) => person.age },
    area: { cell: (person) => person.areaName },
    memberships: { cell: (person) => <Memberships kinds={person.memberships} /> },
    work: { cell: (person) => <Work work={person.work} /> },
    verified: {
      wide: true,
      cell: (person) => (
        <span className={person.verifiedOn ? 'nowrap' : 'nowrap soft'}>
          {person.verifiedOn ?? t('people.verified.never')}
        </span>
      ),
    },
  }
  return [
    {
      key: 'name',
      title: t('people.name'),
      head: true,
      cell: (person) => (
        <Go className="nowrap" to={paths.file(person.id)}>
          {person.name}
        </Go>
      ),
    },
    ...shown.map((key) => ({ key, title: t(`people.${key}`), ...cells[key] })),
  ]
}

function Work({ work }: { work: PersonLine['work'] }) {
  const { t, say } = useWords()
  if (!work) return <span className="soft">{t('people.work.none')}</span>
  const what = [work.channel && say(codedWords(channel, work.channel)), work.employer].filter(Boolean).join(' · ')
  return (
    <span>
      {what} <span className="soft nowrap">{t('people.work.since', { day: work.since })}</span>
    </span>
  )
}
