import type { Page } from '@playwright/test'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { settled, startConsole, type TestConsole } from './browser.ts'
import { faults, move, open } from './look.ts'

let console: TestConsole
beforeAll(async () => {
  console = await startConsole()
})
afterAll(() => console?.stop())

/** People still to be asked about, with work or without. */
const lines = (page: Page, button: string) =>
  page.locator('.round-line', { has: page.getByRole('button', { name: button, exact: true }) })
const tag = (page: Page, person: string) => page.locator(`[data-person="${person}"] .tag`)
const personOf = async (page: Page, button: string) =>
  (await lines(page, button).first().getAttribute('data-person')) ?? ''

describe('a village officer on a phone', () => {
  test('goes through the round: as last month, an exception, and one tap taken back', async () => {
    const page = await console.page('village', { phone: true })
    await open(page, '/round?part=open')
    const person = await personOf(page, '仍未务工')
    const line = page.locator(`[data-person="${person}"]`)
    await line.getByRole('button', { name: '仍未务工' }).click()
    await expect.poll(() => tag(page, person).textContent()).toBe('已核实')
    await page.getByRole('button', { name: /撤回“与上月一致”/ }).click()
    await expect.poll(() => tag(page, person).textContent()).toBe('待核实')

    await line.getByRole('button', { name: '已务工' }).click()
    const form = line.getByRole('form', { name: '有变化' })
    await form.getByLabel('务工企业').fill('新开的工厂')
    await form.getByLabel('务工地').selectOption({ label: '广东' })
    await form.getByLabel('就业渠道').selectOption({ label: '外出务工' })
    await form.getByLabel('新工作开始日期').fill('2021-09-06')
    await form.getByRole('button', { name: '登记' }).click()
    // Without a wage the record would be incomplete: that is told before it is saved, and may be said to be so.
    await line.getByText('务工信息不完整').waitFor()
    expect(await faults(page)).toEqual([])
    await line.getByRole('button', { name: '核对过，属实，登记' }).click()
    await expect.poll(() => tag(page, person).textContent()).toBe('已核实')
    expect(await line.textContent()).toContain('新开的工厂')

    const other = await personOf(page, '仍未务工')
    await page.locator(`[data-person="${other}"]`).getByRole('button', { name: '未联系上' }).click()
    await expect.poll(() => tag(page, other).textContent()).toBe('未联系上')
  })

  test('without a signal keeps the taps, through a reload, and sends each once when it is back', async () => {
    const page = await console.page('village', { phone: true })
    await open(page, '/round?part=open')
    const person = await personOf(page, '仍未务工')
    await page.route('**/api/people/*/round', (route) => route.abort())
    await page.locator(`[data-person="${person}"]`).getByRole('button', { name: '仍未务工' }).click()
    await expect.poll(() => tag(page, person).textContent()).toBe('待上传')
    await page.getByText('1 条尚未上传').waitFor()
    await page.reload()
    await settled(page)
    await expect.poll(() => tag(page, person).textContent()).toBe('待上传')
    await page.unroute('**/api/people/*/round')
    await page.getByRole('button', { name: '立即上传' }).click()
    await expect.poll(() => tag(page, person).textContent()).toBe('已核实')
    await page.getByText('尚未上传').waitFor({ state: 'detached' })
  })

  test('sees both sides where somebody was faster, and chooses', async () => {
    const page = await console.page('village', { phone: true })
    await open(page, '/round?part=open')
    const person = await personOf(page, '仍未务工')
    const colleague = await console.page('county')
    await open(colleague, '/round?area=500235131201&part=open')
    await colleague.locator(`[data-person="${person}"]`).getByRole('button', { name: '未联系上' }).click()
    await expect.poll(() => tag(colleague, person).textContent()).toBe('未联系上')
    const line = page.locator(`[data-person="${person}"]`)
    await line.getByRole('button', { name: '仍未务工' }).click()
    await line.getByText('现在的记录').waitFor()
    await expect.poll(() => line.locator('.conflict-sides').textContent()).toContain('未联系上')
    expect(await faults(page)).toEqual([])
    await line.getByRole('button', { name: '仍按我的登记' }).click()
    await expect.poll(() => tag(page, person).textContent()).toBe('已核实')
  })
})

test('at a desk the keyboard alone does it: Enter and on to the next, 4 for not reached, U to take back', async () => {
  const page = await console.page('county')
  await open(page, '/round?part=open')
  const first = await personOf(page, '与上月一致')
  await page.locator(`[data-person="${first}"] .round-same`).focus()
  await page.keyboard.press('Enter')
  const focused = () =>
    page.evaluate(() => document.activeElement?.closest('[data-person]')?.getAttribute('data-person'))
  await expect.poll(focused).not.toBe(first)
  const second = (await focused())!
  await page.keyboard.press('4')
  await expect.poll(() => tag(page, second).textContent()).toBe('未联系上')
  await page.keyboard.press('u')
  await expect.poll(() => tag(page, second).textContent()).toBe('待核实')
  await expect.poll(() => tag(page, first).textContent()).toBe('已核实')
})

test('every number of the coverage is as long as the list it opens', async () => {
  const page = await console.page('county')
  await open(page, '/round/coverage')
  const cell = page.locator('main table tbody tr').nth(1).locator('td[data-label="待核实"] a')
  const count = Number((await cell.locator('b').textContent())!.replaceAll(',', ''))
  await cell.click()
  await page.waitForURL(/\/round\?.*part=open/)
  await settled(page)
  expect(await page.locator('.round-line').count()).toBe(count)
})

test('nothing keeps anyone out, on a desk and on a phone, light and dark', async () => {
  for (const look of [{}, { phone: true }, { theme: 'dark', language: 'en' }] as const) {
    const page = await console.page('town', look)
    for (const address of ['/round', '/round/coverage']) {
      await move(page, address)
      expect(await faults(page), `${address} ${JSON.stringify(look)}`).toEqual([])
      const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
      expect(over, address).toBeLessThanOrEqual(0)
    }
  }
})
