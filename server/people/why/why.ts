import type { Static } from 'typebox'
import type { Input } from '#domain/base/route.ts'
import type { peopleApi, Why } from '#domain/people/people.api.ts'
import type { Plan } from '#domain/plan/indicator.ts'
import { explain } from '#domain/rules/explain.ts'
import { recordRead } from '../../access/audit.ts'
import type { Ctx } from '../../context.ts'
import type { Tx } from '../../db.ts'
import { areaNames } from '../../places/area-names.ts'
import { loadFile } from '../file/load-file.ts'
import { getPerson, refusePerson } from '../list/find-person.ts'
import type { PeopleGiven } from '../list/people-given.ts'
import { type Question, readQuestion } from '../list/question.ts'
import { compiledRule } from './compiled.ts'
import { getRule } from './rule-by-key.ts'
import { standingOn } from './trace-owner.ts'
import { traceView } from './trace-view.ts'

/** Why a need, a finding or a figure holds for a person, fails, or cannot be told: each part on its own span, each fact with its source. */
export async function explainPredicate(
  tx: Tx,
  { params, query }: Input<typeof peopleApi.explainPredicate>,
  ctx: Pick<Ctx, 'actor' | 'now'>,
  given: PeopleGiven,
): Promise<Static<typeof Why>> {
  const question = await readQuestion(tx, query, { today: (await given.defaults()).on, now: ctx.now })
  const person = await getPerson(tx, params.id, question.clocks.knownAt)
  await recordRead(tx, ctx.actor, {
    action: 'people.read',
    object: { kind: 'person', county: person.county, area: person.area, id: person.id },
    detail: `why ${getRule(given.plan(), query.predicate, ['need', 'finding', 'indicator']).key}, on ${question.asOf.on}`,
    rows: 1,
  })
  return whyOf(tx, person, query.predicate, question, given.plan())
}

/** The reason itself, for whoever may read the file. */
export async function whyOf(
  tx: Tx,
  { county, id }: { county: number; id: number },
  key: string,
  { clocks, asOf }: Question,
  plan: Plan,
): Promise<Static<typeof Why>> {
  const rule = getRule(plan, key, ['need', 'finding', 'indicator'])
  const predicate = compiledRule(plan, 'person', rule.where, clocks.on)
  const file = (await loadFile(tx, county, id, clocks)) ?? refusePerson(id)
  const { outcome, trace, missing } = explain(predicate, file)
  return {
    predicate: key,
    name: rule.name,
    text: rule.where,
    clause: rule.clause,
    source: rule.source === null ? null : (plan.sources[rule.source] ?? rule.source),
    asOf,
    outcome,
    missing: missing.map(({ record, key: fact, label }) => ({ fact: `${record}.${fact}`, label })),
    trace: traceView(trace, standingOn(file), await areaNames(tx)),
  }
}
