import type { Page } from '@playwright/test'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { settled, startConsole, type TestConsole } from './browser.ts'
import { faults, open } from './look.ts'

let console: TestConsole
beforeAll(async () => {
  console = await startConsole()
})
afterAll(() => console?.stop())

/** The month whose figures were published. */
const MONTH = '/months/2021-09'
/** Every list of the city is read again: minutes where others use the machine too. */
const READ_AGAIN_MS = 240_000

const own = (page: Page, state: string) => page.locator(`.next .unit-${state}`).first().waitFor()

/** The next unit up stands in for those below that are late. */
async function confirmInPlace(page: Page): Promise<void> {
  await open(page, MONTH)
  await page.getByLabel('原因').fill('下级逾期未报，已电话核对')
  await page.getByRole('button', { name: '代为确认' }).click()
  await own(page, 'confirmed')
}

/** Somebody of the village who was lifted and has no work. */
async function recordLateWork(page: Page): Promise<string> {
  const filter = 'lifted and alive and not(in_work) and able_to_work and age <= 55'
  await open(page, `/people?on=2021-09-30&filter=${encodeURIComponent(filter)}`)
  const somebody = page.locator('main table tbody th a').first()
  const name = (await somebody.textContent()) ?? ''
  await somebody.click()
  await page.waitForURL(/\/people\/\d+/)
  await settled(page)
  await page.getByRole('button', { name: '登记务工' }).click()
  await page.getByLabel('开始日期').fill('2021-09-01')
  await page.getByLabel('务工地').selectOption('440000000000')
  await page.getByLabel('就业渠道').selectOption({ index: 2 })
  await page.getByLabel('务工企业').fill('某电子厂')
  await page.getByRole('spinbutton', { name: /月收入/ }).fill('4500')
  await page.getByLabel('所属行业').selectOption('C')
  const doubt = page.locator('.raised').getByRole('checkbox')
  const save = page.getByRole('button', { name: '保存' })
  await save.click()
  await Promise.race([page.getByText('已保存').waitFor(), doubt.first().waitFor()])
  if (await doubt.first().isVisible()) {
    await doubt.first().check()
    await save.click()
  }
  await page.getByText('已保存').waitFor()
  return name
}

describe('a month', () => {
  test('is frozen while the browser comes and goes, confirmed from village to county, closed by the city', async () => {
    const city = await console.page('city')
    await open(city, MONTH)
    await city.getByRole('button', { name: '冻结数字' }).click()
    await city.locator('.closing-job progress').waitFor()
    await city.close()

    const village = await console.page('village', { phone: true })
    await open(village, MONTH)
    await village.getByRole('button', { name: '确认本单位数字' }).waitFor({ timeout: READ_AGAIN_MS })
    expect(await faults(village)).toEqual([])
    await village.getByRole('button', { name: '确认本单位数字' }).click()
    await own(village, 'confirmed')
    for (const level of ['town', 'county']) await confirmInPlace(await console.page(level))

    const again = await console.page('city')
    await open(again, MONTH)
    await again.getByLabel('原因').fill('区县逾期未报，已电话核对')
    await again.getByRole('button', { name: '月结', exact: true }).click()
    await again.locator('.next b', { hasText: '已月结' }).waitFor({ timeout: READ_AGAIN_MS })
    expect(await faults(again)).toEqual([])

    const [bulletin] = await Promise.all([
      again.waitForEvent('download', { timeout: 60_000 }),
      again.getByRole('button', { name: 'Word' }).click(),
    ])
    expect(bulletin.suggestedFilename()).toMatch(/2021-09\.docx$/)
    expect(await bulletin.failure()).toBeNull()
  }, 900_000)

  test('that is closed stays as it was reported; a late entry is one person more, with the reason', async () => {
    const name = await recordLateWork(await console.page('village'))
    const county = await console.page('county', { theme: 'dark' })
    await open(county, `${MONTH}/restated`)
    const line = county.locator('main table tbody tr', { hasText: '脱贫人口务工人数' }).first()
    await line.waitFor({ timeout: 120_000 })
    const [reported, now, added, removed] = (await line.locator('td').allTextContents()).map((text) =>
      Number(text.replaceAll(',', '')),
    )
    expect([now! - reported!, added, removed]).toEqual([1, 1, 0])
    await line.getByRole('link').click()
    const records = county.locator('section[aria-labelledby="restated-records"] tbody tr')
    await records.first().waitFor({ timeout: 120_000 })
    expect(await records.count()).toBe(1)
    expect(await records.first().textContent()).toContain(name)
    expect(await records.first().textContent()).toContain('迟报补登')
    await settled(county)
    expect(await faults(county)).toEqual([])
    await open(county, '/months')
    expect(await faults(county)).toEqual([])
  }, 400_000)
})
