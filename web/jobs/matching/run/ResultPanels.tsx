import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { ask } from '../../../api.ts'
import { paths } from '../../../paths.ts'
import { Answer } from '../../../ui/Answer.tsx'
import { Figure } from '../../../ui/Figure.tsx'
import { Go } from '../../../ui/Go.tsx'
import { type Column, DataTable } from '../../../ui/table/DataTable.tsx'
import { numberText } from '../../../ui/text/number.ts'
import { useView } from '../../../view.ts'
import { useWords } from '../../../words.ts'
import type { Result, Run } from '../match-text.ts'
import { Remedy } from './Remedy.tsx'

type Wanted = Parameters<typeof paths.matchPeople>[1]
type Placed = { people: number; placed: number; scenario: number | null }

/** What came of a run for the people the post sees: by area, tier and reason, each number with its list. */
export function ResultPanels({ run }: { run: Run }) {
  const { t } = useWords()
  const { area } = useView()
  const result = useQuery({
    ...ask.getMatchResult({ params: { id: run.id }, query: { area } }),
    placeholderData: keepPreviousData,
  })
  return (
    <Answer of={result} lines={12}>
      {(data) =>
        data.scope.people === 0 ? (
          <section className="panel">
            <p>{t('match.result.nobody', { area: data.scope.name })}</p>
          </section>
        ) : (
          <>
            <p className="soft match-scope">{t('match.result.scope', { area: data.scope.name })}</p>
            <div className="match-split">
              <Tiers run={run} result={data} />
              <Reasons run={run} result={data} />
            </div>
            <Areas run={run} result={data} />
            <Gaps run={run} result={data} />
            <LeftOver run={run} />
          </>
        )
      }
    </Answer>
  )
}

/** Columns of whatever is split: how many took part, were placed, and were not. */
function usePlacedColumns<T extends Placed>(
  run: Run,
  nameOf: (row: T) => string,
  wanted: (row: T) => Wanted,
): Column<T>[] {
  const { t } = useWords()
  const list = (row: T, part?: string) => paths.matchPeople(run.id, { ...wanted(row), ...(part && { part }) })
  const figure = (row: T, title: string, value: number | null, part?: string) => (
    <Figure label={`${nameOf(row)} ${title}`} value={value} to={list(row, part)} />
  )
  return [
    {
      key: 'people',
      title: t('match.people'),
      number: true,
      wide: true,
      cell: (row) => figure(row, t('match.people'), row.people),
    },
    {
      key: 'placed',
      title: t('match.placed'),
      number: true,
      idle: ({ placed }) => placed === 0,
      cell: (row) => figure(row, t('match.placed'), row.placed, 'placed'),
    },
    {
      key: 'unmatched',
      title: t('match.unmatched'),
      number: true,
      idle: ({ people, placed }) => people === placed,
      cell: (row) => figure(row, t('match.unmatched'), row.people - row.placed, 'unmatched'),
    },
    {
      key: 'share',
      title: t('match.share'),
      number: true,
      wide: true,
      cell: (row) => <Figure label={t('match.share')} value={row.placed} of={row.people} />,
    },
    {
      key: 'scenario',
      title: t('match.scenario'),
      number: true,
      wide: true,
      cell: (row) => (row.scenario === null ? '–' : figure(row, t('match.scenario'), row.scenario, 'scenario')),
    },
  ]
}

type Part = { run: Run; result: Result }

function Tiers({ run, result }: Part) {
  const { t, say } = useWords()
  const { area } = result.scope
  const columns = usePlacedColumns<Result['tiers'][number]>(
    run,
    ({ name }) => say(name),
    ({ tier }) => ({ area, tier }),
  )
  // The most that is attainable is known of the whole run, of each tier with those before it: where all of it is seen, it stands beside.
  const isWhole = run.counts?.people === result.scope.people
  const upTo = (tier: number) => (run.certificate?.tiers ?? []).filter((each) => each.tier <= tier)
  const sum = (tier: number, of: 'placed' | 'attainable') =>
    upTo(tier).reduce((total, each) => total + (each[of] ?? 0), 0)
  return (
    <section className="panel" aria-labelledby="tiers">
      <h2 id="tiers">{t('match.tiers')}</h2>
      <DataTable
        caption={t('match.tiers')}
        rows={result.tiers}
        keyOf={({ tier }) => tier}
        columns={[
          { key: 'tier', title: t('match.tier'), head: true, cell: ({ tier, name }) => `${tier} ${say(name)}` },
          ...columns.filter(({ key }) => key !== 'share' && key !== 'scenario'),
          {
            key: 'attainable',
            title: t('match.attainable'),
            number: true,
            cell: ({ tier }) =>
              isWhole && upTo(tier).every(({ attainable }) => attainable !== undefined) ? (
                <Figure label={t('match.attainable')} value={sum(tier, 'placed')} of={sum(tier, 'attainable')} />
              ) : (
                '–'
              ),
          },
        ]}
      />
    </section>
  )
}

