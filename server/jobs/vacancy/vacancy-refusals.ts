import { fail } from '#domain/base/fail.ts'
import type { VacancyCheck } from '#domain/jobs/vacancy/vacancy.api.ts'

/** The first thing that stands against it, with its clause; the form shows all of them beside their fields. */
export function refuseUnlawful(checks: readonly VacancyCheck[]): void {
  const [first, ...more] = checks.filter(({ outcome }) => outcome === 'refused')
  if (!first) return
  const others = more.length
  const law = first.clause ? { zh: `（${first.clause.zh}）`, en: ` (${first.clause.en})` } : { zh: '', en: '' }
  fail(
    'jobs.vacancy.refused',
    {
      zh: `不能登记：${first.words.zh}${law.zh}${others ? `另有 ${others} 处，见表单。` : ''}`,
      en: `It cannot be entered so. ${first.words.en}${law.en}${others ? ` ${others} more: see the form.` : ''}`,
    },
    { status: 422, where: { field: first.field ?? '', key: first.key } },
  )
}

export const absent = (): never =>
  fail(
    'jobs.vacancy.absent',
    { zh: '没有这个岗位。请从岗位清单重新打开。', en: 'There is no such vacancy. Open it again from the list.' },
    { status: 404 },
  )

export const notHeld = (unit: string): never =>
  fail(
    'jobs.vacancy.notHeld',
    {
      zh: `这个岗位由${unit}登记，当前岗位身份不能改动。请联系登记单位，或切换岗位身份。`,
      en: `This vacancy is held by ${unit}; this post cannot change it. Ask that unit, or change posts.`,
    },
    { status: 403 },
  )

export const stale = (): never =>
  fail(
    'jobs.vacancy.stale',
    {
      zh: '这个岗位在您打开之后已有变动，本次没有保存。请刷新后再办理。',
      en: 'This vacancy was changed after you opened it; nothing was saved. Reload and do it again.',
    },
    { status: 409 },
  )

export const impossible = (): never =>
  fail(
    'jobs.vacancy.impossible',
    {
      zh: '按这个岗位现在的状态不能这样办理：已关闭的不能再动，已招满的不需确认。请看它的状态。',
      en: 'The state of this vacancy does not allow it: what is closed stays as it is, and what is taken needs no refreshing.',
    },
    { status: 409 },
  )

export const workOver = (on: string): never =>
  fail(
    'jobs.vacancy.workOver',
    {
      zh: `这项工作登记为 ${on} 起结束，确认后也不会再推荐。仍在用工的，先更正工作结束日期；不再用工的，关闭岗位。`,
      en: `The work is recorded as over from ${on}: confirmed or not, it is offered no more. If it goes on, correct its end first; if not, close the vacancy.`,
    },
    { status: 409, where: { field: 'on' } },
  )

export const wrongOccupation = (code: string): never =>
  fail(
    'jobs.vacancy.wrongOccupation',
    {
      zh: `职业分类大典（2022年版）中没有代码 ${code}。请在“职业”一栏输入名称后从候选中选择。`,
      en: `The classification of 2022 has no code ${code}. Type a name in the field for the occupation and choose one of those offered.`,
    },
    { status: 422, where: { field: 'occupation' } },
  )

export const wrongPlace = (place: number): never =>
  fail(
    'jobs.vacancy.wrongPlace',
    {
      zh: `没有代码为 ${place} 的工作地点。市内选区县、乡镇或村，市外选省份。`,
      en: `No place of work has the code ${place}. Choose an area of the city, or a province.`,
    },
    { status: 422, where: { field: 'place' } },
  )

export const wrongSite = (site: number): never =>
  fail(
    'jobs.vacancy.wrongSite',
    {
      zh: '没有这个载体，或它不在当前岗位身份的范围内。请从载体页面登记岗位，或不填载体。',
      en: 'There is no such site, or it lies outside this post. Enter the vacancy from the site’s page, or name no site.',
    },
    { status: 422, where: { field: 'site', site } },
  )

export const noArea = (): never =>
  fail(
    'jobs.vacancy.noArea',
    { zh: '当前岗位身份没有辖区，不能登记岗位。', en: 'This post has no area, so it can enter no vacancy.' },
    { status: 403 },
  )

export const tooMany = (openings: number): never =>
  fail(
    'jobs.vacancy.tooMany',
    {
      zh: `这个岗位只招 ${openings} 人，确认上岗人数不能超过它。招聘人数有变的，先更正岗位。`,
      en: `There are ${openings} openings, so no more can be taken. If the employer wants more, correct the vacancy first.`,
    },
    { status: 422, where: { field: 'taken' } },
  )

export const tooFew = (placed: number): never =>
  fail(
    'jobs.vacancy.tooFew',
    {
      zh: `经推荐或输送上岗、目前仍在岗的有 ${placed} 人，已上岗人数不能少于它，否则名额会重复使用。有人离岗的，先在推荐或输送名单中登记，再改人数。`,
      en: `${placed} people placed by referral or brought by a corridor are still at work there: fewer cannot be taken, or an opening would be given twice. Where somebody left, take that down at the referral or the traveller first.`,
    },
    { status: 422, where: { field: 'taken' } },
  )

export const wrongDay = (on: string, least: string): never =>
  fail(
    'jobs.vacancy.wrongDay',
    {
      zh: `日期 ${on} 不对：应是一个真实的日子，不早于 ${least}，也不晚于今天。`,
      en: `The day ${on} is wrong: it must be a real day, not before ${least} and not after today.`,
    },
    { status: 422, where: { field: 'on' } },
  )

export const noReason = (): never =>
  fail(
    'jobs.vacancy.noReason',
    {
      zh: '请写明查看电话的事由，至少四个字。',
      en: 'Say why the phone is to be seen, in four characters or more.',
    },
    { status: 422, where: { field: 'reason' } },
  )
