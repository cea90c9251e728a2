import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { type TestDatabase, testDatabase } from '../../../test/database.ts'
import { totpCode } from '../../adapters/totp.ts'
import { withConnection } from '../../postgres/wire/connection.ts'
import { type AccessCtx, accessHandlers } from '../access.handlers.ts'
import { type AccessDoor, openAccessDoor } from '../access-door.ts'
import { createDemoOfficers, DEMO_PASSWORD } from '../demo-officers.ts'
import { fieldCrypto } from '../field-crypto.ts'
import { resolveSession, tokenHash } from '../session.ts'
import { LockOut } from './lock-out.ts'
import { setPassword } from './officer.sql.ts'
import { signIn } from './sign-in.ts'

let database: TestDatabase
let door: AccessDoor
let handlers: ReturnType<typeof accessHandlers>
let now = new Date('2026-11-23T02:00:00Z')
const later = (minutes: number) => {
  now = new Date(now.getTime() + minutes * 60_000)
}

beforeAll(async () => {
  database = await testDatabase()
  door = openAccessDoor(database)
  const defaults = async () => ({ on: '2021-09-17', plan: 'chongqing-2021', demo: null })
  handlers = accessHandlers({ door, keys: database.keys, dataDir: undefined, defaults })
  await createDemoOfficers(door, now)
})
afterAll(async () => {
  await door.close()
  await database.drop()
})
// Each test has its own quarter of an hour.
beforeEach(() => later(20))

const sql = async <Row>(text: string, values: unknown[] = []): Promise<Row[]> =>
  withConnection(database.adminUrl, async (client) => (await client.query(text, values)).rows as Row[])

/** A browser: keeps its cookie, asks as the server would. */
function browser() {
  let token: string | undefined
  const ctx = async (): Promise<AccessCtx> => ({
    token,
    signedIn: await resolveSession(door, token, now),
    secure: true,
    requestId: 'r',
    now,
    setCookie: (header) => {
      token = /=([^;]*)/.exec(header)?.[1] || undefined
    },
  })
  return {
    ctx,
    token: () => token,
    plant: (planted: string) => {
      token = planted
    },
    signIn: async (signIn: string, password = DEMO_PASSWORD, code?: string) =>
      handlers.signIn({ body: { signIn, password, ...(code && { code }) } }, await ctx()),
    signedIn: async () => (await ctx()).signedIn,
  }
}
const fromBase32 = (text: string): Buffer => {
  const bits = [...text]
    .map((char) => 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(char).toString(2).padStart(5, '0'))
    .join('')
  return Buffer.from(bits.match(/.{8}/g)!.map((byte) => Number.parseInt(byte, 2)))
}
const code = (error: unknown) => (error as { code: string }).code

