import type { FindingWaiverRow } from '#db/types.ts'
import { addDays, isDay } from '#domain/base/date.ts'
import { fail } from '#domain/base/fail.ts'
import type { Handlers } from '#domain/base/route.ts'
import type { needsApi } from '#domain/needs/needs.api.ts'
import { LONGEST_WAIVER_DAYS, waiverState } from '#domain/needs/waiver.ts'
import { subtree } from '#domain/places/area.ts'
import { recordRead, recordWrite } from '../../access/audit.ts'
import { dayInChina } from '../../access/session.ts'
import type { Ctx } from '../../context.ts'
import type { Tx } from '../../db.ts'
import { getPerson } from '../../people/list/find-person.ts'
import { once } from '../../people/once.ts'
import { areaNames } from '../../places/area-names.ts'
import { findingsOf } from '../findings/finding-people.sql.ts'
import { CITY, type FindingsGiven, getFinding } from '../findings/findings-given.ts'
import { decideRow, findWaiver, insertWaiver, listedWaivers, namesOf, revokeRow } from './waiver.sql.ts'
import * as refuse from './waiver-refusals.ts'
import { waiverView } from './waiver-view.ts'

type Routes = Pick<typeof needsApi, 'listWaivers' | 'askWaiver' | 'decideWaiver' | 'revokeWaiver'>
const MOST = 500

/** A finding may stand for a while: one officer asks, another decides; each step once for its client id, and audited. */
export function waiversHandlers(given: FindingsGiven): Handlers<Routes, Ctx> {
  return {
    listWaivers: ({ query }, ctx) =>
      ctx.asPost(async (tx) => {
        const area = query.area ?? ctx.post.area ?? CITY
        const granted = query.state === 'granted'
        const rows = await listedWaivers(tx, subtree(area), { granted, today: dayInChina(ctx.now), limit: MOST })
        await recordRead(tx, ctx.actor, {
          action: 'people.list',
          object: { kind: 'person', area, ids: rows.map(({ person_id }) => person_id) },
          detail: 'waivers',
          rows: rows.length,
        })
        const names = await areaNames(tx)
        const persons = await namesOf(tx, rows)
        const words = new Map(given.planOf(query.plan).predicates.map(({ key, name }) => [key, name]))
        return {
          waivers: rows.map((row) => ({
            ...waiverView(row, ctx),
            area: row.area,
            personName: persons.get(row.person_id) ?? null,
            areaName: names.pathOf(row.area),
            name: words.get(row.predicate) ?? { zh: row.predicate, en: row.predicate },
          })),
        }
      }),
    askWaiver: ({ params, body }, ctx) =>
      act(ctx, 'askWaiver', { params, body }, async (tx) => {
        const person = await getPerson(tx, params.id)
        const { key } = getFinding(given, undefined, params.finding)
        checkEnd(body.endsOn, ctx)
        const held = (await findingsOf(tx, person)).some((line) => line.predicate === key && line.outcome === 'yes')
        if (!held) refuse.nothing()
        const id = await insertWaiver(tx, {
          ...{ county: person.county, area: person.area, person_id: person.id, predicate: key },
          ...{ reason: spoken(body.reason), from_on: dayInChina(ctx.now), ends_on: body.endsOn },
          ...{ asked_at: ctx.now.toISOString(), asked_by: ctx.post.title, asked_officer: ctx.officer.id },
        })
        return { row: { ...person, person_id: person.id }, id: id ?? refuse.already(), what: `ask ${key}` }
      }),
    decideWaiver: ({ params, body }, ctx) =>
      act(ctx, 'decideWaiver', { params, body }, async (tx) => {
        const row = await getWaiver(tx, params.id, ctx)
        if (row.asked_officer === ctx.officer.id) refuse.own()
        if (row.state !== 'asked') refuse.decided()
        const words = body.words?.trim() || null
        if (!body.granted && words === null) refuse.noWords()
        await decideRow(tx, row, { granted: body.granted, words, ...by(ctx) })
        return { row, id: row.id, what: `${body.granted ? 'grant' : 'refuse'} ${row.predicate}` }
      }),
    revokeWaiver: ({ params, body }, ctx) =>
      act(ctx, 'revokeWaiver', { params, body }, async (tx) => {
        const row = await getWaiver(tx, params.id, ctx)
        if (row.state !== 'granted') refuse.notInForce()
        await revokeRow(tx, row, { reason: spoken(body.reason), ...by(ctx) })
        return { row, id: row.id, what: `revoke ${row.predicate}` }
      }),
  }
}

type Done = { row: { county: number; area: number; person_id: number }; id: number; what: string }
type Sent = { params: object; body: { clientId: string } }

/** Once for its client id, with its audit line, in one transaction. */
function act(ctx: Ctx, name: string, { params, body }: Sent, work: (tx: Tx) => Promise<Done>): Promise<{ id: number }> {
  const command = { clientId: body.clientId, post: ctx.post.id, name, body: { params, body }, now: ctx.now }
  return ctx.asPost((tx) =>
    once(tx, command, async () => {
      const { row, id, what } = await work(tx)
      await recordWrite(tx, ctx.actor, {
        action: 'needs.waive',
        object: { kind: 'person', county: row.county, area: row.area, id: row.person_id },
        detail: `${what}, waiver ${id}`,
        rows: 1,
      })
      return { id }
    }),
  )
}

const by = ({ now, post, officer }: Ctx) => ({ at: now.toISOString(), by: post.title, officer: officer.id })

async function getWaiver(tx: Tx, id: number, ctx: Ctx) {
  const row: FindingWaiverRow = (await findWaiver(tx, id)) ?? refuse.absent()
  const dates = { endsOn: row.ends_on, granted: row.granted, revokedAt: row.revoked_at }
  return { ...row, state: waiverState(dates, dayInChina(ctx.now)) }
}

/** Blanks are no reason. */
const spoken = (reason: string): string => (reason.trim().length >= 4 ? reason.trim() : refuse.noWords())

function checkEnd(endsOn: string, { now }: Ctx): void {
  const today = dayInChina(now)
  const last = addDays(today, LONGEST_WAIVER_DAYS)
  if (isDay(endsOn) && endsOn > today && endsOn <= last) return
  fail(
    'needs.waiver.wrongDay',
    {
      zh: `豁免到期日应在 ${addDays(today, 1)} 至 ${last} 之间。到期后疑点自动恢复。`,
      en: `A waiver ends between ${addDays(today, 1)} and ${last}. The finding is open again from that day.`,
    },
    { status: 422, where: { field: 'endsOn' } },
  )
}
