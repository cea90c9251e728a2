import { useSearch } from '../../ui/router.ts'
import { countOf, type Import, type Outcome } from '../import.ts'

/** In this order a tab is opened where none is asked for: what needs somebody first. */
const FIRST: readonly Outcome[] = ['review', 'refused', 'changed', 'new', 'waiting', 'same']

/** Which rows are shown: as the address says, else those that need somebody; undefined: all of them. */
export function useOutcomeTab(one: Import): Outcome | undefined {
  const { part, predicate } = useSearch()
  if (part === 'all' || predicate) return undefined
  const filled = FIRST.filter((outcome) => countOf(one, outcome) > 0)
  return filled.find((outcome) => outcome === part) ?? filled[0]
}
