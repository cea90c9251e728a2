import type { CodeList } from './fact.ts'

/** Closed lists the ledger's coded facts draw from. Occupations are plan data; ethnic groups and industries stand in files of their own. */
export const sex = { male: { zh: '男', en: 'male' }, female: { zh: '女', en: 'female' } } satisfies CodeList

export const education = {
  none: { zh: '未上学', en: 'none' },
  primary: { zh: '小学', en: 'primary' },
  junior: { zh: '初中', en: 'junior middle' },
  senior: { zh: '高中', en: 'senior middle' },
  vocational: { zh: '中职', en: 'vocational' },
  college: { zh: '大专', en: 'college' },
  bachelor: { zh: '本科', en: 'bachelor' },
  master: { zh: '研究生', en: 'postgraduate' },
} satisfies CodeList

export const health = {
  healthy: { zh: '健康', en: 'healthy' },
  chronic: { zh: '长期慢性病', en: 'chronic illness' },
  serious_illness: { zh: '患有大病', en: 'serious illness' },
  disabled: { zh: '残疾', en: 'disabled' },
} satisfies CodeList

/** 劳动技能, the values of the national monitoring system. */
export const capacity = {
  ordinary: { zh: '普通劳动力', en: 'ordinary' },
  skilled: { zh: '技能劳动力', en: 'skilled' },
  weak: { zh: '弱劳动力或半劳动力', en: 'weak or half' },
  lost: { zh: '丧失劳动力', en: 'lost' },
  none: { zh: '无劳动力', en: 'none' },
} satisfies CodeList

export const relation = {
  head: { zh: '户主', en: 'head' },
  spouse: { zh: '配偶', en: 'spouse' },
  child: { zh: '子女', en: 'child' },
  parent: { zh: '父母', en: 'parent' },
  grandchild: { zh: '孙子女', en: 'grandchild' },
  grandparent: { zh: '祖父母', en: 'grandparent' },
  sibling: { zh: '兄弟姐妹', en: 'sibling' },
  other: { zh: '其他', en: 'other' },
} satisfies CodeList

export const membershipKind = {
  lifted: { zh: '脱贫户', en: 'lifted household' },
  unstable: { zh: '脱贫不稳定户', en: 'unstable after lifting' },
  marginal: { zh: '边缘易致贫户', en: 'marginal, at risk' },
  sudden: { zh: '突发严重困难户', en: 'sudden grave hardship' },
  low_income: { zh: '低保', en: 'minimum living allowance' },
  low_income_edge: { zh: '低保边缘', en: 'edge of minimum allowance' },
  destitute: { zh: '特困', en: 'destitute support' },
  rigid_expense: { zh: '刚性支出困难', en: 'rigid-expense hardship' },
  disabled: { zh: '持证残疾人', en: 'certified disabled' },
  relocated: { zh: '易地搬迁', en: 'relocated' },
  key_income: { zh: '提低增收重点对象', en: 'key income-raising group' },
} satisfies CodeList

export const risk = {
  illness: { zh: '因病', en: 'illness' },
  disability: { zh: '因残', en: 'disability' },
  education: { zh: '因学', en: 'schooling' },
  disaster: { zh: '因灾', en: 'disaster' },
  labour_shortage: { zh: '缺劳动力', en: 'no labour' },
  job_loss: { zh: '因务工就业不稳', en: 'unsteady work' },
  other: { zh: '其他', en: 'other' },
} satisfies CodeList

/** 就业渠道. */
export const channel = {
  migrant: { zh: '外出务工', en: 'away work' },
  workshop: { zh: '帮扶车间', en: 'assistance workshop' },
  public_post: { zh: '公益性岗位', en: 'public post' },
  local_firm: { zh: '本地企业', en: 'local firm' },
  own_business: { zh: '自主创业', en: 'own business' },
  farm: { zh: '农业经营', en: 'farming' },
  flexible: { zh: '灵活就业', en: 'flexible work' },
} satisfies CodeList

