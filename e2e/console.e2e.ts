import type { Page } from '@playwright/test'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { settled, startConsole, type TestConsole } from './browser.ts'
import { faults, move, open } from './look.ts'

let console: TestConsole
beforeAll(async () => {
  console = await startConsole()
})
afterAll(() => console?.stop())

const COUNTY = 500235000000
const DAY = '2021-09-17'
/** Every page of an officer, as the address bar has it. */
const PAGES = [
  '/',
  '/map',
  '/actions/employment',
  '/measures/workshops',
  '/indicators/workshops',
  '/indicators/workshops/counted',
  '/areas/500000000000',
  `/areas/${COUNTY}`,
  '/plan',
  '/people',
  '/search',
  '/no-such-page',
]
const ADMINISTRATORS: [string, string[]][] = [
  ['audit', ['/audit']],
  ['system', ['/accounts', '/posts']],
  ['security', ['/accounts', '/posts']],
]

const figure = (page: Page, indicator: string) =>
  page.locator(`main a[href*="/indicators/${indicator}/counted"]`).first()

describe('a city officer', () => {
  test('sees the published workshops of the demonstration day, and opens each to its list', async () => {
    const page = await console.page('city')
    expect(await page.locator('.demo-banner').textContent()).toContain(DAY)
    for (const [indicator, value] of [
      ['workshops', '473'],
      ['workshop-workers', '9,986'],
      ['workshop-lifted', '4,121'],
    ] as const) {
      await open(page, '/')
      expect(await figure(page, indicator).locator('b').textContent()).toBe(value)
      await figure(page, indicator).click()
      await page.waitForURL(`**/indicators/${indicator}/counted**`)
      await settled(page)
      expect(await page.locator('main table tbody tr').count()).toBeGreaterThan(0)
    }
  })

  test('finds every action of the plan with a figure in it', async () => {
    const page = await console.page('city')
    const sections = page.locator('main section.action')
    expect(await sections.count()).toBe(5)
    for (const section of await sections.all()) expect(await section.locator('.figure').count()).toBeGreaterThan(0)
  })

  test('goes down to names and back; day, indicator and filter are still there', async () => {
    const page = await console.page('city')
    const filter = encodeURIComponent('age >= 16')
    await open(page, `/areas/${COUNTY}?on=2021-09-30&indicator=workshops&filter=${filter}`)
    await page.locator('main table tbody th a').first().click()
    await page.waitForURL((address) => !address.pathname.endsWith(String(COUNTY)))
    await settled(page)
    const below = new URL(page.url())
    expect(below.searchParams.get('on')).toBe('2021-09-30')
    expect(below.searchParams.get('filter')).toBe('age >= 16')
    await page.locator('main table tbody th a').first().click()
    await page.waitForURL((address) => address.pathname !== below.pathname)
    await settled(page)
    await page.locator('nav.crumbs a').last().click()
    await page.waitForURL((address) => address.pathname === below.pathname)
    const back = new URL(page.url()).searchParams
    expect([back.get('on'), back.get('indicator'), back.get('filter')]).toEqual([
      '2021-09-30',
      'workshops',
      'age >= 16',
    ])
    for (let steps = 0; steps < 3; steps++) await page.goBack()
    await page.waitForURL((address) => address.pathname === `/areas/${COUNTY}`)
    expect(new URL(page.url()).searchParams.get('filter')).toBe('age >= 16')
  })

  test('reads another day, another knowledge and another division, all in the address', async () => {
    const page = await console.page('city')
    await page.getByLabel('截至', { exact: true }).first().fill('2020-12-31')
    await page.waitForURL('**on=2020-12-31**')
    await settled(page)
    await page.getByLabel('所知时点').selectOption('day')
    await page.waitForURL('**knownAt=**')
    await open(page, `/map?on=${DAY}`)
    expect(await page.locator('.tile-map li').count()).toBe(38)
    await page.locator('.divisions a').last().click()
    await page.waitForURL('**division=**')
    await settled(page)
    expect(await page.locator('.tile-map li').count()).toBe(37)
  })

  test('reads the definition beside a figure', async () => {
    const page = await console.page('city')
    await page.locator('.definition-button').first().click()
    const drawer = page.getByRole('dialog')
    await drawer.waitFor()
    expect(await drawer.locator('code.rule-line').first().textContent()).not.toBe('')
    await page.keyboard.press('Escape')
    await drawer.waitFor({ state: 'hidden' })
  })
})

