import { fail } from '#domain/base/fail.ts'
import type { Reply } from '#domain/base/route.ts'
import type { peopleApi } from '#domain/people/people.api.ts'
import { readSearch } from '#domain/people/search-text.ts'
import { recordRead } from '../../access/audit.ts'
import type { Ctx } from '../../context.ts'
import type { Tx } from '../../db.ts'
import type { PeopleGiven } from './people-given.ts'
import { type PersonKey, personLines } from './person-line.ts'

const MOST = 50

/** People by part of a name, pinyin or a whole identity number, best first. The words are written down nowhere. */
export async function searchPeople(
  tx: Tx,
  text: string,
  ctx: Pick<Ctx, 'actor'>,
  given: PeopleGiven,
): Promise<Reply<typeof peopleApi.searchPeople>> {
  const reading = readSearch(text)
  if (!reading.ok) return fail('people.search.unreadable', reading.words, { status: 422 })
  const { grams, initials, pinyin, identity } = reading.ask
  const index = identity === null ? null : given.crypto.index('person.id', identity)
  const keys = await tx.query<PersonKey>('SELECT county, id FROM search_people($1::text[], $2, $3, $4, $5)', [
    ...[grams, initials, pinyin, index, MOST],
  ])
  const people = await personLines(tx, keys, { on: (await given.defaults()).on, knownAt: null })
  await recordRead(tx, ctx.actor, {
    action: 'people.list',
    object: { kind: 'person', ids: keys.map(({ id }) => id) },
    detail: `search by ${identity ? 'number' : grams ? 'name' : 'pinyin'}`,
    rows: people.length,
  })
  return { people }
}