describe('signing in', () => {
  it('begins a session under the widest post', async () => {
    const user = browser()
    const me = await user.signIn(' CITY ')
    expect(me).toMatchObject({
      officer: { signIn: 'city' },
      post: { role: 'city', area: 500000000000 },
      defaults: { plan: 'chongqing-2021' },
    })
    expect(me.posts.map((post) => post.role)).toEqual(['city', 'county'])
    expect(await user.signedIn()).toMatchObject({ post: { scope: { lo: 500000000000, hi: 510000000000 } } })
    expect(user.token()).toMatch(/^[\w-]{43}$/)
  })
  it('stores neither token nor password', async () => {
    const user = browser()
    await user.signIn('town')
    const stored = JSON.stringify([
      await sql('SELECT * FROM session'),
      await sql('SELECT * FROM officer'),
      await sql('SELECT * FROM audit_line'),
    ])
    expect(stored).not.toContain(user.token())
    expect(stored).not.toContain(DEMO_PASSWORD)
  })
  it('gives a new token, and the old one is worth nothing', async () => {
    const user = browser()
    user.plant('x'.repeat(43))
    await user.signIn('town')
    const first = user.token()!
    expect(first).not.toBe('x'.repeat(43))
    await user.signIn('town')
    expect(await resolveSession(door, first, now)).toBeUndefined()
    expect(await user.signedIn()).toBeDefined()
  })
  it('begins nothing with a password that was changed while it was checked', async () => {
    const [officer] = await sql<{ id: number; hash: string }>(
      "SELECT id, password_hash AS hash FROM officer WHERE sign_in = 'village'",
    )
    // Between the reading of the account and the beginning of the session.
    let asked = 0
    const slow: AccessDoor = {
      ...door,
      asAccess: async (work) => {
        asked += 1
        if (asked === 2)
          await door.asAccess((tx) => setPassword(tx, officer!.id, { hash: 'y', due: false, now, kept: null }))
        return door.asAccess(work)
      },
    }
    const deps = { door: slow, lockOut: new LockOut(door, database.keys), crypto: fieldCrypto(database.keys) }
    const refused = await signIn(deps, { signIn: 'village', password: DEMO_PASSWORD }, now, 'r').catch(code)
    expect(refused).toBe('access.signIn.wrong')
    const live = await sql('SELECT FROM session WHERE officer_id = $1 AND revoked_at IS NULL', [officer!.id])
    expect(live).toEqual([])
    await sql('UPDATE officer SET password_hash = $2 WHERE id = $1', [officer!.id, officer!.hash])
  })
  it('says the same of a wrong password and of a name nobody has', async () => {
    const wrong = await browser()
      .signIn('county', 'nonsense')
      .catch((error) => error)
    const nobody = await browser()
      .signIn('nobody', 'nonsense')
      .catch((error) => error)
    expect(wrong).toMatchObject({ code: 'access.signIn.wrong', status: 401 })
    expect({ ...nobody, message: nobody.message }).toEqual({ ...wrong, message: wrong.message })
  })
  it('works as long for either', async () => {
    const names = ['county', 'nobody'] as const
    const times = { county: [] as number[], nobody: [] as number[] }
    // In turns, so that whatever else the machine does falls on both.
    for (let turn = 0; turn < 40; turn++) {
      if (turn % 4 === 0) later(16)
      const name = names[turn % 2]!
      // Work of the processor, not the clock on the wall: others on the machine do not count.
      const begun = process.cpuUsage()
      await browser()
        .signIn(name, 'nonsense')
        .catch(() => {})
      const { user, system } = process.cpuUsage(begun)
      times[name].push(user + system)
    }
    // Without the hash for a name nobody has, that answer would take a small part of the other's work.
    const [known, nobody] = [Math.min(...times.county), Math.min(...times.nobody)]
    expect(Math.abs(known - nobody)).toBeLessThan(0.4 * Math.max(known, nobody))
  })
  it('is logged, done or refused', async () => {
    const before = await sql<{ n: number }>("SELECT count(*)::int AS n FROM audit_line WHERE action = 'access.sign_in'")
    await browser().signIn('town')
    await browser()
      .signIn('town', 'nonsense')
      .catch(() => {})
    const lines = await sql<{ outcome: string; post_id: number | null }>(
      `SELECT outcome, post_id FROM audit_line WHERE action = 'access.sign_in' ORDER BY id OFFSET ${before[0]!.n}`,
    )
    expect(lines.map(({ outcome, post_id }) => [outcome, post_id !== null])).toEqual([
      ['done', true],
      ['refused', false],
    ])
  })
})

describe('lock-out', () => {
  const attempts = async (name: string, count: number) =>
    (await Promise.all(Array.from({ length: count }, () => browser().signIn(name, 'nonsense').catch(code)))) as string[]

  it.each(['village', 'nobody-at-all'])('%s: of thirty attempts at once five are looked at', async (name) => {
    const answers = await attempts(name, 30)
    expect(answers.filter((answer) => answer === 'access.signIn.wrong')).toHaveLength(5)
    expect(answers.filter((answer) => answer === 'access.signIn.locked')).toHaveLength(25)
    expect(await browser().signIn(name).catch(code)).toBe('access.signIn.locked')
  })
  it('ends after a quarter of an hour that further attempts do not prolong', async () => {
    await attempts('county', 6)
    later(14)
    await attempts('county', 3)
    later(2)
    expect(await browser().signIn('county')).toMatchObject({ post: { role: 'county' } })
  })
  it('is forgotten after a sign-in', async () => {
    for (let turn = 0; turn < 3; turn++) {
      await attempts('county', 4)
      await browser().signIn('county')
    }
  })
  it('is lifted by an administrator, whose list shows it', async () => {
    await attempts('town', 5)
    const security = browser()
    await security.signIn('security')
    const { officers } = await handlers.listOfficers({ query: {} }, await security.ctx())
    const town = officers.find((officer) => officer.signIn === 'town')!
    expect(town).toMatchObject({ locked: true, posts: [{ role: 'town' }] })
    expect(await handlers.unlockOfficer({ params: { id: town.id } }, await security.ctx())).toMatchObject({
      locked: false,
    })
    expect(await browser().signIn('town')).toMatchObject({ post: { role: 'town' } })
  })
})

