import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { loadAreas } from '#db/areas/load-areas.ts'
import { type TestDatabase, testDatabase } from '../../../test/database.ts'
import { type AccessCtx, accessHandlers } from '../access.handlers.ts'
import { type AccessDoor, openAccessDoor } from '../access-door.ts'
import { createDemoOfficers, DEMO_PASSWORD } from '../demo-officers.ts'
import { resolveSession } from '../session.ts'

let database: TestDatabase
let door: AccessDoor
let handlers: ReturnType<typeof accessHandlers>
const now = new Date('2026-11-23T02:00:00Z')
const FRESH = '稻田里的小鸭子会游泳吗会的'
const COUNTY = 500235000000

beforeAll(async () => {
  database = await testDatabase()
  await loadAreas(database.adminUrl)
  door = openAccessDoor(database)
  const defaults = async () => ({ on: '2021-09-17', plan: 'chongqing-2021', demo: null })
  handlers = accessHandlers({ door, keys: database.keys, dataDir: undefined, defaults })
  await createDemoOfficers(door, now)
})
afterAll(async () => {
  await door.close()
  await database.drop()
})

/** Whoever has signed in so, as the handlers are told of them. */
async function signedIn(signIn: string, password = DEMO_PASSWORD): Promise<AccessCtx> {
  let token: string | undefined
  const setCookie = (header: string) => void (token = /=([^;]*)/.exec(header)?.[1])
  const ctx = { token, signedIn: undefined, secure: true, requestId: 'r', now, setCookie }
  await handlers.signIn({ body: { signIn, password } }, ctx)
  return { ...ctx, token, signedIn: await resolveSession(door, token, now) }
}
const stillIn = (ctx: AccessCtx) => resolveSession(door, ctx.token, now)

describe('an account', () => {
  it('is opened by one administrator, gets its post from another, and its owner chooses the password', async () => {
    const [system, security] = [await signedIn('system'), await signedIn('security')]
    const opened = await handlers.openOfficer({ body: { signIn: 'Li.Xiang', name: ' 李乡 ' } }, system)
    const { id } = opened.officer
    expect(opened).toMatchObject({ officer: { signIn: 'li.xiang', name: '李乡', passwordDue: true, posts: [] } })
    expect(opened.password).toMatch(/^([a-z2-9]{4}-){3}[a-z2-9]{4}$/)
    await expect(signedIn('li.xiang', opened.password)).rejects.toMatchObject({ code: 'access.signIn.noPost' })

    const body = { role: 'county' as const, area: COUNTY, title: '云阳县人力社保局' }
    const given = await handlers.givePost({ params: { id }, body }, security)
    expect(given.posts).toMatchObject([{ role: 'county', area: COUNTY, areaName: '云阳县' }])

    const [first, other] = [await signedIn('li.xiang', opened.password), await signedIn('li.xiang', opened.password)]
    expect(await handlers.getMe({}, first)).toMatchObject({ passwordDue: true })
    await handlers.changePassword({ body: { password: opened.password, fresh: FRESH } }, first)
    expect(await stillIn(first)).toMatchObject({ officer: { passwordDue: false } })
    expect(await stillIn(other)).toBeUndefined()
    await expect(signedIn('li.xiang', opened.password)).rejects.toMatchObject({ code: 'access.signIn.wrong' })

    const reset = await handlers.resetPassword({ params: { id } }, system)
    expect(reset.officer.passwordDue).toBe(true)
    expect(await stillIn(first)).toBeUndefined()
    const again = await signedIn('li.xiang', reset.password)
    await handlers.endPost({ params: { id, post: given.posts[0]!.id } }, security)
    // Given today, it lasts until tonight.
    expect(await stillIn(again)).toBeDefined()
    expect(await resolveSession(door, again.token, new Date('2026-11-23T16:10:00Z'))).toBeUndefined()
  })

  it('takes no second duty, no place of another level, no name that is taken', async () => {
    const [system, security] = [await signedIn('system'), await signedIn('security')]
    const open = (signIn: string) => handlers.openOfficer({ body: { signIn, name: '测试员' } }, system)
    const { officer } = await open('wang.zhen')
    const give = (role: 'town' | 'audit' | 'county', area: number | null, id = officer.id) =>
      handlers.givePost({ params: { id }, body: { role, area, title: '测试岗位' } }, security)
    await expect(open('WANG.ZHEN')).rejects.toMatchObject({ code: 'access.account.taken', status: 409 })
    await expect(give('town', COUNTY)).rejects.toMatchObject({ code: 'access.post.wrongPlace' })
    await expect(give('county', 500999000000)).rejects.toMatchObject({ code: 'access.post.wrongPlace' })
    await expect(give('audit', COUNTY)).rejects.toMatchObject({ code: 'access.post.noPlace' })
    await give('county', COUNTY)
    await expect(give('county', COUNTY)).rejects.toMatchObject({ code: 'access.post.held' })
    await expect(give('audit', null)).rejects.toMatchObject({ code: 'access.post.separation' })
    await expect(give('audit', null, security.signedIn!.officer.id)).rejects.toMatchObject({
      code: 'access.account.own',
    })
  })

  it('keeps its password from a wrong present one, a weak new one, and the same again', async () => {
    const [system, security] = [await signedIn('system'), await signedIn('security')]
    const { officer, password } = await handlers.openOfficer({ body: { signIn: 'zhao.cun', name: '赵村' } }, system)
    const body = { role: 'county' as const, area: COUNTY, title: '测试岗位' }
    await handlers.givePost({ params: { id: officer.id }, body }, security)
    const own = await signedIn('zhao.cun', password)
    const change = (present: string, fresh: string) =>
      handlers.changePassword({ body: { password: present, fresh } }, own)
    await expect(change('wrong', FRESH)).rejects.toMatchObject({ code: 'access.password.wrong' })
    await expect(change(password, 'short')).rejects.toMatchObject({ code: 'access.password.weak' })
    await expect(change(password, password)).rejects.toMatchObject({ code: 'access.password.same' })
    await expect(
      handlers.changePassword({ body: { password: DEMO_PASSWORD, fresh: FRESH } }, await signedIn('city')),
    ).rejects.toMatchObject({ code: 'access.password.demo' })
  })
})
