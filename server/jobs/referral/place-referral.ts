import { isDay } from '#domain/base/date.ts'
import type { Input } from '#domain/base/route.ts'
import type { referralApi } from '#domain/jobs/referral/referral.api.ts'
import type { Tx } from '../../db.ts'
import { insertEmployment, isSaid, type NewEmployment } from '../../people/employment/employment.sql.ts'
import { checkSpan } from '../../people/employment/employment-days.ts'
import { refuseSaid } from '../../people/employment/employments.ts'
import { insertSpell } from '../../people/file/spell-row.sql.ts'
import type { FoundPerson } from '../../people/list/find-person.ts'
import type { RowToSave } from '../../people/list/people-given.ts'
import { isOnRoster, type NewRoster } from '../site/roster/roster.sql.ts'
import { findVacancy, type Vacancy } from '../vacancy/vacancy.sql.ts'
import { absent as noVacancy } from '../vacancy/vacancy-refusals.ts'
import { holdsPost, type NewPost } from './placement/public-post.sql.ts'
import { checkPostSaid, postOf } from './placement/public-post.ts'
import { changeOpenings } from './placement/take-opening.ts'
import {
  askedForWork,
  endLooking,
  endOthers,
  type Referral,
  reopenAsked,
  reopenOthers,
  supersedeReferral,
  withdrawBegun,
  withdrawEmployment,
  worksByAnother,
} from './referral.sql.ts'
import { type Acting, saidBy } from './referral-command.ts'
import * as refuse from './referral-refusals.ts'
import { answersOf } from './retention.sql.ts'

type Body = Input<typeof referralApi.checkPlacement>['body']
type Saved = {
  vacancy: Vacancy
  spell: NewEmployment
  line: NewRoster | undefined
  post: NewPost | undefined
  rows: RowToSave[]
}

/**
 * What a placement would save: the work, the line on the workshop's roster or the public post where it is one, and the end of what was
 * asked for with it. Refuses days that cannot be; writes nothing.
 */
export async function placementRows(
  tx: Tx,
  row: Referral,
  person: FoundPerson,
  body: Body,
  { ctx }: Acting,
): Promise<Saved> {
  checkSpan({ from: body.on, to: null }, person, ctx.now)
  if (body.on < row.valid_from) refuse.wrongSpan(row.valid_from)
  if (body.termTo !== undefined && (!isDay(body.termTo) || body.termTo <= body.on)) refuse.wrongSpan(body.on)
  const vacancy = (await findVacancy(tx, row.vacancy_id, { on: body.on, knownAt: null })) ?? noVacancy()
  const spell: NewEmployment = {
    ...{ county: person.county, area: person.area, person_id: person.id, ...workOf(vacancy, person.county) },
    ...{ monthly_wage_fen: body.wageFen ?? null, contract: body.evidence === 'contract' ? true : null },
    ...{ valid_from: body.on, valid_to: null, known_from: ctx.now.toISOString(), source: 'officer' },
    ...{ evidence: body.evidence ?? null, recorded_by: ctx.post.id },
  }
  const asked = await askedForWork(tx, person, body.on)
  const ended = asked.map((id) => ({ record: 'wish', id, row: { valid_to: body.on } }))
  const line = await rosterLine(tx, vacancy, spell)
  const post = postOf(vacancy, spell, body)
  const rostered = line ? [{ record: 'roster', row: line }] : []
  const held = post ? [{ record: 'public_post', row: post }] : []
  return { vacancy, spell, line, post, rows: [{ record: 'employment', row: spell }, ...rostered, ...held, ...ended] }
}

