import type { Reply } from '#domain/base/route.ts'
import type { needsApi } from '#domain/needs/needs.api.ts'
import { recordRead } from '../../access/audit.ts'
import type { Ctx } from '../../context.ts'
import type { Tx } from '../../db.ts'
import { getPerson } from '../../people/list/find-person.ts'
import { type FindingRule, findingRules } from '../finding-rules.ts'
import { waiversOf } from '../waivers/waiver.sql.ts'
import { waiverView } from '../waivers/waiver-view.ts'
import { findingsOf, rosterSite } from './finding-people.sql.ts'
import type { FindingsGiven } from './findings-given.ts'

type Answer = Reply<typeof needsApi.listFileFindings>
type Fix = Answer['findings'][number]['fix']

/** The findings determined of a file, gravest first, each with its waivers and the place where it is mended. */
export async function fileFindings(tx: Tx, id: number, given: FindingsGiven, ctx: Ctx): Promise<Answer> {
  const person = await getPerson(tx, id)
  const determined = new Map((await findingsOf(tx, person)).map((line) => [line.predicate, line]))
  const waivers = (await waiversOf(tx, person)).map((row) => waiverView(row, ctx))
  const site = await rosterSite(tx, person, given.on())
  const findings = findingRules(given.planOf(undefined), given.on()).flatMap((rule) => {
    const line = determined.get(rule.key)
    if (!line) return []
    const { key, name, clause, severity, mend } = rule
    const own = waivers.filter(({ finding }) => finding === key)
    return [
      {
        ...{ key, name, clause, severity, mend },
        ...{ outcome: line.outcome, since: line.since, fix: fixOf(rule, site), waivers: own },
      },
    ]
  })
  await recordRead(tx, ctx.actor, {
    action: 'people.read',
    object: { kind: 'person', county: person.county, area: person.area, id },
    detail: 'findings',
    rows: 1,
  })
  return { findings }
}

/** Kinds of record in the order in which a finding that reads several is mended first. */
const SPELLS = ['public_post', 'grant_paid', 'training', 'employment', 'insurance', 'enterprise', 'assistance', 'wish']

/** From what its rule reads: a roster is mended at its site, a spell on the file, a house at the household. */
function fixOf({ predicate }: FindingRule, site: number | null): Fix {
  const records = new Set(predicate.facts.map((name) => name.split('.')[0]!))
  if (records.has('roster')) return { place: site === null ? 'spells' : 'site', record: 'roster', site }
  const spell = SPELLS.find((record) => records.has(record))
  if (spell) return { place: 'spells', record: spell, site: null }
  if (records.has('household')) return { place: 'household', record: null, site: null }
  return records.has('membership')
    ? { place: 'spells', record: 'membership', site: null }
    : { place: 'person', record: null, site: null }
}
