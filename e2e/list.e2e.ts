import { readFile } from 'node:fs/promises'
import type { Page } from '@playwright/test'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { sheetRows } from '#server/adapters/sheet-rows.ts'
import { settled, startConsole, type TestConsole } from './browser.ts'
import { faults, move, open } from './look.ts'

let console: TestConsole
beforeAll(async () => {
  console = await startConsole()
})
afterAll(() => console?.stop())

const rows = (page: Page) => page.locator('main table tbody tr')
const filterOf = (page: Page) => new URL(page.url()).searchParams.get('filter')
/** An identity number in clear: seventeen digits and a check digit. A mask has stars. */
const UNMASKED = /\d{17}[\dXx]/

describe('a list of people', () => {
  test('is filtered by rows, kept in the address, saved, applied again, and there on the way back', async () => {
    const page = await console.page('county')
    await open(page, '/people')
    await page.getByRole('button', { name: '设置筛选' }).click()
    await page.getByRole('button', { name: '+ 加一个条件' }).click()
    await page.getByLabel('事实').selectOption({ label: '性别' })
    await page.getByLabel('值', { exact: true }).selectOption({ label: '女' })
    await page.getByRole('button', { name: '+ 加一段经历' }).click()
    await page.getByRole('button', { name: '应用筛选' }).click()
    await page.waitForURL(/filter=/)
    await settled(page)
    const filter = filterOf(page)
    expect(filter).toBe('sex = "female" and (some e in employments satisfies e.current)')
    expect(await rows(page).count()).toBeGreaterThan(0)
    const sexes = await page.locator('main table td[data-label="性别"]').allTextContents()
    expect(new Set(sexes)).toEqual(new Set(['女']))

    await page.getByLabel('筛选名称').fill('在岗女工')
    await page.getByRole('button', { name: '存为' }).click()
    const saved = page.getByRole('button', { name: '在岗女工', exact: true })
    await saved.waitFor()
    await rows(page).first().locator('th a').click()
    await page.waitForURL(/\/people\/\d+/)
    await settled(page)
    await page.goBack()
    await settled(page)
    expect(filterOf(page)).toBe(filter)

    await page.getByRole('button', { name: '清除筛选' }).click()
    await settled(page)
    expect(filterOf(page)).toBeNull()
    await saved.click()
    await settled(page)
    expect(filterOf(page)).toBe(filter)
    await page.getByRole('button', { name: '删除“在岗女工”' }).click()
    await saved.waitFor({ state: 'detached' })
  })

  test('pages forward and back, and no one stands on two pages', async () => {
    const page = await console.page('city')
    await open(page, '/people')
    const links = () =>
      page.locator('main table tbody th a').evaluateAll((all) => all.map((a) => a.getAttribute('href')))
    const first = await links()
    await page.getByRole('link', { name: '下一页' }).click()
    await page.getByText('第 2 页').waitFor()
    await settled(page)
    const second = await links()
    expect(second.filter((one) => first.includes(one))).toEqual([])
    await page.getByRole('link', { name: '上一页' }).click()
    await page.getByText('第 1 页').waitFor()
    await settled(page)
    expect(await links()).toEqual(first)
  })

  test('refuses a mistaken text with the place, and does not leave the list', async () => {
    const page = await console.page('county')
    await open(page, `/people?filter=${encodeURIComponent('age + 1 > 17')}`)
    await page.getByRole('button', { name: '编辑筛选' }).click()
    const editor = page.locator('.rule-editor .cm-content')
    await editor.waitFor()
    await editor.fill('age + nothing > 17')
    await page.getByRole('button', { name: '应用筛选' }).click()
    await page.locator('.filter-fault').filter({ hasText: '字' }).waitFor()
    expect(filterOf(page)).toBe('age + 1 > 17')
  })

  test('is searched by part of a name; what is typed stands in no address', async () => {
    const page = await console.page('county')
    const asked: string[] = []
    page.on('request', (request) => asked.push(request.url()))
    await open(page, '/people')
    const name = (await rows(page).first().locator('th a').textContent())!
    await page.keyboard.press('/')
    await page.locator('[data-search]').fill(name)
    await page.locator('.search-found tbody a').first().waitFor()
    expect(await page.locator('.search-found tbody th').allTextContents()).toContain(name)
    expect(asked.filter((address) => decodeURIComponent(address).includes(name))).toEqual([])
    await page.keyboard.press('Enter')
    await page.waitForURL(/\/people\/\d+/)
  })

  test('has nothing that keeps anyone out, on a desk and on a phone, light and dark', async () => {
    for (const look of [{}, { phone: true }, { theme: 'dark', language: 'en' }] as const) {
      const page = await console.page('county', look)
      for (const address of ['/people', '/search', '/exports', '/indicators/workshop-workers/counted']) {
        await move(page, address)
        expect(await faults(page), `${address} ${JSON.stringify(look)}`).toEqual([])
        const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
        expect(over, address).toBeLessThanOrEqual(0)
      }
    }
  })
})

describe('an export', () => {
  test('is a workbook that another reader opens: marked, as long as the figure, no number unmasked', async () => {
    const page = await console.page('county')
    await open(page, '/indicators/workshop-workers/counted')
    const figure = await page.locator('.counted-figure strong').textContent()
    await page.getByRole('button', { name: '导出 Excel' }).click()
    await page.getByLabel('事由').fill('九月车间用工核查')
    await page.getByRole('button', { name: '开始导出' }).click()
    const link = page.getByRole('link', { name: '下载' })
    await link.waitFor({ timeout: 60_000 })
    const [download] = await Promise.all([page.waitForEvent('download'), link.click()])
    const sheet = sheetRows(await readFile(await download.path()))
    expect(sheet[0]![0]).toContain('九月车间用工核查')
    expect(sheet.at(-1)).toEqual(sheet[0])
    expect(`${sheet.length - 3}`).toBe(figure!.replaceAll(',', '').match(/\d+/)![0])
    const cells = sheet.flat()
    expect(cells.filter((cell) => /^500\*+\w{2}$/.test(cell)).length).toBeGreaterThan(0)
    expect(cells.filter((cell) => UNMASKED.test(cell))).toEqual([])
    expect(UNMASKED.test('50019919900101123X')).toBe(true)
  })

  test('is another’s: not there', async () => {
    const page = await console.page('county')
    const made = await page.request.post('/api/exports', {
      data: { clientId: crypto.randomUUID(), reason: '月度核查', list: {} },
      headers: { origin: console.url },
    })
    const { id } = (await made.json()) as { id: number }
    const other = await console.page('town')
    expect((await other.request.get(`/api/exports/${id}`)).status()).toBe(404)
    expect((await other.request.get(`/api/exports/${id}/file`)).status()).toBe(404)
  })
})
