import { fail } from '#domain/base/fail.ts'

export const otherCounty = (): never =>
  fail(
    'jobs.roster.otherCounty',
    {
      zh: '此人的档案在另一个区县，花名册只能收录本区县的档案。请先办理迁移，或由对方区县登记务工经历。',
      en: 'This file lies in another county; a roster takes files of its own county. Move the file first, or have the other county record the work.',
    },
    { status: 422, where: { field: 'person' } },
  )

export const standing = (): never =>
  fail(
    'jobs.roster.standing',
    {
      zh: '此人在这段时间已在本载体的花名册上。如日期有误，请先登记离岗日期再重新登记。',
      en: 'This person stands on this roster in that time already. If the day is wrong, record the last day first and enter it again.',
    },
    { status: 409, where: { field: 'from' } },
  )

export const absent = (): never =>
  fail(
    'jobs.roster.absent',
    {
      zh: '花名册上没有这条记录，或它不在当前岗位的范围内。请刷新页面后再办理。',
      en: 'There is no such line on this roster, or it lies outside this post. Reload the page and try again.',
    },
    { status: 404 },
  )

export const stale = (): never =>
  fail(
    'jobs.roster.stale',
    {
      zh: '这条记录在您打开之后已被改动，本次没有保存。请刷新，对照最新内容后再办理。',
      en: 'This line was changed after you opened it; nothing was saved. Reload, compare, and do it again.',
    },
    { status: 409 },
  )

export const wrongDay = (zh: string, en: string, field = 'from'): never =>
  fail('jobs.roster.wrongDay', { zh, en }, { status: 422, where: { field } })

export const notOnRoster = (people: number): never =>
  fail(
    'jobs.attendance.notOnRoster',
    {
      zh: `有 ${people} 人当月不在本载体的花名册上，本次没有保存。请先把他们登记到花名册，或从名单中去掉。`,
      en: `${people} of these people did not stand on the roster in that month; nothing was saved. Put them on the roster first, or leave them out.`,
    },
    { status: 422 },
  )

export const nothingShown = (): never =>
  fail(
    'jobs.attendance.nothingShown',
    {
      zh: '每个人至少填出勤天数或实发工资中的一项；没有依据的人请留空，不要提交。',
      en: 'Enter days present or wage paid for each person; leave out those for whom nothing was shown.',
    },
    { status: 422 },
  )

export const wrongMonth = (month: string): never =>
  fail(
    'jobs.attendance.wrongMonth',
    {
      zh: `${month} 还没有开始，不能登记考勤。请选择当月或以前的月份。`,
      en: `${month} has not begun; choose this month or an earlier one.`,
    },
    { status: 422, where: { field: 'month' } },
  )

export const tooManyDays = (most: number): never =>
  fail(
    'jobs.attendance.tooManyDays',
    { zh: `这个月只有 ${most} 天，请核对出勤天数。`, en: `This month has ${most} days; check the days present.` },
    { status: 422, where: { field: 'days' } },
  )

export const staleAttendance = (people: number): never =>
  fail(
    'jobs.attendance.stale',
    {
      zh: `有 ${people} 人的考勤在您打开之后已被改动，本次没有保存。请刷新，对照最新内容后再提交。`,
      en: `The attendance of ${people} people was changed after you opened it; nothing was saved. Reload, compare, and send again.`,
    },
    { status: 409 },
  )

export const notGraded = (): never =>
  fail(
    'jobs.evaluation.stale',
    {
      zh: '该年度的评估等级在您打开之后已被改动，本次没有保存。请刷新后再办理。',
      en: 'The grade of that year was changed after you opened it; nothing was saved. Reload and do it again.',
    },
    { status: 409 },
  )

export const wrongYear = (): never =>
  fail(
    'jobs.evaluation.wrongDay',
    {
      zh: '清点日期应在评估年度开始之后、今天之前，且载体当日仍在认定期内。',
      en: 'The day of counting lies in the year evaluated or after it, not after today, and while the site is recognised.',
    },
    { status: 422, where: { field: 'countedOn' } },
  )
