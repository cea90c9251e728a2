import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Plan } from '#domain/plan/indicator.ts'
import type { Ctx } from '#server/context.ts'
import { askClosing } from '#server/indicators/closing/job/ask-closing.ts'
import { closingApart } from '#server/indicators/closing/job/closing-apart.ts'
import { type ClosingJobs, closingJobs } from '#server/indicators/closing/job/closing-jobs.ts'
import { getPlans } from '#server/plan/plan-folder.ts'
import { fewCounties, type SmallCity } from './small-city.ts'

const CITY = 500_000_000_000
const ON = '2021-09-30'
const plan = getPlans().get('chongqing-2021') as Plan
let city: SmallCity
let ctx: Ctx

beforeAll(async () => {
  city = await fewCounties()
  const acting = await city.officer('city', CITY, 510_000_000_000)
  const post = { id: acting.post, role: 'city', title: acting.title, area: CITY, areaName: null, scope: acting.scope }
  const officer = { id: acting.officer, name: '测试员' }
  ctx = { officer, post, now: new Date(), asPost: (work: never) => city.door.asPost(acting, work) } as unknown as Ctx
}, 300_000)
afterAll(() => city?.drop())

const failures: unknown[] = []
const jobsWith = (work: Parameters<typeof closingJobs>[0]['work']): ClosingJobs =>
  closingJobs({ asJob: (of) => city.door.asJob(of), work, report: (_, error) => failures.push(error) })
const really = () => closingApart(city.database.roleUrl('ricebowl_job'))
const askFreeze = () => ctx.asPost((tx) => askClosing(tx, { plan: plan.key, on: ON, kind: 'freeze' }, ctx))
const jobs = () =>
  city.query<{ state: string; share: number; problem: object | null }>('SELECT * FROM closing_job ORDER BY id')
const editions = () =>
  city.query<{ edition: number; officer_name: string }>('SELECT edition, officer_name FROM snapshot')
const ended = async () => {
  await expect
    .poll(async () => (await jobs()).every(({ state }) => state === 'done' || state === 'failed'), {
      ...{ timeout: 200_000, interval: 500 },
    })
    .toBe(true)
  return jobs()
}

describe('a month is frozen by a job', () => {
  it('one at a time for a month, asked for by who sees the whole city', async () => {
    expect(await askFreeze()).toMatchObject({
      kind: 'freeze',
      state: 'waiting',
      share: 0,
      officer: '测试员',
      seconds: null,
    })
    await expect(askFreeze()).rejects.toMatchObject({ code: 'closing.job.underWay', status: 409 })
    const county = await city.officer('county', 500_235_000_000, 500_236_000_000)
    const below = {
      ...ctx,
      officer: { id: county.officer, name: '测试员' },
      post: { id: county.post, title: '' },
    } as Ctx
    const asked = city.door.asPost(county, (tx) =>
      askClosing(tx, { plan: plan.key, on: '2021-08-31', kind: 'freeze' }, below),
    )
    await expect(asked).rejects.toMatchObject({ code: '42501' })
  })

  it('a server that stops in the middle leaves it waiting, and the next one does it, once', async () => {
    let begun = () => {}
    const running = new Promise<void>((resolve) => {
      begun = resolve
    })
    const stopped = jobsWith((id, onProgress, signal) => {
      const done = really()(id, onProgress, signal)
      begun()
      return done
    })
    await stopped.start()
    await running
    await stopped.stop()
    expect(await jobs()).toMatchObject([{ state: 'running' }])
    expect(await editions()).toEqual([])

    const shares: number[] = []
    const next = jobsWith((id, onProgress, signal) =>
      really()(
        id,
        (share) => {
          shares.push(share)
          onProgress(share)
        },
        signal,
      ),
    )
    await next.start()
    expect(await ended()).toMatchObject([{ state: 'done', share: 1, problem: null }])
    await next.stop()
    expect(await editions()).toEqual([{ edition: 1, officer_name: '测试员' }])
    expect(shares.length).toBeGreaterThan(plan.indicators.length / 2)
    expect(shares).toEqual(shares.toSorted((a, b) => a - b))
    const lines = await city.query(`SELECT detail FROM audit_line WHERE action = 'indicators.close'`)
    expect(lines).toEqual([{ detail: 'frozen 2021-09, edition 1' }])
  }, 300_000)

  it('what cannot be done says why, in both languages; what breaks is noted and says so', async () => {
    await askFreeze()
    const again = jobsWith(really())
    await again.start()
    expect((await ended()).at(-1)).toMatchObject({
      state: 'failed',
      problem: { zh: expect.stringContaining('同一时点') },
    })
    await again.stop()
    await askFreeze()
    const broken = jobsWith(() => Promise.reject(new Error('broken')))
    await broken.start()
    expect((await ended()).at(-1)).toMatchObject({
      state: 'failed',
      problem: { en: expect.stringContaining('nothing was changed') },
    })
    await broken.stop()
    expect(failures).toHaveLength(1)
  }, 300_000)
})
