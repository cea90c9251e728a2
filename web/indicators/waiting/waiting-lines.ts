import { skipToken, useQuery } from '@tanstack/react-query'
import { ask } from '../../api.ts'
import { paths, type To } from '../../paths.ts'
import { useCan, useView } from '../../view.ts'
import type { WordKey } from '../../words.ts'
import { waitingMonths } from '../closing/waiting-months.ts'

type WaitingKey = Extract<
  WordKey,
  `waiting.${'round' | 'orders' | 'requests' | 'waivers' | 'months' | 'referrals' | 'batches' | 'followUps'}`
>
/** `more`: there may be more than the first page shows. */
export type WaitingLine = { key: WaitingKey; count: number; more: boolean; to: To }

/**
 * What waits for the acting post itself, each told by the page that lists it. Undefined until all have answered; a question that fails
 * is left out here and told on its own page.
 */
export function useWaiting(): WaitingLine[] | undefined {
  const can = useCan()
  const { clocks, plan, area } = useView()
  const asked = <T extends { queryFn?: unknown }>(permission: string, query: T): T =>
    can(permission) ? query : { ...query, queryFn: skipToken }
  const round = useQuery(asked('people.record', ask.getRoundCoverage({ query: { ...clocks, area } })))
  const orders = useQuery(asked('needs.answer', ask.listOrders({ query: { side: 'to_me', open: true } })))
  const requests = useQuery(asked('people.confirm', ask.listRequests({ query: {} })))
  const waivers = useQuery(asked('needs.waive', ask.listWaivers({ query: { area, state: 'asked' } })))
  const months = useQuery(asked('indicators.confirm', ask.listMonths({ query: { plan } })))
  const referrals = useQuery(asked('jobs.refer', ask.listReferrals({ query: { on: clocks.on, area, limit: 1 } })))
  const corridors = useQuery(asked('jobs.refer', ask.listCorridors({ query: { ...clocks, area } })))
  if ([round, orders, requests, waivers, months, referrals, corridors].some((one) => one.isLoading)) return undefined
  const decidable = requests.data?.requests.filter((one) => one.hindered === null) ?? []
  const ready = waitingMonths(months.data?.months ?? [], can)
  const batches = (corridors.data?.leaving.length ?? 0) + (corridors.data?.unconfirmed.length ?? 0)
  const lines: WaitingLine[] = [
    { key: 'waiting.orders', count: orders.data?.toMe ?? 0, more: false, to: paths.orders() },
    { key: 'waiting.months', count: ready.length, more: false, to: paths.months() },
    { key: 'waiting.requests', count: decidable.length, more: requests.data?.next != null, to: paths.requests() },
    { key: 'waiting.referrals', count: referrals.data?.counts.todo ?? 0, more: false, to: paths.referrals({ area }) },
    { key: 'waiting.batches', count: batches, more: false, to: paths.corridors({ area }) },
    { key: 'waiting.followUps', count: corridors.data?.due ?? 0, more: false, to: paths.followUps({ area }) },
    { key: 'waiting.waivers', count: waivers.data?.waivers.length ?? 0, more: false, to: paths.waivers() },
    { key: 'waiting.round', count: round.data?.total.open ?? 0, more: false, to: paths.round({ area, part: 'open' }) },
  ]
  return lines.filter(({ count }) => count > 0)
}
