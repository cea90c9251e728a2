import type { Words } from '../../base/fail.ts'
import type { ReferralAct, ReferralSide, ReferralState } from './referral-state.ts'
import type { CheckState } from './retention.ts'

export const stateWords: Record<ReferralState, Words> = {
  offered: { zh: '待本人答复', en: 'Person to answer' },
  wanted: { zh: '待单位答复', en: 'Employer to answer' },
  agreed: { zh: '双方同意', en: 'Both agree' },
  interview: { zh: '待面试', en: 'Interview' },
  passed: { zh: '面试通过', en: 'Interview passed' },
  trial: { zh: '试岗中', en: 'On trial' },
  placed: { zh: '已上岗', en: 'Placed' },
  ended: { zh: '已结束', en: 'Ended' },
}

export const actWords: Record<ReferralAct, Words> = {
  person: { zh: '登记本人答复', en: 'Take down the person’s answer' },
  employer: { zh: '登记单位答复', en: 'Take down the employer’s answer' },
  interview: { zh: '安排面试', en: 'Arrange an interview' },
  interviewed: { zh: '登记面试结果', en: 'Take down the interview’s result' },
  trial: { zh: '安排试岗', en: 'Arrange a trial' },
  place: { zh: '确认上岗', en: 'Confirm the placement' },
  end: { zh: '结束推荐', en: 'End the referral' },
  undo: { zh: '撤销上岗', en: 'Undo the placement' },
}

export const sideWords: Record<ReferralSide, Words> = {
  person: { zh: '本人', en: 'the person' },
  employer: { zh: '用人单位', en: 'the employer' },
  officer: { zh: '经办人员', en: 'the officer' },
}

export const checkWords: Record<CheckState, Words> = {
  there: { zh: '仍在岗', en: 'Still there' },
  insured: { zh: '参保比对在岗', en: 'Shown by insurance' },
  left: { zh: '已离岗', en: 'Left' },
  due: { zh: '待回访', en: 'Due' },
  again: { zh: '再次回访', en: 'Try again' },
  coming: { zh: '未到期', en: 'Not yet' },
  gone: { zh: '此前已离岗', en: 'Had left before' },
  passed: { zh: '当时未回访', en: 'Nobody asked then' },
}
