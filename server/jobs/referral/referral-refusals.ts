import { fail } from '#domain/base/fail.ts'
import type { ReferralState } from '#domain/jobs/referral/referral-state.ts'
import { stateWords } from '#domain/jobs/referral/referral-words.ts'
import type { CodeList } from '#domain/people/fact.ts'

export const absent = (): never =>
  fail(
    'jobs.referral.absent',
    {
      zh: '没有这条推荐，或它不在当前岗位的范围内。请从推荐台账或档案重新打开。',
      en: 'There is no such referral, or it lies outside this post. Open it again from the board or from a file.',
    },
    { status: 404 },
  )

export const stale = (): never =>
  fail(
    'jobs.referral.stale',
    {
      zh: '这条推荐在您打开之后已有新的办理，本次没有保存。请刷新，看过最新进展后再办理。',
      en: 'Something was done with this referral after you opened it; nothing was saved. Reload, look, and do it again.',
    },
    { status: 409 },
  )

export const impossible = (state: ReferralState): never =>
  fail(
    'jobs.referral.impossible',
    {
      zh: `这条推荐现在是“${stateWords[state].zh}”，不能这样办理。请按页面上的下一步办理。`,
      en: `This referral stands at “${stateWords[state].en}”; that cannot be done now. Take the next step that the page shows.`,
    },
    { status: 409 },
  )

export const notOpen = (): never =>
  fail(
    'jobs.referral.notOpen',
    {
      zh: '这个岗位当天不在招（已满、过期或关闭），不能推荐。可请登记单位确认仍在招，或另选岗位。',
      en: 'The vacancy is not open on that day (filled, lapsed or closed). Ask its unit to confirm that it stands, or choose another.',
    },
    { status: 409, where: { field: 'vacancy' } },
  )

export const wrongAge = ({ age_from, age_to }: { age_from: number; age_to: number | null }): never => {
  const zh = age_to === null ? `${age_from}周岁以上` : `${age_from}至${age_to}周岁`
  const en = age_to === null ? `${age_from} or older` : `${age_from} to ${age_to}`
  return fail(
    'jobs.referral.wrongAge',
    {
      zh: `这个岗位依法只能安排${zh}的人，按档案的出生日期当天不符合，不能推荐。请另选岗位；出生日期有误的，先更正档案。`,
      en: `By law this vacancy is for people of ${en}; by the birth date of the file that does not hold on the day. Choose another vacancy, or correct the birth date first.`,
    },
    { status: 409, where: { field: 'vacancy' } },
  )
}

export const already = (): never =>
  fail(
    'jobs.referral.already',
    {
      zh: '这个人已推荐到这个岗位，正在办理中。请打开原推荐继续办理。',
      en: 'This person is referred to this vacancy already, and the referral still runs. Open it and go on there.',
    },
    { status: 409 },
  )

export const dead = (): never =>
  fail(
    'jobs.referral.dead',
    { zh: '此人当日已登记死亡，不能推荐。', en: 'This person is recorded as having died by that day.' },
    { status: 409 },
  )

export const wrongDay = (field: string, least: string, today: string): never =>
  fail(
    'jobs.referral.wrongDay',
    {
      zh: `日期不对：应是一个真实的日子，不早于 ${least}，也不晚于今天（${today}）。`,
      en: `The day is wrong: it must be a real day, not before ${least} and not after today (${today}).`,
    },
    { status: 422, where: { field } },
  )

export const wrongSpan = (least: string): never =>
  fail(
    'jobs.referral.wrongSpan',
    {
      zh: `起止日期不对：开始不早于 ${least}，结束在开始之后。`,
      en: `The days are wrong: the first not before ${least}, the last after the first.`,
    },
    { status: 422, where: { field: 'to' } },
  )

export const wrongReason = (codes: CodeList): never =>
  fail(
    'jobs.referral.wrongReason',
    {
      zh: `请选择原因：${Object.values(codes)
        .map(({ zh }) => zh)
        .join('、')}。`,
      en: `Choose a reason: ${Object.values(codes)
        .map(({ en }) => en)
        .join(', ')}.`,
    },
    { status: 422, where: { field: 'reason' } },
  )

/** The last opening went to somebody else: nothing was written. */
export const full = (): never =>
  fail(
    'jobs.placement.full',
    {
      zh: '这个岗位的名额已全部确认上岗，本次没有登记，务工经历也没有写入。请与登记单位核对招聘人数，或推荐其他岗位。',
      en: 'Every opening of this vacancy is taken by a confirmed placement; nothing was saved, and no work was recorded. Check the number of openings with its unit, or refer to another vacancy.',
    },
    { status: 409 },
  )

