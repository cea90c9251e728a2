import { fail } from '#domain/base/fail.ts'
import { countyOf } from '#domain/places/area.ts'
import type { Tx } from '../../db.ts'
import { areaNames } from '../../places/area-names.ts'
import { type FoundPerson, findPerson, getPerson, refusePerson } from '../list/find-person.ts'
import { movedTo } from '../move/move.sql.ts'
import { survivorOf } from './merged-file.sql.ts'

/**
 * The file of that id, or the one that it was merged into. Of a file that moved away is told to which county, and no more; whatever
 * else is not there is refused in the words for what is out of scope.
 */
export async function getFileOrSurvivor(tx: Tx, id: number, knownAt: string | null): Promise<FoundPerson> {
  const found = await findPerson(tx, id, knownAt)
  if (found) return found
  if (knownAt !== null) return refusePerson(id)
  const survivor = await survivorOf(tx, id)
  if (survivor !== undefined) return getPerson(tx, survivor)
  const to = await movedTo(tx, id)
  return to === undefined ? refusePerson(id) : refuseMoved(id, to === null ? null : await countyName(tx, to))
}

const countyName = async (tx: Tx, area: number) => (await areaNames(tx)).nameOf(countyOf(area) * 1_000_000)

function refuseMoved(id: number, county: string | null): never {
  return fail(
    'people.person.moved',
    {
      zh: `这份档案已迁往${county ?? '别的区县'}，由接收地办理。迁出前的情况可以“按当时所知”查看；如需了解迁出后的情况，请联系接收地经办人。`,
      en: `This file has moved to ${county ?? 'another county'} and is kept there. What was known before can be seen as known then; for what came after, ask the office that received it.`,
    },
    { status: 404, where: { person: id } },
  )
}
