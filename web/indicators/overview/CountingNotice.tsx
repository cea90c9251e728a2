import { useIsFetching, useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import type { Api } from '#domain/api.ts'
import type { Reply } from '#domain/base/route.ts'
import { ask } from '../../api.ts'
import { useWords } from '../../words.ts'
import { usePlan } from '../figure/figure-lines.ts'
import './counting.css'

type Counting = Reply<Api['listFigureRuns']>['underWay'][number]

/** What waits for figures; a count is told of only where it keeps somebody waiting. */
const FIGURES = new Set(['listFigures', 'listFiguresByArea', 'listFigureSeries', 'listCounted'])
const PATIENCE_MS = 800

/** How far a count is that the page waits for: in a corner of its own, so that nothing moves when it comes and goes. */
export function CountingNotice() {
  const waiting = useIsFetching({ predicate: ({ queryKey }) => FIGURES.has(String(queryKey[0])) }) > 0
  const long = useLong(waiting)
  const runs = useQuery({ ...ask.listFigureRuns({}), enabled: long, refetchInterval: 1000, gcTime: 0, staleTime: 0 })
  const [first, ...rest] = (long && runs.data?.underWay) || []
  return first ? <Notice counting={first} after={rest.length} /> : null
}

function useLong(waiting: boolean): boolean {
  const [long, setLong] = useState(false)
  useEffect(() => {
    if (!waiting) return setLong(false)
    const timer = setTimeout(() => setLong(true), PATIENCE_MS)
    return () => clearTimeout(timer)
  }, [waiting])
  return waiting && long
}

function Notice({ counting, after }: { counting: Counting; after: number }) {
  const { t, say } = useWords()
  const plan = usePlan()
  const indicator = plan.data?.indicators.find(({ key }) => key === counting.indicator)
  const what = counting.months
    ? t('indicators.counting.trend', { name: say(indicator?.name), n: counting.months })
    : t('indicators.counting.day', { day: counting.on })
  const { share, seconds } = counting
  const left = seconds !== null && share > 0 ? Math.ceil((seconds * (1 - share)) / share) : undefined
  return (
    <output className="counting-notice no-print">
      <span>{what}</span>
      <progress value={share} max={1} aria-label={what} />
      <span className="soft">
        {left === undefined ? t('indicators.counting.begun') : t('indicators.counting.left', { n: left })}
        {after > 0 && ` · ${t('indicators.counting.after', { n: after })}`}
      </span>
    </output>
  )
}
