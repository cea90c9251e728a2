import type { Words } from '#domain/base/fail.ts'
import type { DemoPlaces } from '#server/access/demo-officers.ts'

/**
 * People whose files show what the system does; the same ids at every scale. Most live in one village of 云阳,
 * so that its officers meet them.
 */
export const representativeAreas: DemoPlaces = {
  city: 500_000_000_000,
  county: 500_235_000_000,
  town: 500_235_131_000,
  village: 500_235_131_201,
}
const HOME = representativeAreas.village
/** 壁山村 of old 渝北, in 两江新区 since November 2025. */
const LIANGJIANG = 500_157_102_203
const FENGJIE = 500_236_003_210

/** A spell of work; `site` is the n-th lasting workshop of the county. */
export type StoryJob = {
  from: string
  to?: string
  place?: number
  channel: 'workshop' | 'public_post' | 'migrant' | 'local_firm'
  site?: number
  wageFen?: number | null
  industry?: string | null
  knownOn?: string
  /** What the ledger said before: the end it did not know, until the day it was told. */
  openUntilTold?: string
}
export type StoryMembership = { kind: string; from: string; to?: string; risk?: string; removedOn?: string }
export type Story = {
  id: number
  key: string
  shows: Words
  area: number
  surname: string
  given: string
  male: boolean
  birth: string
  /** The birthday is not recorded, though the person has one. */
  birthUnknown?: boolean
  death?: string
  capacity?: string | null
  inSchool?: boolean | null
  education?: string
  household?: number
  memberships: StoryMembership[]
  jobs: StoryJob[]
  /** Uninsured for old age when false. */
  insured?: boolean
}

const lifted: StoryMembership = { kind: 'lifted', from: '2018-06-30' }
const shows = (zh: string, en: string): Words => ({ zh, en })
const GUANGDONG = 440_000_000_000