/** Who begins at a workshop of the county stands on its roster from that day: nobody types it twice. */
async function rosterLine(tx: Tx, vacancy: Vacancy, spell: NewEmployment): Promise<NewRoster | undefined> {
  const { kind, site_id: site } = vacancy
  const { county, area, person_id, valid_from, known_from, source, evidence, recorded_by } = spell
  if (kind !== 'workshop' || site === null || vacancy.county !== county) return undefined
  if (await isOnRoster(tx, { county, site, person: person_id }, { from: valid_from, to: null })) return undefined
  return {
    ...{ county, area, person_id, site_id: site, role: 'worker', valid_from, valid_to: null, known_from, source },
    ...{ evidence, verified_on: null, verified_method: null, verified_by: null, verified_until: null, recorded_by },
  }
}

/**
 * A placement, all in one transaction: the opening is taken first, so that of many who come at once those without an opening
 * have written nothing; then the work begins as any other work does, with the roster's line or the public post that belongs to it, and
 * what the person asked for ends; then their other referrals end.
 */
export async function placeReferral(
  tx: Tx,
  row: Referral,
  person: FoundPerson,
  body: Input<typeof referralApi.placeReferral>['body'],
  acting: Acting,
): Promise<Referral> {
  const { ctx, given } = acting
  const at = ctx.now.toISOString()
  await changeOpenings(tx, { of: 'referral', ...keyOf(row) }, 1, { on: body.on, ctx })
  const { vacancy, spell, line, post, rows } = await placementRows(tx, row, person, body, acting)
  checkPostSaid(vacancy, post, body)
  if (await isSaid(tx, spell)) refuseSaid()
  await given.saving?.check(tx, person, rows, body.confirmed ?? [])
  if (post && (await holdsPost(tx, post))) refuse.holdsPost()
  const { id } = await insertEmployment(tx, spell)
  if (line) await insertSpell(tx, 'roster', line)
  if (post) await insertSpell(tx, 'public_post', post)
  await endLooking(tx, person, body.on, at)
  const by = saidBy(ctx, body.on)
  const placed = { placed_on: body.on, employment_id: id, term_to: body.termTo ?? null, valid_to: body.on }
  const kept = await supersedeReferral(tx, row, { ...placed, ...by, evidence: body.evidence }, { at, why: 'ended' })
  await endOthers(tx, row, body.on, by, at)
  return kept
}

/** A placement that never was: the opening is free again, the work is said no more, what it ended runs on. */
export async function undoPlacement(tx: Tx, row: Referral, { ctx }: Acting): Promise<Referral> {
  const at = ctx.now.toISOString()
  if ((await answersOf(tx, [row])).length > 0) refuse.builtUpon()
  await changeOpenings(tx, { of: 'referral', ...keyOf(row) }, -1, { on: row.placed_on!, ctx })
  await withdrawEmployment(tx, row.county, row.employment_id!, at)
  for (const table of ['roster', 'public_post'] as const) await withdrawBegun(tx, table, row, row.known_from, at)
  const by = saidBy(ctx, row.placed_on!)
  // Whoever was placed elsewhere since looks for nothing: what this placement ended stays ended.
  if (!(await worksByAnother(tx, row))) {
    for (const table of ['wish', 'work_wish'] as const) await reopenAsked(tx, table, row, row.known_from, at)
    await reopenOthers(tx, row, row.known_from, by, at)
  }
  const none = { placed_on: null, employment_id: null, term_to: null, valid_to: null, evidence: null }
  return supersedeReferral(tx, row, { ...none, ...by }, { at, why: 'withdrawn' })
}

const keyOf = ({ county, id }: Referral) => ({ county, id })

/** The work that a vacancy gives, as the ledger keeps it. Work beyond the county of the file is away work. */
export const workOf = (vacancy: Vacancy, county: number) => ({
  ...{ place: vacancy.place, channel: channelOf(vacancy, county), employer: vacancy.employer },
  ...{ credit_code: vacancy.credit_code, industry: vacancy.industry, occupation: vacancy.occupation },
  point_to_point: vacancy.kind === 'corridor',
})

function channelOf({ kind, place }: Vacancy, county: number): string {
  if (kind === 'workshop' || kind === 'public_post') return kind
  return Math.floor(place / 1_000_000) === county ? 'local_firm' : 'migrant'
}
