import type { Page } from '@playwright/test'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { settled, startConsole, type TestConsole } from './browser.ts'
import { faults, move, open } from './look.ts'

let console: TestConsole
beforeAll(async () => {
  console = await startConsole()
})
afterAll(() => console?.stop())

/** The night's own run may still go on: one at a time. */
async function untilNoneGoesOn(page: Page): Promise<void> {
  await expect
    .poll(
      async () => {
        await open(page, '/matching')
        return page.locator('.match-running, .match-waiting').count()
      },
      { timeout: 90_000 },
    )
    .toBe(0)
}

test('a run is started with one button, watched, read, opened to its people, and explained on a file', async () => {
  const city = await console.page('city')
  await untilNoneGoesOn(city)
  await city.getByRole('link', { name: '开始匹配' }).click()
  await city.waitForURL(/\/matching\/new/)
  await settled(city)
  expect(await faults(city)).toEqual([])
  await city.getByRole('button', { name: '开始匹配' }).click()
  await city.waitForURL(/\/matching\/\d+/)
  const main = city.locator('main')
  await main.getByText('逐对检查：没有人被越过，没有岗位超员。').waitFor()
  await settled(city)
  const address = new URL(city.url()).pathname
  expect(await main.textContent()).toMatch(/[\d,]+ 人参加，[\d,]+ 人有预留岗位。/)

  await city.getByRole('button', { name: '重算并比对' }).click()
  await main.getByText('输入和结果都完全一样').waitFor()

  const reason = main.getByRole('row', { name: '还没问过想做什么' }).first().getByRole('link')
  const told = Number((await reason.locator('b').textContent())!.replaceAll(',', ''))
  await reason.click()
  await city.waitForURL(/reason=notAsked/)
  await settled(city)
  const rows = city.locator('main table tbody tr')
  expect(await rows.count()).toBe(Math.min(told, 50))

  const village = await console.page('village')
  await open(village, address)
  expect(await village.getByRole('button', { name: '重算并比对' }).count()).toBe(0)
  await open(village, '/people/1010')
  const card = village.locator('section[aria-labelledby="match-card"]')
  await card.getByText('预留岗位').waitFor()
  expect(await card.textContent()).toMatch(/第 2 层级（脱贫人口）[\s\S]*缝纫工/)
  await card.getByRole('link', { name: '看这次匹配' }).click()
  await village.waitForURL((at) => at.pathname === address)
})

test('has nothing that keeps anyone out, on a phone and in the dark', async () => {
  const city = await console.page('city')
  await untilNoneGoesOn(city)
  const run = await city.locator('main table tbody th a').first().getAttribute('href')
  const at = new URL(run!, console.url).pathname
  const looks = [
    [{ phone: true }, ['/matching', '/matching/new', at, `${at}/people?part=placed`, `${at}/vacancies`]],
    [{ theme: 'dark', language: 'en' }, ['/matching', at]],
  ] as const
  for (const [look, addresses] of looks) {
    const page = await console.page('county', look)
    for (const address of addresses) {
      await move(page, address)
      expect(await faults(page), `${address} ${JSON.stringify(look)}`).toEqual([])
      const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
      expect(over, address).toBeLessThanOrEqual(0)
    }
  }
})
