import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import type { Client } from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type TestDatabase, testDatabase } from '../../../test/database.ts'
import { connect, withConnection } from '../../postgres/wire/connection.ts'
import { type AccessDoor, openAccessDoor, type Tx } from '../access-door.ts'
import { type Actor, recordRead } from '../audit.ts'
import { sealKey, sealOnce, startSealer } from '../audit-seal.ts'
import { findAnchor } from './audit-anchor.ts'
import { verifyAudit } from './audit-verify.ts'

const NOBODY: Actor = { officerId: null, postId: null, requestId: 'r1' }
const onClient = (client: Client): Tx => ({ query: async (text, values) => (await client.query(text, values)).rows })

let database: TestDatabase
let door: AccessDoor
beforeAll(async () => {
  database = await testDatabase()
  door = openAccessDoor(database)
})
afterAll(async () => {
  await door.close()
  await database.drop()
})

const key = () => sealKey(database.keys)
const seal = () => door.asAudit((tx) => sealOnce(tx, key(), new Date()))
const verify = () => door.asAudit((tx) => verifyAudit(tx, key()))

/** Transactions of a few lines that stay open for a moment and end as they will, the last in a commit: ids are not committed in order. */
async function writer(transactions: number): Promise<number> {
  return withConnection(database.roleUrl('ricebowl_job'), async (client) => {
    let written = 0
    for (let turn = 0; turn < transactions; turn++) {
      await client.query('BEGIN')
      const lines = 1 + Math.floor(Math.random() * 3)
      for (let line = 0; line < lines; line++)
        await recordRead(onClient(client), NOBODY, {
          action: 'people.read',
          object: { kind: 'person', id: turn + 1 },
          fields: ['name'],
          rows: 1,
        })
      await pause(Math.random() * 4)
      const abort = turn < transactions - 1 && Math.random() < 0.2
      await client.query(abort ? 'ROLLBACK' : 'COMMIT')
      if (!abort) written += lines
    }
    return written
  })
}

describe('the sealed log', () => {
  it('covers every committed line while writers race and abort, and nothing twice', async () => {
    let sealed = 0
    let batches = 0
    let writing = true
    const sealOn = async () => {
      const { lines } = await seal()
      sealed += lines
      if (lines > 0) batches++
    }
    const sealing = (async () => {
      while (writing) {
        await sealOn()
        await pause(3)
      }
    })()
    let written = 0
    // However slow the machine is: until more than ten batches were sealed in the midst of it.
    while (batches <= 10)
      written += (await Promise.all(Array.from({ length: 8 }, () => writer(60)))).reduce((a, b) => a + b)
    writing = false
    await sealing
    await sealOn()
    expect(sealed).toBe(written)
    expect(await verify()).toMatchObject({
      ...{ intact: true, lines: written, batches, firstBroken: null, unsealed: { lines: 0 } },
    })
  })

  it('is never sealed twice at a time', async () => {
    await writer(5)
    const both = await Promise.allSettled([seal(), seal(), seal()])
    expect(both.filter((one) => one.status === 'rejected')).toEqual([])
    expect(await verify()).toMatchObject({ intact: true })
  })

  it('waits for a transaction that is open, and loses none of its lines', async () => {
    const slow = await connect(database.roleUrl('ricebowl_job'))
    await slow.query('BEGIN')
    await recordRead(onClient(slow), NOBODY, { action: 'people.read', rows: 1 })
    await writer(3)
    await seal()
    const before = await verify()
    expect(before.unsealed.lines).toBeGreaterThan(0)
    await slow.query('COMMIT')
    await slow.end()
    await seal()
    expect(await verify()).toMatchObject({ intact: true, unsealed: { lines: 0 } })
  })

  it('is light at rest, seals within seconds, and keeps its newest head outside the database', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'ricebowl-anchor-'))
    const sealer = startSealer({ door, keys: database.keys, dataDir: folder, log: () => {} })
    await writer(2)
    // Two seconds on a machine at rest; how long a busy one takes is no matter of right or wrong.
    await expect.poll(async () => (await verify()).unsealed.lines, { timeout: 30_000, interval: 250 }).toBe(0)
    await sealer.stop()
    const anchor = findAnchor(folder)!
    expect(await door.asAudit((tx) => verifyAudit(tx, key(), anchor))).toMatchObject({
      intact: true,
      batches: anchor.batch,
    })
    rmSync(folder, { recursive: true })
  })
})

