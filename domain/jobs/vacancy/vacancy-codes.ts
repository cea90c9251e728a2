import type { CodeList } from '../../people/fact.ts'

/** Who offers a vacancy. */
export const vacancyKind = {
  employer: { zh: '用人单位', en: 'employer' },
  workshop: { zh: '就业帮扶车间', en: 'workshop' },
  public_post: { zh: '公益性岗位', en: 'public post' },
  corridor: { zh: '劳务协作订单', en: 'corridor order' },
} satisfies CodeList

export const wageForm = {
  month: { zh: '月薪', en: 'by the month' },
  day: { zh: '日薪', en: 'by the day' },
  hour: { zh: '时薪', en: 'by the hour' },
  piece: { zh: '计件', en: 'by the piece' },
} satisfies CodeList

export const vacancySeason = {
  year_round: { zh: '全年', en: 'all year' },
  seasonal: { zh: '季节性', en: 'seasonal' },
  off_season: { zh: '农闲期', en: 'outside the farm season' },
  flexible: { zh: '时间灵活', en: 'flexible' },
} satisfies CodeList

/** What the law protects minors and women from; written of the work, never of who applies. */
export const vacancyHazard = {
  underground: { zh: '矿山井下', en: 'underground in a mine' },
  labour_4: { zh: '第四级体力劳动强度', en: 'heaviest physical labour (grade 4)' },
  toxic: { zh: '有毒有害', en: 'toxic or harmful' },
  lifting: { zh: '频繁负重20公斤以上', en: 'frequent loads above 20 kg' },
  height: { zh: '高处作业', en: 'work at height' },
  cold: { zh: '低温、冷水作业', en: 'cold or cold water' },
} satisfies CodeList

/** What employers ask for that the law forbids: ticked off a paper form, it is refused with its clause. */
export const vacancyDemand = {
  sex: { zh: '性别', en: 'sex' },
  marriage: { zh: '婚育', en: 'marriage or children' },
  ethnic: { zh: '民族', en: 'ethnic group' },
  religion: { zh: '宗教信仰', en: 'religion' },
  hukou: { zh: '户籍或籍贯', en: 'household registration or origin' },
  infection: { zh: '乙肝等病原携带', en: 'infection status' },
  disability: { zh: '排斥残疾人', en: 'no disabled people' },
  fee: { zh: '收费、押金或扣证件', en: 'fees, deposits or papers' },
} satisfies CodeList

export const closeReason = {
  filled: { zh: '已招满', en: 'all taken' },
  withdrawn: { zh: '单位撤回', en: 'withdrawn by the employer' },
  unlawful: { zh: '条件不合法，单位不改', en: 'unlawful, and not mended' },
  employer_gone: { zh: '单位停业或失联', en: 'employer closed or gone' },
  mistake: { zh: '登记有误', en: 'entered by mistake' },
} satisfies CodeList
