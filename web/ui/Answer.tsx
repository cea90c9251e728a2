import type { UseQueryResult } from '@tanstack/react-query'
import { Skeleton } from 'antd'
import type { ReactNode } from 'react'
import { Problem } from './Problem.tsx'

type Props<T> = { of: UseQueryResult<T>; lines?: number; children: (data: T) => ReactNode }

/** The one way a page waits, fails and shows: skeleton, refusal with its reason, or the answer. */
export function Answer<T>({ of, lines = 6, children }: Props<T>) {
  if (of.data !== undefined && !of.isError)
    return (
      <div aria-busy={of.isPlaceholderData} className={of.isPlaceholderData ? 'answer answer-old' : 'answer'}>
        {children(of.data)}
      </div>
    )
  if (of.isError) return <Problem error={of.error} onRetry={() => void of.refetch()} />
  return (
    <div className="answer-waiting" aria-busy="true">
      <Skeleton active title={false} paragraph={{ rows: lines }} />
    </div>
  )
}