describe('a session', () => {
  it('is over after thirty idle minutes, and lives while it is used', async () => {
    const user = browser()
    await user.signIn('town')
    for (let turn = 0; turn < 5; turn++) {
      later(25)
      expect(await user.signedIn()).toBeDefined()
    }
    later(31)
    expect(await user.signedIn()).toBeUndefined()
  })
  it('is over after twelve hours, used or not', async () => {
    const user = browser()
    await user.signIn('town')
    for (let minutes = 0; minutes < 700; minutes += 20) {
      later(20)
      expect(await user.signedIn(), `after ${minutes + 20}`).toBeDefined()
    }
    later(20)
    expect(await user.signedIn()).toBeUndefined()
  })
  it('ends by signing out, and a stolen token with it', async () => {
    const user = browser()
    await user.signIn('town')
    const stolen = user.token()!
    await handlers.signOut({}, await user.ctx())
    expect(user.token()).toBeUndefined()
    expect(await resolveSession(door, stolen, now)).toBeUndefined()
  })
  it('is not made of guesses: its hash, a shortened token, nonsense', async () => {
    const user = browser()
    await user.signIn('town')
    const token = user.token()!
    for (const guess of [token.slice(0, -1), tokenHash(token).toString('hex'), '', "' OR 1=1 --", 'x'.repeat(100_000)])
      expect(await resolveSession(door, guess, now)).toBeUndefined()
  })
  it('acts under another post of one’s own, and under no other’s', async () => {
    const user = browser()
    const me = await user.signIn('city')
    const county = me.posts.find((post) => post.role === 'county')!
    expect(await handlers.choosePost({ body: { post: county.id } }, await user.ctx())).toMatchObject({
      post: { role: 'county' },
    })
    expect((await user.signedIn())?.post).toMatchObject({
      role: 'county',
      scope: { lo: 500235000000, hi: 500236000000 },
    })
    const [foreign] = await sql<{ id: number }>("SELECT id FROM post WHERE role = 'security'")
    await expect(handlers.choosePost({ body: { post: foreign!.id } }, await user.ctx())).rejects.toMatchObject({
      code: 'access.post.notHeld',
    })
    await sql('UPDATE post SET ended_on = $2 WHERE id = $1', [county.id, '2026-11-24'])
    later(24 * 60)
    await user.signIn('city')
    expect((await user.signedIn())?.posts.map((post) => post.role)).toEqual(['city'])
  })
  it('ends with its post and with its account', async () => {
    const user = browser()
    await user.signIn('village')
    const security = browser()
    const { officer } = await security.signIn('security')
    const { officers } = await handlers.listOfficers({ query: {} }, await security.ctx())
    const village = officers.find((one) => one.signIn === 'village')!
    await handlers.disableOfficer({ params: { id: village.id } }, await security.ctx())
    expect(await user.signedIn()).toBeUndefined()
    expect(await browser().signIn('village').catch(code)).toBe('access.signIn.closed')
    expect(await browser().signIn('village', 'nonsense').catch(code)).toBe('access.signIn.wrong')
    await expect(handlers.disableOfficer({ params: { id: officer.id } }, await security.ctx())).rejects.toMatchObject({
      code: 'access.account.own',
    })
  })
})

