import type { CodeList } from './fact.ts'

/** Where a referral came from. */
export const referralOrigin = {
  offer: { zh: '岗位推荐', en: 'offered on the file' },
  run: { zh: '全市匹配', en: 'proposed by a city-wide run' },
  person: { zh: '本人提出', en: 'the person’s own wish' },
} satisfies CodeList

export const referralAnswer = {
  accepted: { zh: '愿意', en: 'accepts' },
  declined: { zh: '不愿意', en: 'declines' },
} satisfies CodeList

/** Why a person says no. */
export const personDecline = {
  wage: { zh: '工资偏低', en: 'wage too low' },
  distance: { zh: '路程太远', en: 'too far' },
  family: { zh: '要照料家人', en: 'family care' },
  health: { zh: '身体原因', en: 'health' },
  hours: { zh: '班次、工时不合适', en: 'hours or shifts' },
  conditions: { zh: '工作环境或食宿不合适', en: 'conditions, board or lodging' },
  working: { zh: '已有工作', en: 'already at work' },
  other: { zh: '其他', en: 'other' },
} satisfies CodeList

/** Why an employer says no. */
export const employerDecline = {
  filled: { zh: '岗位已满', en: 'position filled' },
  skill: { zh: '技能不符', en: 'skill missing' },
  certificate: { zh: '缺少证书', en: 'certificate missing' },
  absent: { zh: '本人未到', en: 'did not come' },
  withdrawn: { zh: '岗位已撤', en: 'vacancy withdrawn' },
  other: { zh: '其他', en: 'other' },
} satisfies CodeList

export const interviewResult = {
  passed: { zh: '通过', en: 'passed' },
  failed: { zh: '未通过', en: 'not passed' },
  absent: { zh: '本人未到', en: 'did not come' },
} satisfies CodeList

/** How a referral ended without a placement. */
export const referralEnd = {
  person_declined: { zh: '本人不愿意', en: 'the person declined' },
  employer_declined: { zh: '单位不录用', en: 'the employer declined' },
  interview_failed: { zh: '面试未通过', en: 'interview not passed' },
  absent: { zh: '面试未到', en: 'did not come to the interview' },
  trial_failed: { zh: '试岗未通过', en: 'trial not passed' },
  placed_elsewhere: { zh: '已在别处上岗', en: 'placed elsewhere' },
  vacancy_closed: { zh: '岗位已招满或撤销', en: 'vacancy filled or closed' },
  person_gone: { zh: '本人去世、迁走或联系不上', en: 'died, moved, or cannot be reached' },
  mistake: { zh: '登记有误', en: 'entered by mistake' },
  other: { zh: '其他', en: 'other' },
} satisfies CodeList

/** What a retention check found. */
export const retentionOutcome = {
  there: { zh: '仍在岗', en: 'still there' },
  left: { zh: '已离岗', en: 'left' },
  unreached: { zh: '未联系上', en: 'not reached' },
} satisfies CodeList

export const claimTold = {
  person: { zh: '本人反映', en: 'the person' },
  officer: { zh: '工作人员发现', en: 'an officer' },
} satisfies CodeList

export const claimSettlement = {
  paid: { zh: '已付清', en: 'paid in full' },
  mistaken: { zh: '登记有误', en: 'entered by mistake' },
} satisfies CodeList
