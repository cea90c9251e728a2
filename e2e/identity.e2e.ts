import type { Page } from '@playwright/test'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { identityCheckDigit } from '#domain/people/identity.ts'
import { settled, startConsole, type TestConsole } from './browser.ts'
import { faults, move, open } from './look.ts'

let console: TestConsole
let town: Page
let county: Page
beforeAll(async () => {
  console = await startConsole()
  town = await console.page('town')
  county = await console.page('county')
})
afterAll(() => console?.stop())

/** A number that cannot be anyone's: the prefix was never assigned. */
const numberOf = (serial: number) => {
  const digits = `50019919750203${String(serial).padStart(3, '0')}`
  return digits + identityCheckDigit(digits)
}
/** Types who it is and asks for duplicates; the first village of the town is chosen. */
async function typeWho(page: Page, name: string, number: string): Promise<void> {
  await open(page, '/people/new')
  await page.getByLabel('姓名', { exact: true }).fill(name)
  await page.getByLabel('证件号码').fill(number)
  await page.locator('.village-choice select').first().selectOption({ index: 1 })
  await page.getByLabel('佐证').selectOption('visit')
  await page.getByRole('button', { name: '查重' }).click()
  await page.locator('.candidates').waitFor()
}
async function openFile(page: Page, name: string, number: string, reason?: string): Promise<number> {
  await typeWho(page, name, number)
  if (reason) await page.getByLabel('不是同一人的理由').first().fill(reason)
  await page.getByRole('button', { name: '建档', exact: true }).click()
  await page.waitForURL(/\/people\/\d+/)
  await settled(page)
  return Number(/\/people\/(\d+)/.exec(page.url())?.[1])
}

test('a file is opened only after its possible duplicates were told apart', async () => {
  await openFile(town, '谭新档', numberOf(111))
  await typeWho(town, '谭新档', numberOf(121))
  expect(await town.locator('.candidates').textContent()).toContain('只差一位')
  expect(await town.getByRole('button', { name: '建档', exact: true }).isDisabled()).toBe(true)
  expect(await faults(town)).toEqual([])
  await town.getByLabel('不是同一人的理由').first().fill('双胞胎，原件都看过')
  await town.getByRole('button', { name: '建档', exact: true }).click()
  await town.waitForURL(/\/people\/\d+/)
  await settled(town)
  expect(await town.locator('h1').textContent()).toBe('谭新档')
})

test('two files are merged by two officers, the closed one opens the other, and both come back', async () => {
  const one = await openFile(town, '谭并档', numberOf(311))
  const other = await openFile(town, '谭并挡', numberOf(321), '先建档，待核对')
  await open(town, `/people/${one}/merge/${other}`)
  await town.getByLabel('理由').fill('原件核对为同一人')
  await town.getByRole('button', { name: '提交复核' }).click()
  await town.waitForURL(new RegExp(`/people/${one}$|/people/${one}\\?`))
  await open(county, '/requests')
  const card = county.locator('.request', { hasText: '谭并挡' })
  expect(await card.textContent()).toContain('两份档案姓名不同')
  expect(await faults(county)).toEqual([])
  await card.getByRole('button', { name: '同意' }).click()
  await county.getByText('已办理').first().waitFor()
  await open(town, `/people/${other}`)
  expect(await town.locator('h1').textContent()).toBe('谭并档')
  expect(await town.locator('.standing').textContent()).toContain('已并入这份档案')
  await town.getByRole('button', { name: '撤销并档' }).click()
  await town.getByLabel('理由').fill('复核后确为两人')
  await town.getByRole('dialog').getByRole('button', { name: '提交' }).click()
  await town.getByText('已提交').first().waitFor()
  await open(county, '/requests')
  await county.locator('.request', { hasText: '谭并挡' }).getByRole('button', { name: '同意' }).click()
  await county.getByText('已办理').first().waitFor()
  await open(town, `/people/${other}`)
  expect(await town.locator('h1').textContent()).toBe('谭并挡')
})

test('a number is changed once a second officer has typed it alike', async () => {
  const id = await openFile(town, '谭改号', numberOf(511))
  await town.getByRole('button', { name: /^办理/ }).click()
  await town.getByRole('menuitem', { name: '更正证件号码' }).click()
  const dialog = town.getByRole('dialog')
  await dialog.getByLabel('证件号码').fill(numberOf(521))
  await dialog.getByLabel('理由').fill('建档时录错一位')
  await dialog.getByRole('button', { name: '提交' }).click()
  await town.getByText('已提交').first().waitFor()
  await open(town, '/requests')
  expect(await town.locator('.request', { hasText: '谭改号' }).getByRole('button', { name: '同意' }).count()).toBe(0)
  await open(county, '/requests')
  const card = county.locator('.request', { hasText: '谭改号' })
  await card.getByLabel('再录一遍').fill(numberOf(531))
  await card.getByRole('button', { name: '同意' }).click()
  await card.getByText('不一致').waitFor()
  await card.getByLabel('再录一遍').fill(numberOf(521))
  await card.getByRole('button', { name: '同意' }).click()
  await county.getByText('已办理').first().waitFor()
  await open(county, `/people/${id}`)
  expect(await county.locator('.file-sealed').textContent()).toContain(numberOf(521).slice(-2))
})

test('nothing keeps anyone out, on a desk and on a phone', async () => {
  for (const look of [{}, { phone: true, theme: 'dark', language: 'en' }] as const) {
    const page = await console.page('county', look)
    for (const address of ['/duplicates', '/requests', '/people/new']) {
      await move(page, address)
      expect(await faults(page), `${address} ${JSON.stringify(look)}`).toEqual([])
      expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0)
    }
  }
})
