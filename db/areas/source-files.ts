import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'
import { type AreaCode, twelveDigits } from '#domain/places/area.ts'

/** The committed files as they stand, codes with twelve digits. Small, ours, without quotes or commas in a field. */
export type Named = { code: AreaCode; name: string }
export type MovedTown = { from: AreaCode; to: AreaCode; provisional: boolean }
export type CountyChange = {
  on: string
  source: string
  ended: AreaCode[]
  founded: { code: AreaCode; name: string; kind: string; readsAs: AreaCode }[]
  links: [AreaCode, AreaCode][]
}
export type ReportingUnit = {
  key: string
  name: { zh: string; en: string }
  source: string
  assumption: string
  towns: AreaCode[]
}

const read = (file: string) => readFileSync(join(import.meta.dirname, file), 'utf8')
const rowsOf = (file: string) =>
  read(file)
    .trimEnd()
    .split('\n')
    .slice(1)
    .map((line) => line.split(','))
const code = (digits: number | string) => twelveDigits(String(digits))

/** Counties, towns and villages of the list of 2023, in that order. */
export function readList(): Named[] {
  const files = ['counties-2023.csv', 'towns-2023.csv', 'villages-2023.csv']
  return files.flatMap(rowsOf).map(([digits = '', name = '']) => ({ code: code(digits), name }))
}
export function readMovedTowns(): MovedTown[] {
  return rowsOf('moved-towns-2025-11-06.csv').map(([old = '', , new_ = '', kind]) => ({
    from: code(old),
    to: code(new_),
    provisional: kind === 'provisional',
  }))
}
export function readCountyChange(): CountyChange {
  const change = parse(read('change-2025-11-06.yaml')) as CountyChange
  return {
    ...change,
    ended: change.ended.map(code),
    founded: change.founded.map((unit) => ({ ...unit, code: code(unit.code), readsAs: code(unit.readsAs) })),
    links: change.links.map(([from, to]) => [code(from), code(to)]),
  }
}
export function readReportingUnits(): ReportingUnit[] {
  const units = parse(read('reporting-units.yaml')) as ReportingUnit[]
  return units.map((unit) => ({ ...unit, towns: unit.towns.map(code) }))
}