export const evidence = {
  contract: { zh: '劳动合同', en: 'contract' },
  call: { zh: '电话核实', en: 'call' },
  visit: { zh: '入户核实', en: 'visit' },
  register_match: { zh: '部门比对', en: 'register match' },
  roster: { zh: '花名册', en: 'roster' },
  payslip: { zh: '工资流水', en: 'payslip' },
  employer: { zh: '用人单位确认', en: 'employer’s confirmation' },
} satisfies CodeList

export const verifiedMethod = {
  phone: { zh: '电话', en: 'phone' },
  visit: { zh: '走访', en: 'visit' },
  register_match: { zh: '数据比对', en: 'register match' },
} satisfies CodeList

/** What an officer heard of somebody in the monthly round. */
export const roundOutcome = {
  same: { zh: '与上月一致', en: 'as last month' },
  changed: { zh: '务工有变化', en: 'work has changed' },
  ended: { zh: '不再务工', en: 'no longer at work' },
  unreached: { zh: '未联系上', en: 'not reached' },
  moved_away: { zh: '已迁走', en: 'moved away' },
  died: { zh: '已去世', en: 'has died' },
} satisfies CodeList

/** Why somebody is no longer at work. */
export const workEnd = {
  contract_over: { zh: '合同期满或项目完工', en: 'contract or project over' },
  dismissed: { zh: '被辞退或停工', en: 'dismissed or laid off' },
  illness: { zh: '因病因伤', en: 'illness or injury' },
  family: { zh: '照料家人', en: 'family care' },
  farming: { zh: '返乡务农', en: 'back to the farm' },
  other: { zh: '其他', en: 'other' },
} satisfies CodeList

/** What a call-back found untrue. */
export const sampleReason = {
  never: { zh: '从来没有', en: 'never was so' },
  ended: { zh: '当时已结束', en: 'was over by then' },
  differs: { zh: '有，但单位、地点或时间不符', en: 'was so, but not there or not then' },
  wrong_person: { zh: '不是本人或查无此人', en: 'another person, or nobody' },
  other: { zh: '其他', en: 'other' },
} satisfies CodeList

export const trainingKind = {
  skill: { zh: '技能培训', en: 'skill' },
  entrepreneurship: { zh: '创业培训', en: 'entrepreneurship' },
  new_occupation: { zh: '新职业培训', en: 'new occupation' },
  special: { zh: '专项培训', en: 'special' },
  project: { zh: '项目制培训', en: 'project-based' },
} satisfies CodeList

export const traineeKind = {
  migrant: { zh: '农民工', en: 'rural migrant labourer' },
  returnee_founder: { zh: '返乡创业者', en: 'returnee founder' },
  other: { zh: '其他', en: 'other' },
} satisfies CodeList

export const enterpriseForm = {
  individual: { zh: '个体工商户', en: 'individual business' },
  micro: { zh: '小微企业', en: 'micro firm' },
  cooperative: { zh: '合作社', en: 'cooperative' },
  company: { zh: '公司', en: 'company' },
  farm: { zh: '家庭农场', en: 'family farm' },
} satisfies CodeList

export const insuranceKind = {
  pension_resident: { zh: '城乡居民养老保险', en: 'resident pension' },
  pension_employee: { zh: '职工养老保险', en: 'employee pension' },
  medical: { zh: '医疗保险', en: 'medical' },
  injury: { zh: '工伤保险', en: 'work injury' },
  unemployment: { zh: '失业保险', en: 'unemployment' },
} satisfies CodeList

export const payer = {
  self: { zh: '个人', en: 'self' },
  programme: { zh: '政府代缴', en: 'paid on behalf' },
  employer: { zh: '单位', en: 'employer' },
} satisfies CodeList

export const postStream = {
  hrss: { zh: '人社', en: 'human resources' },
  agriculture: { zh: '农业农村', en: 'agriculture' },
} satisfies CodeList

export const talentKind = {
  title: { zh: '职称', en: 'title' },
  award: { zh: '表彰奖励', en: 'award' },
  honour: { zh: '技能荣誉', en: 'skill honour' },
  recruitment: { zh: '招募录用', en: 'recruitment' },
  village_doctor: { zh: '乡村医生', en: 'village doctor' },
} satisfies CodeList

