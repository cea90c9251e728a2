import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { settled, startConsole, type TestConsole } from './browser.ts'
import { faults, open } from './look.ts'

let console: TestConsole
beforeAll(async () => {
  console = await startConsole()
})
afterAll(() => console?.stop())

const GHOST = '在册却无考勤、参保、工资佐证'

describe('a workshop', () => {
  test('with people for whom nothing is shown is found in the list, its month is entered in one go, and the finding is gone', async () => {
    const page = await console.page('county')
    await open(page, '/sites')
    await page.getByLabel('疑点').selectOption('roster-ghost')
    await page.waitForURL(/part=roster-ghost/)
    await settled(page)
    // Of those with ghosts one whose whole attendance is missing: everybody stands in the form.
    await page.getByLabel('疑点').selectOption('site-attendance-missing')
    await page.waitForURL(/part=site-attendance-missing/)
    await settled(page)
    await page.locator('main table tbody th a').first().click()
    await page.waitForURL(/\/sites\/\d+/)
    const finding = page.locator('.file-finding', { hasText: GHOST })
    await finding.waitFor()
    expect(await faults(page)).toEqual([])

    await finding.getByRole('button').click()
    await page.getByText(`疑点涉及的人：${GHOST}`).waitFor()
    const behind = await page.locator('#roster tbody tr').count()
    expect(await finding.getByRole('button').textContent()).toContain(`${behind} 人`)
    await page.locator('#roster').getByRole('link', { name: '全部' }).click()
    await page.getByRole('button', { name: '登记本月考勤' }).click()
    for (const field of await page.locator('#roster input[type=number][max="31"]').all()) await field.fill('21')
    expect(await faults(page)).toEqual([])
    await page.getByRole('button', { name: /^保存 \d+ 人$/ }).click()
    await page.getByText('考勤已保存').waitFor()
    await expect.poll(() => finding.count()).toBe(0)
    await page.locator('#roster').getByText('21 天').first().waitFor()
  })

  test('gets its grade of the year from the staff counted by name; on a phone, in English and in the dark it stays readable', async () => {
    const page = await console.page('county', { phone: true, language: 'en', theme: 'dark' })
    await open(page, '/sites/37000')
    await page.getByRole('heading', { name: 'Yearly evaluation' }).waitFor()
    await page.getByText('Give a grade').click()
    await page.locator('.site-give select').selectOption('good')
    await page.getByLabel('Reason').fill('on the spot, 17 September')
    await page.locator('section[aria-labelledby=evaluation]').getByRole('button', { name: 'Save' }).click()
    await page.getByText('Grade saved').waitFor()
    const year = page.locator('section[aria-labelledby=evaluation] tbody tr', { hasText: '2021' })
    await year.getByText('2021-09-17').waitFor()
    expect(await faults(page)).toEqual([])
  })

  test('cannot be opened from outside its county, and a village gives no grades', async () => {
    const page = await console.page('village')
    await open(page, '/sites/37000')
    await page.getByText('没有这个载体，或它不在当前岗位的范围内').waitFor()
    expect(await page.getByText('评定等次').count()).toBe(0)
  })
})
