import { fail, type Words } from '#domain/base/fail.ts'

export const noAgreement = (): never =>
  fail(
    'jobs.corridor.absent',
    {
      zh: '没有这条劳务协作关系。请从劳务协作清单重新打开。',
      en: 'There is no such corridor. Open it again from the list.',
    },
    { status: 404 },
  )

export const noArea = (): never =>
  fail(
    'jobs.corridor.noArea',
    { zh: '当前岗位身份没有辖区，不能登记劳务协作。', en: 'This post has no area, so it can enter nothing here.' },
    { status: 403 },
  )

export const wrongPlace = (): never =>
  fail(
    'jobs.corridor.wrongPlace',
    {
      zh: '接收地应是市外的一个省份，或本市的另一个区县。请从列表中选择。',
      en: 'The receiving side is another province, or another county of the city. Choose one of the list.',
    },
    { status: 422, where: { field: 'receiving' } },
  )

export const wrongYears = (): never =>
  fail(
    'jobs.corridor.wrongYears',
    { zh: '终止年份早于起始年份，请更正。', en: 'The last year lies before the first: correct one of them.' },
    { status: 422, where: { field: 'yearTo' } },
  )

export const wrongTask = (): never =>
  fail(
    'jobs.corridor.wrongTask',
    {
      zh: '脱贫人口任务数不能多于任务人数；只写了脱贫人口的，请把任务人数也写上。',
      en: 'The task of lifted people cannot exceed the task; state the whole task as well.',
    },
    { status: 422, where: { field: 'taskLifted' } },
  )

export const wrongDay = (field: string): never =>
  fail(
    'jobs.corridor.wrongDay',
    { zh: '这个日子不存在，请写作 2021-09-17。', en: 'There is no such day; write it as 2021-09-17.' },
    { status: 422, where: { field } },
  )

export const noVacancy = (): never =>
  fail(
    'jobs.corridor.noVacancy',
    {
      zh: '没有这个岗位，或它不是本单位登记的“劳务协作订单”岗位。请先在岗位页面按这一来源登记。',
      en: 'There is no such vacancy, or it is none of kind corridor that this unit holds. Enter it on the page of vacancies first.',
    },
    { status: 422, where: { field: 'vacancy' } },
  )

export const tied = (): never =>
  fail(
    'jobs.corridor.tied',
    {
      zh: '这个岗位已列入一条劳务协作关系。一个岗位只能列入一条。',
      en: 'This vacancy is tied to a corridor already; it can be tied to one alone.',
    },
    { status: 409, where: { field: 'vacancy' } },
  )

export const noOrder = (): never =>
  fail(
    'jobs.corridor.noOrder',
    {
      zh: '这条劳务协作关系下没有这个订单。请从协作页面重新选择。',
      en: 'There is no such order under this corridor. Choose it again from its page.',
    },
    { status: 422, where: { field: 'order' } },
  )

export const noBatch = (): never =>
  fail(
    'jobs.batch.absent',
    {
      zh: '没有这个输送批次。请从劳务协作页面重新打开。',
      en: 'There is no such batch. Open it again from its corridor.',
    },
    { status: 404 },
  )

export const notHeld = (unit: string): never =>
  fail(
    'jobs.batch.notHeld',
    {
      zh: `这个批次由${unit}组织，当前岗位身份不能办理。请联系组织单位，或切换岗位身份。`,
      en: `This batch is sent by ${unit}; this post cannot act on it. Ask that unit, or change posts.`,
    },
    { status: 403 },
  )

export const stale = (): never =>
  fail(
    'jobs.batch.stale',
    {
      zh: '在您打开之后已有变动，本次没有保存。请刷新后再办理。',
      en: 'This was changed after you opened it; nothing was saved. Reload and do it again.',
    },
    { status: 409 },
  )

export const hasLeft = (): never =>
  fail(
    'jobs.batch.left',
    {
      zh: '这个批次已经出发，名单不能再改。未到岗的在到岗确认中写明。',
      en: 'This batch has left, so its list stands. Who did not arrive is told when arrival is confirmed.',
    },
    { status: 409 },
  )

export const barredAboard = (people: number, why: Words): never =>
  fail(
    'jobs.batch.barredAboard',
    {
      zh: `车上有 ${people} 人按实际出发日期不能出发：${why.zh}请在名单中改为未到，再登记出发。`,
      en: `${people} people aboard may not travel on the day of leaving. ${why.en} Mark them as not there, then record the departure.`,
    },
    { status: 409, where: { people } },
  )

export const notTicked = (left: number): never =>
  fail(
    'jobs.batch.notTicked',
    {
      zh:
        left === 0
          ? '名单上没有人上车，不能出发。'
          : `还有 ${left} 人没有点名。请逐人点“已上车”或写明未到原因，再登记出发。`,
      en:
        left === 0
          ? 'Nobody of the list is aboard, so it cannot leave.'
          : `${left} people are not ticked yet. Say of each that they are aboard, or why not, then record the departure.`,
    },
    { status: 409, where: { left } },
  )

export const wrongLeavingDay = (today: string): never =>
  fail(
    'jobs.batch.wrongDay',
    {
      zh: `出发日期应是一个真实的日子，不晚于今天（${today}）。`,
      en: `The day of leaving is a real day, not after today (${today}).`,
    },
    { status: 422, where: { field: 'on' } },
  )

export const outside = (): never =>
  fail(
    'jobs.corridor.outside',
    {
      zh: '这个区划不在当前岗位身份的范围内。请查看本辖区，或切换岗位身份。',
      en: 'This area lies outside the post. Look at your own area, or change posts.',
    },
    { status: 403 },
  )
