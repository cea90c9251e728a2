import type { Words } from '../../base/fail.ts'
import type { ReferralAct, ReferralSide, ReferralState } from './referral-state.ts'
import type { CheckState } from './retention.ts'

export const stateWords: Record<ReferralState, Words> = {
  offered: { zh: '待本人答复', en: 'person to answer' },
  wanted: { zh: '待单位答复', en: 'employer to answer' },
  agreed: { zh: '双方同意', en: 'both agree' },
  interview: { zh: '待面试', en: 'interview' },
  passed: { zh: '面试通过', en: 'interview passed' },
  trial: { zh: '试岗中', en: 'on trial' },
  placed: { zh: '已上岗', en: 'placed' },
  ended: { zh: '已结束', en: 'ended' },
}

export const actWords: Record<ReferralAct, Words> = {
  person: { zh: '登记本人答复', en: 'take down the person’s answer' },
  employer: { zh: '登记单位答复', en: 'take down the employer’s answer' },
  interview: { zh: '安排面试', en: 'arrange an interview' },
  interviewed: { zh: '登记面试结果', en: 'take down the interview’s result' },
  trial: { zh: '安排试岗', en: 'arrange a trial' },
  place: { zh: '确认上岗', en: 'confirm the placement' },
  end: { zh: '结束推荐', en: 'end the referral' },
  undo: { zh: '撤销上岗', en: 'undo the placement' },
}

export const sideWords: Record<ReferralSide, Words> = {
  person: { zh: '本人', en: 'the person' },
  employer: { zh: '用人单位', en: 'the employer' },
  officer: { zh: '经办岗位', en: 'the officer' },
}

export const checkWords: Record<CheckState, Words> = {
  there: { zh: '仍在岗', en: 'still there' },
  insured: { zh: '参保比对在岗', en: 'shown by insurance' },
  left: { zh: '已离岗', en: 'left' },
  due: { zh: '待回访', en: 'due' },
  again: { zh: '再次回访', en: 'try again' },
  coming: { zh: '未到期', en: 'not yet' },
  gone: { zh: '此前已离岗', en: 'had left before' },
  passed: { zh: '当时未回访', en: 'nobody asked then' },
}