describe('the second factor', () => {
  it('is asked for where it is enrolled, counts once, and its failures lock', async () => {
    const user = browser()
    await user.signIn('county')
    const refused = handlers.enrolSecondFactor({ body: { password: 'nonsense' } }, await user.ctx())
    expect(await refused.catch(code)).toBe('access.password.wrong')
    const shared = handlers.enrolSecondFactor({ body: { password: DEMO_PASSWORD } }, await user.ctx())
    expect(await shared.catch(code)).toBe('access.secondFactor.demo')
    await sql("UPDATE officer SET demo = false WHERE sign_in = 'county'")
    const { uri, sealed } = await handlers.enrolSecondFactor({ body: { password: DEMO_PASSWORD } }, await user.ctx())
    const secret = fromBase32(new URL(uri).searchParams.get('secret')!)
    const confirm = async (who: ReturnType<typeof browser>, given: string) =>
      handlers.confirmSecondFactor({ body: { sealed, code: given } }, await who.ctx())
    const wrong6 = totpCode(secret, 7)
    expect(await confirm(user, wrong6).catch(code)).toBe('access.secondFactor.wrong')
    expect(await browser().signIn('county')).toBeDefined()
    const other = browser()
    await other.signIn('town')
    expect(await confirm(other, totpCode(secret, Math.floor(now.getTime() / 30_000))).catch(code)).toBe(
      'access.secondFactor.wrong',
    )
    await confirm(user, totpCode(secret, Math.floor(now.getTime() / 30_000)))
    later(1)
    const valid = () => totpCode(secret, Math.floor(now.getTime() / 30_000))
    for (let turn = 0; turn < 8; turn++)
      expect(await browser().signIn('county').catch(code)).toBe('access.signIn.codeNeeded')
    expect(await browser().signIn('county', DEMO_PASSWORD, valid())).toMatchObject({ post: { role: 'county' } })
    expect(await browser().signIn('county', DEMO_PASSWORD, valid()).catch(code)).toBe('access.signIn.codeWrong')
    later(1)
    const both = await Promise.allSettled([1, 2].map(() => browser().signIn('county', DEMO_PASSWORD, valid())))
    expect(both.filter((one) => one.status === 'fulfilled')).toHaveLength(1)
    later(16)
    const wrong = await Promise.all(
      Array.from({ length: 7 }, () => browser().signIn('county', DEMO_PASSWORD, '000000').catch(code)),
    )
    expect(wrong.filter((answer) => answer === 'access.signIn.locked')).toHaveLength(2)
    expect(await browser().signIn('county', 'nonsense', valid()).catch(code)).toBe('access.signIn.locked')
  })
})

describe('posts', () => {
  const give = (signIn: string, role: string, lo: number | null, hi: number | null) =>
    sql(
      "INSERT INTO post (officer_id, role, title, lo, hi, started_on) SELECT id, $2, 'x', $3, $4, '2026-01-01' FROM officer WHERE sign_in = $1",
      [signIn, role, lo, hi],
    )
  it('of two administrations, or of one and of files, are held by nobody', async () => {
    for (const [signIn, role, lo, hi] of [
      ['system', 'security', null, null],
      ['audit', 'system', null, null],
      ['town', 'audit', null, null],
      ['security', 'county', 500235000000, 500236000000],
    ] as const)
      await expect(give(signIn, role, lo, hi), `${signIn} ${role}`).rejects.toMatchObject({ code: '23P01' })
  })
  it('reach as far as their role and no further', async () => {
    for (const [role, lo, hi] of [
      ['village', 500235001001, 500235001003],
      ['town', 500235001000, 500236000000],
      ['county', 500235000001, 500236000001],
      ['county', 500235000000, 510000000000],
      ['county', null, null],
      ['county', 500235000000, null],
      ['system', 0, 999999999999],
      ['god', 0, 1],
    ] as const)
      await expect(give('town', role, lo, hi), `${role} ${lo}`).rejects.toMatchObject({ code: '23514' })
  })
})

describe('the log on the screen', () => {
  it('shows its lines newest first, page by page, and that it was read', async () => {
    const auditor = browser()
    await auditor.signIn('audit')
    const first = await handlers.listAudit({ query: { limit: 5 } }, await auditor.ctx())
    expect(first.lines).toHaveLength(5)
    expect(first.lines[0]).toMatchObject({
      action: 'access.sign_in',
      officer: '申计华',
      post: '审计管理员',
      sealed: false,
    })
    const second = await handlers.listAudit({ query: { limit: 5, after: first.next! } }, await auditor.ctx())
    expect(second.lines[0]!.id).toBeLessThan(first.lines.at(-1)!.id)
    const reads = await handlers.listAudit({ query: { action: 'access.audit' } }, await auditor.ctx())
    expect(reads.lines.length).toBe(2)
    expect(await handlers.verifyAudit({}, await auditor.ctx())).toEqual({
      batches: 0,
      lines: 0,
      intact: true,
      firstBroken: null,
    })
  })
  it('names the demonstration’s accounts and no others', async () => {
    const { password, signIns } = await handlers.listDemoSignIns({}, await browser().ctx())
    expect(password).toBe(DEMO_PASSWORD)
    expect(signIns.map(({ signIn }) => signIn)).toEqual(['city', 'town', 'system', 'security', 'audit'])
    await sql('UPDATE officer SET demo = false')
    expect(await handlers.listDemoSignIns({}, await browser().ctx())).toEqual({ password: null, signIns: [] })
  })
})
