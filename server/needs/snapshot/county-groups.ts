import type { Counties } from './snapshot.sql.ts'

export type CountyGroup = Counties & { files: number }

/** Runs of whole counties with about so many files each: what is held in memory at a time. */
export function countyGroups(counties: readonly { county: number; files: number }[], most: number): CountyGroup[] {
  const made: CountyGroup[] = []
  for (const { county, files } of counties) {
    const last = made.at(-1)
    if (last && last.files + files <= most) {
      last.to = county + 1
      last.files += files
    } else made.push({ from: county, to: county + 1, files })
  }
  return made
}
