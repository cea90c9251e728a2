import { type AreaCode, countyOf } from '#domain/places/area.ts'
import { findProvince } from '#domain/places/provinces.ts'
import { latestNames, type Reader } from './area.sql.ts'

/** Names of areas of any division and of other provinces. */
export type AreaNames = {
  /** Its own name, e.g. 统景镇; undefined where nobody knows the code. */
  find(code: AreaCode): string | undefined
  /** Its own name, or the code itself. */
  nameOf(code: AreaCode): string
  /** From the county down, e.g. 北碚区统景镇江口村; a province for places elsewhere. */
  pathOf(code: AreaCode): string
}

let kept: AreaNames | undefined

/** Read once: areas change at a start only. An empty table is read again. */
export async function areaNames(tx: Reader): Promise<AreaNames> {
  if (kept) return kept
  const rows = await latestNames(tx)
  const names = lookUp(new Map(rows.map(({ code, name }) => [code, name])))
  if (rows.length > 0) kept = names
  return names
}

function lookUp(own: ReadonlyMap<AreaCode, string>): AreaNames {
  const find = (code: AreaCode) => own.get(code) ?? (code % 1e10 === 0 ? findProvince(code)?.zh : undefined)
  return {
    find,
    nameOf: (code) => find(code) ?? String(code),
    pathOf(code) {
      const county = countyOf(code) * 1_000_000
      const steps = new Set([county, code - (code % 1000), code])
      const path = [...steps].map((step) => own.get(step) ?? '').join('')
      return path || find(code) || findProvince(code)?.zh || String(code)
    },
  }
}
