import type { Static } from 'typebox'
import type { Day } from '#domain/base/date.ts'
import type { Reply } from '#domain/base/route.ts'
import { type AreaCode, ancestorsOf, levelOf } from '#domain/places/area.ts'
import type { AreaView, placesApi } from '#domain/places/places.api.ts'
import { type AreaRecord, areasOn, linksOf, listDivisions, listReportingUnits, type Reader } from './area.sql.ts'
import { refuseArea } from './unknown-area.ts'

type Replies = { [K in keyof typeof placesApi]: Reply<(typeof placesApi)[K]> }

/** An area in a division, what it lies in, what lies in it, what it came from or became. */
export async function viewArea(tx: Reader, code: AreaCode, division: Day): Promise<Replies['getArea']> {
  levelOf(code)
  const ancestors = ancestorsOf(code)
  const areas = await areasOn(tx, division, [...ancestors, code], code)
  const area = areas.find((row) => row.code === code) ?? (await refuseArea(tx, code, division))
  const links = await linksOf(tx, code)
  return {
    area: toView(area),
    ancestors: areas.filter((row) => ancestors.includes(row.code)).map(toView),
    children: areas.filter((row) => row.parent === code).map(toView),
    links: links.map(({ direction, code, name, changed_on }) => ({ direction, code, name, on: changed_on })),
  }
}

/** Every division with its last day given as the first day of the next. */
export async function viewDivisions(tx: Reader): Promise<Replies['listDivisions']> {
  const rows = await listDivisions(tx)
  return {
    divisions: rows.map(({ division, counties }, at) => ({
      from: division,
      to: rows[at + 1]?.division ?? null,
      counties,
    })),
  }
}

export async function viewReportingUnits(tx: Reader): Promise<Replies['listReportingUnits']> {
  const units = await listReportingUnits(tx)
  return {
    units: units.map(({ key, name, name_en, assumption, areas }) => ({
      key,
      name: { zh: name, en: name_en },
      assumption,
      areas,
    })),
  }
}

const toView = (row: AreaRecord): Static<typeof AreaView> => ({
  code: row.code,
  name: row.name,
  level: row.level,
  kind: row.kind,
  parent: row.parent,
  validFrom: row.valid_from,
  validTo: row.valid_to,
  unverified: row.unverified,
})
