import { useQuery } from '@tanstack/react-query'
import { ask } from '../../api.ts'

const QUIET_MS = 60_000
const RUNNING_MS = 5_000

/** The last full determinations; asked for again sooner while one goes on. */
export const useDetermination = () =>
  useQuery({
    ...ask.getDetermination({}),
    refetchInterval: ({ state }) => (state.data?.runs[0]?.state === 'running' ? RUNNING_MS : QUIET_MS),
  })
