import { fail } from '#domain/base/fail.ts'
import type { Input, Reply } from '#domain/base/route.ts'
import type { changeRequestApi } from '#domain/people/identity/change-request.api.ts'
import { recordRead } from '../../access/audit.ts'
import type { Ctx } from '../../context.ts'
import type { Tx } from '../../db.ts'
import { standingDeath } from '../death/death.sql.ts'
import { changesOf } from '../household/household.sql.ts'
import { refusePerson } from '../list/find-person.ts'
import { mergesInto } from '../merge/merged-file.sql.ts'
import { holdPerson } from '../merge/person-version.sql.ts'
import { sinceMerge } from '../merge/unmerge-files.ts'
import { type ChangeRequest, listedRequests, namesOf } from './request.sql.ts'
import { requestView } from './request-view.ts'

type Query = Input<typeof changeRequestApi.listRequests>['query']
const PAGE = 30

/** Requests of the scope, newest first; logged with whom they are about. */
export async function listRequests(
  tx: Tx,
  query: Query,
  ctx: Ctx,
): Promise<Reply<typeof changeRequestApi.listRequests>> {
  const limit = query.limit ?? PAGE
  const found = await listedRequests(tx, {
    ...{ decided: query.decided ?? false, person: query.person, before: readMark(query.after), limit: limit + 1 },
  })
  const shown = found.slice(0, limit)
  await recordRead(tx, ctx.actor, {
    action: 'people.list',
    object: { kind: 'person', ids: shown.map(({ person_id }) => person_id) },
    detail: 'requests',
    rows: shown.length,
  })
  return { requests: await viewsOf(tx, shown, ctx), next: found.length > limit ? String(shown.at(-1)!.id) : null }
}

async function viewsOf(tx: Tx, requests: readonly ChangeRequest[], ctx: Ctx) {
  const ids = requests.flatMap(({ person_id, other_id }) => (other_id === null ? [person_id] : [person_id, other_id]))
  const names = ids.length > 0 ? await namesOf(tx, ids) : new Map<number, string>()
  return requests.map((request) => requestView(request, names, ctx))
}

/** What stands behind a file and what waits for it. */
export async function standingOf(tx: Tx, id: number, ctx: Ctx): Promise<Reply<typeof changeRequestApi.getStanding>> {
  const person = (await holdPerson(tx, id)) ?? refusePerson(id)
  const merged = []
  for (const merge of await mergesInto(tx, person.county, id)) {
    const since = await sinceMerge(tx, merge, person)
    merged.push({ merged: merge.id, closed: merge.closed_id, at: merge.merged_at, ...since })
  }
  const waiting = await listedRequests(tx, { decided: false, person: id, before: undefined, limit: PAGE })
  const death = await standingDeath(tx, person)
  const changes = person.household_id === null ? [] : await changesOf(tx, person.county, person.household_id)
  return {
    merged,
    requests: await viewsOf(tx, waiting, ctx),
    death: death ? { on: death.died_on, evidence: death.evidence, at: death.recorded_at } : null,
    household: changes.map((each) => ({
      ...{ kind: each.kind, on: each.changed_on, reason: each.reason, at: each.recorded_at },
    })),
  }
}

function readMark(after: string | undefined): number | undefined {
  if (after === undefined) return undefined
  if (/^\d{1,15}$/.test(after)) return Number(after)
  return fail('people.page.unknown', {
    zh: '翻页位置无效。请回到名单第一页。',
    en: 'There is no such page. Go back to the first page of the list.',
  })
}
