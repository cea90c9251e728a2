import { randomUUID } from 'node:crypto'
import { creditCodeCheck } from '#domain/places/credit-code.ts'
import { type AccessDoor, openAccessDoor } from '#server/access/access-door.ts'
import { fieldCrypto } from '#server/access/field-crypto.ts'
import { resolveSession, startSession } from '#server/access/session.ts'
import type { Ctx } from '#server/context.ts'
import { contextOf } from '#server/http/open-context.ts'
import { employerHandlers } from '#server/jobs/employer/employers.handlers.ts'
import { vacancyHandlers } from '#server/jobs/vacancy/vacancies.handlers.ts'
import { getPlans } from '#server/plan/plan-folder.ts'
import { type SmallCity, smallCity } from './small-city.ts'

export const plan = getPlans().get('chongqing-2021')!
export const ON = '2021-09-17'
export const COUNTY = 500_235_000_000
const codeOf = (n: number) => {
  const first = `91500235MA00000${String(n).padStart(2, '0')}`
  return first + creditCodeCheck(first)
}
export const [OURS, THEIRS] = [codeOf(1), codeOf(2)]

type Officer = Awaited<ReturnType<SmallCity['officer']>>

/** The small city with a county that opens accounts of employers, and contexts to act in as either. */
export async function openEmployers() {
  const city = await smallCity()
  const access = openAccessDoor(city.database)
  const given = { plan: () => plan, defaults: async () => ({ on: ON }), crypto: fieldCrypto(city.database.keys) }
  const [employers, vacancies] = [employerHandlers({ ...given, access }), vacancyHandlers(given)]
  const county = await city.officer('county', COUNTY, COUNTY + 1_000_000)
  const elsewhere = await city.officer('county', 500_236_000_000, 500_237_000_000)
  const { officerCtx, employerCtx } = contexts(city, access)
  const openAccount = (signIn: string, creditCode: string, by = county) =>
    employers.openEmployer({ body: { signIn, name: `单位 ${signIn}`, creditCode } }, officerCtx(by))
  const enter = (creditCode: string) => {
    const what = { kind: 'employer', title: '缝纫工', occupation: '6-05-01-03', employer: '某厂', creditCode } as const
    const terms = { place: COUNTY, openings: 3, wageForm: 'month', wageLowFen: 400_000, from: ON } as const
    const body = { clientId: randomUUID(), facts: { ...what, ...terms } }
    return vacancies.recordVacancy({ body }, officerCtx(county))
  }
  const close = async () => {
    await access.close()
    await city.drop()
  }
  return { city, access, employers, county, elsewhere, officerCtx, employerCtx, openAccount, enter, close }
}

function contexts(city: SmallCity, access: AccessDoor) {
  let clock = Date.parse('2026-11-26T12:00:00Z')
  const now = () => new Date((clock += 1000))
  const officerCtx = (officer: Officer): Ctx =>
    ({
      now: now(),
      actor: { officerId: officer.officer, postId: officer.post, requestId: 'test' },
      post: { id: officer.post, role: 'county', title: officer.title, area: officer.scope.lo, creditCode: null },
      asPost: <T>(work: Parameters<SmallCity['door']['asPost']>[1]) => city.door.asPost(officer, work) as Promise<T>,
    }) as unknown as Ctx
  /** As the server makes it of a session that stands. */
  const employerCtx = async (name: string): Promise<Ctx> => {
    const [{ officer, post } = { officer: 0, post: 0 }] = await city.query<{ officer: number; post: number }>(
      'SELECT o.id AS officer, p.id AS post FROM officer o JOIN post p ON p.officer_id = o.id WHERE o.sign_in = $1',
      [name],
    )
    const token = await access.asAccess((tx) => startSession(tx, officer, post, new Date()))
    const signedIn = await resolveSession(access, token, new Date())
    return contextOf(city.door, { signedIn, token, secure: false, requestId: 'test', now: now(), setCookie: () => {} })
  }
  return { officerCtx, employerCtx }
}
