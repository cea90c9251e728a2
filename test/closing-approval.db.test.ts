import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { levelOf, subtree } from '#domain/places/area.ts'
import type { Plan } from '#domain/plan/indicator.ts'
import type { Acting } from '#server/db.ts'
import { type Actor, confirm, openDesk, sendBack } from '#server/indicators/closing/approve.ts'
import { close } from '#server/indicators/closing/close.ts'
import { freeze, runToFreeze } from '#server/indicators/closing/freeze.ts'
import { getFrozen, reportedFigures } from '#server/indicators/closing/reported.ts'
import { verify } from '#server/indicators/closing/verify.ts'
import { figureRuns } from '#server/indicators/figure-run.ts'
import { getPlans } from '#server/plan/plan-folder.ts'
import { LOGIN_ROLES } from '#server/postgres/login-roles.ts'
import { withConnection } from '#server/postgres/wire/connection.ts'
import { fewCounties, type SmallCity } from './small-city.ts'

const CITY = 500_000_000_000
const ON = '2021-09-30'
const plan = getPlans().get('chongqing-2021') as Plan
const NOW = new Date('2026-01-05T08:00:00Z')
const EARLY = new Date('2021-10-02T08:00:00Z')
type Post = { acting: Acting; who: Actor }
let city: SmallCity
const posts = new Map<number, Post>()

/** An officer of a unit. */
async function post(area: number): Promise<void> {
  const role = (['city', 'county', 'town', 'village'] as const)[levelOf(area) - 1]!
  const { lo, hi } = subtree(area)
  const acting = await city.officer(role, lo, hi)
  const officer = { id: acting.officer, name: '测试员' }
  const held = { id: acting.post, role, title: acting.title, area, areaName: null, scope: { lo, hi } }
  posts.set(area, { acting, who: { officer, post: held, now: NOW } as unknown as Actor })
}

async function newEdition() {
  const run = await runToFreeze(figureRuns(city.door), { plan, on: ON, now: NOW })
  return city.door.asJob((tx) => freeze(tx, run, { plan, now: NOW }, null))
}

let village: number
let town: number
const county = 500_235_000_000

beforeAll(async () => {
  city = await fewCounties()
  await newEdition()
  const [unit] = await city.query<{ area: number }>(
    'SELECT area FROM snapshot_area WHERE area % 1000 <> 0 AND area / 1000000 = 500235 ORDER BY area LIMIT 1',
  )
  village = unit!.area
  town = village - (village % 1000)
  for (const area of [village, town, county, CITY]) await post(area)
}, 300_000)
afterAll(() => city?.drop())

const hashOf = async (area: number) =>
  (
    await city.query<{ hash: string }>(
      `SELECT hash FROM snapshot_area WHERE area = $1 AND division = '2025-11-06' ORDER BY snapshot DESC LIMIT 1`,
      [area],
    )
  )[0]!.hash

const confirmAs = async ({ acting, who }: Post, area: number, reason?: string, now = NOW) => {
  const hash = await hashOf(area)
  return city.door.asPost(acting, async (tx) =>
    confirm(tx, await openDesk(tx, plan, ON, now, 'together'), { area, hash }, reason, who),
  )
}
const sendBackAs = async ({ acting, who }: Post, area: number) => {
  const hash = await hashOf(area)
  return city.door.asPost(acting, async (tx) =>
    sendBack(tx, await openDesk(tx, plan, ON, NOW, 'together'), { area, hash }, '车间人数与花名册不符', who),
  )
}
const stateOf = async (area: number) =>
  (await city.door.asJob((tx) => reportedFigures(tx, plan, '2021-09', area))).unit?.state
const code = (work: Promise<unknown>) =>
  work.then(
    () => 'done',
    (error: { code?: string }) => error.code,
  )
const of = (area: number) => posts.get(area)!

