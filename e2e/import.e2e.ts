import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { FIRM, monthlyBook } from '../test/lists/monthly-book.ts'
import { settled, startConsole, type TestConsole } from './browser.ts'
import { faults, open } from './look.ts'

let console: TestConsole
beforeAll(async () => {
  console = await startConsole()
})
/** An import is worked on by a process of its own: minutes on a machine that others share. */
const PATIENCE = 400_000
afterAll(() => console?.stop())

const dropped = (name: string, buffer: Buffer) => ({ name, mimeType: 'application/octet-stream', buffer })

async function drop(page: Page, name: string, bytes: Buffer): Promise<void> {
  await open(page, '/imports/new')
  await page.locator('input[type=file]').setInputFiles(dropped(name, bytes))
  await page.locator('#which-list').waitFor()
}
/** What was asked for is done: the next step stands there. */
async function done(page: Page, title: string): Promise<void> {
  await page.locator('.import-next', { hasText: title }).waitFor({ timeout: 150_000 })
  await settled(page)
}
const tab = (page: Page, outcome: string) => page.locator(`.import-tabs .outcome-${outcome}`)
/** Whether a file's standing spells name the firm; what was withdrawn stays in its history. */
const standsAt = (page: Page, firm: string): Promise<boolean> =>
  page.evaluate(async (name) => {
    const { spells } = (await (await fetch('/api/people/1002')).json()) as { spells: { knownTo: string | null }[] }
    return spells.some((spell) => spell.knownTo === null && JSON.stringify(spell).includes(name))
  }, firm)

test(
  'a messy workbook goes in by hand: recognised, a column told, rows compared, decided, taken, undone',
  async () => {
    const town = await console.page('town')
    await drop(town, '江口镇9月务工监测.xlsx', monthlyBook('打工的厂'))
    expect(await town.locator('.import-recognised').textContent()).toContain('务工月监测表')
    expect(await town.locator('main').textContent()).toContain('另有隐藏的工作表 1 张')
    expect(await faults(town)).toEqual([])
    // Enter goes on: the next thing to do has the focus.
    await town.keyboard.press('Enter')
    await town.getByLabel('“打工的厂”当作').selectOption({ label: '务工企业' })
    // What was told stays through a reload.
    await town.reload()
    await settled(town)
    expect(await town.getByLabel('“打工的厂”当作').inputValue()).toBe('employer')
    expect(await faults(town)).toEqual([])
    await town.getByRole('button', { name: '开始核对' }).click()
    await done(town, '核对好了')
    await done(town, '台账还没有任何变化')
    expect(await standsAt(town, FIRM)).toBe(false)

    await tab(town, 'refused').click()
    await settled(town)
    const refused = (await town.locator('.import-rows').textContent()) ?? ''
    for (const reason of ['这不是金额', '台账里没有这个人', '数字已丢失', '不认识这个词'])
      expect(refused).toContain(reason)
    expect(await faults(town)).toEqual([])

    await tab(town, 'review').click()
    // Somebody who was not proposed may be chosen too; then the first is, after all.
    const review = town.locator('.import-review')
    await review.getByRole('button', { name: '查找另一份档案' }).click()
    await review.getByRole('searchbox').fill('谭')
    await review.locator('.person-choice li button').first().click()
    await expect.poll(() => review.locator('input[type=radio]').count()).toBe(3)
    await review.getByLabel('就是这个人').first().check()
    await expect.poll(() => review.locator('input[type=radio]').count()).toBe(2)
    await town.getByRole('button', { name: '记下 1 行的决定' }).click()
    await tab(town, 'review').waitFor({ state: 'detached', timeout: 60_000 })
    await done(town, '核对好了')

    await town.getByRole('button', { name: /取入 \d+ 行/ }).click()
    expect(await town.locator('.import-will').textContent()).toContain('4 行退回')
    expect(await faults(town)).toEqual([])
    await town.keyboard.press('Enter')
    await done(town, '已取入台账')
    expect(await standsAt(town, FIRM)).toBe(true)

    await town.getByRole('button', { name: '整份撤销' }).click()
    await town.getByRole('button', { name: '确定撤销' }).click()
    await done(town, '已整份撤销')
    expect(await standsAt(town, FIRM)).toBe(false)
  },
  PATIENCE,
)

