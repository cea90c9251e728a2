import type { Words } from '../base/fail.ts'
import * as codes from './codes.ts'
import type { Catalogue, CodeList, DerivedFact, Fact, ListFact, RefFact, ScalarFact, ScalarType } from './fact.ts'

/**
 * Every fact a predicate may read, of every kind of record (policy fields of the real lists).
 * Chinese labels carry no punctuation: a rule may be written with them.
 */
const words = (zh: string, en: string): Words => ({ zh, en })

function scalar(type: ScalarType, column: string, label: Words, options: Partial<ScalarFact> = {}): ScalarFact {
  return { kind: 'scalar', type, column, label, nullable: true, ...options }
}
const known = { nullable: false } as const
const coded = (column: string, label: Words, list: CodeList, options: Partial<ScalarFact> = {}): ScalarFact =>
  scalar('string', column, label, { codes: list, ...options })
const derived = (expr: string, label: Words, note?: Words): DerivedFact =>
  note ? { kind: 'derived', expr, label, note } : { kind: 'derived', expr, label }
const listOf = (of: string, owner: string, label: Words): ListFact => ({
  kind: 'list',
  of,
  on: [
    ['county', 'county'],
    ['id', owner],
  ],
  label,
})
const spellsOf = (of: string, label: Words) => listOf(of, 'person_id', label)
const ofSite = (of: string, label: Words) => listOf(of, 'site_id', label)
const to = (type: string, column: string, label: Words, nullable = false): RefFact => ({
  kind: 'ref',
  to: type,
  on: [
    ['county', 'county'],
    [column, 'id'],
  ],
  label,
  nullable,
})

const place = {
  county: scalar('number', 'county', words('区县代码', 'county code'), known),
  area: scalar('number', 'area', words('区划代码', 'area code'), known),
} satisfies Record<string, Fact>

const verification = {
  source: scalar('string', 'source', words('来源', 'source'), known),
  verified_on: scalar('date', 'verified_on', words('核实日期', 'verified on')),
  verified_until: scalar('date', 'verified_until', words('核实有效期', 'verified until')),
  verified_method: coded('verified_method', words('核实方式', 'how verified'), codes.verifiedMethod),
} satisfies Record<string, Fact>

const spell = {
  ...place,
  started_on: scalar('date', 'valid_from', words('起始日期', 'started on'), known),
  ended_on: scalar('date', 'valid_to', words('终止日期', 'ended on (first day no longer true)')),
  current: derived('started_on <= on and (ended_on = null or ended_on > on)', words('当日有效', 'in force on the day')),
  evidence: coded('evidence', words('佐证', 'evidence'), codes.evidence),
  ...verification,
} satisfies Record<string, Fact>

const ofPerson = { ...spell, person: to('person', 'person_id', words('人员', 'person')) } satisfies Record<string, Fact>

