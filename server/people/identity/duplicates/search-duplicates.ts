import type { Door } from '../../../db.ts'
import { countiesToSearch, searchCounty } from './search.sql.ts'

/**
 * 重复排查: looks through all files of some counties, or of every county, for pairs that may be one person, each county in a
 * transaction of its own. `begun` is when the work began that this ends, such as a full determination: what is known from then on is
 * asked about when the list is read. A command that was under way before it and ended after the search is met by the next search.
 */
export async function searchDuplicates(
  door: Pick<Door, 'asJob'>,
  begun: Date,
  counties?: readonly number[],
): Promise<number> {
  let pairs = 0
  for (const county of counties ?? (await door.asJob(countiesToSearch)))
    pairs += await door.asJob((tx) => searchCounty(tx, county, begun.toISOString()))
  return pairs
}