describe('the frame', () => {
  test('changes language and theme, and keeps them', async () => {
    const page = await console.page('city')
    expect(await page.locator('h1').textContent()).toBe('总览')
    await page.getByRole('button', { name: 'English' }).click()
    expect(await page.locator('h1').textContent()).toBe('Overview')
    expect(await page.locator('html').getAttribute('lang')).toBe('en')
    const light = await page.locator('body').evaluate((body) => getComputedStyle(body).backgroundColor)
    await page.getByRole('button', { name: 'Dark' }).click()
    expect(await page.locator('body').evaluate((body) => getComputedStyle(body).backgroundColor)).not.toBe(light)
    await page.reload()
    await settled(page)
    expect(await page.locator('h1').textContent()).toBe('Overview')
    expect(await page.locator('html').getAttribute('data-theme')).toBe('dark')
  })

  test('says why it refuses: a wrong password, a page without permission, nobody signed in', async () => {
    const page = await console.page()
    await open(page, '/plan')
    expect(new URL(page.url()).pathname).toBe('/sign-in')
    await page.locator('input[name=username]').fill('city')
    await page.locator('input[name=current-password]').fill('wrong')
    await page.locator('.sign-in-form button[type=submit]').click()
    expect(await page.getByRole('alert').textContent()).toMatch(/access\./)
    await page.locator('.demo-sign-ins button').first().click()
    await page.locator('.sign-in-form button[type=submit]').click()
    await page.waitForURL('**/plan**')
    await open(page, '/audit')
    expect(await page.locator('main').textContent()).toContain('access.audit')
  })

  test('is used with the keyboard alone', async () => {
    const page = await console.page('city')
    await page.goto('/')
    await settled(page)
    // The figures are counted in the background after a start: the rows stand still once nothing is asked for any more.
    await page.locator('table.figures tbody th a').first().waitFor()
    await page.waitForLoadState('networkidle')
    // First in reach from the top of the page; where a page opens by itself its heading has the focus already.
    const reachable = page.locator('a[href], button, input, select').first()
    expect(await reachable.getAttribute('href')).toContain('#content')
    await reachable.focus()
    await page.keyboard.press('Enter')
    await page.locator('table.figures tbody th a').first().focus()
    const first = await focused(page)
    await page.keyboard.press('ArrowDown')
    await expect.poll(() => focused(page)).not.toBe(first)
    await page.keyboard.press('ArrowUp')
    expect(await focused(page)).toBe(first)
    await page.keyboard.press('Enter')
    await page.waitForURL('**/indicators/**')
    await settled(page)
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('H1')
    await page.keyboard.press('/')
    await page.waitForURL('**/search**')
  })
})

const focused = (page: Page) =>
  page.evaluate(() => document.activeElement?.getAttribute('href') ?? document.activeElement?.tagName ?? '')

describe.each(['light', 'dark'] as const)('%s', (theme) => {
  test('breaks no rule of WCAG A or AA on any page of an officer', async () => {
    const page = await console.page('city', { theme })
    for (const address of PAGES) {
      await move(page, address)
      expect.soft(await faults(page), address).toEqual([])
    }
  })

  test('nor on the pages of sign-in and the administrators', async () => {
    const nobody = await console.page(undefined, { theme })
    await open(nobody, '/sign-in')
    expect.soft(await faults(nobody), '/sign-in').toEqual([])
    for (const [officer, pages] of ADMINISTRATORS) {
      const page = await console.page(officer, { theme })
      for (const address of pages) {
        await move(page, address)
        expect.soft(await faults(page), `${officer} ${address}`).toEqual([])
      }
    }
  })
})

test.each([
  ['light', '<img src="/x.png">'],
  ['dark', '<p style="color:#777;background:#666">灰上灰</p>'],
] as const)('a planted fault is found (%s)', async (theme, fault) => {
  const page = await console.page('city', { theme })
  expect(await faults(page)).toEqual([])
  await page.evaluate((html) => document.querySelector('main')?.insertAdjacentHTML('beforeend', html), fault)
  expect(await faults(page)).not.toEqual([])
})

test.each(['zh', 'en'] as const)('on a phone nothing runs over the side (%s)', async (language) => {
  const page = await console.page('city', { phone: true, language })
  for (const address of PAGES) {
    await move(page, address)
    const over = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
    expect.soft(over, address).toBeLessThanOrEqual(0)
  }
  await page.evaluate(() =>
    document.querySelector('main')?.insertAdjacentHTML('beforeend', '<p style="width:900px">-</p>'),
  )
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeGreaterThan(390)
})
