import { fail } from '../../base/fail.ts'

/** A column of a file: its key, the headings it may stand under, and whether it must be there. */
export type Column = { key: string; zh: string[]; required?: boolean; says: string }

export const PERSON_COLUMNS: readonly Column[] = [
  { key: 'id', zh: ['编号', '人员编号'], required: true, says: 'each once' },
  { key: 'area', zh: ['区划代码', '住址代码'], required: true, says: 'home: 6, 9 or 12 digits' },
  { key: 'born', zh: ['出生日期'], says: 'YYYY-MM-DD; blank: not known, then nothing can be offered' },
  { key: 'tier', zh: ['帮扶层级'], says: '1 is served first … 8; blank 8' },
  {
    key: 'schooling',
    zh: ['文化程度', '学历'],
    says: 'primary, junior, senior, college, bachelor, postgraduate; 小学 … 研究生',
  },
  { key: 'certificates', zh: ['证书'], says: 'names, as vacancies spell them' },
  { key: 'cannot', zh: ['不能承受', '健康限制'], says: 'lifting, nights …; 重体力、夜班 …' },
  { key: 'months_away', zh: ['不能上班月份'], says: '1 … 12' },
  { key: 'wage_floor', zh: ['最低月薪'], says: 'yuan a month' },
  { key: 'reach', zh: ['县内范围'], says: 'village, town, county; 本村、本镇、本县' },
  { key: 'stays', zh: ['须留本县'], says: 'yes where a verified fact keeps the person in the county' },
  { key: 'occupations', zh: ['意愿职业'], says: 'codes or names of the 2022 classification, best first' },
  { key: 'places', zh: ['意愿地点'], says: 'area codes, provinces, home (本县), city (全市), best first; blank: home' },
  { key: 'skills', zh: ['已核实技能'], says: 'occupation:level, level 0 … 5' },
]
export const VACANCY_COLUMNS: readonly Column[] = [
  { key: 'id', zh: ['编号', '岗位编号'], required: true, says: 'each once' },
  { key: 'occupation', zh: ['职业', '工种'], required: true, says: 'code or name of the 2022 classification' },
  { key: 'place', zh: ['工作地点', '区划代码'], required: true, says: 'area code, or a province' },
  { key: 'openings', zh: ['名额', '招聘人数'], required: true, says: '0 or more' },
  { key: 'wage_low', zh: ['月薪下限'], required: true, says: 'yuan a month' },
  { key: 'wage_high', zh: ['月薪上限'], says: 'blank: as the lower' },
  { key: 'schooling', zh: ['文化程度', '学历要求'], says: 'least schooling' },
  { key: 'certificates', zh: ['证书', '证书要求'], says: 'all of them are needed' },
  { key: 'skill', zh: ['技能等级'], says: '0 … 5, in its occupation' },
  { key: 'demands', zh: ['工作要求'], says: 'lifting, nights …; 重体力、夜班 …' },
  { key: 'months', zh: ['用工月份'], says: '1 … 12; blank: all year' },
  { key: 'hazardous', zh: ['危险作业'], says: 'yes: nobody under 18' },
  { key: 'age_max', zh: ['年龄上限'], says: 'only with age_rule' },
  { key: 'age_rule', zh: ['年龄依据'], says: 'the rule that sets the upper age' },
  { key: 'kind', zh: ['岗位类型'], says: 'ordinary, workshop, public; 普通、就业帮扶车间、公益性岗位' },
  { key: 'notes', zh: ['备注', '招聘要求'], says: 'free text; what the law forbids in it is refused' },
]

/** Facts a run may be shown but never reads: nothing of them reaches the engine. */
const NEVER_READ = ['sex', '性别', 'ethnicity', '民族', 'hukou', '户籍', '户口性质', '姓名', 'name']
/** Headings under which a vacancy says what it may not ask for, and the condition of `plans/common/jobs/conditions.yaml` that forbids it. */
export const FORBIDDEN: ReadonlyMap<string, string> = new Map(
  Object.entries({
    sex: ['sex', '性别', '性别要求'],
    marriage: ['marriage', '婚姻', '婚育', '婚姻状况'],
    ethnic: ['ethnicity', '民族', '民族要求'],
    religion: ['religion', '宗教', '宗教信仰'],
    hukou: ['hukou', '户籍', '户籍要求', '户口'],
    infection: ['infection', '乙肝', '传染病'],
  }).flatMap(([key, headings]) => headings.map((heading) => [heading, key] as const)),
)

export type Head = { columns: Map<string, number>; forbidden: { name: string; at: number }[]; notUsed: string[] }

/** Finds the columns of a file by its first line; refuses one that lacks a column or has one twice. */
export function readHead(cells: readonly string[], known: readonly Column[], file: string): Head {
  const head: Head = { columns: new Map(), forbidden: [], notUsed: [] }
  for (const [at, cell] of cells.entries()) {
    const name = cell.normalize('NFKC').trim().toLowerCase()
    const column = known.find(({ key, zh }) => key === name || zh.includes(name))
    if (column === undefined) {
      if (known === VACANCY_COLUMNS && FORBIDDEN.has(name)) head.forbidden.push({ name, at })
      else if (name !== '') head.notUsed.push(NEVER_READ.includes(name) ? name : name.slice(0, 40))
    } else if (head.columns.has(column.key))
      fail('jobs.heading.twice', {
        zh: `${file}：表头“${column.zh[0]}”出现两次；留下一个。`,
        en: `${file}: the heading "${column.key}" stands twice; keep one.`,
      })
    else head.columns.set(column.key, at)
  }
  const missing = known.filter(({ key, required }) => required && !head.columns.has(key))
  if (missing.length > 0)
    fail('jobs.heading.missing', {
      zh: `${file}：缺少表头 ${missing.map(({ zh }) => zh[0]).join('、')}。表头可写中文或英文。`,
      en: `${file}: the headings ${missing.map(({ key }) => key).join(', ')} are missing.`,
    })
  return head
}
