import type { CodeList } from '../../people/fact.ts'

export const transport = {
  train: { zh: '火车', en: 'train' },
  bus: { zh: '大巴', en: 'bus' },
  plane: { zh: '飞机', en: 'plane' },
  own: { zh: '自行前往', en: 'own way' },
} satisfies CodeList

/** Who pays the journey. */
export const payer = {
  sending: { zh: '送出方', en: 'sending side' },
  receiving: { zh: '接收方', en: 'receiving side' },
  employer: { zh: '用人单位', en: 'employer' },
  traveller: { zh: '本人', en: 'the traveller' },
} satisfies CodeList

/** Why somebody on the list was not at the door. */
export const absence = {
  ill: { zh: '生病', en: 'ill' },
  family: { zh: '家中有事', en: 'family' },
  other_work: { zh: '已另找工作', en: 'found other work' },
  changed_mind: { zh: '不愿去了', en: 'changed their mind' },
  unreached: { zh: '联系不上', en: 'not reached' },
  other: { zh: '其他', en: 'other' },
} satisfies CodeList

/** Why somebody who left did not arrive. */
export const missing = {
  left_on_the_way: { zh: '中途下车', en: 'left on the way' },
  turned_back: { zh: '途中返回', en: 'turned back' },
  other_employer: { zh: '去了别的单位', en: 'went to another employer' },
  unreached: { zh: '联系不上', en: 'not reached' },
  other: { zh: '其他', en: 'other' },
} satisfies CodeList

export const returnReason = {
  wages: { zh: '工资拖欠或与约定不符', en: 'wages late or not as agreed' },
  work_differs: { zh: '工作与约定不符', en: 'work not as agreed' },
  dismissed: { zh: '被辞退或停工', en: 'dismissed or laid off' },
  ill: { zh: '因病因伤', en: 'illness or injury' },
  family: { zh: '照料家人', en: 'family care' },
  farming: { zh: '返乡务农', en: 'back to the farm' },
  term_over: { zh: '期满返回', en: 'term over' },
  other: { zh: '其他', en: 'other' },
} satisfies CodeList

/** What the receiving station sent. */
export const arrivalEvidence = {
  sheet: { zh: '盖章的到岗确认单', en: 'stamped arrival sheet' },
  call: { zh: '与接收站通话', en: 'call with the station' },
  roster: { zh: '单位花名册', en: 'roster of the employer' },
} satisfies CodeList

export const followUpOutcome = {
  there: { zh: '仍在岗', en: 'still there' },
  other_employer: { zh: '换了单位，仍在当地', en: 'there, with another employer' },
  unreached: { zh: '未联系上', en: 'not reached' },
} satisfies CodeList

/** What was said of the wages; all but paid is a complaint. */
export const wages = {
  paid: { zh: '按时足额', en: 'paid in full and in time' },
  late: { zh: '拖延', en: 'late' },
  less: { zh: '少于约定', en: 'less than agreed' },
  unpaid: { zh: '未发', en: 'unpaid' },
} satisfies CodeList

/** Whether what was said of the wages must, may or may not come with months and a sum: wages unpaid are a finding, so they are never a note alone. */
export function owedNeeded(said: string | null): 'must' | 'may' | 'not' {
  if (said === 'unpaid') return 'must'
  return said === 'late' || said === 'less' ? 'may' : 'not'
}
