import { type Day, dayNumber } from '#domain/base/date.ts'
import type { Words } from '#domain/base/fail.ts'

/**
 * What the generated city aims at. `source` is the tag of the published material; what has none is an assumption and says why.
 * Counts are those of the whole city; a smaller scale takes its share, except workshops, which are whole at every scale.
 */
export type Calibration = { key: string; on?: Day; value: number; source?: string; assumption?: Words }

/** The day the demo speaks of: the plan was published on it. */
export const DEMO_DAY: Day = '2021-09-17'
/** The generated records end here. */
export const LAST_DAY: Day = '2024-12-31'

const say = (zh: string, en: string): Words => ({ zh, en })
const trend = say('两个公布数之间按直线推算', 'On a straight line between two published figures')
const before = say(
  '公布数之前的年份未见数字，按缓升推算',
  'No figure before the first published one; a slow rise is assumed',
)

/**
 * One row a moment at which counts are exact. Between two moments people come and go on days by chance.
 * inWork, publicPosts: lifted people; roster: everybody on a workshop's roster, rosterLifted: the lifted among them.
 */
export type Moment = {
  on: Day
  inWork: number
  publicPosts: number
  workshops: number
  roster: number
  rosterLifted: number
}
const moment = (on: Day, inWork: number, publicPosts: number, workshops: number, roster: number, lifted: number) => ({
  on,
  inWork,
  publicPosts,
  workshops,
  roster,
  rosterLifted: lifted,
})
export const moments: readonly Moment[] = [
  moment('2019-06-30', 705_000, 52_000, 262, 5_100, 2_050),
  moment('2020-06-30', 742_000, 66_000, 365, 7_350, 2_990),
  moment('2020-12-31', 757_000, 72_000, 421, 8_600, 3_540),
  moment('2021-06-30', 765_000, 75_000, 458, 9_600, 3_960),
  moment('2021-07-31', 766_000, 75_500, 465, 9_770, 4_030),
  moment('2021-09-17', 769_300, 76_000, 473, 9_986, 4_121),
  moment('2022-06-30', 779_000, 80_000, 545, 10_950, 4_470),
  moment('2023-05-31', 800_000, 86_000, 616, 12_010, 4_854),
  moment('2024-07-31', 822_000, 95_000, 629, 12_030, 4_761),
  moment('2024-09-28', 825_000, 96_000, 632, 12_080, 4_780),
  moment('2024-12-31', 831_000, 96_400, 634, 12_110, 4_790),
]
export const momentDays: readonly number[] = moments.map(({ on }) => dayNumber(on))
/** The moment whose counts hold exactly at every scale. */
export const DEMO_MOMENT: number = moments.findIndex(({ on }) => on === DEMO_DAY)
/** The moment for which the split between city and elsewhere was published. */
export const SPLIT_MOMENT: number = moments.findIndex(({ on }) => on === '2022-06-30')
export const IN_CITY_SHARE: number = 430_000 / 779_000

/** Lifted people of the city, in thousands by county of the division before November 2025. */
export const LIFTED = 1_906_000
export const liftedThousands: Readonly<Record<number, number>> = {
  ...{ 500101: 118, 500114: 62, 500154: 142, 500156: 62, 500229: 48, 500230: 88, 500235: 150 },
  ...{ 500236: 148, 500237: 100, 500238: 98, 500240: 68, 500241: 75, 500242: 153, 500243: 128 },
  ...{ 500102: 50, 500119: 42, 500152: 55, 500233: 78 },
  ...{ 500108: 2, 500109: 5, 500110: 32, 500111: 22, 500112: 9, 500113: 10, 500115: 20, 500116: 25 },
  ...{ 500117: 25, 500118: 17, 500120: 7, 500151: 17, 500153: 13, 500155: 20, 500231: 17 },
}
export const KEY_COUNTIES: readonly number[] = [500229, 500238, 500242, 500243]
/** The county that the county scale shows at its full size; the share of the city that the small scale takes. */
export const FULL_COUNTY = 500235
export const SMALL_SHARE = 0.01

