import type { Input, Reply } from '#domain/base/route.ts'
import type { roundApi } from '#domain/casework/round.api.ts'
import { partKey } from '#domain/plan/round.ts'
import { recordRead } from '../../access/audit.ts'
import type { Clocks, Ctx } from '../../context.ts'
import type { Tx } from '../../db.ts'
import { cursorOf, readCursor } from '../../people/list/cursor.ts'
import { listKeys } from '../../people/list/list-people.sql.ts'
import type { PeopleGiven } from '../../people/list/people-given.ts'
import type { PersonKey } from '../../people/list/person-line.sql.ts'
import { readQuestion } from '../../people/list/question.ts'
import { areaCondition } from '../../people/list/scope-intervals.ts'
import { isDetermined } from '../../people/why/determined.sql.ts'
import { resolveArea } from '../../places/resolve-area.ts'
import { partSql, roundLines } from './round-lines.ts'
import { keysOfPeople } from './round-list.sql.ts'
import { getRound, viewRound } from './round-view.ts'

const PAGE = 100

/** A page of the round of an area: everybody, one part of it, or those of whom something is no longer as it was. */
export async function listRound(
  tx: Tx,
  query: Input<typeof roundApi.listRound>['query'],
  ctx: Pick<Ctx, 'actor' | 'now' | 'post'>,
  given: PeopleGiven,
): Promise<Reply<typeof roundApi.listRound>> {
  const plan = given.plan()
  const round = getRound(plan)
  const { clocks, asOf } = await readQuestion(tx, query, { today: (await given.defaults()).on, now: ctx.now })
  const limit = query.limit ?? PAGE
  const determined = query.part !== undefined && (await isDetermined(tx, plan.key, clocks))
  const conditions = determined ? [] : [partSql(plan, round, query.part ?? 'all', clocks)]
  if (query.area !== undefined)
    conditions.push(areaCondition(await resolveArea(tx, query.area, asOf.division), determined ? 'd' : 'p'))
  const listing = {
    conditions,
    determined: determined && query.part ? partKey(round, query.part) : null,
    after: readCursor(query.after),
    limit: limit + 1,
  }
  const found = await listKeys(tx, listing, clocks.knownAt)
  const page = found.slice(0, limit)
  const keys = [...(await heldBack(tx, query, page, clocks)), ...page]
  const lines = await roundLines(tx, keys, { plan, round, clocks, post: ctx.post.id })
  await recordRead(tx, ctx.actor, {
    action: 'people.list',
    object: { kind: 'person', ids: keys.map(({ id }) => id), ...(query.area !== undefined && { area: query.area }) },
    detail: `round ${round.key}${query.part ? `, ${query.part}` : ''}, on ${asOf.on}`,
    rows: lines.length,
  })
  return {
    asOf,
    round: viewRound(round, asOf.on),
    lines,
    next: found.length > limit ? cursorOf(page.at(-1)!) : null,
  }
}

/** A tap that was refused because somebody else was faster is still to be decided on, though its line has left this part. */
async function heldBack(
  tx: Tx,
  { held, after }: Input<typeof roundApi.listRound>['query'],
  page: readonly PersonKey[],
  clocks: Clocks,
): Promise<PersonKey[]> {
  if (held === undefined || after !== undefined) return []
  const shown = new Set(page.map(({ id }) => id))
  const ids = held.split(',').map(Number)
  return keysOfPeople(
    tx,
    ids.filter((id) => !shown.has(id)),
    clocks,
  )
}