/** The same of an order, whose traveller arrived without a referral. */
export const orderFull = (): never =>
  fail(
    'jobs.arrival.full',
    {
      zh: '订单的名额已满，不能再登记上岗，本次没有保存。单位加招的，请登记订单的单位先更正岗位的招聘人数；也可以先不填上岗日期，只登记到达。',
      en: 'All openings of the order are taken: the start of work cannot be entered, and nothing was saved. If the employer takes more, have the unit that holds the order correct its number first; or leave the first day at work empty and enter the arrival alone.',
    },
    { status: 409 },
  )

export const closed = (): never =>
  fail(
    'jobs.placement.closed',
    {
      zh: '这个岗位在上岗日期之前已关闭，不能确认上岗。请核对上岗日期，或请登记单位更正。',
      en: 'The vacancy was closed before that first day of work. Check the day, or ask its unit to correct the vacancy.',
    },
    { status: 409, where: { field: 'on' } },
  )

/** A public post is held under an agreement: its stream and its last day are part of the record. */
export const postUnsaid = (noStream: boolean): never =>
  fail(
    'jobs.placement.postUnsaid',
    {
      zh: '公益性岗位按协议上岗：请选岗位来源（人社或农业农村），并填协议期满次日。本次没有保存。',
      en: 'A public post is held under an agreement: choose its stream (human resources or agriculture) and give the first day after the agreement. Nothing was saved.',
    },
    { status: 422, where: { field: noStream ? 'postStream' : 'termTo' } },
  )

export const noPublicPost = (): never =>
  fail(
    'jobs.placement.noPublicPost',
    {
      zh: '这个岗位不是公益性岗位，不填岗位来源。请去掉后再确认；岗位类型登记错的，先更正岗位。',
      en: 'This vacancy is no public post: leave the stream out. If its kind is wrong, correct the vacancy first.',
    },
    { status: 422, where: { field: 'postStream' } },
  )

export const holdsPost = (): never =>
  fail(
    'jobs.placement.holdsPost',
    {
      zh: '此人在协议期内已有一段公益性岗位，一人同时只能在一个岗位，本次没有保存。请先在公益性岗位名单中终止原岗位，或更正协议日期。',
      en: 'This person already holds a public post within the days of the agreement, and only one at a time is held; nothing was saved. End the former by the list of public-post holders, or correct the days.',
    },
    { status: 409, where: { field: 'on' } },
  )

export const builtUpon = (): never =>
  fail(
    'jobs.placement.builtUpon',
    {
      zh: '上岗之后已有回访记录，不能当作登记错误撤销。人已离岗的，请登记回访结果“已离岗”。',
      en: 'Somebody was asked about this placement already, so it cannot be undone as a mistake. If the person left, say so as an answer to the check.',
    },
    { status: 409 },
  )

export const notReached = (first: string): never =>
  fail(
    'jobs.retention.early',
    {
      zh: `第一次回访在 ${first} 到期，还没有到。提前离岗的可以直接登记“已离岗”。`,
      en: `The first check falls due on ${first}. Whoever leaves before can be taken down as having left.`,
    },
    { status: 409, where: { field: 'on' } },
  )

export const ended = (day: string): never =>
  fail(
    'jobs.retention.ended',
    {
      zh: `档案里这段务工已于 ${day} 终止，与“仍在岗”矛盾。请先在档案中更正终止日期。`,
      en: `In the file this work ended on ${day}, which contradicts “still there”. Correct its end in the file first.`,
    },
    { status: 409 },
  )

export const wrongMonths = (): never =>
  fail(
    'jobs.wages.wrongMonths',
    {
      zh: '欠薪月份不对：截止月不早于起始月，也不晚于登记日期所在月。',
      en: 'The months are wrong: the last not before the first, and not after the month of the report.',
    },
    { status: 422, where: { field: 'monthTo' } },
  )

export const owedUnheard = (): never =>
  fail(
    'jobs.wages.unheard',
    {
      zh: '没有联系上，不能登记欠薪。请联系上本人后再登记；从别处得知的，在档案的欠薪记录上登记。',
      en: 'Nobody was reached, so nothing was heard of wages. Take them down once the person is reached, or at the file if they were told elsewhere.',
    },
    { status: 422, where: { field: 'owed' } },
  )

export const owedUnsaid = (): never =>
  fail(
    'jobs.wages.unsaid',
    {
      zh: '工资未发要写明从哪个月到哪个月、欠多少，保存后马上列为疑点“工资被拖欠”；工资已发足的不写。',
      en: 'Of wages unpaid say which months and how much; saved, they are the finding “wages unpaid” at once. Of wages paid in full nothing is owed.',
    },
    { status: 422, where: { field: 'owed' } },
  )

export const noClaim = (): never =>
  fail(
    'jobs.wages.absent',
    {
      zh: '这条欠薪记录已处理或已被改动，本次没有保存。请刷新档案。',
      en: 'This record of unpaid wages was settled or changed meanwhile; nothing was saved. Reload the file.',
    },
    { status: 409 },
  )
