import { buildAreas } from '#db/areas/area-rows.ts'
import type { Place } from '#domain/lists/reading.ts'

/** All areas of every division as the reader is given them. */
export function allPlaces(): Place[] {
  const { area, area_link } = buildAreas()
  const links = Map.groupBy(area_link, ({ old_code }) => Number(old_code))
  return area.map(({ code, name, valid_to }) => ({
    code: Number(code),
    name,
    now: valid_to === null ? [Number(code)] : (links.get(Number(code)) ?? []).map(({ new_code }) => Number(new_code)),
  }))
}