export const level = {
  national: { zh: '国家级', en: 'national' },
  municipal: { zh: '市级', en: 'municipal' },
  county: { zh: '区县级', en: 'county' },
  town: { zh: '乡镇级', en: 'town' },
} satisfies CodeList

export const grade = {
  excellent: { zh: '优秀', en: 'excellent' },
  good: { zh: '良好', en: 'good' },
  pass: { zh: '合格', en: 'pass' },
  fail: { zh: '不合格', en: 'fail' },
} satisfies CodeList

export const assistanceKind = {
  officer: { zh: '帮扶责任人', en: 'officer in charge' },
  plan: { zh: '一人一策', en: 'assistance plan' },
  measure: { zh: '帮扶措施', en: 'measure' },
} satisfies CodeList

export const wishKind = {
  work: { zh: '就业意愿', en: 'work' },
  training: { zh: '培训意愿', en: 'training' },
  enterprise: { zh: '创业意愿', en: 'own business' },
  loan: { zh: '贷款意愿', en: 'loan' },
  service: { zh: '就业服务需求', en: 'job service' },
} satisfies CodeList

export const rosterRole = {
  worker: { zh: '务工人员', en: 'worker' },
  founder: { zh: '创业者', en: 'founder' },
  trainee: { zh: '学员', en: 'trainee' },
  member: { zh: '成员', en: 'member' },
} satisfies CodeList

/** What shows that somebody was there in a month, or was paid for it. */
export const attendanceEvidence = {
  sign_in_sheet: { zh: '签到表', en: 'sign-in sheet' },
  payroll: { zh: '工资发放表', en: 'payroll' },
  photo: { zh: '现场照片已核', en: 'photo checked' },
  roll_call: { zh: '现场点名', en: 'roll call on the spot' },
} satisfies CodeList

export const activityKind = {
  rural_project: { zh: '乡村创业项目', en: 'rural project' },
  talent_project: { zh: '人才活动项目', en: 'talent project' },
  visit: { zh: '走访调研', en: 'visit' },
  people_sent: { zh: '选派人员', en: 'people sent' },
  service: { zh: '创业服务', en: 'service given' },
  pay_incentive: { zh: '乡镇薪酬倾斜', en: 'township pay incentive' },
} satisfies CodeList

export const activityDetail = {
  venue: { zh: '场地', en: 'venue' },
  tax: { zh: '税收', en: 'tax' },
  credit: { zh: '信贷', en: 'credit' },
  job: { zh: '用工', en: 'employment' },
  money: { zh: '资金对接', en: 'money' },
  place: { zh: '场地对接', en: 'place' },
  mentor: { zh: '导师对接', en: 'mentor' },
} satisfies CodeList

/** Why the ledger no longer says what it said: the `superseded_by` of every history table. */
export const supersededBy = {
  correction: { zh: '已更正', en: 'corrected' },
  ended: { zh: '已登记终止', en: 'its end was recorded' },
  verified: { zh: '已重新核实', en: 'verified again' },
  withdrawn: { zh: '已撤回', en: 'withdrawn' },
  moved: { zh: '已随人迁移', en: 'moved with the person' },
  imported: { zh: '已由导入清单更新', en: 'updated by an imported list' },
  undone: { zh: '导入已撤销', en: 'the import was undone' },
  merged: { zh: '已并入另一份档案', en: 'merged into another file' },
  unmerged: { zh: '并档已撤销', en: 'the merge was undone' },
  number_changed: { zh: '证件号码已变更', en: 'the identity number was changed' },
  died: { zh: '人员死亡，已终止', en: 'ended by the person’s death' },
  household: { zh: '分户、并户或户主变更', en: 'the household was split, joined or changed its head' },
  refreshed: { zh: '已确认仍然有效', en: 'confirmed as still standing' },
  taken: { zh: '名额有变动', en: 'openings were taken' },
  travelled: { zh: '行程有进展', en: 'the journey went on' },
} satisfies CodeList
