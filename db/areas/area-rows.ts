import type { AreaLinkRow, AreaRow, DivisionPlaceRow, ReportingUnitAreaRow, ReportingUnitRow } from '#db/types.ts'
import { type AreaCode, CITY, levelOf, parentOf } from '#domain/places/area.ts'
import { FIRST_DAY, TODAY } from '#domain/places/division.ts'
import { kindOf } from './kind.ts'
import {
  type CountyChange,
  type MovedTown,
  readCountyChange,
  readList,
  readMovedTowns,
  readReportingUnits,
} from './source-files.ts'

export type AreaTables = {
  area: AreaRow[]
  area_link: AreaLinkRow[]
  division_place: DivisionPlaceRow[]
  reporting_unit: ReportingUnitRow[]
  reporting_unit_area: ReportingUnitAreaRow[]
}

const LIST = '国家统计局统计用区划代码 2023-06-30'
const PUBLIC_LISTS = '公开名录二次来源，未核实'
const PROVISIONAL = '本系统临时代码，正式代码未公布'
const DERIVED = '由乡镇新代码和原村级三位推得，未核实'

/** Every area of every division, the links between them, and where today's codes lay before. */
export function buildAreas(): AreaTables {
  const change = readCountyChange()
  const moved = new Map(readMovedTowns().map((town) => [town.from, town]))
  const successorOf = (code: AreaCode) => successor(code, moved)
  const list = [{ code: CITY, name: '重庆市' }, ...readList()]
  const before = list.map(({ code, name }) => {
    const ended = change.ended.includes(code) || successorOf(code) !== code
    return areaRow(code, name, { kind: kindOf(code, name), valid_to: ended ? change.on : null })
  })
  const after = before.filter((row) => successorOf(row.code) !== row.code).map((row) => movedRow(row, moved, change))
  const founded = change.founded.map(({ code, name, kind }) =>
    areaRow(code, name, { kind, valid_from: change.on, source: change.source }),
  )
  const area = [...before, ...founded, ...after]
  const units = readReportingUnits()
  return {
    area,
    area_link: linkRows(before, successorOf, change),
    division_place: [...placesBefore(before, successorOf, change), ...placesToday(area)],
    reporting_unit: units.map(({ key, name, assumption, source }) => ({
      key,
      name: name.zh,
      name_en: name.en,
      assumption,
      source,
    })),
    reporting_unit_area: units.flatMap(({ key, towns }) => towns.map((area) => ({ unit: key, area }))),
  }
}

/** Today's code of a town or village of the list; every other code is its own. */
function successor(code: AreaCode, moved: ReadonlyMap<AreaCode, MovedTown>): AreaCode {
  const town = code - (code % 1000)
  return (moved.get(town)?.to ?? town) + (code - town)
}

function areaRow(code: AreaCode, name: string, rest: Partial<AreaRow>): AreaRow {
  return {
    code,
    name,
    level: levelOf(code),
    parent: parentOf(code),
    kind: null,
    valid_from: FIRST_DAY,
    valid_to: null,
    unverified: false,
    source: LIST,
    ...rest,
  }
}

function movedRow(row: AreaRow, moved: ReadonlyMap<AreaCode, MovedTown>, change: CountyChange) {
  const listed = moved.get(row.code)?.provisional ? PROVISIONAL : PUBLIC_LISTS
  return areaRow(successor(row.code, moved), row.name, {
    kind: row.kind,
    valid_from: change.on,
    unverified: true,
    source: row.level === 4 ? DERIVED : listed,
  })
}

function linkRows(before: AreaRow[], successorOf: (code: AreaCode) => AreaCode, change: CountyChange) {
  const pairs = before.map(({ code }): [AreaCode, AreaCode] => [code, successorOf(code)])
  return [...change.links, ...pairs.filter(([from, to]) => from !== to)].map(([old_code, new_code]) => ({
    old_code,
    new_code,
    changed_on: change.on,
    source: change.source,
  }))
}

/** Where a code lies in its own division. */
function placeRow(division: string, area: AreaCode, there: AreaCode): DivisionPlaceRow {
  const level = levelOf(there)
  const town = level < 3 ? null : there - (there % 1000)
  return { division, area, village: level === 4 ? there : null, town, county: there - (there % 1_000_000) }
}
/** Today's areas in the division before the change; abolished county codes are nobody's code today and have no row. */
function placesBefore(before: AreaRow[], successorOf: (code: AreaCode) => AreaCode, change: CountyChange) {
  const listed = before.filter(({ code, level }) => level > 1 && !change.ended.includes(code))
  return [
    ...listed.map(({ code }) => placeRow(FIRST_DAY, successorOf(code), code)),
    ...change.founded.map(({ code, readsAs }) => placeRow(FIRST_DAY, code, readsAs)),
  ]
}
function placesToday(area: AreaRow[]) {
  const valid = area.filter(({ level, valid_to }) => level > 1 && valid_to === null)
  return valid.map(({ code }) => placeRow(TODAY, code, code))
}
