import { fail, type Words } from '#domain/base/fail.ts'

const refusal = (code: string, status: number, words: Words, field?: string): never =>
  fail(`jobs.${code}`, words, { status, ...(field !== undefined && { where: { field } }) })

export const byPlan = (): never =>
  refusal('corridor.byPlan', 409, {
    zh: '这条劳务协作关系由方案写明，不在页面上更正。内容有误的，请联系方案管理人员修改方案数据。',
    en: 'This corridor is stated by the plan and is not corrected here. If it is wrong, have the plan’s data changed by whoever keeps the plan.',
  })

export const notHeld = (unit: string): never =>
  refusal('corridor.notHeld', 403, {
    zh: `这是${unit}登记的，当前岗位身份不能更正。请联系登记单位，或切换岗位身份。`,
    en: `This was entered by ${unit}; this post cannot correct it. Ask that unit, or change posts.`,
  })

export const receivingInUse = (orders: number, batches: number): never =>
  refusal(
    'corridor.receivingInUse',
    409,
    {
      zh: `协议下已有 ${orders} 个订单、${batches} 个批次，接收地不能再改。去别处的，请另登记一份协议；其余内容可以更正。`,
      en: `${orders} orders and ${batches} batches hang on the agreement, so its receiving area stands. Enter another agreement for another place; everything else can be corrected.`,
    },
    'receiving',
  )

export const corridorInUse = (orders: number, batches: number): never =>
  refusal('corridor.inUse', 409, {
    zh: `协议下已有 ${orders} 个订单、${batches} 个批次，不能撤回。协议已结束的，更正终止年份；登记错的，先撤回订单和未出发的批次。`,
    en: `${orders} orders and ${batches} batches hang on the agreement, so it cannot be taken back. If it is over, correct its last year; if it was a mistake, take back its orders and the batches that have not left first.`,
  })

export const noOrder = (): never =>
  refusal('order.absent', 404, {
    zh: '没有这个订单，或已撤回。请从协作页面重新打开。',
    en: 'There is no such order, or it was taken back. Open it again from the page of its corridor.',
  })

export const orderInUse = (batches: number): never =>
  refusal('order.inUse', 409, {
    zh: `已有 ${batches} 个批次按这个订单输送，不能撤回。单位不再要人的，请在岗位页面关闭岗位；未出发的批次可先改为不按订单。`,
    en: `${batches} batches go under this order, so it cannot be untied. If the employer takes nobody more, close the vacancy on its page; a batch that has not left can be taken off the order first.`,
  })

export const noLongerOpen = (): never =>
  refusal('batch.noLongerOpen', 409, {
    zh: '批次已出发：出发日期、交通、带队人和订单不能再改；到岗确认完之前可更正接收站，谁出钱、多少钱一直可以更正。',
    en: 'The batch has left: its day, transport, leader and order stand. Who receives it can be corrected until everybody is accounted for, who pays and how much at any time.',
  })

export const batchLeft = (): never =>
  refusal('batch.leftForGood', 409, {
    zh: '这个批次已经出发，不能撤回。没有到岗的在到岗确认中写明，已返回的登记返回。',
    en: 'This batch has left and cannot be taken back. Say who did not arrive when arrivals are confirmed, and record returns.',
  })