export const MONITORED = 68_869
export const MONITORED_REMOVED_SHARE = 0.848
export const monitoredKinds = [
  ['unstable', 0.45],
  ['marginal', 0.4],
  ['sudden', 0.15],
] as const

/** Trainings completed since the plan began, person-times by year; premium grants by year; graduates recruited by year. */
export const trainings: Readonly<Record<number, number>> = { 2021: 62_000, 2022: 168_000, 2023: 155_000, 2024: 45_800 }
export const premiums: Readonly<Record<number, number>> = { 2021: 236_000, 2022: 268_000, 2023: 291_000, 2024: 310_000 }
export const PREMIUM_FEN_2024 = 2_601_010_000
export const graduates: Readonly<Record<number, number>> = { 2021: 380, 2022: 720, 2023: 745, 2024: 752 }
/** People sent to Shandong along the corridor, by year. */
export const dispatched: Readonly<Record<number, number>> = {
  2020: 2_400,
  2021: 4_600,
  2022: 7_358,
  2023: 5_200,
  2024: 3_587,
}
export const VILLAGE_DOCTORS = 7_900

/** Sites by kind: how many stand at the start of the plan and at the ends of the years 2021 to 2024. */
export const siteCounts: Readonly<Record<string, readonly number[]>> = {
  return_home_park: [21, 25, 34, 42, 49],
  incubator: [117, 118, 121, 119, 122],
  service_centre: [12, 15, 22, 27, 31],
  craftsman_station: [0, 0, 20, 20, 38],
  training_base: [24, 26, 31, 35, 38],
  master_studio: [58, 63, 78, 92, 104],
  labour_brand: [16, 19, 29, 38, 44],
  training_brand: [0, 4, 13, 21, 27],
  characteristic_occupation: [0, 11, 43, 71, 92],
  innovation_base: [2, 3, 5, 7, 8],
}

const known = (key: string, value: number, source: string, on?: Day): Calibration =>
  on ? { key, value, source, on } : { key, value, source }
const assumed = (key: string, value: number, zh: string, en: string, on?: Day): Calibration =>
  on ? { key, value, on, assumption: say(zh, en) } : { key, value, assumption: say(zh, en) }

const workSources: Readonly<Record<Day, string>> = {
  '2021-06-30': 'S3',
  '2021-07-31': 'S4',
  '2021-09-17': 'S5',
  '2022-06-30': 'S6',
  '2024-07-31': 'S2',
  '2024-09-28': 'S8',
  '2024-12-31': 'S10',
}
const workshopSources: Readonly<Record<Day, string>> = {
  '2021-09-17': 'S1',
  '2023-05-31': 'S7',
  '2024-07-31': 'S2',
  '2024-09-28': 'S8',
}
const atMoments = (key: string, field: keyof Moment, sources: Readonly<Record<Day, string>>): Calibration[] =>
  moments.map((m) => {
    const source = sources[m.on]
    const value = m[field] as number
    if (source) return { key, on: m.on, value, source }
    return { key, on: m.on, value, assumption: m.on < '2021-06-30' ? before : trend }
  })

