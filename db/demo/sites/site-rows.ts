import { dayNumber } from '#domain/base/date.ts'
import type { Desk } from '../generate/desk.ts'
import { prove, registered } from '../generate/proof.ts'
import { creditCode } from '../invented-number.ts'
import { DAY } from '../people/resident.ts'
import { type Randomness, Weighted } from '../randomness.ts'
import type { DrawnSite } from './sites.ts'

const grades = new Weighted<string>([
  ['excellent', 18],
  ['good', 42],
  ['pass', 36],
  ['fail', 4],
])
const LAST = dayNumber('2024-12-31')

/** The portion's sites with their yearly grades, and what was done in its towns. */
export function writeSites(desk: Desk): void {
  for (const site of desk.sites) {
    const graded = ['workshop', 'return_home_park', 'incubator'].includes(site.kind) ? gradeYears(desk, site) : []
    desk.rows.site({
      county: desk.county,
      area: site.area,
      id: site.id,
      kind: site.kind,
      name: site.name,
      level: site.level,
      capacity: site.capacity,
      grade: graded.at(-1) ?? null,
      credit_code: site.kind === 'workshop' ? creditCode(site.id, '92') : null,
      extra: extraOf(desk.chance, site),
      valid_from: site.from,
      valid_to: site.to,
      ...prove(desk.chance, site.from, site.to, 'visit'),
    })
  }
  writeActivities(desk)
}

function gradeYears(desk: Desk, site: DrawnSite): string[] {
  const given: string[] = []
  for (let year = 2020; year <= 2024; year++) {
    const end = dayNumber(`${year}-12-20`)
    if (site.from > end - 90 || (site.to !== null && site.to <= end)) continue
    const grade = grades.pick(desk.chance)
    given.push(grade)
    desk.rows.site_grade({
      ...desk.place(site.area),
      site_id: site.id,
      year,
      grade,
      valid_from: end,
      valid_to: null,
      ...registered(desk.chance, end),
      ...{ staff: null, counted_on: null },
    })
  }
  return given
}

function extraOf(chance: Randomness, site: DrawnSite): object {
  switch (site.kind) {
    case 'workshop':
      return {
        products: chance.pick(['服装', '电子线束', '竹编', '食品', '箱包']),
        shandong: chance.chance(0.2),
        assets_of_village: chance.chance(0.3),
      }
    case 'return_home_park':
      return {
        shandong: chance.chance(0.4),
        floor_area_m2: chance.between(12, 180) * 100,
        tenants: chance.between(8, 90),
      }
    case 'incubator':
      return { tenants: chance.between(10, 80), mentors: chance.between(3, 25), rent_relief: chance.chance(0.8) }
    case 'service_centre':
      return { desks: chance.between(2, 9) }
    case 'craftsman_station':
      return { craft: chance.pick(['竹编', '石雕', '木作', '刺绣', '烹饪']) }
    case 'labour_brand':
      return {
        trade: chance.pick(['建筑', '餐饮', '家政', '纺织']),
        main_place: chance.pick(['广东', '浙江', '重庆主城', '新疆']),
      }
    default:
      return {}
  }
}

function writeActivities(desk: Desk): void {
  const { chance } = desk
  const later = () => DAY - 260 + chance.int(LAST - DAY + 200)
  const towns = desk.part.sites.towns
  for (let n = chance.between(6, 16); n > 0; n--)
    activity(
      desk,
      'rural_project',
      chance.pick(towns).code,
      chance.pick(['山地果蔬项目', '民宿项目', '冷链项目', '中蜂养殖项目']),
      later(),
      chance.chance(0.6) ? chance.pick(['money', 'place', 'mentor']) : null,
    )
  for (let n = chance.between(3, 7); n > 0; n--)
    activity(
      desk,
      'talent_project',
      chance.pick(towns).code,
      chance.pick(['专家服务基层', '乡村人才讲堂', '名医下乡']),
      later(),
      null,
    )
  for (const town of towns) {
    for (let n = chance.between(1, 4); n > 0; n--)
      activity(desk, 'visit', town.code, '走访调研', later(), null, chance.between(5, 60))
    if (chance.chance(0.6))
      activity(desk, 'people_sent', town.code, '选派帮扶干部', later(), null, chance.between(1, 4))
    if (chance.chance(0.88))
      activity(desk, 'pay_incentive', town.code, '乡镇事业单位薪酬倾斜', DAY - 90 + chance.int(900), null)
  }
  for (const site of desk.sites.filter((s) => s.kind === 'service_centre')) {
    const span = (site.to ?? LAST) - site.from
    for (let n = chance.between(20, 70); n > 0; n--)
      activity(
        desk,
        'service',
        site.area,
        '创业服务',
        site.from + chance.int(Math.max(1, span)),
        chance.pick(['venue', 'tax', 'credit', 'job']),
        chance.between(1, 12),
        site.id,
      )
  }
}

function activity(
  desk: Desk,
  kind: string,
  area: number,
  name: string,
  from: number,
  detail: string | null,
  people: number | null = null,
  siteId: number | null = null,
): void {
  const lasting = kind === 'pay_incentive' || kind === 'rural_project' || kind === 'people_sent'
  desk.rows.activity({
    ...desk.place(area),
    kind,
    name,
    detail,
    site_id: siteId,
    people,
    valid_from: from,
    valid_to: lasting ? null : from + 1,
    ...prove(desk.chance, from, lasting ? null : from + 1),
  })
}
