import { createHash } from 'node:crypto'
import type { Built } from '#domain/jobs/lines/market-builder.ts'

/** Hash of all that a run reads: ids in their order and every column. The order of lines and columns nobody reads make no difference. */
export function hashOfMarket({ market, personIds, vacancyIds, placeCodes }: Built): string {
  const hash = createHash('sha256')
  for (const ids of [personIds, vacancyIds])
    for (let from = 0; from < ids.length; from += 10_000) hash.update(JSON.stringify(ids.slice(from, from + 10_000)))
  hash.update(JSON.stringify(placeCodes))
  // The lottery follows from the seed, which is told beside.
  const { lottery, ...people } = market.people
  for (const columns of [people, market.vacancies])
    for (const column of Object.values(columns))
      if (typeof column !== 'number') hash.update(new Uint8Array(column.buffer, column.byteOffset, column.byteLength))
  return hash.digest('hex')
}
