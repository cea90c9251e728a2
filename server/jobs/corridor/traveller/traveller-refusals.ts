import { fail, type Words } from '#domain/base/fail.ts'
import type { TravellerCheck } from '#domain/jobs/corridor/check-traveller.ts'

/** The first thing that stands against it, with how to mend it; the screen shows all of them before. */
export function refuseTraveller(checks: readonly TravellerCheck[]): void {
  const [first] = checks.filter(({ outcome }) => outcome === 'refused')
  if (!first) return
  const { zh, en } = first.words
  fail(
    'jobs.traveller.refused',
    { zh: `不能加入名单：${zh}`, en: `Cannot be put on the list. ${en}` },
    { status: 422, where: { key: first.key } },
  )
}

const refusal = (code: string, status: number, words: Words, field?: string) => (): never =>
  fail(`jobs.${code}`, words, { status, ...(field !== undefined && { where: { field } }) })

export const noTraveller = refusal('traveller.absent', 404, {
  zh: '名单上没有这个人，或不在当前岗位的范围内。请刷新批次页面。',
  en: 'There is no such traveller, or they lie outside this post. Reload the page of the batch.',
})
export const impossible = refusal('traveller.impossible', 409, {
  zh: '按这个人现在的行程状态不能这样办理。请刷新后查看状态。',
  en: 'The state of this traveller does not allow it. Reload and see the state.',
})
export const stale = refusal('traveller.stale', 409, {
  zh: '这个人的行程在您打开之后已有变动，本次没有保存。请刷新后再办理。',
  en: 'This traveller was changed after you opened the page; nothing was saved. Reload and do it again.',
})
export const noAbsence = refusal(
  'traveller.noAbsence',
  422,
  {
    zh: '没有上车的，请选一个原因；上了车的不写原因。',
    en: 'Say why somebody is not aboard, and of who is aboard nothing.',
  },
  'absence',
)
export const otherSheet = refusal(
  'arrival.otherSheet',
  422,
  {
    zh: '确认单编号与本批次不符：可能拿错了批次。请核对单子上的编号；通话确认的，请接收站念出编号。',
    en: 'The code is not that of this batch’s sheet: it may be of another batch. See the code on the sheet, or have the station read it out.',
  },
  'sheet',
)
export const arrivedOrMissing = refusal(
  'arrival.unclear',
  422,
  {
    zh: '到岗的写到达日期，没有到岗的选原因，两者只写一个；没有到岗的不写上岗日期。',
    en: 'Give the day of arrival, or the reason why not, one of them alone; who did not arrive has no first day at work.',
  },
  'arrivedOn',
)
export const wrongDay = (field: string, from: string, today: string): never =>
  fail(
    'jobs.traveller.wrongDay',
    {
      zh: `日期不对：应是一个真实的日子，不早于 ${from}，也不晚于今天（${today}）。`,
      en: `The day is wrong: it must be a real day, not before ${from} and not after today (${today}).`,
    },
    { status: 422, where: { field } },
  )
export const noEmployer = refusal(
  'followUp.noEmployer',
  409,
  {
    zh: '这个人在外的用人单位没有登记，欠薪没有可写的单位，本次没有保存。请先在档案登记务工和用人单位，再登记这次回访。',
    en: 'Nobody is on record as this person’s employer there, so nobody can be said to owe; nothing was saved. Record the work and its employer in the file first, then this call.',
  },
  'owed',
)
export const noSuchDay = refusal(
  'followUp.wrongDays',
  422,
  {
    zh: '方案没有这一次回访。请从回访清单重新打开。',
    en: 'The plan has no such follow-up. Open it again from the list.',
  },
  'afterDays',
)
