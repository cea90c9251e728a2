import type { ClientBase } from 'pg'
import { fail } from '#domain/base/fail.ts'
import { liftedThousands } from './calibration.ts'

/** Villages of one of today's counties that lay in one county of 2021: figures of both divisions come out of it. */
export type Portion = {
  index: number
  /** Six digits of today's county: where rows lie. */
  county: number
  /** Six digits of the county in the division of the plan: what calibration speaks of. */
  countyThen: number
  /** Towns by code, each with its villages by code. */
  towns: { code: number; villages: number[] }[]
}

type VillageRow = { area: number; rural: boolean; countyThen: number | null }

/** Reads today's villages, and in which county of 2021 each lay. Sorted by code, so that the same areas give the same city. */
export async function readTerritory(admin: ClientBase): Promise<Portion[]> {
  const { rows } = await admin.query<VillageRow>(
    `SELECT a.code AS area, a.kind = 'village' AS rural, p.county / 1000000 AS "countyThen"
       FROM area a
       LEFT JOIN division_place p ON p.area = a.code
        AND p.division = (SELECT max(division) FROM division_place WHERE division <= '2021-09-17')
      WHERE a.level = 4 AND a.valid_to IS NULL
      ORDER BY a.code`,
  )
  if (rows.length === 0) {
    fail('demo.areas.missing', {
      zh: '区划表为空，无法生成演示城市。请先装入区划（ricebowl start 会装入）。',
      en: 'The table of areas is empty, so no city can be generated. Load the areas first (ricebowl start does).',
    })
  }
  return portionsOf(rows)
}

export function portionsOf(rows: readonly VillageRow[]): Portion[] {
  const groups = new Map<string, VillageRow[]>()
  for (const row of rows) {
    const countyThen = row.countyThen ?? Math.floor(row.area / 1e6)
    if (!(countyThen in liftedThousands)) continue
    const key = `${Math.floor(row.area / 1e6)}/${countyThen}`
    groups.set(key, [...(groups.get(key) ?? []), row])
  }
  return [...groups]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, villages], index) => {
      const [county, countyThen] = key.split('/').map(Number) as [number, number]
      const rural = villages.filter((village) => village.rural)
      return { index, county, countyThen, towns: townsOf(rural.length > 0 ? rural : villages) }
    })
}

function townsOf(villages: readonly VillageRow[]): Portion['towns'] {
  const towns = new Map<number, number[]>()
  for (const { area } of villages) {
    const town = Math.floor(area / 1000) * 1000
    const list = towns.get(town)
    if (list) list.push(area)
    else towns.set(town, [area])
  }
  return [...towns].map(([code, codes]) => ({ code, villages: codes }))
}

/** How many of a county's lifted people live in each of its portions: by villages. */
export function portionWeights(portions: readonly Portion[]): number[] {
  const count = (portion: Portion) => portion.towns.reduce((sum, town) => sum + town.villages.length, 0)
  return portions.map((portion) => {
    const siblings = portions.filter((other) => other.countyThen === portion.countyThen)
    const whole = siblings.reduce((sum, other) => sum + count(other), 0)
    return ((liftedThousands[portion.countyThen] ?? 0) * count(portion)) / whole
  })
}