test(
  'a row is decided after the others were taken; refused rows go home as a workbook and come back alone, with the columns remembered',
  async () => {
    const town = await console.page('town')
    await drop(town, '江口镇10月务工监测.xlsx', monthlyBook('上班的厂'))
    await town.getByRole('button', { name: '下一步：对应列' }).click()
    await town.getByLabel('“上班的厂”当作').selectOption({ label: '务工企业' })
    await town.getByRole('button', { name: '开始核对' }).click()
    await done(town, '核对好了')
    expect(await town.locator('.import-read').textContent()).toContain('隐藏的 1 行（第 9 行）没有读入')
    await town.getByRole('button', { name: /取入 \d+ 行/ }).click()
    // What will be done is read first; Enter before it stands there only asks again.
    await town.locator('.import-will').waitFor()
    await town.locator('.import-form button[type=submit]:focus').waitFor()
    await town.keyboard.press('Enter')
    await done(town, '已取入台账')
    await tab(town, 'review').click()
    // This list opens no files: nobody new is offered.
    await expect.poll(() => town.locator('.import-review input[type=radio]').count()).toBe(2)
    // Somebody who was not proposed may be chosen too; then the first is, after all.
    const review = town.locator('.import-review')
    await review.getByRole('button', { name: '查找另一份档案' }).click()
    await review.getByRole('searchbox').fill('谭')
    await review.locator('.person-choice li button').first().click()
    await expect.poll(() => review.locator('input[type=radio]').count()).toBe(3)
    await review.getByLabel('就是这个人').first().check()
    await expect.poll(() => review.locator('input[type=radio]').count()).toBe(2)
    await town.getByRole('button', { name: '记下并取入 1 行' }).click()
    await tab(town, 'review').waitFor({ state: 'detached', timeout: 60_000 })
    await done(town, '已取入台账')
    await town.getByRole('button', { name: '算一算' }).click()
    await town.getByRole('columnheader', { name: '取入后' }).waitFor({ timeout: 60_000 })
    await settled(town)
    expect(await faults(town)).toEqual([])
    const [file] = await Promise.all([
      town.waitForEvent('download'),
      town.getByRole('button', { name: /下载错误行/ }).click(),
    ])
    expect(file.suggestedFilename()).toBe('江口镇10月务工监测-错误行.xlsx')
    // It says whose rows it brings back: list, day and columns are not asked again.
    await drop(town, '改好.xlsx', readFileSync(await file.path()))
    expect(await town.locator('.import-recognised').textContent()).toContain('江口镇10月务工监测.xlsx')
    await town.getByRole('button', { name: '开始核对' }).click()
    await done(town, '核对好了')
    expect(await town.locator('.import-provenance').textContent()).toContain('江口镇10月务工监测.xlsx')
    expect(await tab(town, 'changed').count()).toBe(0)
    expect(await tab(town, 'refused').textContent()).toContain('4')
    // The same headings again: what they mean was told once.
    await drop(town, '江口镇11月务工监测.xlsx', monthlyBook('上班的厂'))
    await town.getByRole('button', { name: '逐列查看' }).click()
    expect(await town.getByLabel('“上班的厂”当作').inputValue()).toBe('employer')
    expect(await town.locator('form').textContent()).toContain('记得上次的对应')
  },
  PATIENCE,
)

test(
  'a file of another county is read, and every row sent home with its reason',
  async () => {
    const county = await console.page('county')
    await drop(
      county,
      '花名册.xls',
      readFileSync(join(import.meta.dirname, '../test/lists/golden/libreoffice-title-note-merged-head.xls')),
    )
    expect(await county.locator('.import-recognised').textContent()).toContain('帮扶车间')
    const go = county.locator('form button[type=submit]')
    await go.click()
    await county.locator('#work, #columns').first().waitFor()
    if (await county.locator('#columns').count()) await go.first().click()
    await done(county, '没有可取入的行')
    expect(await county.locator('.import-rows').textContent()).toContain('台账里没有这个人')
  },
  PATIENCE,
)

test(
  'what is no list is refused in words before a byte is sent, and a damaged one by what it is',
  async () => {
    const town = await console.page('town')
    await open(town, '/imports/new')
    await town.locator('input[type=file]').setInputFiles(dropped('合影.jpg', Buffer.from('x')))
    await town.getByText('不是 Excel 或 CSV 文件').waitFor()
    expect(await faults(town)).toEqual([])
    await town.locator('input[type=file]').setInputFiles(dropped('坏的.xlsx', Buffer.from('PK\u0003\u0004 cut off')))
    await town.waitForURL(/\/imports\/\d+/)
    await town.locator('.ant-alert-error').waitFor()
    expect(await faults(town)).toEqual([])
    await town.getByRole('button', { name: '作废这份文件' }).click()
    await town.getByRole('button', { name: '确定作废' }).click()
    await town.locator('.import-next', { hasText: '文件和读出的行都已删去' }).waitFor()
    expect(await faults(town)).toEqual([])
  },
  PATIENCE,
)

test(
  'nothing keeps anyone out, on a desk and on a phone; those above see an import of theirs',
  async () => {
    for (const look of [{}, { phone: true, theme: 'dark', language: 'en' }] as const) {
      const page = await console.page('county', look)
      await open(page, '/imports')
      await page.locator('.table a', { hasText: '江口镇10月' }).click()
      await page.locator('#next').waitFor()
      await settled(page)
      const one = new URL(page.url()).pathname
      for (const address of [
        '/imports',
        '/imports/new',
        `${one}?part=changed`,
        `${one}?part=review`,
        `${one}?part=columns`,
      ]) {
        await open(page, address)
        for (const row of await page.locator('.import-row details').all())
          await row.evaluate((details) => details.setAttribute('open', ''))
        await settled(page)
        expect(await faults(page), `${address} ${JSON.stringify(look)}`).toEqual([])
        expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0)
      }
    }
  },
  PATIENCE,
)
