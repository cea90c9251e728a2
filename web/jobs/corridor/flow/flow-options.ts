import { shortName } from '#domain/places/area.ts'
import type { Scheme } from '../../../ui/theme/theme.ts'
import { fontStack, palette } from '../../../ui/theme/tokens.ts'
import type { Flows } from './FlowsPage.tsx'

type Look = {
  scheme: Scheme
  narrow: boolean
  say: (words: { zh: string; en: string }) => string
  others: string
  otherAreas: string
}
const AREAS = { wide: 14, narrow: 8 }
const PLACES = { wide: 8, narrow: 6 }

/** What the picture draws: the largest areas on the left, where they work on the right; what is small is drawn together, the table has it apart. */
export function flowOptions(flows: Flows, { scheme, narrow, say, others, otherAreas }: Look) {
  const p = palette[scheme]
  const kind = narrow ? 'narrow' : 'wide'
  const places = new Set(flows.places.slice(0, PLACES[kind]).map(({ place }) => place))
  const areas = new Set(flows.areas.slice(0, AREAS[kind]).map(({ area }) => area))
  const named = new Map(flows.places.map(({ place, name }) => [place, say(name)]))
  // Near work is most of it: it is drawn quiet, so that the ways out are seen.
  const colours = [p.soft, p.met, p.ontrack, p.behind, p.missed]
  const colourOf = (target: string) => colours[Math.min([...named.values()].indexOf(target), 4)] ?? p.behind
  const sums = new Map<string, { source: string; target: string; value: number }>()
  for (const { area, name, places: each } of flows.areas)
    for (const { place, people } of each) {
      const source = `${areas.has(area) ? shortName(name) : otherAreas} `
      const target = places.has(place) ? (named.get(place) ?? '') : others
      const sum = sums.get(`${source}→${target}`) ?? { source, target, value: 0 }
      sums.set(`${source}→${target}`, { ...sum, value: sum.value + people })
    }
  const links = [...sums.values()]
  const sources = [...flows.areas.slice(0, AREAS[kind]).map(({ name }) => `${shortName(name)} `), `${otherAreas} `]
  const targets = [...flows.places.slice(0, PLACES[kind]).map(({ place }) => named.get(place) ?? ''), others]
  const drawn = new Set(links.flatMap(({ source, target }) => [source, target]))
  return {
    animation: false,
    textStyle: { fontFamily: fontStack, color: p.ink },
    tooltip: {
      trigger: 'item' as const,
      backgroundColor: p.raised,
      borderColor: p.line,
      textStyle: { color: p.ink, fontFamily: fontStack },
    },
    series: [
      {
        type: 'sankey' as const,
        ...{ left: 4, right: narrow ? 84 : 130, top: 8, bottom: 8, nodeGap: narrow ? 6 : 12, nodeWidth: 12 },
        ...{ draggable: false, emphasis: { focus: 'adjacency' as const }, layoutIterations: 0 },
        data: [
          ...sources.map((name) => ({ name, itemStyle: { color: p.soft } })),
          ...targets.map((name) => ({ name, itemStyle: { color: colourOf(name) } })),
        ].filter(({ name }) => drawn.has(name)),
        links,
        lineStyle: { color: 'target' as const, opacity: scheme === 'dark' ? 0.35 : 0.28, curveness: 0.5 },
        label: { color: p.ink, fontFamily: fontStack, fontSize: narrow ? 11 : 12 },
      },
    ],
  }
}
