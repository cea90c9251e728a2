import { type RestatedReason, reasonOf } from '#domain/indicators/closing/reason.ts'
import type { Interval } from '#domain/places/area.ts'
import type { Tx } from '../../db.ts'
import { type Change, changesOf, countiesOf, heldAt, type Moved, type Pair, predicateOf } from './difference.sql.ts'

export type Traced = Moved & { reason: RestatedReason; at: string | null }

/**
 * 原因: for each record that came or went, the moment that turned the answer and what happened in it. The rule is asked again as
 * known at every moment at which the ledger said something new of the record; the last turn is the one that counts.
 * Where the record would not differ under the definition reported, the definition is the reason.
 */
export async function trace(
  tx: Tx,
  pair: Pair,
  intervals: readonly Interval[],
  records: readonly Moved[],
): Promise<Traced[]> {
  if (records.length === 0) return []
  const predicate = predicateOf(pair.was, pair)
  const ids = records.map(({ id }) => id)
  const said = await countiesOf(tx, predicate, pair.since, ids)
  const changes = Map.groupBy(await changesOf(tx, predicate, pair.since, said), ({ id }) => id)
  const pairs = said.flatMap(({ county, id }) =>
    momentsOf(changes.get(id) ?? [], pair).map((at) => ({ county, id, at })),
  )
  const answers = Map.groupBy(await heldAt(tx, predicate, intervals, pairs), ({ id }) => id)
  return records.map((record) => {
    const turn = lastTurn(everyCounty(answers.get(record.id) ?? []), record.was !== null)
    // Under the old definition nothing turned for good: what differs is the definition.
    if (!pair.same && turn === undefined) return { ...record, reason: 'definition', at: null }
    const at = turn?.at ?? null
    return { ...record, reason: reasonOf(eventsAt(changes.get(record.id) ?? [], at)), at }
  })
}

/** When something was said or unsaid, each moment once. Instants of the ledger are texts of one length: they sort as they are. */
function momentsOf(changes: readonly Change[], { since, until }: Pick<Pair, 'since' | 'until'>): string[] {
  const all = changes.flatMap(({ known_from, known_to }) => (known_to === null ? [known_from] : [known_from, known_to]))
  return [...new Set(all.filter((at) => at > since && at <= until))]
}

type Answer = { at: string; holds: boolean }

/** One answer for each moment: whichever county said the record then. */
const everyCounty = (answers: readonly Answer[]): Answer[] =>
  [...Map.groupBy(answers, ({ at }) => at)].map(([at, said]) => ({ at, holds: said.some(({ holds }) => holds) }))

/** The last moment at which the answer became what it is. */
function lastTurn(answers: readonly Answer[], before: boolean): Answer | undefined {
  let state = before
  let turn: Answer | undefined
  for (const answer of answers) {
    if (answer.holds !== state) turn = answer
    state = answer.holds
  }
  return turn && state === turn.holds && state !== before ? turn : undefined
}

/** What began or ceased to be said in a moment: a row that took another's place is told once, by what it took the place of. */
function eventsAt(changes: readonly Change[], at: string | null) {
  if (at === null) return []
  const ended = changes.filter((change) => change.known_to === at)
  const replaced = new Set(ended.map(({ told_by, row_id }) => `${told_by} ${row_id}`))
  const begun = changes.filter(
    (change) => change.known_from === at && !replaced.has(`${change.told_by} ${change.row_id}`),
  )
  return [
    ...ended.map(({ superseded_by }) => ({ why: superseded_by, source: null })),
    ...begun.map(({ source }) => ({ why: null, source })),
  ]
}
