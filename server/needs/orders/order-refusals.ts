import { fail } from '#domain/base/fail.ts'
import { actWords, type OrderAct } from '#domain/needs/order.ts'

/** Outside the post's scope and not there at all look alike. */
export const absent = (): never =>
  fail(
    'needs.order.absent',
    {
      zh: '没有这份督办，或它不在当前岗位的范围内。请从督办清单重新打开。',
      en: 'There is no such supervision order, or it lies outside this post. Open it again from the board.',
    },
    { status: 404 },
  )

export const notBelow = (): never =>
  fail(
    'needs.order.notBelow',
    {
      zh: '督办只能发给本单位下级的区县、乡镇或村。请选择下级区划。',
      en: 'An order goes to a county, town or village below one’s own unit. Choose an area below.',
    },
    { status: 403, where: { field: 'area' } },
  )

export const noArea = (area: number): never =>
  fail(
    'needs.order.noArea',
    {
      zh: `没有代码为 ${area} 的区划。请从清单中选择。`,
      en: `No area has the code ${area}. Choose one from the list.`,
    },
    { status: 422, where: { field: 'area' } },
  )

export const noIndicator = (key: string): never =>
  fail(
    'needs.order.noIndicator',
    {
      zh: `方案中没有指标“${key}”。请从指标页发出督办。`,
      en: `The plan has no indicator “${key}”. Send the order from an indicator’s page.`,
    },
    { status: 404, where: { indicator: key } },
  )

export const stale = (): never =>
  fail(
    'needs.order.stale',
    {
      zh: '这份督办在您打开之后已有新的办理，本次没有保存。请刷新后再办理。',
      en: 'This order went on after you opened it; nothing was saved. Reload and do it again.',
    },
    { status: 409 },
  )

export const impossible = (act: OrderAct): never =>
  fail(
    'needs.order.impossible',
    {
      zh: `当前岗位现在不能对这份督办“${actWords[act].zh}”。请看它的状态：签收和反馈由承办单位办理，退回、办结和撤回由发出单位办理。`,
      en: `This post cannot ${actWords[act].en} this order now. See its state: the unit that must act accepts and answers; the sender sends back, closes and withdraws.`,
    },
    { status: 409, where: { act } },
  )

export const noWords = (): never =>
  fail(
    'needs.order.noWords',
    { zh: '请写明内容，至少四个字。', en: 'Say it in four characters or more.' },
    { status: 422, where: { field: 'words' } },
  )