export const catalogue = {
  person: {
    table: 'person',
    label: words('人员', 'person'),
    facts: {
      ...place,
      ...verification,
      name: scalar('string', 'name', words('姓名', 'name'), { nullable: false, sealed: true }),
      sex: coded('sex', words('性别', 'sex'), codes.sex),
      birth_date: scalar('date', 'birth_date', words('出生日期', 'date of birth')),
      death_date: scalar('date', 'death_date', words('死亡日期', 'date of death')),
      ethnic: scalar('string', 'ethnic', words('民族', 'ethnic group')),
      education: coded('education', words('文化程度', 'education'), codes.education),
      in_school: scalar('boolean', 'in_school', words('在校生', 'in school')),
      health: coded('health', words('健康状况', 'health'), codes.health),
      capacity: coded('capacity', words('劳动技能', 'working capacity'), codes.capacity),
      disability_grade: scalar('number', 'disability_grade', words('残疾等级', 'disability grade')),
      relation: coded('relation', words('与户主关系', 'relation to head'), codes.relation),
      identity_mask: scalar('string', 'id_mask', words('证件号码', 'identity number (masked)'), { sealed: true }),
      phone_mask: scalar('string', 'phone_mask', words('联系电话', 'phone (masked)'), { sealed: true }),
      bank_mask: scalar('string', 'bank_mask', words('银行账号', 'bank account (masked)'), { sealed: true }),
      opened_on: scalar('date', 'opened_on', words('建档日期', 'file opened on'), known),
      household: to('household', 'household_id', words('家庭', 'household'), true),
      memberships: spellsOf('membership', words('身份类别', 'memberships')),
      employments: spellsOf('employment', words('务工经历', 'employment spells')),
      trainings: spellsOf('training', words('培训经历', 'trainings')),
      enterprises: spellsOf('enterprise', words('创业经历', 'enterprises')),
      insurances: spellsOf('insurance', words('参保经历', 'insurance spells')),
      public_posts: spellsOf('public_post', words('公岗经历', 'public posts')),
      talents: spellsOf('talent', words('人才经历', 'talent records')),
      assistances: spellsOf('assistance', words('帮扶记录', 'assistance')),
      wishes: spellsOf('wish', words('意愿', 'wishes')),
      grants: spellsOf('grant_paid', words('补贴记录', 'grants paid')),
      dispatches: spellsOf('dispatch', words('输送经历', 'dispatches')),
      rosters: spellsOf('roster', words('花名册记录', 'rosters')),
      attendances: spellsOf('attendance', words('考勤记录', 'attendance by month')),
      round_answers: spellsOf('round_answer', words('月核实记录', 'round answers')),
      same_identity: {
        kind: 'list',
        of: 'person',
        on: [
          ['county', 'county'],
          ['id_index', 'id_index'],
        ],
        label: words('同证件号人员', 'people with the same identity number'),
      },
      same_phone: {
        kind: 'list',
        of: 'person',
        on: [
          ['county', 'county'],
          ['phone_index', 'phone_index'],
        ],
        label: words('同电话人员', 'people with the same phone'),
      },
      same_bank: {
        kind: 'list',
        of: 'person',
        on: [
          ['county', 'county'],
          ['bank_index', 'bank_index'],
        ],
        label: words('同账号人员', 'people with the same bank account'),
      },
      age: derived('age on(birth_date, on)', words('年龄', 'age')),
      alive: derived('death_date = null or death_date > on', words('在世', 'alive')),
      lifted: derived(
        'some m in memberships satisfies m.kind = "lifted" and m.current',
        words('脱贫人口', 'lifted person'),
      ),
      monitored: derived(
        'some m in memberships satisfies m.kind in ("unstable", "marginal", "sudden") and m.current',
        words('监测对象', 'monitored person'),
      ),
      at_risk: derived(
        'some m in memberships satisfies m.kind in ("unstable", "marginal", "sudden") and m.current and (m.risk_removed_on = null or m.risk_removed_on > on)',
        words('风险未消除', 'risk not removed'),
      ),
      in_difficulty: derived(
        'some m in memberships satisfies m.kind in ("low_income", "low_income_edge", "destitute", "unstable", "marginal", "sudden") and m.current or disability_grade != null and disability_grade in (1, 2)',
        words('困难群体', 'person in difficulty'),
        words(
          '假设：困难群体指低保、低保边缘、特困、三类监测对象和一二级残疾人；原文未给出名单',
          'Assumption: minimum allowance and its edge, destitute, the three monitored kinds, disability grades 1 and 2; the source gives no list',
        ),
      ),
      in_work: derived('some e in employments satisfies e.current', words('在务工', 'in work')),
      able_to_work: derived(
        'alive and age >= 16 and capacity in ("ordinary", "skilled", "weak") and not(in_school = true)',
        words('有劳动能力', 'able to work'),
      ),
    },
  },
  household: {
    table: 'household',
    label: words('户', 'household'),
    facts: {
      ...place,
      ...verification,
      code: scalar('string', 'code', words('户编号', 'household number')),
      relocated: scalar('boolean', 'relocated', words('易地搬迁户', 'relocated')),
      unsafe_house: scalar('boolean', 'unsafe_house', words('危房户', 'unsafe house')),
      income_per_head_fen: scalar('number', 'income_per_head_fen', words('人均纯收入', 'income per head'), {
        unit: 'fen',
      }),
      members: {
        kind: 'list',
        of: 'person',
        on: [
          ['county', 'county'],
          ['id', 'household_id'],
        ],
        label: words('家庭成员', 'members'),
      },
    },
  },
  membership: {
    table: 'membership',
    label: words('身份类别', 'membership'),
    facts: {
      ...ofPerson,
      kind: coded('kind', words('类别', 'kind'), codes.membershipKind, known),
      risk: coded('risk', words('风险类型', 'risk'), codes.risk),
      risk_removed_on: scalar('date', 'risk_removed_on', words('风险消除日期', 'risk removed on')),
    },
  },
  employment: {
    table: 'employment',
    label: words('务工', 'employment'),
    facts: {
      ...ofPerson,
      place: scalar('number', 'place', words('务工地代码', 'place of work code'), known),
      channel: coded('channel', words('就业渠道', 'channel'), codes.channel),
      employer: scalar('string', 'employer', words('务工企业', 'employer')),
      credit_code: scalar('string', 'credit_code', words('统一社会信用代码', 'credit code')),
      industry: scalar('string', 'industry', words('所属行业', 'industry')),
      occupation: scalar('string', 'occupation', words('职业', 'occupation')),
      monthly_wage_fen: scalar('number', 'monthly_wage_fen', words('务工月收入', 'monthly wage'), { unit: 'fen' }),
      point_to_point: scalar('boolean', 'point_to_point', words('点对点输送', 'point to point')),
      contract: scalar('boolean', 'contract', words('签订合同', 'written contract')),
      injury_insured: scalar('boolean', 'injury_insured', words('参加工伤保险', 'work-injury cover')),
      unemployment_insured: scalar('boolean', 'unemployment_insured', words('参加失业保险', 'unemployment cover')),
      skill_certificate: scalar('boolean', 'skill_certificate', words('持技能证书', 'holds certificate')),
      brand: to('site', 'brand_id', words('劳务品牌', 'labour brand'), true),
      in_county: derived(
        'place >= county * 1000000 and place < (county + 1) * 1000000',
        words('县内务工', 'works in own county'),
      ),
      in_city: derived('place >= 500000000000 and place < 510000000000', words('市内务工', 'works in the city')),
    },
  },
  training: {
    table: 'training',
    label: words('培训', 'training'),
    facts: {
      ...ofPerson,
      course: scalar('string', 'course', words('课程', 'course'), known),
      kind: coded('kind', words('培训类型', 'kind'), codes.trainingKind, known),
      trainee: coded('trainee', words('学员身份', 'as whom'), codes.traineeKind),
      hours: scalar('number', 'hours', words('学时', 'hours'), { unit: 'hours' }),
      completed_on: scalar('date', 'completed_on', words('结业日期', 'completed on')),
      certificate_no: scalar('string', 'certificate_no', words('证书编号', 'certificate number')),
      certificate_on: scalar('date', 'certificate_on', words('发证日期', 'certificate on')),
      organiser: scalar('string', 'organiser', words('培训机构', 'training body')),
    },
  },
  enterprise: {
    table: 'enterprise',
    label: words('创业', 'enterprise'),
    facts: {
      ...ofPerson,
      name: scalar('string', 'name', words('名称', 'name'), known),
      credit_code: scalar('string', 'credit_code', words('统一社会信用代码', 'credit code')),
      form: coded('form', words('组织形式', 'form'), codes.enterpriseForm),
      first_time: scalar('boolean', 'first_time', words('首次创业', 'first business')),
      hires: scalar('number', 'hires', words('带动就业人数', 'people employed'), { unit: 'people' }),
      acceleration_on: scalar('date', 'acceleration_on', words('加速计划支持日期', 'acceleration plan since')),
      sailing_on: scalar('date', 'sailing_on', words('启航计划支持日期', 'sailing plan since')),
      loan_fen: scalar('number', 'loan_fen', words('担保贷款', 'guaranteed loan'), { unit: 'fen' }),
    },
  },
  insurance: {
    table: 'insurance',
    label: words('参保', 'insurance'),
    facts: {
      ...ofPerson,
      kind: coded('kind', words('险种', 'kind'), codes.insuranceKind, known),
      tier_fen: scalar('number', 'tier_fen', words('缴费档次', 'tier'), { unit: 'fen' }),
      payer: coded('payer', words('缴费方', 'payer'), codes.payer),
    },
  },
  public_post: {
    table: 'public_post',
    label: words('公益性岗位', 'public post'),
    facts: {
      ...ofPerson,
      stream: coded('stream', words('岗位来源', 'stream'), codes.postStream, known),
      duty: scalar('string', 'duty', words('岗位名称', 'duty'), known),
      employer: scalar('string', 'employer', words('用人单位', 'employer')),
      monthly_pay_fen: scalar('number', 'monthly_pay_fen', words('月补贴', 'monthly pay'), { unit: 'fen' }),
    },
  },
  talent: {
    table: 'talent',
    label: words('人才', 'talent'),
    facts: {
      ...ofPerson,
      kind: coded('kind', words('类别', 'kind'), codes.talentKind, known),
      name: scalar('string', 'name', words('名称', 'name'), known),
      level: coded('level', words('级别', 'level'), codes.level),
      preferential: scalar('boolean', 'preferential', words('倾斜政策评审', 'under the preferential rule')),
      rural_service: scalar('boolean', 'rural_service', words('服务乡村', 'serves the countryside')),
      graduate: scalar('boolean', 'graduate', words('高校毕业生', 'new graduate')),
    },
  },
  assistance: {
    table: 'assistance',
    label: words('帮扶', 'assistance'),
    facts: {
      ...ofPerson,
      kind: coded('kind', words('帮扶类型', 'kind'), codes.assistanceKind, known),
      officer: scalar('string', 'officer', words('责任人', 'officer')),
      goal: scalar('string', 'goal', words('目标', 'goal')),
    },
  },
  wish: {
    table: 'wish',
    label: words('意愿', 'wish'),
    facts: {
      ...ofPerson,
      kind: coded('kind', words('意愿类型', 'kind'), codes.wishKind, known),
      detail: scalar('string', 'detail', words('说明', 'detail')),
    },
  },
  grant_paid: {
    table: 'grant_paid',
    label: words('补贴', 'grant'),
    facts: {
      ...ofPerson,
      programme: scalar('string', 'programme', words('政策项目', 'programme'), known),
      period: scalar('string', 'period', words('所属期', 'period'), known),
      amount_fen: scalar('number', 'amount_fen', words('金额', 'amount'), { nullable: false, unit: 'fen' }),
      paid_on: scalar('date', 'paid_on', words('发放日期', 'paid on'), known),
    },
  },
  dispatch: {
    table: 'dispatch',
    label: words('输送', 'dispatch'),
    facts: {
      ...ofPerson,
      corridor: scalar('string', 'corridor', words('协作关系', 'corridor'), known),
      batch: scalar('string', 'batch', words('批次', 'batch')),
      place: scalar('number', 'place', words('接收地代码', 'receiving area code'), known),
      arrived_on: scalar('date', 'arrived_on', words('到岗确认日期', 'arrived on')),
    },
  },
  roster: {
    table: 'roster',
    label: words('花名册', 'roster'),
    facts: {
      ...ofPerson,
      site: to('site', 'site_id', words('载体', 'site'), true),
      role: coded('role', words('角色', 'role'), codes.rosterRole, known),
    },
  },
  attendance: {
    table: 'attendance',
    label: words('考勤', 'attendance'),
    facts: {
      ...ofPerson,
      evidence: coded('evidence', words('佐证', 'evidence'), codes.attendanceEvidence),
      site: to('site', 'site_id', words('载体', 'site'), true),
      days: scalar('number', 'days', words('出勤天数', 'days present'), { unit: 'days' }),
      wage_paid_fen: scalar('number', 'wage_paid_fen', words('实发工资', 'wage paid'), { unit: 'fen' }),
    },
  },
  round_answer: {
    table: 'round_answer',
    label: words('月核实', 'round answer'),
    facts: {
      ...ofPerson,
      round: scalar('string', 'round', words('核实事项', 'round'), known),
      outcome: coded('outcome', words('核实结果', 'outcome'), codes.roundOutcome, known),
      reason: coded('reason', words('不再务工原因', 'why work ended'), codes.workEnd),
      happened_on: scalar('date', 'happened_on', words('发生日期', 'happened on')),
    },
  },
  site: {
    table: 'site',
    label: words('载体', 'site'),
    facts: {
      ...spell,
      kind: scalar('string', 'kind', words('载体类型', 'kind'), known),
      name: scalar('string', 'name', words('名称', 'name'), known),
      level: coded('level', words('级别', 'level'), codes.level),
      capacity: scalar('number', 'capacity', words('容量', 'capacity'), { unit: 'places' }),
      grade: coded('grade', words('评估等级', 'grade'), codes.grade),
      rosters: ofSite('roster', words('花名册记录', 'rosters')),
      attendances: ofSite('attendance', words('考勤记录', 'attendance by month')),
      grades: ofSite('site_grade', words('历年评估', 'yearly evaluations')),
      services: ofSite('activity', words('服务记录', 'services given')),
    },
  },
  site_grade: {
    table: 'site_grade',
    label: words('年度评估', 'yearly evaluation'),
    facts: {
      ...spell,
      year: scalar('number', 'year', words('年度', 'year'), known),
      grade: coded('grade', words('评估等级', 'grade'), codes.grade, known),
      staff: scalar('number', 'staff', words('稳定用工人数', 'stable staff counted'), { unit: 'people' }),
      counted_on: scalar('date', 'counted_on', words('清点日期', 'counted on')),
    },
  },
  activity: {
    table: 'activity',
    label: words('工作记录', 'activity'),
    facts: {
      ...spell,
      kind: coded('kind', words('类别', 'kind'), codes.activityKind, known),
      name: scalar('string', 'name', words('名称', 'name'), known),
      detail: coded('detail', words('内容', 'detail'), codes.activityDetail),
      people: scalar('number', 'people', words('涉及人数', 'people reached'), { unit: 'people' }),
      site: to('site', 'site_id', words('载体', 'site'), true),
    },
  },
} satisfies Catalogue

export type RecordName = keyof typeof catalogue
