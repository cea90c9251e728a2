import { afterAll, beforeAll, expect, test } from 'vitest'
import { settled, startConsole, type TestConsole } from './browser.ts'
import { faults, open } from './look.ts'

let console: TestConsole
beforeAll(async () => {
  console = await startConsole()
})
afterAll(() => console?.stop())

test('an employer states a vacancy on its phone, the county enters it, and a person is shown it among the nearest', async () => {
  const employer = await console.page('employer', { phone: true })
  await employer.waitForURL(/\/employer/)
  const main = employer.locator('main')
  await main.getByText('还缺').first().waitFor()
  expect(await faults(employer)).toEqual([])
  // Nothing of the console but its own page opens to it.
  expect(await employer.locator('.nav a').count()).toBe(1)
  await open(employer, '/people')
  await employer.getByText('当前岗位身份不能看这一页').first().waitFor()

  await open(employer, '/employer')
  await employer.getByRole('button', { name: '申报岗位' }).click()
  await employer.getByLabel('岗位名称').fill('缝纫工二班（限女）')
  await employer.getByLabel('按别的叫法找职业').fill('缝纫工')
  await employer
    .getByRole('radio', { name: /6-05-01-03/ })
    .first()
    .check()
  await employer.getByLabel('工作地点').selectOption({ label: '江口镇' })
  await employer.getByLabel('招聘人数').fill('3')
  await employer.getByLabel('工资下限').fill('3200')
  expect(await faults(employer)).toEqual([])
  await employer.getByRole('button', { name: '提交核对' }).click()
  await main.getByText('《就业促进法》').waitFor()
  await employer.getByLabel('岗位名称').fill('缝纫工二班')
  await employer.getByRole('button', { name: '提交核对' }).click()
  await main.getByText('等待核对').waitFor()

  const county = await console.page('county')
  await open(county, '/vacancies/employers')
  const waiting = county.locator('section', { has: county.locator('#waiting') })
  await waiting.getByText('缝纫工二班').first().waitFor()
  expect(await faults(county)).toEqual([])
  await waiting.getByRole('button', { name: '已核对，登记为岗位' }).click()
  await waiting.getByText('没有待核对的申报').waitFor()

  await employer.reload()
  await settled(employer)
  await main.getByText('还缺 3 人，共招 3 人').waitFor()

  // Of a person nobody asked yet the newest and the nearest can be seen.
  const village = await console.page('village')
  await open(village, '/people/1003')
  await village.getByRole('radio', { name: '离家最近' }).check()
  const offers = village.locator('section', { has: village.locator('#offers') })
  const nearest = offers.locator('.offer-list > li', { hasText: '缝纫工二班' }).first()
  await nearest.getByText('本乡镇').waitFor()
  expect(await offers.textContent()).toContain('不看本人的档案和意愿')
  expect(await faults(village)).toEqual([])
}, 240_000)
