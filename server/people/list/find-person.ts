import { fail } from '#domain/base/fail.ts'
import type { Tx } from '../../db.ts'
import { relationAt } from '../as-of.ts'

export type FoundPerson = {
  county: number
  area: number
  id: number
  version: number
  birth_date: string | null
  death_date: string | null
}

/** Where a file lies, as it was known; undefined outside the post's scope as well. */
export async function findPerson(tx: Tx, id: number, knownAt: string | null = null): Promise<FoundPerson | undefined> {
  const [person] = await tx.query<FoundPerson>(
    `SELECT p.county, p.area, p.id, p.version, p.birth_date, p.death_date FROM ${relationAt(knownAt)('person')} AS p WHERE p.id = $1`,
    [id],
  )
  return person
}

/** Refuses (404) a person there is not and one the post may not see with the same words: neither tells of the other. */
export const getPerson = async (tx: Tx, id: number, knownAt: string | null = null): Promise<FoundPerson> =>
  (await findPerson(tx, id, knownAt)) ?? refusePerson(id)

export function refusePerson(id: number): never {
  return fail(
    'people.person.absent',
    {
      zh: '没有这份档案，或它不在当前岗位的范围内，或那时尚未建档。请从名单或搜索重新打开，或切换岗位。',
      en: 'There is no such file, or it lies outside this post, or it was not known at that moment. Open it again from a list or a search, or change posts.',
    },
    { status: 404, where: { person: id } },
  )
}