describe('tampering by a superuser', () => {
  const MIDDLE = '(SELECT batch FROM audit_seal ORDER BY batch OFFSET 4 LIMIT 1)'
  const INSIDE = `xid >= (SELECT from_xid FROM audit_seal WHERE batch = ${MIDDLE}) AND xid < (SELECT to_xid FROM audit_seal WHERE batch = ${MIDDLE})`
  const ONE = `id = (SELECT min(id) FROM audit_line WHERE ${INSIDE})`
  const broken = async (statements: string, anchor?: { batch: number; head: string }) =>
    withConnection(database.adminUrl, async (client) => {
      await client.query('BEGIN')
      await client.query("SET LOCAL session_replication_role = 'replica'")
      const { rows } = await client.query(`SELECT ${MIDDLE} AS batch`)
      await client.query(statements)
      const verdict = await verifyAudit(onClient(client), key(), anchor)
      await client.query('ROLLBACK')
      return { off: verdict.firstBroken === null ? null : verdict.firstBroken - rows[0].batch, broken: verdict.broken }
    })

  const columns = [
    'xid',
    'at',
    'officer_id',
    'post_id',
    'action',
    'outcome',
    'object_kind',
    'object_county',
    'object_area',
    'object_id',
    'object_ids',
    'fields',
    'reason',
    'detail',
    'rows',
    'request_id',
  ]
  const VALUES: Record<string, string> = {
    xid: '(xid::text::bigint + 1)::text::xid8',
    at: "at + interval '1 microsecond'",
    outcome: "'refused'",
    object_ids: 'ARRAY[1]::bigint[]',
    fields: "ARRAY['x']",
    action: "'x'",
    object_kind: "'x'",
    reason: "''",
    detail: "''",
    request_id: 'NULL',
  }
  it.each(columns)('finds a change of %s', async (column) => {
    const found = await broken(`UPDATE audit_line SET ${column} = ${VALUES[column] ?? '77'} WHERE ${ONE}`)
    expect(found.off).toBe(0)
  })

  it.each([
    ['a line deleted', `DELETE FROM audit_line WHERE ${ONE}`, { off: 0, broken: 'lines' }],
    [
      'a line slipped in',
      `INSERT INTO audit_line (xid, action) SELECT xid, 'x' FROM audit_line WHERE ${ONE}`,
      { off: 0, broken: 'lines' },
    ],
    ['two lines swapped', `UPDATE audit_line SET id = -id WHERE ${INSIDE}`, { off: 0, broken: 'lines' }],
    ['a seal altered', `UPDATE audit_seal SET lines = lines + 1 WHERE batch = ${MIDDLE}`, { off: 0, broken: 'head' }],
    ['a head altered', `UPDATE audit_seal SET head = sha256('x') WHERE batch = ${MIDDLE}`, { off: 0, broken: 'head' }],
    ['a seal deleted', `DELETE FROM audit_seal WHERE batch = ${MIDDLE}`, { off: 1, broken: 'chain' }],
    [
      'a batch deleted, lines and seal',
      `DELETE FROM audit_line WHERE ${INSIDE}; DELETE FROM audit_seal WHERE batch = ${MIDDLE}`,
      { off: 1, broken: 'chain' },
    ],
    ['nothing', 'SELECT 1', { off: null, broken: null }],
  ])('finds %s', async (_, statements, expected) => {
    expect(await broken(statements)).toEqual(expected)
  })

  it('finds the end cut off, by the head kept outside', async () => {
    const cut = `DELETE FROM audit_line WHERE xid >= (SELECT from_xid FROM audit_seal WHERE batch = ${MIDDLE}); DELETE FROM audit_seal WHERE batch >= ${MIDDLE}`
    const verdict = await verify()
    const anchor = { batch: verdict.batches, head: '00' }
    expect(await broken(cut)).toMatchObject({ broken: null })
    expect(await broken(cut, anchor)).toEqual({ off: 0, broken: 'anchor' })
    expect(await broken('SELECT 1', anchor)).toMatchObject({ broken: 'anchor' })
  })

  it('does not find them without the key: whoever holds it can make the chain anew, so it is not in the database', async () => {
    const other = sealKey({ fieldKey: () => Buffer.alloc(32) })
    expect(await door.asAudit((tx) => verifyAudit(tx, other))).toMatchObject({
      intact: false,
      firstBroken: 1,
      broken: 'head',
    })
  })
})

describe('no login of the application', () => {
  it.each(['ricebowl_officer', 'ricebowl_job', 'ricebowl_access', 'ricebowl_audit'] as const)(
    '%s changes a line',
    async (role) => {
      for (const statement of [
        "UPDATE audit_line SET action = 'x'",
        'DELETE FROM audit_line',
        'TRUNCATE audit_line',
        'DELETE FROM audit_seal',
        "INSERT INTO audit_line (at, action) VALUES (now(), 'x')",
      ])
        await expect(withConnection(database.roleUrl(role), (client) => client.query(statement))).rejects.toMatchObject(
          { code: '42501' },
        )
    },
  )
  it('reads the log, but the auditor’s', async () => {
    for (const role of ['ricebowl_officer', 'ricebowl_job', 'ricebowl_access'] as const)
      await expect(
        withConnection(database.roleUrl(role), (client) => client.query('SELECT 1 FROM audit_line')),
      ).rejects.toMatchObject({ code: '42501' })
  })
  it('changes a line even with all grants: the trigger stands before the owner too', async () => {
    await expect(
      withConnection(database.adminUrl, (client) => client.query("UPDATE audit_line SET action = 'x'")),
    ).rejects.toMatchObject({ code: '42501' })
  })
  it('writes in another officer’s name', async () => {
    await withConnection(database.roleUrl('ricebowl_officer'), async (client) => {
      const write = async (officer: number) => {
        await client.query('BEGIN')
        await client.query("SET LOCAL ricebowl.officer = '5'; SET LOCAL ricebowl.post = '6'")
        try {
          await recordRead(
            onClient(client),
            { officerId: officer, postId: 6, requestId: null },
            { action: 'people.read', rows: 1 },
          )
        } finally {
          await client.query('ROLLBACK')
        }
      }
      await write(5)
      await expect(write(7)).rejects.toMatchObject({ code: '42501' })
    })
  })
})
