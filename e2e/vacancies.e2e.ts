import type { Page } from '@playwright/test'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { creditCodeCheck } from '#domain/places/credit-code.ts'
import { settled, startConsole, type TestConsole } from './browser.ts'
import { faults, move, open } from './look.ts'

let console: TestConsole
beforeAll(async () => {
  console = await startConsole()
})
afterAll(() => console?.stop())

const EMPLOYER = '某针织厂（测试）'
const code17 = '91500199MA0000000'

/** From an employer's paper, with a condition that the law forbids, to a vacancy without it. */
async function enterVacancy(page: Page): Promise<string> {
  await open(page, '/vacancies')
  await page.getByRole('link', { name: '登记岗位' }).click()
  await page.waitForURL(/\/vacancies\/new/)
  await settled(page)
  await page.getByLabel('岗位名称', { exact: true }).fill('车衣工（限女）')
  const refused = page.locator('[data-field="title"] .check-list')
  await refused.getByText('原文“限女”').waitFor()
  expect(await refused.textContent()).toContain('《就业促进法》第三条、第二十七条')
  await page.getByRole('button', { name: '保存岗位' }).click()
  await page.getByLabel('岗位名称', { exact: true }).fill('车衣工')
  await refused.waitFor({ state: 'detached' })
  await page.getByRole('radio', { name: /缝纫工 · 6-05-01-03/ }).waitFor()
  await page.getByLabel('用人单位', { exact: true }).fill(EMPLOYER)
  await page.getByLabel('统一社会信用代码').fill(`${code17}${creditCodeCheck(code17)}`)
  await page.getByLabel('务工地').selectOption({ label: '云阳县' })
  await page.getByLabel('乡镇（可不选）').selectOption({ label: '江口镇' })
  await page.getByLabel('招聘人数').fill('2')
  await page.getByLabel('工资下限').fill('3500')
  await page.getByLabel('联系电话').fill('13900000000')
  await page.getByLabel('补充说明').fill('包吃住，男女不限')
  await page.getByRole('checkbox', { name: '户籍或籍贯' }).check()
  await page.locator('[data-field="demands"]').getByText('《就业促进法》第三十一条').waitFor()
  await page.getByRole('checkbox', { name: '户籍或籍贯' }).uncheck()
  await page.locator('[data-field="demands"] .check-list').waitFor({ state: 'detached' })
  await page.getByRole('button', { name: '保存岗位' }).click()
  await page.waitForURL(/\/vacancies\/\d+/)
  await settled(page)
  return new URL(page.url()).pathname
}

describe('a vacancy', () => {
  test('is entered without what the law forbids, offered in the whole city, taken, corrected and closed', async () => {
    const county = await console.page('county')
    const address = await enterVacancy(county)
    const main = county.locator('main')
    await main.getByText('还缺 2 人，共招 2 人').waitFor()
    expect(await main.textContent()).toContain('还没有核对营业执照')
    expect(await main.textContent()).not.toContain('13900000000')
    await county.getByRole('button', { name: '查看' }).click()
    await county.getByRole('link', { name: '13900000000' }).waitFor()

    const village = await console.page('village')
    await open(village, '/vacancies')
    await village.getByLabel('职业（可输入叫法）').fill('踩衣车')
    await village.locator('.occupation-filter').getByRole('link', { name: '缝纫工', exact: true }).click()
    await village.waitForURL(/occupation=6-05-01-03/)
    await village.getByLabel('岗位名称或单位').fill(EMPLOYER)
    await village.getByRole('button', { name: '查询' }).click()
    await village.getByRole('row', { name: EMPLOYER }).getByRole('link', { name: '车衣工' }).click()
    await village.waitForURL(new RegExp(address))
    await village.getByText('当前岗位身份只能查看').waitFor()
    expect(await village.getByRole('button', { name: '关闭岗位' }).count()).toBe(0)

    await county.getByRole('spinbutton', { name: '已确认上岗' }).fill('1')
    await county.getByRole('button', { name: '登记已上岗人数' }).click()
    await main.getByText('还缺 1 人，共招 2 人').waitFor()
    await county.getByRole('link', { name: '更正' }).click()
    await county.waitForURL(/\/change/)
    await settled(county)
    await county.getByLabel('证照核对日期').fill('2021-09-16')
    await county.getByRole('button', { name: '保存岗位' }).click()
    await county.waitForURL((at) => at.pathname === address)
    await main.getByText('还没有核对营业执照').waitFor({ state: 'detached' })

    await open(county, `${address}?on=2021-10-17`)
    await main.getByText('已过期，待确认').first().waitFor()
    await open(county, address)
    await county.getByRole('button', { name: '确认仍在招' }).click()
    await county.getByText('已确认，重新计算有效期').waitFor()
    await settled(county)
    await county.getByLabel('关闭原因').selectOption('filled')
    await county.getByRole('button', { name: '关闭岗位' }).click()
    await main.getByText('已于 2021-09-17 关闭：已招满').waitFor()
    await open(village, `/vacancies?text=${encodeURIComponent(EMPLOYER)}`)
    await village.getByText('没有符合条件的岗位').waitFor()
    await open(village, `/vacancies?part=all&text=${encodeURIComponent(EMPLOYER)}`)
    await village.getByRole('link', { name: '车衣工' }).waitFor()
  })

  test('is wished for: what work the person would take is asked in two taps and kept with its day', async () => {
    const page = await console.page('village')
    await open(page, '/people/1010')
    const card = page.locator('section[aria-labelledby="work-wish"]')
    await card.getByText('2021-08-02 询问').waitFor()
    await card.getByRole('button', { name: '重新询问' }).click()
    await page.getByRole('radio', { name: '市外' }).check()
    await page.getByRole('checkbox', { name: '山东' }).check()
    expect(await faults(page)).toEqual([])
    await page.getByRole('button', { name: '保存意愿' }).click()
    await card.getByText('2021-09-17 询问').waitFor()
    expect(await card.textContent()).toContain('市外、山东')
  })

  test('has nothing that keeps anyone out, on a desk and on a phone, light and dark', async () => {
    const desk = await console.page('county')
    await open(desk, '/vacancies?part=all')
    const first = await desk.locator('main table tbody th a').first().getAttribute('href')
    for (const look of [{}, { phone: true }, { theme: 'dark', language: 'en' }] as const) {
      const page = await console.page('county', look)
      for (const address of ['/vacancies?part=all', '/vacancies/new', first!, '/people/1010']) {
        await move(page, address)
        expect(await faults(page), `${address} ${JSON.stringify(look)}`).toEqual([])
        const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
        expect(over).toBeLessThanOrEqual(0)
      }
    }
  })
})
