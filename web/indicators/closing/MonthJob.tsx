import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import type { Api } from '#domain/api.ts'
import type { Reply } from '#domain/base/route.ts'
import { ask } from '../../api.ts'
import { numberText } from '../../ui/text/number.ts'
import { useView } from '../../view.ts'
import { useWords } from '../../words.ts'

type Job = NonNullable<Reply<Api['getMonthJob']>['job']>
const LOOK_EVERY_MS = 1000

export const isUnderWay = (job: Job | null | undefined): job is Job =>
  job?.state === 'waiting' || job?.state === 'running'

/** What is being done with a month; looked at again while it goes on, and the month itself when it has ended. */
export function useMonthJob(month: string): Job | null | undefined {
  const { plan } = useView()
  const queries = useQueryClient()
  const answer = useQuery({
    ...ask.getMonthJob({ params: { month }, query: { plan } }),
    refetchInterval: ({ state }) =>
      isUnderWay((state.data as Reply<Api['getMonthJob']> | undefined)?.job) ? LOOK_EVERY_MS : false,
  })
  const job = answer.data?.job
  const open = isUnderWay(job)
  const wasOpen = useRef(false)
  useEffect(() => {
    if (wasOpen.current && !open)
      for (const name of ['getMonth', 'listMonths']) void queries.invalidateQueries({ queryKey: [name] })
    wasOpen.current = open
  }, [open, queries])
  return job
}

/** How far the freezing or closing of a month is, or why the last one could not be done. */
export function MonthJob({ job }: { job: Job | null | undefined }) {
  const { t, say, language } = useWords()
  if (job?.state === 'failed' && job.problem)
    return (
      <div className="closing-act" role="alert">
        <b className="late">{t(`closing.job.${job.kind}.failed`)}</b> {say(job.problem)}
      </div>
    )
  if (!isUnderWay(job)) return null
  const what = t(`closing.job.${job.kind}`)
  const left = job.seconds !== null && job.share > 0.05 ? Math.ceil((job.seconds * (1 - job.share)) / job.share) : null
  return (
    <output className="closing-act closing-job">
      <b>{what}</b>
      <progress value={job.state === 'running' ? job.share : 0} max={1} aria-label={what} />
      <span className="soft">
        {numberText(Math.floor(job.share * 100), language)}%
        {left !== null && ` · ${t('closing.job.left', { n: left })}`} ·{' '}
        {t('closing.job.by', { officer: job.officer, post: job.post })}
        <br />
        {t('closing.job.leave')}
      </span>
    </output>
  )
}
