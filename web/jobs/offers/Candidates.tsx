import { useQuery } from '@tanstack/react-query'
import type { Api } from '#domain/api.ts'
import type { Reply } from '#domain/base/route.ts'
import { ask } from '../../api.ts'
import { paths } from '../../paths.ts'
import { Answer } from '../../ui/Answer.tsx'
import { Go } from '../../ui/Go.tsx'
import { type Column, DataTable } from '../../ui/table/DataTable.tsx'
import { numberText } from '../../ui/text/number.ts'
import { useCan, useView } from '../../view.ts'
import { useWords } from '../../words.ts'
import { Refer } from '../referral/Refer.tsx'
import { Reasons } from './Reasons.tsx'

type Candidate = Reply<Api['listCandidates']>['candidates'][number]

/** People of the post's area whom a vacancy fits, the best first: for officers alone, never sent to an employer. */
export function Candidates({ vacancy }: { vacancy: number }) {
  const { t, language } = useWords()
  const can = useCan()
  const { on, present } = useView()
  const answer = useQuery(ask.listCandidates({ params: { id: vacancy }, query: { on } }))
  const columns: Column<Candidate>[] = [
    {
      key: 'name',
      title: t('jobs.candidates.name'),
      head: true,
      cell: ({ person, name }) => (can('people.read') ? <Go to={paths.file(person)}>{name}</Go> : name),
    },
    { key: 'area', title: t('jobs.candidates.area'), cell: ({ areaName }) => areaName },
    {
      key: 'reasons',
      title: t('jobs.candidates.reasons'),
      cell: ({ conditions }) => <Reasons conditions={conditions} />,
    },
    {
      key: 'points',
      title: t('jobs.candidates.points'),
      number: true,
      cell: ({ points }) => numberText(points, language),
    },
  ]
  if (present && can('jobs.refer'))
    columns.push({
      key: 'refer',
      title: t('referral.refer'),
      cell: ({ person }) => <Refer person={person} vacancy={vacancy} from="offer" />,
    })
  return (
    <section className="panel" aria-labelledby="candidates">
      <h2 id="candidates">{t('jobs.candidates')}</h2>
      <Answer of={answer} lines={4}>
        {({ candidates, eligible, limited, run }) => (
          <>
            <p className="soft">{run ? t('match.chance.run', { on: run.on }) : t('match.chance.none')}</p>
            {eligible > 0 && <p className="soft">{t('jobs.candidates.of', { n: numberText(eligible, language) })}</p>}
            {limited && <p role="status">{t('jobs.candidates.limited')}</p>}
            <DataTable
              caption={t('jobs.candidates')}
              columns={columns}
              rows={candidates}
              keyOf={({ person }) => person}
              empty={t('jobs.candidates.none')}
            />
          </>
        )}
      </Answer>
    </section>
  )
}
