import type { Words } from '../../base/fail.ts'
import type { Catalogue, CodeList, Fact, Parameters, ScalarFact, ScalarType } from '../../people/fact.ts'

/** A small catalogue with everything a real one has: codes, nullable facts, references that may be missing, cycles, derived facts. */
const words = (zh: string, en: string): Words => ({ zh, en })
const scalar = (type: ScalarType, column: string, zh: string, options: Partial<ScalarFact> = {}): Fact => ({
  kind: 'scalar',
  type,
  column,
  label: words(zh, column),
  nullable: true,
  ...options,
})
const known = { nullable: false }
const CHANNELS: CodeList = {
  workshop: words('帮扶车间', 'workshop'),
  public: words('公益岗', 'public post'),
  self: words('自主 就业', 'self-employed'),
}
const pair = (here: string, there: string): [string, string][] => [
  ['county', 'county'],
  [here, there],
]

export const sampleCatalogue: Catalogue = {
  person: {
    table: 'fz_person',
    label: words('人员', 'person'),
    facts: {
      age: scalar('number', 'age', '年龄', known),
      score: scalar('number', 'score', '评分'),
      savings: scalar('number', 'savings', '存款', { unit: 'fen' }),
      name: scalar('string', 'name', '姓名', known),
      note: scalar('string', 'note', '备注'),
      channel: scalar('string', 'channel', '就业渠道', { codes: CHANNELS }),
      trained: scalar('boolean', 'trained', '已培训'),
      active: scalar('boolean', 'active', '在册', known),
      born: scalar('date', 'born', '出生日期', known),
      moved: scalar('date', 'moved', '迁入 日期'),
      adult: { kind: 'derived', expr: 'age on(born, on) >= 18', label: words('成年', 'adult') },
      working: { kind: 'derived', expr: 'some e in employments satisfies e.current', label: words('在岗', 'working') },
      household: {
        kind: 'ref',
        to: 'household',
        on: pair('household', 'id'),
        label: words('家庭', 'home'),
        nullable: true,
      },
      employments: { kind: 'list', of: 'employment', on: pair('id', 'person'), label: words('务工经历', 'work') },
    },
  },
  household: {
    table: 'fz_household',
    label: words('户', 'household'),
    facts: {
      kind: scalar('string', 'kind', '户类型'),
      size: scalar('number', 'size', '人口数', known),
      income: scalar('number', 'income', '户收入'),
      poor_since: scalar('date', 'poor_since', '认定日期'),
      members: { kind: 'list', of: 'person', on: pair('id', 'household'), label: words('成员', 'members') },
    },
  },
  employment: {
    table: 'fz_employment',
    label: words('务工', 'employment'),
    facts: {
      wage: scalar('number', 'wage', '工资'),
      days: scalar('number', 'days', '天数', known),
      way: scalar('string', 'way', '渠道', { codes: CHANNELS }),
      started: scalar('date', 'started', '开始日期', known),
      ended: scalar('date', 'ended', '结束日期'),
      verified: scalar('boolean', 'verified', '已核实'),
      current: {
        kind: 'derived',
        expr: 'started <= on and (ended = null or ended > on)',
        label: words('在职', 'current'),
      },
      site: { kind: 'ref', to: 'site', on: pair('site', 'id'), label: words('载体', 'site'), nullable: true },
      worker: { kind: 'ref', to: 'person', on: pair('person', 'id'), label: words('工人', 'worker'), nullable: false },
    },
  },
  site: {
    table: 'fz_site',
    label: words('载体', 'site'),
    facts: {
      grade: scalar('string', 'grade', '等级'),
      capacity: scalar('number', 'capacity', '容量'),
      open: scalar('boolean', 'open', '开放'),
      staff: { kind: 'list', of: 'employment', on: pair('id', 'site'), label: words('用工', 'staff') },
    },
  },
}

export const sampleParameters: Parameters = {
  on: { type: 'date', value: '2024-02-29', label: words('当日', 'on the day') },
  line: { type: 'number', value: 500, label: words('标准线', 'line') },
}