function Areas({ run, result }: Part) {
  const { t } = useWords()
  const columns = usePlacedColumns<Result['areas'][number]>(
    run,
    ({ name }) => name,
    ({ area }) => ({ area }),
  )
  return (
    <section className="panel" aria-labelledby="areas">
      <h2 id="areas">{t('match.areas')}</h2>
      <DataTable
        caption={t('match.areas')}
        rows={result.areas}
        keyOf={({ area }) => area}
        columns={[
          {
            key: 'area',
            title: t('match.area'),
            head: true,
            cell: ({ area, name }) =>
              area === result.scope.area ? name : <Go to={paths.matchRun(run.id, { area })}>{name}</Go>,
          },
          ...columns,
        ]}
      />
    </section>
  )
}

function Reasons({ run, result }: Part) {
  const { t } = useWords()
  return (
    <section className="panel" aria-labelledby="reasons">
      <h2 id="reasons">{t('match.reasons')}</h2>
      <p className="soft">{t('match.reasons.how')}</p>
      <DataTable
        caption={t('match.reasons')}
        rows={result.reasons}
        keyOf={({ reason }) => reason}
        columns={[
          { key: 'reason', title: t('match.reason'), head: true, cell: ({ reason }) => t(`match.reason.${reason}`) },
          {
            key: 'people',
            title: t('match.unmatched'),
            number: true,
            cell: ({ reason, people }) => (
              <Figure
                label={t(`match.reason.${reason}`)}
                value={people}
                to={paths.matchPeople(run.id, { area: result.scope.area, part: 'unmatched', reason })}
              />
            ),
          },
          { key: 'remedy', title: t('match.do'), cell: ({ reason }) => <Remedy reason={reason} /> },
        ]}
      />
    </section>
  )
}

function Gaps({ run, result }: Part) {
  const { t } = useWords()
  if (result.gaps.length === 0) return null
  return (
    <section className="panel" aria-labelledby="gaps">
      <h2 id="gaps">{t('match.gaps')}</h2>
      <DataTable
        caption={t('match.gaps')}
        rows={result.gaps}
        keyOf={({ area, occupation, reason }) => `${area} ${occupation?.code} ${reason}`}
        columns={[
          { key: 'area', title: t('match.area'), head: true, cell: ({ name }) => name },
          {
            key: 'occupation',
            title: t('match.occupation'),
            cell: ({ occupation }) => occupation?.name ?? t('match.occupation.none'),
          },
          { key: 'reason', title: t('match.reason'), cell: ({ reason }) => t(`match.reason.${reason}`) },
          {
            key: 'people',
            title: t('match.unmatched'),
            number: true,
            cell: ({ area, name, occupation, reason, people }) => (
              <Figure
                label={`${name} ${occupation?.name ?? ''} ${t(`match.reason.${reason}`)}`}
                value={people}
                to={paths.matchPeople(run.id, {
                  ...{ area, part: 'unmatched', reason, occupation: occupation?.code ?? 'none' },
                })}
              />
            ),
          },
          {
            key: 'remedy',
            title: t('match.do'),
            cell: ({ reason, occupation }) => <Remedy reason={reason} occupation={occupation?.code} />,
          },
        ]}
      />
      {result.moreGaps && <p className="soft">{t('match.gaps.more', { n: result.gaps.length })}</p>}
    </section>
  )
}

function LeftOver({ run }: { run: Run }) {
  const { t, language } = useWords()
  const of = run.vacanciesLeft
  if (!of) return null
  const n = (value: number) => numberText(value, language)
  return (
    <section className="panel" aria-labelledby="left">
      <h2 id="left">{t('match.vacancies')}</h2>
      <p>{t('match.vacancies.left', { given: n(of.given), left: n(of.openings - of.given), vacancies: n(of.left) })}</p>
      <p className="match-acts">
        <Go to={paths.matchVacancies(run.id, { part: 'left' })}>{t('match.vacancies.left.open')}</Go>
        <Go to={paths.matchVacancies(run.id)}>{t('match.vacancies.all')}</Go>
      </p>
    </section>
  )
}