export const stories: readonly Story[] = [
  {
    ...{ id: 1001, key: 'counted', area: HOME, surname: '冉', given: '光秀', male: false, birth: '1979-04-12' },
    shows: shows('在帮扶车间务工，计入“车间脱贫人口”', 'Works in a workshop and counts among its lifted people'),
    memberships: [lifted],
    jobs: [{ from: '2020-05-06', channel: 'workshop', site: 0, wageFen: 280_000 }],
  },
  {
    ...{ id: 1002, key: 'late', area: HOME, surname: '谭', given: '家明', male: true, birth: '1986-09-03' },
    shows: shows(
      '8月上岗、11月才录入：9月底所报与今日所知不同',
      'Began in August, entered in November: what was reported in September is restated',
    ),
    memberships: [lifted],
    jobs: [{ from: '2021-08-20', channel: 'migrant', place: GUANGDONG, wageFen: 560_000, knownOn: '2021-11-05' }],
  },
  {
    ...{ id: 1003, key: 'corrected', area: HOME, surname: '向', given: '正华', male: true, birth: '1974-01-25' },
    shows: shows(
      '8月底已停工，10月才更正：9月底计入，今日不计',
      'Stopped at the end of August, corrected in October: counted then, not now',
    ),
    memberships: [lifted],
    jobs: [
      { from: '2021-03-01', to: '2021-08-31', channel: 'local_firm', wageFen: 350_000, openUntilTold: '2021-10-12' },
    ],
  },
  {
    ...{ id: 1004, key: 'moved', area: HOME, surname: '李', given: '文', male: true, birth: '1990-11-18' },
    shows: shows(
      '2021年5月由奉节迁入：原县的记录仍在历史中',
      'Moved here from Fengjie in May 2021; what the old county said is kept',
    ),
    memberships: [lifted],
    jobs: [{ from: '2020-02-20', channel: 'migrant', place: 330_000_000_000, wageFen: 610_000 }],
  },
  {
    ...{
      id: 1005,
      key: 'unknown',
      area: HOME,
      surname: '单',
      given: '㛃',
      male: false,
      birth: '1982-07-07',
      birthUnknown: true,
    },
    shows: shows(
      '出生日期和劳动技能未登记：许多判定为“未知”，并指出缺哪一项',
      'Birthday and capacity not recorded: many answers are unknown and name what is missing',
    ),
    memberships: [lifted],
    ...{ capacity: null, inSchool: null, jobs: [] },
  },
  {
    ...{ id: 1006, key: 'several-findings', area: HOME, surname: '彭', given: '天寿', male: true, birth: '1965-03-30' },
    shows: shows(
      '无劳动能力却在务工、月收入99元、行业未填：几条疑点',
      'In work without capacity, at 99 yuan a month, industry missing: several findings',
    ),
    memberships: [lifted],
    capacity: 'none',
    jobs: [{ from: '2020-10-10', channel: 'migrant', place: GUANGDONG, wageFen: 9_900, industry: null }],
  },
  {
    ...{ id: 1007, key: 'aged-in-post', area: HOME, surname: '罗', given: '国富', male: true, birth: '1950-02-14' },
    shows: shows('71岁仍在公益性岗位', 'Seventy-one and in a public post'),
    memberships: [lifted],
    capacity: 'weak',
    jobs: [{ from: '2019-04-01', channel: 'public_post', wageFen: 50_000 }],
  },
  {
    ...{
      id: 1008,
      key: 'after-death',
      area: HOME,
      surname: '唐',
      given: '永贵',
      male: true,
      birth: '1958-08-08',
      death: '2021-06-02',
    },
    shows: shows('去世后公岗记录仍未终止', 'Died, and the public post was never ended'),
    memberships: [lifted],
    jobs: [{ from: '2020-01-05', channel: 'public_post', wageFen: 50_000 }],
  },
  {
    ...{
      id: 1009,
      key: 'monitored-without-measure',
      area: HOME,
      surname: '田',
      given: '素芳',
      male: false,
      birth: '1969-12-01',
    },
    shows: shows(
      '监测对象，风险未消除，没有帮扶措施和责任人',
      'Monitored, the risk not removed, with neither measure nor officer',
    ),
    memberships: [lifted, { kind: 'unstable', from: '2021-03-15', risk: 'illness' }],
    ...{ capacity: 'weak', jobs: [], insured: false },
  },
  {
    ...{ id: 1010, key: 'wants-work', area: HOME, surname: '欧阳', given: '春梅', male: false, birth: '1988-05-20' },
    shows: shows('想就业，没有工作，没有责任人', 'Wants work, has none, and nobody is in charge'),
    memberships: [lifted],
    jobs: [{ from: '2019-03-01', to: '2021-07-16', channel: 'local_firm', wageFen: 320_000 }],
  },
  {
    ...{ id: 1011, key: 'founder', area: HOME, surname: '曾', given: '志强', male: true, birth: '1985-10-10' },
    shows: shows('返乡首次创业，未得到任何支持', 'Founded a first business at home and got no support'),
    memberships: [lifted],
    jobs: [],
  },
  {
    ...{ id: 1012, key: 'returnee', area: HOME, surname: '解', given: '建国', male: true, birth: '1977-06-06' },
    shows: shows('7月由广东返乡，尚无工作', 'Came home from Guangdong in July and has no work'),
    memberships: [lifted],
    jobs: [{ from: '2018-02-28', to: '2021-07-31', channel: 'migrant', place: GUANGDONG, wageFen: 580_000 }],
  },
  {
    ...{ id: 1013, key: 'two-jobs', area: HOME, surname: '覃', given: '小红', male: false, birth: '1983-03-08' },
    shows: shows('同时在两个车间的花名册上：只计一人', 'On the rosters of two workshops at once: counted once'),
    memberships: [lifted],
    jobs: [
      { from: '2020-09-01', channel: 'workshop', site: 0, wageFen: 180_000 },
      { from: '2021-02-01', channel: 'workshop', site: 1, wageFen: 120_000 },
    ],
  },
  {
    ...{
      id: 1014,
      key: 'liangjiang',
      area: LIANGJIANG,
      surname: '陈',
      given: '思语',
      male: false,
      birth: '1995-09-09',
    },
    shows: shows(
      '原渝北区龙兴镇居民，今属两江新区：按旧区划和新区划都数得到',
      'Of old Yubei, now Liangjiang: found on the old division and on the new',
    ),
    memberships: [lifted],
    jobs: [{ from: '2020-07-01', channel: 'local_firm', wageFen: 520_000 }],
  },
  {
    ...{ id: 1015, key: 'merged-household', area: HOME, surname: '蹇', given: '德明', male: true, birth: '1962-04-04' },
    shows: shows('两户合并为一户，并补记易地搬迁', 'Two households became one, and its relocation was recorded'),
    memberships: [lifted, { kind: 'relocated', from: '2018-12-20' }],
    ...{ household: 1115, jobs: [] },
  },
  {
    ...{ id: 1016, key: 'village-doctor', area: HOME, surname: '尉迟', given: '敏', male: false, birth: '1980-01-15' },
    shows: shows('乡村医生，已参加养老保险，2022年评上基层职称', 'A village doctor, insured, with a title of 2022'),
    ...{ memberships: [], jobs: [], education: 'college' },
  },
  {
    ...{ id: 1017, key: 'graduate', area: HOME, surname: '黄', given: '子涵', male: false, birth: '1999-11-11' },
    shows: shows('2022年招募的高校毕业生', 'A graduate recruited in 2022'),
    ...{ memberships: [], jobs: [], education: 'bachelor' },
  },
  {
    ...{ id: 1018, key: 'too-young', area: HOME, surname: '黄', given: '一诺', male: true, birth: '2006-03-03' },
    shows: shows('15岁、在校，却登记在公益性岗位', 'Fifteen and at school, yet entered in a public post'),
    memberships: [lifted],
    ...{ inSchool: true, education: 'junior' },
    jobs: [{ from: '2021-07-05', channel: 'public_post', wageFen: 30_000 }],
  },
]

/** Where the moved one was before. */
export const movedFrom = { id: 1004, area: FENGJIE, on: '2021-05-10', toldOn: '2021-05-20' } as const
