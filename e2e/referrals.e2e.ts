import type { Page } from '@playwright/test'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { settled, startConsole, type TestConsole } from './browser.ts'
import { faults, move, open } from './look.ts'

let console: TestConsole
beforeAll(async () => {
  console = await startConsole()
})
afterAll(() => console?.stop())

/** 欧阳春梅 of the stories, who was asked which work she would take and is at none. */
const PERSON = '/people/1010'
const DAY = '2021-09-17'

/** Two taps on the first offer; the address of the referral. */
async function refer(page: Page): Promise<string> {
  await open(page, PERSON)
  const offers = page.locator('section[aria-labelledby="offers"]')
  await offers.getByRole('button', { name: '推荐', exact: true }).first().click()
  await offers.getByRole('button', { name: '确认推荐' }).click()
  await offers.getByRole('link', { name: '已推荐，查看进度' }).click()
  await page.waitForURL(/\/referrals\/\d+/)
  await settled(page)
  return new URL(page.url()).pathname
}

describe('a referral', () => {
  test('goes in taps from an offer to a placement; the opening, the file and her other referral follow', async () => {
    const page = await console.page('town')
    const address = await refer(page)
    const main = page.locator('main')
    await page.getByRole('button', { name: '本人愿意', exact: true }).click()
    await page.getByRole('button', { name: '单位同意' }).click()
    await page.getByRole('button', { name: '安排面试' }).waitFor()
    await page.getByRole('button', { name: '确认上岗' }).first().click()
    const form = page.getByRole('form', { name: '确认上岗' })
    const before = Number(/还缺 (\d+) 人/.exec((await form.textContent()) ?? '')?.[1])
    await form.getByLabel('佐证').selectOption('contract')
    await form.getByLabel('约定月工资（元）').fill('4200')
    // What saving would raise is told before, and confirmed where it does not block.
    const raised = form.getByRole('checkbox')
    await expect.poll(async () => (await raised.count()) || (await form.locator('.raised').count()) === 0).toBeTruthy()
    if (await raised.count()) await raised.first().check()
    expect(await faults(page)).toEqual([])
    await form.getByRole('button', { name: '确认上岗' }).click()
    await main.getByRole('heading', { name: '已上岗' }).waitFor()
    await main.getByText('未满 3 个月，暂不判断').waitFor()
    await main.getByText(`确认上岗 ${DAY}`).waitFor()

    await main.getByRole('link', { name: '打开岗位' }).click()
    await page.waitForURL(/\/vacancies\/\d+/)
    await main
      .getByText(`还缺 ${before - 1} 人`)
      .first()
      .waitFor()
    await open(page, PERSON)
    const file = page.locator('section[aria-labelledby="file-referrals"]')
    await file.getByText('已在别处上岗').waitFor()
    await file.getByText('已上岗').first().waitFor()

    // A mistake is undone: the opening is free again.
    await open(page, address)
    await page.getByRole('button', { name: '撤销上岗' }).click()
    await page.getByLabel('撤销原因').fill('登记错岗位')
    await page.getByRole('button', { name: '撤销上岗' }).last().click()
    await main.getByRole('heading', { name: '双方同意' }).waitFor()
  })

  test('is asked after: the check is due by itself, one tap answers it, and wages unpaid become a finding', async () => {
    const page = await console.page('county')
    await open(page, '/referrals?part=retention')
    const checks = page.getByRole('link', { name: /满 3 个月回访/ })
    await checks.first().waitFor()
    const due = await checks.count()
    await checks.first().click()
    await page.waitForURL(/\/referrals\/\d+/)
    const main = page.locator('main')
    await main.getByText('电话怎么说').waitFor()
    await main.getByText('满 3 个月没有确认在岗').waitFor()
    expect(await faults(page)).toEqual([])
    await page.getByRole('button', { name: '还在岗，没有变化' }).click()
    await main.getByText('满 3 个月确认在岗，计入稳定上岗').waitFor()
    await main.getByText('回访：仍在岗').waitFor()
    await main.getByRole('link', { name: '打开档案' }).click()
    await page.waitForURL(/\/people\/\d+/)
    const file = page.locator('section[aria-labelledby="file-referrals"]')
    await file.getByRole('button', { name: '登记欠薪' }).click()
    await file.getByLabel('从哪个月').fill('2021-07')
    await file.getByLabel('到哪个月').fill('2021-08')
    await file.getByLabel('欠多少（元）').fill('6400')
    await file.getByRole('button', { name: '登记', exact: true }).click()
    await page.locator('main').getByText('工资被拖欠').first().waitFor()
    await file.getByRole('link', { name: '查看疑点、发督办' }).click()
    await page.waitForURL(/\/findings\/wages-unpaid/)
    await page.getByRole('heading', { name: '工资被拖欠' }).first().waitFor()
    await open(page, '/referrals?part=retention')
    await expect.poll(() => page.getByRole('link', { name: /满 3 个月回访/ }).count()).toBe(due - 1)
  })

  test('has nothing that keeps anyone out, on a desk and on a phone, light and dark, and says what a post may not do', async () => {
    const desk = await console.page('county')
    await open(desk, '/referrals')
    const first = await desk.locator('main table tbody th a').first().getAttribute('href')
    for (const look of [{ phone: true }, { theme: 'dark', language: 'en' }] as const) {
      const page = await console.page('county', look)
      for (const address of ['/referrals', '/referrals?part=interviews', first!]) {
        await move(page, address)
        expect(await faults(page), `${address} ${JSON.stringify(look)}`).toEqual([])
        expect(
          await page.evaluate(() => document.documentElement.scrollWidth - innerWidth),
          address,
        ).toBeLessThanOrEqual(0)
      }
      await page.context().close()
    }
    const city = await console.page('city')
    await open(city, first!)
    await city.getByText('当前岗位身份只能查看').waitFor()
    expect(await city.getByRole('button', { name: '登记' }).count()).toBe(0)
  })
})
