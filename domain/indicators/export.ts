import type { Static } from 'typebox'
import type { Reply } from '../base/route.ts'
import { channel, level, membershipKind, sex } from '../people/codes.ts'
import type { CodeList } from '../people/fact.ts'
import type { PersonLine } from '../people/people.api.ts'
import type { SiteLine } from '../places/places.api.ts'
import type { indicatorsApi } from './indicators.api.ts'

/** A page of any list, in the shape the screens read; an export is that list and nothing more. */
export type ListPage = Omit<Reply<(typeof indicatorsApi)['listCounted']>, 'asOf'>

/** A column of an exported list. Chinese only: the workbook is read, and often handed on, inside the bureau. */
type ExportColumn = { label: string; kind: 'text' | 'number' | 'date'; width: number }
type Value = string | number | null
type Sheet = { name: string; columns: ExportColumn[]; rows: (page: ListPage) => Value[][] }

const text = (label: string, width: number): ExportColumn => ({ label, kind: 'text', width })
const day = (label: string): ExportColumn => ({ label, kind: 'date', width: 12 })
const number = (label: string): ExportColumn => ({ label, kind: 'number', width: 9 })
const worded = (list: CodeList, code: string | null): string | null => (code === null ? null : (list[code]?.zh ?? code))

const personRow = (line: Static<typeof PersonLine>): Value[] => [
  line.name,
  line.identity,
  worded(sex, line.sex),
  line.age,
  line.areaName,
  String(line.area),
  line.memberships.map((kind) => worded(membershipKind, kind)).join('、'),
  worded(channel, line.work?.channel ?? null),
  line.work?.employer ?? null,
  line.work?.since ?? null,
  line.verifiedOn,
]

const siteRow = (site: Static<typeof SiteLine>): Value[] => [
  site.name,
  site.areaName,
  String(site.area),
  worded(level, site.level),
  site.recognisedOn,
  site.withdrawnOn,
  site.capacity,
  site.onRoster,
]

const people: Sheet = {
  name: '人员名单',
  columns: [
    text('姓名', 10),
    text('证件号码', 21),
    text('性别', 6),
    number('年龄'),
    text('所在区划', 24),
    text('区划代码', 14),
    text('身份类别', 24),
    text('就业渠道', 12),
    text('务工企业', 26),
    day('务工起始'),
    day('核实日期'),
  ],
  rows: (page) => page.people.map(personRow),
}
const sites: Sheet = {
  name: '载体名单',
  columns: [
    text('名称', 30),
    text('所在区划', 24),
    text('区划代码', 14),
    text('级别', 8),
    day('认定日期'),
    day('退出日期'),
    number('容量'),
    number('在册人数'),
  ],
  rows: (page) => page.sites.map(siteRow),
}
const areas: Sheet = {
  name: '区划名单',
  columns: [text('区划', 24), text('区划代码', 14)],
  rows: (page) => page.areas.map((area) => [area.name, String(area.code)]),
}
const records: Sheet = {
  name: '记录名单',
  columns: [
    text('姓名', 10),
    text('所在区划', 24),
    text('区划代码', 14),
    day('起始日期'),
    day('终止日期'),
    text('内容', 60),
  ],
  rows: (page) =>
    page.records.map((record) => [
      record.person?.name ?? null,
      record.areaName,
      String(record.area),
      record.from,
      record.to,
      record.facts.map((fact) => `${fact.label.zh}：${fact.value.zh}`).join('；'),
    ]),
}

/** How a list is laid out in a workbook; told by its first page. */
export function exportSheet(first: ListPage): Sheet {
  if (first.people.length > 0 || first.record === 'person') return people
  if (first.sites.length > 0 || first.record === 'site') return sites
  return first.areas.length > 0 ? areas : records
}

/** What stands above and below an exported list, and says whose it is. */
export function watermark(mark: {
  number: number
  officer: string
  post: string
  reason: string
  at: string
  on: string
}): string {
  return `内部资料 · 已脱敏 · 导出编号 ${mark.number} · ${mark.officer}（${mark.post}）· 导出时间 ${mark.at} · 数据日期 ${mark.on} · 事由：${mark.reason}`
}

/** An export's file may be fetched for a day. */
export const EXPORT_HOURS = 24
