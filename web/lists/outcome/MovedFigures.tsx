import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { UNITS, type Unit } from '#domain/plan/unit.ts'
import { ask } from '../../api.ts'
import { paths } from '../../paths.ts'
import { Answer } from '../../ui/Answer.tsx'
import { Go } from '../../ui/Go.tsx'
import { type Column, DataTable } from '../../ui/table/DataTable.tsx'
import { numberText } from '../../ui/text/number.ts'
import { useView } from '../../view.ts'
import { useWords } from '../../words.ts'
import type { Import } from '../import.ts'

type Moved = { key: string; name: string; before: string; after: string }

/** Which figures of the area are others since the rows were taken; counted when somebody asks, as known before and after. */
export function MovedFigures({ one }: { one: Import }) {
  const { t } = useWords()
  const [asked, setAsked] = useState(false)
  return (
    <section className="panel import-next" aria-labelledby="moved">
      <h2 id="moved">{t('import.moved.title')}</h2>
      {asked && one.begunAt && one.appliedAt ? (
        <Figures from={one.begunAt} to={one.appliedAt} />
      ) : (
        <>
          <p className="soft">{t('import.moved.how')}</p>
          <p>
            <Button onClick={() => setAsked(true)}>{t('import.moved.ask')}</Button>
          </p>
        </>
      )}
    </section>
  )
}

function Figures({ from, to }: { from: string; to: string }) {
  const { t, say, language } = useWords()
  const { plan, area, on } = useView()
  const unitOf = (unit: string) =>
    unit === 'fen' ? t('import.moved.yuan') : unit in UNITS ? say(UNITS[unit as Unit]) : ''
  /** A share as its part and its whole; money in yuan. */
  const textOf = (numbers: (number | null)[], unit: string) => {
    const told = numbers.flatMap((n) => (n === null ? [] : [numberText(unit === 'fen' ? n / 100 : n, language)]))
    return told.length === 1 && unit !== 'percent' ? `${told[0]} ${unitOf(unit)}` : told.join(' / ') || '–'
  }
  const at = (knownAt: string) => ask.listFigures({ query: { plan, area, on, knownAt } })
  const before = useQuery(at(from))
  const after = useQuery(at(to))
  const known = useQuery({ ...ask.getPlan({ params: { plan } }), staleTime: 300_000 })
  const columns: Column<Moved>[] = [
    {
      key: 'figure',
      title: t('import.moved.figure'),
      head: true,
      cell: ({ key, name }) => <Go to={paths.indicator(key)}>{name}</Go>,
    },
    { key: 'before', title: t('import.moved.before'), cell: (row) => row.before },
    { key: 'after', title: t('import.moved.after'), cell: (row) => <b>{row.after}</b> },
  ]
  return (
    <Answer of={before} lines={4}>
      {(earlier) => (
        <Answer of={after} lines={4}>
          {(later) => {
            const rows = later.figures.flatMap((figure): Moved[] => {
              const was = earlier.figures.find(({ indicator }) => indicator === figure.indicator)
              if (!was || (was.value === figure.value && was.of === figure.of)) return []
              const one = known.data?.indicators.find(({ key }) => key === figure.indicator)
              const text = ({ value, of }: typeof figure) => textOf([value, of], one?.unit ?? '')
              return [{ key: figure.indicator, name: say(one?.name), before: text(was), after: text(figure) }]
            })
            return (
              <>
                <p className="soft">{t('import.moved.on', { on })}</p>
                <DataTable
                  caption={t('import.moved.title')}
                  columns={columns}
                  rows={rows}
                  keyOf={({ key }) => key}
                  empty={t('import.moved.none')}
                />
              </>
            )
          }}
        </Answer>
      )}
    </Answer>
  )
}
