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

  // Who agreed to come is answered in two taps, and asked no more.
  await open(employer, '/employer')
  const referred = employer.locator('section', { has: employer.locator('#referred') })
  await referred.getByText('待单位答复').waitFor()
  const name = await referred.locator('.vacancy-head b').first().textContent()
  await referred.getByRole('button', { name: '不录用' }).click()
  await referred.getByRole('button', { name: '技能不符' }).waitFor()
  expect(await faults(employer)).toEqual([])
  await referred.getByRole('button', { name: '返回' }).click()
  await referred.getByRole('button', { name: '愿意' }).click()
  await referred.getByText('双方同意').waitFor()
  expect(await referred.getByRole('button', { name: '愿意' }).count()).toBe(0)
  expect(await faults(employer)).toEqual([])

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
  // The board has the officer's next step, and who answered.
  await open(county, '/referrals?part=running')
  const answered = county.getByRole('row', { name: new RegExp(name!) }).filter({ hasText: '单位自行答复' })
  await answered.getByText('安排面试').waitFor()

  await employer.reload()
  await settled(employer)
  await main.getByText('还缺 3 人，共招 3 人').waitFor()
  // An interview is arranged and its result told: what ends a referral asks twice, and the phone is shown no more.
  await referred.getByRole('button', { name: '约面试' }).click()
  await referred.getByText('待面试').waitFor()
  await referred.getByRole('button', { name: '未通过' }).click()
  expect(await faults(employer)).toEqual([])
  await referred.getByRole('button', { name: '确定：面试未通过' }).click()
  await referred.getByText('不用再办理').waitFor()
  expect(await referred.textContent()).not.toContain('****')

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
