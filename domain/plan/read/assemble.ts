import type { Day } from '../../base/date.ts'
import type { Words } from '../../base/fail.ts'
import { twelveDigits } from '../../places/area.ts'
import type { Decomposition, Indicator, NamedPredicate, Plan, PlanParameter, Programme } from '../indicator.ts'
import type { IndicatorDetail, IndicatorFile, PredicateFile } from './files.ts'
import type { Entry, Parts } from './folder.ts'
import { listOf } from './list-file.ts'

/** The files of a folder as one plan, over the plan it reuses. References are as written: the checks hold them. */
export function assemble(parts: Parts, base: Plan | undefined): Plan | undefined {
  const head = parts.plan[0]?.value
  if (!head) return undefined
  const sources = { ...base?.sources, ...sourcesOf(parts) }
  const cite = citeFrom(sources)
  const order = head.actions ?? []
  const measures = measuresOf(parts, base, order)
  const reused = new Map(measures.map(({ key, action }) => [key, action]))
  const own = indicatorsOf(parts, measures, cite)
  const inherited = (base?.indicators ?? []).flatMap((indicator) => {
    const action = reused.get(indicator.measure)
    return action === undefined ? [] : [{ ...indicator, action }]
  })
  const indicators = figuresInOrder([...inherited, ...own], measures, parts)
  const counted = new Set(indicators.map(({ key }) => key))
  return {
    key: head.key,
    name: head.name,
    startsOn: head.startsOn,
    endsOn: head.endsOn,
    ...(head.reuses !== undefined && { reuses: head.reuses }),
    source: cite(head.source),
    notKnown: head.notKnown,
    actions: inOrder(parts.actions, order, ({ value }) => value.key).map(({ value: { key, name, aim } }) => ({
      key,
      name,
      aim,
    })),
    measures,
    indicators,
    targets: targetsOf(parts, cite),
    tasks: parts.tasks.flatMap(({ value }) => value.tasks.map((task) => ({ ...task, source: cite(task.source) }))),
    decompositions: decompositionsOf(parts, cite),
    published: publishedOf(parts, base, counted, cite),
    undated: [
      ...(base?.undated ?? []).filter(({ indicator }) => counted.has(indicator)),
      ...parts.published.flatMap(({ value }) => (value.undated ?? []).map((r) => ({ ...r, source: cite(r.source) }))),
    ],
    parameters: [...(base?.parameters ?? []), ...parametersOf(parts, cite)],
    predicates: [
      ...(base?.predicates ?? []),
      ...predicatesOf(parts.needs, 'need', cite),
      ...predicatesOf(parts.checks, 'finding', cite),
    ],
    rounds: [...(base?.rounds ?? []), ...parts.rounds.map(({ value }) => ({ ...value, source: cite(value.source) }))],
    corridors: [...(base?.corridors ?? []), ...corridorsOf(parts, cite)],
    siteKinds: [...(base?.siteKinds ?? []), ...parts.sites.flatMap(({ value }) => value.kinds)],
    programmes: [...inheritedProgrammes(base, head.programmeActions ?? {}), ...programmesOf(parts, cite)],
    lists: listsOf(parts, base, cite),
    sources,
  }
}
/** As the list names them; what it leaves out comes after, as it was. */
function inOrder<T>(items: readonly T[], order: readonly string[], keyOf: (item: T) => string): T[] {
  const place = (key: string) => (order.includes(key) ? order.indexOf(key) : order.length)
  return [...items].sort((a, b) => place(keyOf(a)) - place(keyOf(b)))
}
/** By measure; within one its namesake first, then by the place they give themselves. */
function figuresInOrder(indicators: readonly Indicator[], measures: Plan['measures'], parts: Parts): Indicator[] {
  const places = new Map(parts.indicators.map(({ value: { key, place } }) => [key, place]))
  const placeOf = ({ key, partOf, measure }: Indicator) =>
    (partOf ?? key) === measure ? 0 : (places.get(partOf ?? key) ?? Number.MAX_SAFE_INTEGER)
  const order = measures.map(({ key }) => key)
  const sorted = [...indicators].sort((a, b) => placeOf(a) - placeOf(b))
  return inOrder(sorted, order, ({ measure }) => measure)
}

type Cite = (source: string) => string

function sourcesOf(parts: Parts): Record<string, string> {
  const listed = parts.sources.flatMap(({ value }) => Object.entries(value.sources))
  return Object.fromEntries(
    listed.map(([key, { title, address, mirror }]) => [key, `${title} · ${address}${mirror ? '（转载）' : ''}`]),
  )
}
/** A source that is not listed stays as written; the check of sources says so. */
const citeFrom =
  (sources: Record<string, string>): Cite =>
  (key) =>
    sources[key] ?? key
const origin = ({ source, assumption }: { source?: string; assumption?: Words }, cite: Cite) => ({
  ...(source !== undefined && { source: cite(source) }),
  ...(assumption !== undefined && { assumption }),
})

