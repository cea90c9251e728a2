import { useQuery } from '@tanstack/react-query'
import type { Api } from '#domain/api.ts'
import type { Reply } from '#domain/base/route.ts'
import { levelOf } from '#domain/places/area.ts'
import { ask } from '../../api.ts'
import { paths } from '../../paths.ts'
import { AreaDrill } from '../../people/list/AreaDrill.tsx'
import { Answer } from '../../ui/Answer.tsx'
import { Figure } from '../../ui/Figure.tsx'
import { Go } from '../../ui/Go.tsx'
import { PageShell } from '../../ui/page/PageShell.tsx'
import { PrintButton } from '../../ui/page/PrintButton.tsx'
import { type Column, DataTable } from '../../ui/table/DataTable.tsx'
import { useView } from '../../view.ts'
import { useWords } from '../../words.ts'
import { PARTS } from './PartChoice.tsx'
import { RoundDefinition } from './RoundDefinition.tsx'
import '../../people/people.css'
import './round.css'

type Row = Reply<Api['getRoundCoverage']>['areas'][number]

/** How far the round is, area by area; every number opens its people. The areas furthest behind stand first. */
export function CoveragePage() {
  const { t } = useWords()
  const { area, clocks, on } = useView()
  const coverage = useQuery(ask.getRoundCoverage({ query: { ...clocks, area } }))
  const title = t('round.coverage.title', { month: on.slice(0, 7) })
  const columns = useColumns(area)
  return (
    <PageShell
      title={title}
      lede={<AreaDrill />}
      actions={
        <>
          <Go to={paths.round({ area })}>{t('round.list')}</Go>
          <PrintButton />
        </>
      }
    >
      <Answer of={coverage} lines={12}>
        {(data) => (
          <>
            <section className="panel">
              <DataTable
                caption={title}
                columns={columns}
                rows={[
                  { area: data.area, areaName: t('round.part.all'), ...data.total },
                  ...data.areas.filter((row) => row.area !== data.area && row.belongs > 0).toSorted(behindFirst),
                ]}
                keyOf={(row) => row.area}
                rowClass={(row) => (row.area === data.area ? 'round-total' : undefined)}
              />
            </section>
            <RoundDefinition round={data.round} />
          </>
        )}
      </Answer>
    </PageShell>
  )
}

/** Each area by its name, and its numbers, each a way to its people. */
function useColumns(area: number): Column<Row>[] {
  const { t, language } = useWords()
  const open = (row: Row) =>
    levelOf(row.area) === 4 ? paths.round({ area: row.area }) : paths.roundCoverage({ area: row.area })
  return [
    {
      key: 'area',
      title: t('round.area'),
      head: true,
      cell: (row) => (row.area === area ? <b>{row.areaName}</b> : <Go to={open(row)}>{row.areaName}</Go>),
    },
    {
      key: 'share',
      title: t('round.share'),
      number: true,
      cell: (row) => (
        <Figure
          label={`${row.areaName} ${t('round.share')}`}
          value={row.verified}
          of={row.belongs}
          to={paths.round({ area: row.area, part: 'verified' })}
        />
      ),
    },
    ...PARTS.map((part) => ({
      key: part,
      title: t(`round.part.${part}`),
      number: true,
      idle: (row: Row) => row[part] === 0,
      cell: (row: Row) => (
        <Figure
          label={`${row.areaName} ${t(`round.part.${part}`)}`}
          value={row[part]}
          to={row[part] > 0 ? paths.round({ area: row.area, part }) : undefined}
        />
      ),
    })),
    {
      key: 'belongs',
      title: t('round.belongs'),
      number: true,
      cell: (row) => (
        <Figure
          label={`${row.areaName} ${t('round.belongs')}`}
          value={row.belongs}
          to={paths.round({ area: row.area })}
        />
      ),
    },
    {
      key: 'unknown',
      title: <span title={t('round.part.unknown.how')}>{t('round.part.unknown')}</span>,
      number: true,
      wide: true,
      cell: (row) =>
        row.unknown > 0 ? new Intl.NumberFormat(language === 'zh' ? 'zh-CN' : 'en-GB').format(row.unknown) : '',
    },
  ]
}

const behindFirst = (a: Row, b: Row) => a.verified / a.belongs - b.verified / b.belongs || b.belongs - a.belongs
