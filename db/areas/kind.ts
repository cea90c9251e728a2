import { type AreaCode, levelOf } from '#domain/places/area.ts'

/** What an area is called by law, read off its name; the city has no kind of its own here. */
export function kindOf(code: AreaCode, name: string): string | null {
  const level = levelOf(code)
  if (level === 1) return null
  const rule = RULES[level].find(([ending]) => name.endsWith(ending))
  if (!rule) throw new Error(`${code} ${name}: the name does not say what kind of area it is`)
  return rule[1]
}

const RULES: Readonly<Record<2 | 3 | 4, readonly [ending: string, kind: string][]>> = {
  2: [
    ['自治县', 'autonomous_county'],
    ['县', 'county'],
    ['新区', 'new_area'],
    ['区', 'district'],
  ],
  3: [
    ['街道', 'subdistrict'],
    ['镇', 'town'],
    ['乡', 'township'],
  ],
  4: [
    ['社区', 'community'],
    ['村', 'village'],
  ],
}