function measuresOf(parts: Parts, base: Plan | undefined, order: readonly string[]): Plan['measures'] {
  return inOrder(parts.actions, order, ({ value }) => value.key).flatMap(
    ({ value: { key: action, measures = [], reuse = [] } }) => [
      ...measures.map((measure) => ({ ...measure, action })),
      ...reuse.flatMap((key) => {
        const measure = base?.measures.find((candidate) => candidate.key === key)
        return measure ? [{ ...measure, action }] : []
      }),
    ],
  )
}

/** An indicator and those that detail it, which take over what they do not say themselves. */
export function detailed(file: IndicatorFile): (IndicatorDetail & { partOf?: string })[] {
  const { details = [], measure: _, place: __, ...main } = file
  return [main, ...details.map((detail) => ({ ...detail, key: `${file.key}.${detail.key}`, partOf: file.key }))]
}

function indicatorsOf(parts: Parts, measures: Plan['measures'], cite: Cite): Indicator[] {
  return parts.indicators.flatMap(({ value: file }) => {
    const measure = measures.find(({ key }) => key === file.measure)
    return detailed(file).map(({ ofAreas, ...definition }): Indicator => {
      const source = definition.source ?? file.source
      return {
        ...definition,
        action: measure?.action ?? '',
        measure: file.measure,
        statement: definition.statement ?? file.statement ?? measure?.statement ?? definition.name,
        ...(ofAreas && { ofAreas: ofAreas.level ? { level: ofAreas.level } : { codes: ofAreas.codes ?? [] } }),
        attribution: definition.attribution ?? file.attribution,
        assumptions: definition.assumptions ?? file.assumptions ?? [],
        source: cite(source),
      }
    })
  })
}

/** Those of the reused plan go on; a list written again replaces. */
function listsOf(parts: Parts, base: Plan | undefined, cite: Cite): Plan['lists'] {
  const words = Object.assign({}, ...parts.cellWords.map(({ value }) => value.words))
  const own = parts.lists.map(({ value }) => listOf(value, words, cite))
  const keys = new Set(own.map(({ key }) => key))
  return [...(base?.lists ?? []).filter(({ key }) => !keys.has(key)), ...own]
}

function targetsOf(parts: Parts, cite: Cite): Plan['targets'] {
  const parameters = parts.parameters.flatMap(({ value }) => value.parameters)
  return parts.targets.flatMap(({ value }) =>
    value.targets.map(({ width, ...target }) => {
      const about = parameters.find(
        ({ key, from, to }) => key === width && from <= target.from && !(to && to <= target.from),
      )
      return {
        ...target,
        ...(typeof about?.value === 'number' && { width: about.value }),
        ...(about?.assumption && !target.assumption && { assumption: about.assumption }),
        source: cite(target.source),
      }
    }),
  )
}

function decompositionsOf(parts: Parts, cite: Cite): Decomposition[] {
  return parts.decompositions.map(({ value: { indicator, from, to, rows, ...said } }) => ({
    indicator,
    from,
    ...(to !== undefined && { to }),
    rows: Object.entries(rows).map(([county, value]) => ({ area: twelveDigits(county), value })),
    source: said.source === undefined ? '' : cite(said.source),
    ...(said.assumption && { assumption: said.assumption }),
  }))
}

/** The series of the reused plan goes on; a figure said again for the same day replaces. */
function publishedOf(parts: Parts, base: Plan | undefined, counted: Set<string>, cite: Cite): Plan['published'] {
  const own = parts.published.flatMap(({ value }) => value.published.map((p) => ({ ...p, source: cite(p.source) })))
  const same = (a: { indicator: string; on: Day }) => own.some((b) => a.indicator === b.indicator && a.on === b.on)
  return [...(base?.published ?? []).filter((p) => counted.has(p.indicator) && !same(p)), ...own]
}

const parametersOf = (parts: Parts, cite: Cite): PlanParameter[] =>
  parts.parameters.flatMap(({ value }) =>
    value.parameters.map(({ source, assumption, ...parameter }) => ({
      ...parameter,
      ...origin({ ...(source && { source }), ...(assumption && { assumption }) }, cite),
    })),
  )

const predicatesOf = (entries: Entry<PredicateFile>[], kind: 'need' | 'finding', cite: Cite): NamedPredicate[] =>
  entries.map(({ value: { source, assumption, record = 'person', ...said } }) => ({
    ...said,
    kind,
    record,
    ...origin({ ...(source && { source }), ...(assumption && { assumption }) }, cite),
  }))

const corridorsOf = (parts: Parts, cite: Cite): Plan['corridors'] =>
  parts.corridors.map(({ value: { pairs, published, ...corridor } }) => ({
    ...corridor,
    pairs: pairs.map((pair) => ({ ...pair, source: cite(pair.source) })),
    published: published.map((figure) => ({ ...figure, source: cite(figure.source) })),
    source: cite(corridor.source),
  }))

const programmesOf = (parts: Parts, cite: Cite): Programme[] =>
  parts.programmes.map(({ value: { versions = [], ...programme } }) => ({
    ...programme,
    source: cite(programme.source),
    versions: versions.map((version) => ({ ...version, source: cite(version.source) })),
  }))

const inheritedProgrammes = (base: Plan | undefined, actions: Record<string, string>): Programme[] =>
  (base?.programmes ?? []).map((programme) => ({ ...programme, action: actions[programme.action] ?? programme.action }))
