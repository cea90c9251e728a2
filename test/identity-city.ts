import { randomUUID } from 'node:crypto'
import { identityCheckDigit } from '#domain/people/identity.ts'
import { parametersOn } from '#domain/plan/parameters-on.ts'
import { fieldCrypto } from '#server/access/field-crypto.ts'
import type { HeldPost } from '#server/access/session.ts'
import type { Ctx } from '#server/context.ts'
import { redetermine } from '#server/needs/redetermine.ts'
import { carryWaivers } from '#server/needs/waivers/carry-waivers.sql.ts'
import { lifeHandlers } from '#server/people/household/life.handlers.ts'
import { identityHandlers } from '#server/people/identity/identity.handlers.ts'
import { peopleHandlers } from '#server/people/people.handlers.ts'
import { requestHandlers } from '#server/people/request/request.handlers.ts'
import { getPlans } from '#server/plan/plan-folder.ts'
import { fewCounties, type SmallCity } from './small-city.ts'

export const ON = '2021-09-17'
/** 云阳县. */
export const COUNTY = 500_235_000_000
/** 奉节县, next to it. */
export const NEXT_COUNTY = 500_236_000_000

type Officer = Awaited<ReturnType<SmallCity['officer']>>
export type IdentityCity = Awaited<ReturnType<typeof identityCity>>

/** The small city with handlers of people and identity on it, officers, and a clock that moves on with every call. */
export async function identityCity() {
  const city = await fewCounties()
  const plan = getPlans().get('chongqing-2021')!
  const given = {
    plan: () => plan,
    defaults: async () => ({ on: ON }),
    crypto: fieldCrypto(city.database.keys),
    redetermine: (tx: Parameters<typeof redetermine>[0], key: { county: number; id: number }, now: Date) =>
      redetermine(tx, plan, key, ON, now),
    carry: carryWaivers,
    asJob: city.door.asJob,
  }
  let tick = Date.parse('2026-11-23T12:00:00Z')
  const as = (acting: Officer): Ctx => ({
    ...{ signedIn: undefined, token: undefined, secure: false, requestId: 'test', setCookie: () => {} },
    now: new Date((tick += 1000)),
    actor: { officerId: acting.officer, postId: acting.post, requestId: 'test' },
    officer: { id: acting.officer, name: '测试员' } as Ctx['officer'],
    post: {
      id: acting.post,
      title: acting.title,
      area: acting.scope.lo,
      scope: acting.scope,
    } as unknown as HeldPost,
    asPost: (work) => city.door.asPost(acting, work),
  })
  const [village] = await city.query<{ area: number }>(
    'SELECT area FROM person WHERE county = 500235 GROUP BY area ORDER BY count(*) DESC, area LIMIT 1',
  )
  const [otherVillage] = await city.query<{ area: number }>(
    'SELECT area FROM person WHERE county = 500235 AND area <> $1 GROUP BY area ORDER BY count(*) DESC, area LIMIT 1',
    [village!.area],
  )
  const [away] = await city.query<{ area: number }>(
    'SELECT area FROM person WHERE county = 500236 GROUP BY area ORDER BY count(*) DESC, area LIMIT 1',
  )
  return {
    ...{ city, given, as, plan, parameters: parametersOn(plan, ON) },
    ...{ village: village!.area, otherVillage: otherVillage!.area, away: away!.area },
    people: peopleHandlers(given),
    identity: { ...identityHandlers(given), ...requestHandlers(given), ...lifeHandlers(given) },
    query: city.query,
    officer: (role: 'village' | 'town' | 'county' | 'city', lo: number, hi: number) => city.officer(role, lo, hi),
    drop: city.drop,
  }
}

/** A number that cannot be anyone's: the prefix was never assigned. */
export const numberOf = (serial: number, birth = '19880312') => {
  const digits = `500199${birth}${String(serial).padStart(3, '0')}`
  return digits + identityCheckDigit(digits)
}
export const command = () => ({ clientId: randomUUID() })
export const codeOf = (asked: Promise<unknown>): Promise<string> =>
  asked.then(
    () => 'answered',
    (error) => error.code ?? String(error),
  )
