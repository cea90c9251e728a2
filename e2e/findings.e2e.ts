import type { Page } from '@playwright/test'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { settled, startConsole, type TestConsole } from './browser.ts'
import { faults, move, open } from './look.ts'

let console: TestConsole
beforeAll(async () => {
  console = await startConsole()
})
afterAll(() => console?.stop())

const RULE = 'outside-on-local-channel'
const NAME = '区县外务工却走公岗或车间渠道'

const dayFromNow = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)
const done = (page: Page) => page.getByText('已办理。').last().waitFor()

/** Somebody of the village who is not at work, with a record that contradicts itself. */
async function recordDoubtfulWork(page: Page): Promise<string> {
  await open(page, `/people?filter=${encodeURIComponent('able_to_work and not(in_work) and age <= 55')}`)
  await page.locator('main table tbody th a').first().click()
  await page.waitForURL(/\/people\/\d+/)
  await settled(page)
  await page.getByRole('button', { name: '登记务工' }).click()
  await page.getByLabel('开始日期').fill('2021-03-01')
  await page.getByLabel('务工地').selectOption('440000000000')
  await page.getByLabel('就业渠道').selectOption('workshop')
  await page.getByLabel('务工企业').fill('某电子厂')
  await page.getByLabel('月收入').fill('4500')
  await page.getByLabel('所属行业').selectOption('C')
  await page.getByLabel('点对点输送').selectOption('no')
  const raised = page.locator('.raised')
  await raised.getByText(NAME).waitFor()
  expect(await raised.textContent()).toContain('5_01_003')
  await raised.getByRole('checkbox').check()
  await page.getByRole('button', { name: '保存' }).click()
  await page.getByText('已保存').waitFor()
  await page.locator('.file-finding', { hasText: NAME }).waitFor()
  return new URL(page.url()).pathname
}

describe('a finding', () => {
  test('is told before it is saved, ordered to be mended, answered, closed; and waived by a second officer', async () => {
    const village = await console.page('village')
    const file = await recordDoubtfulWork(village)

    const county = await console.page('county')
    await open(county, '/findings')
    await county.locator('main table').first().getByRole('link', { name: NAME, exact: true }).click()
    await county.waitForURL(new RegExp(`/findings/${RULE}`))
    await settled(county)
    await county.getByRole('button', { name: '发出督办' }).click()
    await county.getByLabel('承办单位').selectOption({ label: '江口镇' })
    await county.getByLabel('要求').fill('请逐户核实务工地和渠道')
    await county.getByLabel('反馈期限').fill(dayFromNow(10))
    await county.getByRole('button', { name: '发出', exact: true }).click()
    await county.getByText('督办已发出').waitFor()

    const town = await console.page('town')
    await open(town, '/orders')
    await town.locator('main table tbody th a', { hasText: NAME }).click()
    await town.waitForURL(/\/orders\/\d+/)
    await settled(town)
    const order = new URL(town.url()).pathname
    await town.getByRole('button', { name: '签收' }).click()
    await done(town)
    await town.getByLabel('内容').fill('已核实，确在广东车间务工')
    await town.getByRole('button', { name: '反馈' }).click()
    await town.getByText('等待对方办理').waitFor()

    await open(county, order)
    await county.getByRole('button', { name: '办结' }).click()
    await county.getByText('这份督办已经结束').waitFor()
    await expect.poll(() => county.locator('.order-steps li').count()).toBe(4)

    await open(village, file)
    const finding = (page: Page) => page.locator('.file-finding', { hasText: NAME })
    await finding(village).getByRole('button', { name: '申请豁免' }).click()
    await village.getByLabel('理由').fill('东西部协作车间，情况属实')
    await village.getByLabel('豁免到期日').fill(dayFromNow(60))
    await village.getByRole('button', { name: '提交申请' }).click()
    await finding(village).getByText('待审批').waitFor()
    expect(await finding(village).getByRole('button', { name: '同意豁免' }).count()).toBe(0)

    await open(county, '/waivers')
    await county.getByRole('button', { name: '同意豁免' }).click()
    await county.getByText('没有这样的豁免').waitFor()
    await open(county, `/findings/${RULE}?part=waived`)
    expect(await county.locator('main table').first().textContent()).toContain(dayFromNow(60))
    await open(village, file)
    await finding(village).getByText('豁免中').waitFor()
  })

  test('of another plan is refused, not answered for the one in force', async () => {
    const page = await console.page('county')
    const status = (address: string) => page.evaluate(async (at) => (await fetch(at)).status, address)
    expect(await status('/api/needs?plan=no-such-plan')).toBe(404)
    expect(await status('/api/findings?plan=no-such-plan')).toBe(404)
    expect(await status('/api/needs')).toBe(200)
  })

  test('goes from county to town to village, a number at a time', async () => {
    const page = await console.page('county')
    await open(page, '/findings')
    const areas = page.locator('section[aria-labelledby="by-area"] tbody tr')
    const open_ = await areas.first().locator('td').first().textContent()
    await areas.first().locator('th a').click()
    await page.waitForURL(/area=\d+/)
    await settled(page)
    const below = await areas.locator('td:nth-of-type(1)').allTextContents()
    expect(below.reduce((sum, n) => sum + Number(n), 0)).toBe(Number(open_))
  })

  test('has nothing that keeps anyone out, on a desk and on a phone, light and dark', async () => {
    for (const look of [{}, { phone: true }, { theme: 'dark', language: 'en' }] as const) {
      const page = await console.page('county', look)
      for (const address of ['/findings', '/findings/work-record-incomplete', '/orders', '/waivers']) {
        await move(page, address)
        expect(await faults(page), `${address} ${JSON.stringify(look)}`).toEqual([])
        const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
        expect(over).toBeLessThanOrEqual(0)
      }
    }
  })
})
