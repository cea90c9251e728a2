import type { Page } from '@playwright/test'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { settled, startConsole, type TestConsole } from './browser.ts'
import { faults, move, open } from './look.ts'

let console: TestConsole
beforeAll(async () => {
  console = await startConsole()
})
afterAll(() => console?.stop())

const pressed = (page: Page, person: string | null) => page.locator(`[data-person="${person}"]`)

test('the city draws, a county calls and enters answers, and the band stands beside the figure', async () => {
  const city = await console.page('city')
  await open(city, '/samples?indicator=lifted-in-work')
  await city.getByLabel('允许误差').fill('5')
  await city.getByText(/需回访 \d+ 人/).waitFor()
  await city.getByRole('button', { name: '抽取' }).click()
  await city.waitForURL(/\/samples\/\d+/)
  await settled(city)
  await city.getByText('还没有回访结果').waitFor()
  await city.getByRole('button', { name: '复算证明' }).click()
  await city.getByText('名单与抽取均可复算').waitFor({ timeout: 60_000 })
  const sample = new URL(city.url()).pathname

  const county = await console.page('county')
  await open(county, `${sample}/people`)
  const people = await county
    .locator('.call-line')
    .evaluateAll((all) => all.map((one) => one.getAttribute('data-person')))
  expect(people.length).toBeGreaterThan(2)
  expect(await county.content()).not.toMatch(/500199\d{11}[\dX]/)
  const [first, second, ...rest] = people
  await pressed(county, first!).getByRole('button', { name: '不属实' }).click()
  await pressed(county, first!).getByLabel('怎样不属实').selectOption({ label: '当时已结束' })
  await pressed(county, first!).getByRole('button', { name: '登记' }).click()
  await expect.poll(() => pressed(county, first!).locator('.tag').textContent()).toBe('不属实')
  await pressed(county, second!).getByRole('button', { name: '未联系上' }).click()
  await expect.poll(() => pressed(county, second!).locator('.tag').textContent()).toBe('未联系上')
  for (const person of rest) {
    await pressed(county, person).getByRole('button', { name: '属实', exact: true }).click()
    await expect.poll(() => pressed(county, person).locator('.tag').textContent()).toBe('属实')
  }

  // One county says nothing of the city; of itself it says what was heard.
  await open(city, sample)
  await city.getByText('暂不推算').waitFor()
  await open(county, sample)
  expect(await county.locator('.sample-band').textContent()).toMatch(/[\d.]+% 属实 ± [\d.]+ 个百分点/)
  await county.getByText('没有联系上和尚未回访的人').waitFor()
  await open(county, '/indicators/lifted-in-work')
  expect(await county.locator('.figure-band a').textContent()).toMatch(/[\d.]+% 属实 ±/)
  expect(await faults(city)).toEqual([])
  await open(city, '/indicators/lifted-in-work')
  const band = city.locator('.figure-band')
  await band.getByRole('link').click()
  await city.waitForURL(new RegExp(`${sample}(\\?|$)`))

  for (const look of [{ phone: true }, { theme: 'dark', language: 'en' }] as const) {
    const page = await console.page('county', look)
    for (const address of ['/samples', sample, `${sample}/people`]) {
      await move(page, address)
      expect(await faults(page), `${address} ${JSON.stringify(look)}`).toEqual([])
      const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
      expect(over, address).toBeLessThanOrEqual(0)
    }
  }
})