/** Every number the generator aims at, with its source or the reason it was assumed. */
export const calibrations: readonly Calibration[] = [
  ...atMoments('lifted-in-work', 'inWork', workSources),
  ...atMoments('workshops', 'workshops', workshopSources),
  ...atMoments('workshop-workers', 'roster', { '2021-09-17': 'S1', '2024-07-31': 'S2' }),
  ...atMoments('workshop-lifted', 'rosterLifted', { '2021-09-17': 'S1', '2023-05-31': 'S7', '2024-07-31': 'S2' }),
  ...atMoments('public-posts', 'publicPosts', { '2024-09-28': 'S8' }),
  known('in-city', 430_000, 'S6', '2022-06-30'),
  known('out-of-city', 349_000, 'S6', '2022-06-30'),
  known('monitored', MONITORED, 'S5', DEMO_DAY),
  known('monitored-risk-removed-share', MONITORED_REMOVED_SHARE, 'S5', DEMO_DAY),
  known('premium-paid', 310_000, 'S8', '2024-12-31'),
  known('premium-paid-fen', PREMIUM_FEN_2024, 'S8', '2024-12-31'),
  known('craftsman-stations', 20, 'S54', '2022-06-17'),
  known('incubators', 120, 'S1', DEMO_DAY),
  known('parks-new', 30, 'S1'),
  known('youyang-lifted', 153_000, 'S101'),
  known('dispatched-2022', 7_358, 'S6', '2022-06-30'),
  known('dispatched-2024', 3_587, 'S2', '2024-07-31'),
  known('graduates-2024', 752, 'S2', '2024-07-31'),
  assumed(
    'lifted',
    LIFTED,
    '脱贫人口终值190.6万为背景知识，未由来源证实；各区县人数除酉阳外为推算',
    'The final 1.906 million is background knowledge that no source confirms; counties other than Youyang are estimates',
  ),
  assumed(
    'counties-with-tasks',
    33,
    '33个区县有数（S28），名单未公布：假设不含渝中、大渡口、江北、沙坪坝、九龙坡',
    'Thirty-three counties (S28) without a list: Yuzhong, Dadukou, Jiangbei, Shapingba and Jiulongpo are assumed to be outside',
  ),
  assumed(
    'workshops-616',
    616,
    '616个车间的年份未示，按2023年5月底处理',
    'The year of the 616 workshops is not shown; the end of May 2023 is assumed',
    '2023-05-31',
  ),
  assumed(
    'split-in-county',
    0.34,
    '县内、市内县外、市外三分只公布了市内外55∶45；市内再按62∶38分为县内与县外',
    'Only 55 : 45 between city and elsewhere is published; within the city 62 : 38 between own county and other counties is assumed',
  ),
  assumed(
    'trainings-2024',
    45_800,
    '由2024年1—7月农村培训2.67万人次（S2）推至全年；此前各年按向50万人次推进假设',
    'January to July 2024 (26,700, S2) drawn out to the year; the years before are assumed on the way to 500,000',
  ),
  assumed(
    'in-difficulty',
    1,
    '困难群体参保109万人（S8）含城乡全体；演示只装脱贫、监测等建档人员，人数较少',
    'The 1.09 million insured people in difficulty (S8) are those of the whole city; the demo holds only files of lifted, monitored and related people, and so fewer',
  ),
  assumed(
    'village-doctors',
    VILLAGE_DOCTORS,
    '乡村医生人数未公布，按约每村一名',
    'No number of village doctors is published; about one a village is assumed',
  ),
  assumed(
    'workshop-scale',
    1,
    '车间及其花名册在各规模下均为全量，小规模下车间务工占比因此偏高',
    'Workshops and their rosters are whole at every scale, so that at a small scale they weigh more than in the city',
  ),
  assumed(
    'age-sex-education-wage',
    1,
    '年龄、性别、学历、行业、工资按全国农民工监测调查（S105—S107）调整；民族按区县名称假设',
    'Ages, sexes, education, industries and wages follow the national surveys of migrant workers (S105–S107); ethnic groups are assumed by county',
  ),
  assumed(
    'phone-prefix',
    129,
    '手机号以129开头：12开头是短号段，从未分配给十一位手机号',
    'Phone numbers begin with 129: 12 is for short service numbers and was never allotted to an eleven-digit mobile number',
  ),
  assumed(
    'bank-prefix',
    9_999,
    '银行账号以009999开头：首位0不属于银行卡发卡行业（ISO/IEC 7812）',
    'Bank accounts begin with 009999: a first digit 0 is no industry that issues bank cards (ISO/IEC 7812)',
  ),
  assumed(
    'identity-prefix',
    500_199,
    '身份证号以500199开头：该区划代码从未使用',
    'Identity numbers begin with 500199: the division code was never assigned',
  ),
]
