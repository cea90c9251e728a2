import type { Page } from '@playwright/test'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { settled, startConsole, type TestConsole } from './browser.ts'
import { faults, move, open } from './look.ts'

let console: TestConsole
beforeAll(async () => {
  console = await startConsole()
})
afterAll(() => console?.stop())

/** A story person without work, and one at work in a workshop. */
const WANTS_WORK = { id: 1010, name: '欧阳春梅' }
const AT_WORK = '冉光秀'
let batch = ''

/** From the agreement of the plan to an empty list. */
async function planBatch(page: Page): Promise<string> {
  await open(page, '/corridors')
  await page.getByRole('link', { name: '鲁渝劳务协作', exact: true }).click()
  await page.getByText('14个协作城市中另外9个与哪个区县结对，未见公布').waitFor()
  await page.getByRole('link', { name: '新建批次' }).click()
  await page.getByLabel('出发日期').fill('2021-09-10')
  await page.getByLabel('交通方式').selectOption('bus')
  await page.getByLabel('带队人').fill('测试带队人')
  await page.getByLabel('接收站').fill('测试接收站')
  await page.getByRole('button', { name: '保存' }).click()
  await page.waitForURL(/\/batches\/\d+/)
  await settled(page)
  return new URL(page.url()).pathname
}

async function findAndCheck(page: Page, name: string) {
  await page.getByLabel('姓名、拼音或证件号码').fill(name)
  const found = page.locator('[data-candidate]', { hasText: name }).first()
  await found.getByRole('button', { name: '核对' }).click()
  return found
}

test('a batch goes from the list to the bus door, the sheet, the work and the return, which is a need at once', async () => {
  const desk = await console.page('county')
  batch = await planBatch(desk)
  const refused = await findAndCheck(desk, AT_WORK)
  await refused.getByText('出发当天仍有在务工记录').waitFor()
  expect(await refused.getByRole('button', { name: '加入名单' }).count()).toBe(0)
  const free = await findAndCheck(desk, WANTS_WORK.name)
  await free.getByRole('button', { name: '加入名单' }).click()
  await desk.locator(`[data-person="${WANTS_WORK.id}"]`).getByText('未点名').waitFor()

  const phone = await console.page('county', { phone: true })
  await open(phone, batch)
  const line = phone.locator(`[data-person="${WANTS_WORK.id}"]`)
  await line.getByRole('button', { name: '已上车' }).click()
  await line.locator('.tag', { hasText: '已上车' }).waitFor()
  await phone.getByRole('button', { name: '登记出发' }).click()
  await phone.getByText('2021-09-10 已出发').waitFor()
  const code = await phone.locator('.batch-sheet').textContent()

  await open(desk, `${batch}/arrivals`)
  const arriving = desk.locator(`[data-person="${WANTS_WORK.id}"]`)
  await desk.getByLabel('到岗日期').fill('2021-09-11')
  await desk.getByLabel('上岗日期').fill('2021-09-13')
  await desk.getByLabel('确认单编号').fill('AAAAAA')
  await arriving.getByRole('button', { name: '到岗', exact: true }).click()
  await arriving.getByText('确认单编号与本批次不符').waitFor()
  await desk.getByLabel('确认单编号').fill(code!.toLowerCase())
  await arriving.getByRole('button', { name: '到岗', exact: true }).click()
  // Neither employer nor industry is known without an order: the finding is told, and the officer says that it is so.
  await arriving.getByRole('button', { name: '情况属实，仍然登记' }).click()
  await arriving.locator('.tag', { hasText: '在岗' }).waitFor()

  await open(desk, '/corridors/shandong')
  const credited = desk.locator('section[aria-labelledby="progress"] tbody tr').first().getByRole('link').nth(1)
  const number = Number((await credited.locator('b').textContent())!.replaceAll(',', ''))
  await credited.click()
  await desk.waitForURL(/\/people\?/)
  await expect.poll(() => desk.locator('main table tbody tr').count()).toBe(number)

  await open(desk, batch)
  const back = desk.locator(`[data-person="${WANTS_WORK.id}"]`)
  await back.getByRole('button', { name: '已返回' }).click()
  await back.getByLabel('返回原因').selectOption('work_differs')
  await back.getByRole('button', { name: '登记返回' }).click()
  await back.locator('.tag', { hasText: '已返回' }).waitFor()
  await open(desk, `/people/${WANTS_WORK.id}`)
  await desk.getByText('输送后提前返回').locator('visible=true').first().waitFor()
})

test('where people work is a picture and a table whose numbers open as many people', async () => {
  const page = await console.page('town')
  await open(page, '/flows')
  await page.locator('.flow-chart svg').waitFor()
  const cell = page.locator('main table tbody tr').first().locator('td a').nth(2)
  const number = Number((await cell.locator('b').textContent())!.replaceAll(',', ''))
  await cell.click()
  await page.waitForURL(/\/people\?/)
  await expect.poll(() => page.locator('main table tbody tr').count()).toBe(Math.min(number, 50))
})

test('its pages keep nobody out, on a desk and on a phone, light and dark', async () => {
  const corridor = '/corridors/shandong'
  const desk = await console.page('county')
  const forms = [`${corridor}/batches/new`, `${corridor}/orders/new`, '/corridors/new', `${batch}/arrivals`]
  for (const address of [...forms, '/follow-ups', `${batch}/correct`]) await sound(desk, address)
  const phone = await console.page('county', { phone: true, theme: 'dark', language: 'en' })
  for (const address of ['/corridors', corridor, batch, '/flows']) {
    await sound(desk, address)
    await sound(phone, address)
  }
})

async function sound(page: Page, address: string): Promise<void> {
  await move(page, address)
  expect(await faults(page), address).toEqual([])
  const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
  expect(over, address).toBeLessThanOrEqual(0)
}
