import { fail } from '#domain/base/fail.ts'

/** Outside the post's scope and not there at all look alike. */
export const absent = (): never =>
  fail(
    'needs.waiver.absent',
    {
      zh: '没有这条豁免，或它不在当前岗位的范围内。请从档案或豁免清单重新打开。',
      en: 'There is no such waiver, or it lies outside this post. Open it again from the file or the list of waivers.',
    },
    { status: 404 },
  )

export const nothing = (): never =>
  fail(
    'needs.waiver.nothing',
    {
      zh: '这份档案现在没有这个疑点，无需豁免。',
      en: 'This file does not have the finding now; there is nothing to waive.',
    },
    { status: 409 },
  )

export const already = (): never =>
  fail(
    'needs.waiver.already',
    {
      zh: '这个疑点已有待审批或生效的豁免。请先处理那一条。',
      en: 'A waiver of this finding is waiting or in force already. See to that one first.',
    },
    { status: 409 },
  )

export const own = (): never =>
  fail(
    'needs.waiver.own',
    {
      zh: '豁免不能由申请人自己审批。请由另一位工作人员审批。',
      en: 'Who asked for a waiver may not decide on it. Another officer must.',
    },
    { status: 403 },
  )

export const decided = (): never =>
  fail(
    'needs.waiver.decided',
    {
      zh: '这条豁免已经审批或已到期。请刷新后查看。',
      en: 'This waiver was decided, or has expired. Reload to see it.',
    },
    { status: 409 },
  )

export const notInForce = (): never =>
  fail(
    'needs.waiver.notInForce',
    {
      zh: '这条豁免没有生效，无需撤销。请刷新后查看。',
      en: 'This waiver is not in force; there is nothing to revoke. Reload to see it.',
    },
    { status: 409 },
  )

export const noWords = (): never =>
  fail(
    'needs.waiver.noWords',
    { zh: '请写明理由，至少四个字。', en: 'Say why, in four characters or more.' },
    { status: 422, where: { field: 'words' } },
  )
