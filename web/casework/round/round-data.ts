import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useMemo, useRef, useState, useSyncExternalStore } from 'react'
import type { Api } from '#domain/api.ts'
import type { Reply } from '#domain/base/route.ts'
import { ask } from '../../api.ts'
import { type AnswerBody, type Entry, type Outbox, outboxOf } from './outbox.ts'

export type RoundList = Reply<Api['listRound']>
export type Line = RoundList['lines'][number]
export type Outcome = AnswerBody['outcome']
export type Method = AnswerBody['method']
/** The answer given last on this page; `answer` once the server has taken it. */
export type Last = { person: number; name: string; outcome: Outcome; clientId: string; answer?: number }

export type Rounds = {
  entries: readonly Entry[]
  last: Last | undefined
  answer(line: Line, body: Omit<AnswerBody, 'seen' | 'on' | 'method'>): void
  /** Takes back the last answer: out of the outbox where it still waits, at the server otherwise. */
  undo(): void
  outbox: Outbox
}

/** Answers of this post: kept until the server has them, shown in the list as soon as they are taken. */
export function useRounds(post: number, { on, method }: { on: string; method: Method }): Rounds {
  const outbox = useMemo(() => outboxOf(post), [post])
  const entries = useSyncExternalStore(outbox.subscribe, outbox.all)
  const queries = useQueryClient()
  const [last, setLast] = useState<Last>()
  useEffect(() => {
    outbox.onAnswered = (entry, done) => {
      queries.setQueriesData<RoundList>(
        { queryKey: ['listRound'] },
        (list) => list && { ...list, lines: list.lines.map((line) => (line.id === entry.person ? done.line : line)) },
      )
      setLast((now) =>
        now?.clientId === entry.clientId && done.answer !== null ? { ...now, answer: done.answer } : now,
      )
      if (outbox.all().length === 0) for (const key of READ_AGAIN) void queries.invalidateQueries({ queryKey: [key] })
    }
    outbox.onStale = () => void queries.invalidateQueries({ queryKey: ['listRound'] })
    outbox.flush()
  }, [outbox, queries])
  return {
    entries,
    last,
    outbox,
    answer: (line, body) => {
      const clientId = outbox.add(line.id, { kind: 'answer', body: { ...body, on, method, seen: seenOf(line) } })
      setLast({ person: line.id, name: line.name, outcome: body.outcome, clientId })
    },
    undo: () => {
      if (!last) return
      if (last.answer !== undefined) outbox.add(last.person, { kind: 'withdraw', answer: last.answer })
      else if (!outbox.drop(last.clientId)) return
      setLast(undefined)
    },
  }
}

/**
 * People whose tap the server did not take, for the query of the list: their lines stay though they have left the chosen part.
 * Once held a line stays as long as the page lives, so that it does not vanish under the finger that decides.
 */
export function useHeld(): string | undefined {
  const { data: me } = useQuery(ask.getMe({}))
  const outbox = outboxOf(me?.post.id ?? 0)
  const entries = useSyncExternalStore(outbox.subscribe, outbox.all)
  const held = useRef(new Set<number>())
  for (const { person, state } of entries) if (state === 'stale' || state === 'refused') held.current.add(person)
  return held.current.size > 0 ? [...held.current].slice(-50).join(',') : undefined
}
const READ_AGAIN = ['getRoundCoverage', 'listNeeds', 'getFile', 'listPeople']

export const seenOf = ({ standing, answer }: Line): AnswerBody['seen'] => ({
  standing: standing.map(({ employment, knownFrom }) => ({ employment, knownFrom })),
  answer: answer?.id ?? null,
})
