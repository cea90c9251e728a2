import { fail } from '#domain/base/fail.ts'
import type { Input, Reply } from '#domain/base/route.ts'
import type { identityApi } from '#domain/people/identity/identity.api.ts'
import { type Likeness, likeness, POSSIBLE } from '#domain/people/identity/likeness.ts'
import { recordRead } from '../../../access/audit.ts'
import type { Ctx } from '../../../context.ts'
import type { Tx } from '../../../db.ts'
import { resolveArea } from '../../../places/resolve-area.ts'
import { getPerson } from '../../list/find-person.ts'
import type { PeopleGiven } from '../../list/people-given.ts'
import { personLines } from '../../list/person-line.ts'
import { readQuestion } from '../../list/question.ts'
import { areaCondition } from '../../list/scope-intervals.ts'
import { likenedRow, likenessView, numbersOf } from '../candidates.ts'
import { keepDifferent } from './different.sql.ts'
import {
  type Asked,
  type PairKey,
  type PairRow,
  pairsOf,
  searchedSince,
  stretchEnd,
  type Within,
} from './duplicate.sql.ts'

type Listing = Input<typeof identityApi.listDuplicates>['query']
type Scored = PairRow & { likeness: Likeness }
const PAGE = 20

/** A page of the pairs that may be one person, logged with whom it showed. */
export async function listDuplicates(
  tx: Tx,
  query: Listing,
  ctx: Pick<Ctx, 'actor' | 'now' | 'post'>,
  given: PeopleGiven,
): Promise<Reply<typeof identityApi.listDuplicates>> {
  const { clocks, asOf } = await readQuestion(tx, {}, { today: (await given.defaults()).on, now: ctx.now })
  const places = query.area === undefined ? undefined : await resolveArea(tx, query.area, asOf.division)
  const within: Within = (alias) => (places ? areaCondition(places, alias) : 'TRUE')
  const limit = query.limit ?? PAGE
  const asked = { within, since: await searchedSince(tx, ctx.post.scope) }
  const found = await scoredPairs(tx, { ...asked, after: readMark(query.after), limit }, ctx, given)
  const ids = found.pairs.flatMap(({ one, other }) => [one, other])
  const lines = new Map((await personLines(tx, ids, clocks)).map((line) => [line.id, line]))
  await recordRead(tx, ctx.actor, {
    action: 'people.list',
    object: { kind: 'person', ids: ids.map(({ id }) => id), ...(query.area !== undefined && { area: query.area }) },
    detail: 'possible duplicates',
    rows: found.pairs.length,
  })
  const pairs = found.pairs.flatMap((pair) => {
    const [one, other] = [lines.get(pair.one.id), lines.get(pair.other.id)]
    return one && other ? [{ one, other, likeness: likenessView(pair.likeness) }] : []
  })
  return { pairs, next: found.next }
}

/** How many changed files are looked up at once: as many as an index answers for in some ten milliseconds. */
const STRETCH = 4000
const LAST = { area: 999_999_999_999, id: Number.MAX_SAFE_INTEGER }

/** Keys bring pairs that no trait makes likely enough: it is read on, until a page is full or nothing is left. */
async function scoredPairs(
  tx: Tx,
  { after, limit, ...asked }: Asked & { after: PairKey | undefined; limit: number },
  { actor }: Pick<Ctx, 'actor'>,
  { crypto }: PeopleGiven,
): Promise<{ pairs: Scored[]; next: string | null }> {
  const pairs: Scored[] = []
  const most = 3 * limit
  let last = after
  let from = { area: after?.area ?? 0, id: after?.one ?? 0 }
  let end = await stretchEnd(tx, asked, from, STRETCH)
  for (;;) {
    const rows = await pairsOf(tx, asked, { from, to: end ?? LAST }, last, most)
    const files = rows.flatMap(({ one, other }) => [one, other])
    const numbers = await numbersOf(tx, files, actor.requestId, crypto)
    for (const pair of rows) {
      last = keyOf(pair)
      const found = likeness(likenedRow(pair.one, numbers), likenedRow(pair.other, numbers))
      if (found.score >= POSSIBLE) pairs.push({ ...pair, likeness: found })
      if (pairs.length === limit) return { pairs, next: markOf(last) }
    }
    if (rows.length === most) continue
    if (!end) return { pairs, next: null }
    from = end
    end = await stretchEnd(tx, asked, from, STRETCH)
  }
}

const keyOf = ({ one, other }: PairRow): PairKey => ({ area: one.area, one: one.id, other: other.id })

/** Two files of the scope are two people; the pair is not listed again. */
export async function keepApart(
  tx: Tx,
  body: Input<typeof identityApi.keepApart>['body'],
  { post, now }: Ctx,
): Promise<{ decidedAt: string }> {
  const [one, other] = [await getPerson(tx, body.one), await getPerson(tx, body.other)]
  if (one.id === other.id) refuseSelf()
  const at = now.toISOString()
  await keepDifferent(tx, one, other, { reason: body.reason.trim(), by: post.id, at })
  return { decidedAt: at }
}

export function refuseSelf(): never {
  return fail(
    'people.pair.same',
    { zh: '这是同一份档案。请选择另一份档案。', en: 'That is the same file. Choose another one.' },
    { status: 422, where: { field: 'other' } },
  )
}

const markOf = ({ area, one, other }: PairKey) => `${area}:${one}:${other}`
function readMark(after: string | undefined): PairKey | undefined {
  if (after === undefined) return undefined
  const [, area, one, other] = /^(\d{12}):(\d{1,15}):(\d{1,15})$/.exec(after) ?? []
  if (other !== undefined) return { area: Number(area), one: Number(one), other: Number(other) }
  return fail('people.page.unknown', {
    zh: '翻页位置无效。请回到名单第一页。',
    en: 'There is no such page. Go back to the first page of the list.',
  })
}
