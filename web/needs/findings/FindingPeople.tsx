import { keepPreviousData, useQuery } from '@tanstack/react-query'
import type { Api } from '#domain/api.ts'
import type { Reply } from '#domain/base/route.ts'
import { ask } from '../../api.ts'
import { paths } from '../../paths.ts'
import { usePersonColumns } from '../../people/list/person-columns.tsx'
import { Answer } from '../../ui/Answer.tsx'
import { Go } from '../../ui/Go.tsx'
import { changed, go } from '../../ui/router.ts'
import { type Column, DataTable } from '../../ui/table/DataTable.tsx'
import { Pager } from '../../ui/table/Pager.tsx'
import { useCan, useView } from '../../view.ts'
import { useWords } from '../../words.ts'

type Line = Reply<Api['listFindingPeople']>['people'][number]
const states = ['open', 'waived', 'unknown'] as const

/** Whom a rule finds in the area: open, waived, or those of whom it cannot be told; the choice stands in the address. */
export function FindingPeople({ finding }: { finding: string }) {
  const { t } = useWords()
  const { plan, area, search } = useView()
  const can = useCan()
  const state = states.find((one) => one === search.part) ?? 'open'
  const after = search.after
  const people = useQuery({
    ...ask.listFindingPeople({
      params: { finding },
      query: { plan, area, state, limit: 50, ...(after && { after }) },
    }),
    enabled: can('people.list'),
    placeholderData: keepPreviousData,
  })
  return (
    <section className="panel" aria-labelledby="people">
      <h2 id="people">{t('needs.people')}</h2>
      <p className="needs-tabs no-print">
        {states.map((one) => (
          <button
            key={one}
            type="button"
            className="link-button"
            aria-pressed={state === one}
            onClick={() => go(changed({ part: one, after: undefined }))}
          >
            {t(`needs.findings.${one}`)}
          </button>
        ))}
      </p>
      <Answer of={people} lines={8}>
        {(data) => (
          <>
            <PeopleTable lines={data.people} finding={finding} waived={state === 'waived'} />
            <Pager after={after} next={data.next} />
          </>
        )}
      </Answer>
    </section>
  )
}

function PeopleTable({ lines, finding, waived }: { lines: Line[]; finding: string; waived: boolean }) {
  const { t } = useWords()
  const person = usePersonColumns(['identity', 'area', 'work']).map(
    ({ cell, idle: _, ...column }): Column<Line> => ({ ...column, cell: (line) => cell(line.person) }),
  )
  const more: Column<Line>[] = [
    {
      key: 'since',
      title: t(waived ? 'needs.people.until' : 'needs.people.since'),
      cell: (line) => <span className="nowrap">{waived ? line.waivedUntil : line.since.slice(0, 10)}</span>,
    },
    {
      key: 'why',
      title: '',
      cell: (line) => (
        <Go to={paths.why(line.person.id, finding)} aria-label={`${t('needs.people.why')} ${line.person.name}`}>
          {t('needs.people.why')}
        </Go>
      ),
    },
  ]
  return (
    <DataTable
      caption={t('needs.people')}
      columns={[...person, ...more]}
      rows={lines}
      keyOf={(line) => line.person.id}
      empty={t('needs.people.none')}
    />
  )
}
