import type { Page } from '@playwright/test'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { settled, startConsole, type TestConsole } from './browser.ts'
import { faults, open } from './look.ts'

let console: TestConsole
beforeAll(async () => {
  console = await startConsole()
})
afterAll(() => console?.stop())

/** The file of somebody on a list; people in work have spells to look at. */
async function openSomebody(page: Page): Promise<string> {
  await open(page, `/people?filter=${encodeURIComponent('in_work = true')}`)
  await page.locator('main table tbody th a').first().click()
  await page.waitForURL(/\/people\/\d+/)
  await settled(page)
  return new URL(page.url()).pathname
}

describe('a file', () => {
  test('shows its number masked, unmasked after a reason, and the reason among its readings', async () => {
    const page = await console.page('county')
    await openSomebody(page)
    const head = page.locator('.file-sealed')
    expect(await head.textContent()).toMatch(/500\*+\w{2}/)
    expect(await page.content()).not.toMatch(/500199\d{11}[\dX]/)
    await head.getByRole('button', { name: '查看原值 证件号码' }).click()
    const reason = `电话核实务工情况 ${Date.now()}`
    await page.getByLabel('事由').fill(reason)
    await page.getByRole('button', { name: '查看', exact: true }).click()
    await head.getByText('秒后遮住').waitFor()
    expect(await head.locator('code').first().textContent()).toMatch(/^500199\d{11}[\dX]$/)
    await head.getByRole('button', { name: '现在遮住' }).click()
    expect(await head.textContent()).toMatch(/500\*+\w{2}/)
    await page.getByRole('button', { name: '显示查阅记录' }).click()
    const reading = page.locator('section[aria-labelledby="readers"] tbody tr', { hasText: reason })
    await reading.first().waitFor()
    expect(await reading.first().textContent()).toContain('查看原值')
  })

  test('says why somebody counts in a figure: each part of the rule with its own outcome', async () => {
    const page = await console.page('county')
    await open(page, '/indicators/workshop-workers/counted')
    await page.locator('main table tbody th a').first().click()
    await page.waitForURL(/\/people\/\d+/)
    await settled(page)
    await page.locator('.counted-in a').first().click()
    await page.waitForURL(/\/why\?.*predicate=/)
    const drawer = page.getByRole('dialog')
    await drawer.locator('.why-outcome').waitFor()
    expect(await drawer.locator('.why-outcome').textContent()).toContain('符合')
    await expect.poll(() => drawer.locator('.rule-text .rule-part').count()).toBeGreaterThan(0)
    await expect.poll(() => drawer.locator('.why-steps li').count()).toBeGreaterThan(0)
    await page.reload()
    await drawer.locator('.why-outcome').waitFor()
    await drawer.getByRole('button', { name: '关闭' }).click()
    await page.waitForURL((address) => !address.pathname.endsWith('/why'))
  })

  test('takes a spell of work once, says what changed, keeps what was said before', async () => {
    const page = await console.page('county')
    await openSomebody(page)
    const spells = page.locator('.spell')
    const action = page.locator('.spell-actions button', { hasText: '核实' }).first()
    const before = await spells.count()
    await action.click()
    await page.getByRole('button', { name: '保存' }).click()
    await page.getByText('已保存').waitFor()
    await expect.poll(() => page.locator('.spell-superseded').count()).toBeGreaterThan(0)
    expect(await spells.count()).toBeGreaterThan(before - 1)
  })

  test('that two officers change at once shows both versions, and overwrites neither', async () => {
    const first = await console.page('county')
    const path = await openSomebody(first)
    const second = await console.page('county')
    await open(second, path)
    for (const page of [first, second]) await page.locator('.spell-actions button', { hasText: '核实' }).first().click()
    await first.getByRole('button', { name: '保存' }).click()
    await first.getByText('已保存').waitFor()
    const before = await second.locator('main .spells .spell').count()
    await second.getByRole('button', { name: '保存' }).click()
    // The page behind has read the newer version too: what was refused stays on the screen.
    await expect.poll(() => second.locator('main .spells .spell').count()).toBe(before + 1)
    await expect.poll(() => second.locator('.conflict .spell').count()).toBe(2)
  })

  test('of somebody who has died asks for no work and offers none; of a living one it does', async () => {
    const page = await console.page('county')
    const asked = page.getByRole('button', { name: '询问就业意愿' })
    await open(page, '/people/1003')
    await asked.waitFor()
    await open(page, '/people/1008')
    await page.getByRole('heading', { name: '推荐和上岗' }).waitFor()
    expect([await asked.count(), await page.getByRole('heading', { name: '可推荐的岗位' }).count()]).toEqual([0, 0])
  })

  test('outside the post’s area is not there, and the page says what to do', async () => {
    const city = await console.page('city')
    await open(city, '/people')
    const path = await city.locator('main table tbody th a').first().getAttribute('href')
    const village = await console.page('village')
    await open(village, path!.split('?')[0]!)
    expect(await village.locator('h1').textContent()).toBe('本岗位范围内没有这份档案')
    expect(await village.locator('main').textContent()).toContain('查人')
  })

  test('as known then shows what was not yet known apart', async () => {
    const page = await console.page('county')
    const path = await openSomebody(page)
    await open(page, `${path}?knownAt=${encodeURIComponent('2015-01-01T00:00:00.000Z')}`)
    const text = await page.locator('main').textContent()
    expect(text).toMatch(/当时还不知道|没有这份档案|没有任何经历/)
  })

  test('has nothing that keeps anyone out, on a desk and on a phone, light and dark', async () => {
    for (const look of [{}, { phone: true }, { theme: 'dark', language: 'en' }] as const) {
      const page = await console.page('county', look)
      await openSomebody(page)
      expect(await faults(page), JSON.stringify(look)).toEqual([])
      const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
      expect(over).toBeLessThanOrEqual(0)
    }
  })
})