describe('a month is confirmed upward', () => {
  it('a village confirms; its town waits for the others, and stands in for them only late and with a reason', async () => {
    expect(await stateOf(village)).toBe('ready')
    expect(await code(confirmAs(of(town), town, undefined, EARLY))).toBe('closing.unit.notNow')
    expect(await confirmAs(of(village), village)).toBe(1)
    expect(await stateOf(village)).toBe('confirmed')
    const [{ n }] = (await city.query<{ n: number }>(
      `SELECT count(*)::int AS n FROM snapshot_area WHERE division = '2025-11-06' AND area > $1 AND area < $1 + 1000`,
      [town],
    )) as [{ n: number }]
    if (n > 1) expect(await code(confirmAs(of(town), town))).toBe('closing.reason.missing')
    expect(await confirmAs(of(town), town, '村级岗位空缺，已电话核对')).toBe(n)
    expect(await stateOf(town)).toBe('confirmed')
  })

  it('what is sent back stops the units above until it is confirmed again', async () => {
    await sendBackAs(of(county), village)
    expect([await stateOf(village), await stateOf(town)]).toEqual(['sent_back', 'waiting'])
    await confirmAs(of(village), village)
    expect([await stateOf(village), await stateOf(town)]).toEqual(['confirmed', 'confirmed'])
  })

  it('nobody confirms for a unit outside the post, or the whole of what they confirmed under another', async () => {
    expect(await code(confirmAs(of(village), town))).toBe('closing.unit.absent')
    const both = { acting: of(county).acting, who: { ...of(county).who, officer: of(village).who.officer } as Actor }
    expect(await code(confirmAs(both, county, '乡镇逾期，已电话核对'))).toBe('closing.approval.ownWork')
  })

  it('figures other than those that were looked at are not confirmed', async () => {
    const { acting, who } = of(county)
    const stale = city.door.asPost(acting, async (tx) =>
      confirm(
        tx,
        await openDesk(tx, plan, ON, NOW, 'together'),
        { area: county, hash: '0'.repeat(64) },
        '核对过名单',
        who,
      ),
    )
    expect(await code(stale)).toBe('closing.figures.stale')
  })

  it('over a new edition a unit whose figures are as they were keeps its confirmation, and one whose figures changed loses it', async () => {
    const [other] = await city.query<{ area: number }>(
      `SELECT a.area FROM snapshot_area a WHERE a.area % 1000 <> 0 AND a.area / 1000 = $1::bigint / 1000 AND a.area <> $1
          AND EXISTS (SELECT FROM employment e WHERE e.area = a.area AND e.valid_from <= $2 AND e.valid_to IS NULL) ORDER BY a.area LIMIT 1`,
      [village, ON],
    )
    const changed = other!.area
    expect([await stateOf(village), await stateOf(changed)]).toEqual(['confirmed', 'confirmed'])
    const before = [await hashOf(village), await hashOf(changed)]
    const at = '2026-01-05T07:00:00Z'
    await city.query(
      `WITH said AS (DELETE FROM employment WHERE county = 500235 AND area = ${changed} RETURNING *)
       INSERT INTO employment_history SELECT said.*, '${at}', 'withdrawn' FROM said`,
    )
    await city.query('UPDATE ledger_head SET changed_at = $1 WHERE county = 500235', [at])
    expect(await newEdition()).toMatchObject({ edition: 2 })
    expect(await hashOf(village)).toBe(before[0])
    expect(await hashOf(changed)).not.toBe(before[1])
    expect([await stateOf(village), await stateOf(changed)]).toEqual(['confirmed', 'ready'])
  }, 120_000)

  it('the city closes, once; then nothing of the month moves', async () => {
    await confirmAs(of(county), county, '乡镇逾期，已电话核对')
    const { acting, who } = of(CITY)
    const [{ seal }] = (await city.query<{ seal: string }>('SELECT seal FROM snapshot ORDER BY id DESC LIMIT 1')) as [
      { seal: string },
    ]
    const closing = (reason?: string) =>
      city.door.asPost(acting, async (tx) =>
        close(tx, await openDesk(tx, plan, ON, NOW, 'alone'), plan, { seal, inPlaceReason: reason }, who),
      )
    expect(await code(closing())).toBe('closing.reason.missing')
    expect(await closing('区县逾期，已电话核对')).toMatchObject({ seal, reread: plan.indicators.length })
    expect(await code(closing('再结一次'))).toBe('closing.month.closed')
    expect(await code(confirmAs(of(village), village))).toBe('closing.month.closed')
    expect(await code(newEdition())).toBe('closing.month.closed')
    const told = await city.door.asJob((tx) => reportedFigures(tx, plan, '2021-09', CITY))
    expect(told).toMatchObject({ state: 'closed', seal, unit: { state: 'confirmed' } })
  }, 120_000)
})

describe('what was frozen', () => {
  const TABLES = ['snapshot', 'snapshot_area', 'snapshot_definition', 'approval', 'closing']
  const allowed = () =>
    city.query<{ what: string }>(
      `SELECT r || ' ' || p || ' ' || t AS what FROM unnest($1::text[]) r, unnest($2::text[]) t, unnest('{UPDATE,DELETE,TRUNCATE}'::text[]) p
       WHERE has_table_privilege(r, t, p) OR (p = 'UPDATE' AND has_any_column_privilege(r, t, p))`,
      [LOGIN_ROLES, TABLES],
    )
  it('no login may change or remove, by grant; and the test sees a grant where there is one', async () => {
    expect(await allowed()).toEqual([])
    await city.query('GRANT UPDATE (figures) ON snapshot_area TO ricebowl_job')
    expect(await allowed()).toEqual([{ what: 'ricebowl_job UPDATE snapshot_area' }])
    await city.query('REVOKE UPDATE (figures) ON snapshot_area FROM ricebowl_job')
  })
  it('nobody below the city can freeze or close, past the application too', async () => {
    await withConnection(city.database.roleUrl('ricebowl_officer'), async (client) => {
      await client.query(`SET ricebowl.lo = '${county}'; SET ricebowl.hi = '${county + 1_000_000}'`)
      const closes = client.query(
        `INSERT INTO closing SELECT plan, '2021-08-31', snapshot, seal, 0, closed_at, officer_id, officer_name, post_id, post_title FROM closing`,
      )
      await expect(closes).rejects.toMatchObject({ code: '42501' })
    })
  })
  it('changed by the owner of the database is found by its hash and its seal', async () => {
    const check = () => city.door.asJob(async (tx) => verify(tx, await getFrozen(tx, plan.key, ON)))
    expect(await check()).toMatchObject({ broken: [], sealed: true })
    await city.query(`UPDATE snapshot_area SET figures = replace(figures, '"value":', '"value":1') WHERE area = $1`, [
      town,
    ])
    expect((await check()).broken).toContain(town)
    await city.query(`UPDATE snapshot_area SET figures = replace(figures, '"value":1', '"value":') WHERE area = $1`, [
      town,
    ])
    await city.query('DELETE FROM snapshot_area WHERE area = $1', [village])
    expect(await check()).toMatchObject({ sealed: false, whole: false })
  })
})
