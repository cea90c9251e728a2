import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { ask } from '../../api.ts'
import { paths } from '../../paths.ts'
import { Answer } from '../../ui/Answer.tsx'
import { Go } from '../../ui/Go.tsx'
import { DataTable } from '../../ui/table/DataTable.tsx'
import { numberText } from '../../ui/text/number.ts'
import { useCan } from '../../view.ts'
import { useWords } from '../../words.ts'
import { Refer } from '../referral/Refer.tsx'
import { RunTold } from './MatchCard.tsx'
import { useStandingText } from './match-text.ts'

/** On a vacancy: its cut-off of the last run, and whom of the post's area it is proposed to. */
export function VacancyMatch({ vacancy }: { vacancy: number }) {
  const { t, language } = useWords()
  const can = useCan()
  const [after, setAfter] = useState<string>()
  const match = useQuery({
    ...ask.getVacancyMatch({ params: { id: vacancy }, query: { ...(after && { after }) } }),
    placeholderData: keepPreviousData,
  })
  const standing = useStandingText(match.data?.result?.tierNames ?? [])
  const n = (value: number) => numberText(value, language)
  return (
    <section className="panel" aria-labelledby="vacancy-match">
      <h2 id="vacancy-match">{t('match.ofVacancy')}</h2>
      <Answer of={match} lines={3}>
        {({ run, result }) => (
          <>
            {run === null && <p>{t('match.card.noRun')}</p>}
            {run && result === null && <p>{t('match.ofVacancy.none')}</p>}
            {result && (
              <>
                <p>
                  {t('match.ofVacancy.counts', {
                    ...{ openings: n(result.openings), given: n(result.given), backUps: n(result.backUps) },
                  })}{' '}
                  {result.cutOff
                    ? t('match.cutOff.last', { standing: standing(result.cutOff) })
                    : t('match.cutOff.open')}
                </p>
                <DataTable
                  caption={t('match.ofVacancy.people')}
                  showCaption
                  rows={result.people}
                  keyOf={({ person }) => person}
                  empty={t('match.ofVacancy.nobody')}
                  columns={[
                    {
                      key: 'name',
                      title: t('match.name'),
                      head: true,
                      cell: ({ person, name }) => (can('people.read') ? <Go to={paths.file(person)}>{name}</Go> : name),
                    },
                    { key: 'area', title: t('match.area'), cell: ({ areaName }) => areaName },
                    {
                      key: 'rank',
                      title: t('match.rank'),
                      cell: ({ rank }) => t(rank === 1 ? 'match.card.anchor' : 'match.card.backUps'),
                    },
                    { key: 'tier', title: t('match.tier'), cell: ({ standing: own }) => standing(own) },
                    { key: 'points', title: t('match.points'), number: true, cell: ({ points }) => n(points) },
                    {
                      key: 'refer',
                      title: t('match.refer'),
                      cell: ({ person }) => (
                        <Refer person={person} vacancy={vacancy} from="run" {...(run && { run: run.id })} />
                      ),
                    },
                  ]}
                />
                {result.next !== null && (
                  <p className="pager no-print">
                    <button type="button" className="link-button" onClick={() => setAfter(result.next ?? undefined)}>
                      {t('ui.next')} →
                    </button>
                  </p>
                )}
              </>
            )}
            {run && <RunTold run={run} />}
          </>
        )}
      </Answer>
    </section>
  )
}
