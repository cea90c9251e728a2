import type { Input, Reply } from '#domain/base/route.ts'
import type { peopleApi } from '#domain/people/people.api.ts'
import type { Plan } from '#domain/plan/indicator.ts'
import { recordRead } from '../../access/audit.ts'
import type { Ctx } from '../../context.ts'
import type { Tx } from '../../db.ts'
import { resolveArea } from '../../places/resolve-area.ts'
import { compiledRule, ruleSql } from '../why/compiled.ts'
import { isDetermined } from '../why/determined.sql.ts'
import { getRule } from '../why/rule-by-key.ts'
import { cursorOf, readCursor } from './cursor.ts'
import { type ListedKey, listKeys } from './list-people.sql.ts'
import type { PeopleGiven } from './people-given.ts'
import { personLines } from './person-line.ts'
import { type Question, readQuestion } from './question.ts'
import { areaCondition } from './scope-intervals.ts'

type Query = Input<typeof peopleApi.listPeople>['query']
const PAGE = 50

/** A page of the people of an area whose files satisfy a filter and a need or finding; by area and id. */
export async function listPeople(
  tx: Tx,
  query: Query,
  ctx: Pick<Ctx, 'actor' | 'now'>,
  given: PeopleGiven,
): Promise<Reply<typeof peopleApi.listPeople>> {
  const question = await readQuestion(tx, query, { today: (await given.defaults()).on, now: ctx.now })
  const limit = query.limit ?? PAGE
  const found = await findKeys(tx, query, question, given.plan(), limit + 1)
  const keys = found.slice(0, limit)
  const people = await personLines(tx, keys, question.clocks)
  await recordRead(tx, ctx.actor, {
    action: 'people.list',
    object: { kind: 'person', ids: keys.map(({ id }) => id), ...(query.area !== undefined && { area: query.area }) },
    detail: shapeOf(query, question),
    rows: people.length,
  })
  return { asOf: question.asOf, people, next: found.length > limit ? cursorOf(keys.at(-1)!) : null }
}

async function findKeys(
  tx: Tx,
  query: Query,
  { clocks, asOf }: Question,
  plan: Plan,
  limit: number,
): Promise<ListedKey[]> {
  const after = readCursor(query.after)
  const rule = query.predicate === undefined ? undefined : getRule(plan, query.predicate, ['need', 'finding'])
  const determined = rule !== undefined && (await isDetermined(tx, plan.key, clocks))
  const conditions: string[] = []
  if (query.area !== undefined) {
    const alias = determined ? 'd' : 'p'
    conditions.push(areaCondition(await resolveArea(tx, query.area, asOf.division), alias))
  }
  if (query.where !== undefined) {
    const filter = compiledRule(plan, 'person', query.where, clocks.on, { refuseSealed: true })
    conditions.push(ruleSql(filter, clocks, { alias: 'p' }))
  }
  if (rule && !determined)
    conditions.push(ruleSql(compiledRule(plan, 'person', rule.where, clocks.on), clocks, { alias: 'p' }))
  return listKeys(tx, { conditions, determined: determined ? rule.key : null, after, limit }, clocks.knownAt)
}

/** What was asked; a filter may hold words that are somebody's, so only that there was one is told. */
function shapeOf({ predicate, where }: Query, { asOf }: Question): string {
  return [predicate && `predicate ${predicate}`, where && 'filter', `on ${asOf.on}`].filter(Boolean).join(', ')
}
