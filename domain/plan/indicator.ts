import type { Day } from '../base/date.ts'
import type { Words } from '../base/fail.ts'
import type { PlanCorridor } from './corridor.ts'
import type { List } from './list.ts'
import type { Round } from './round.ts'
import type { Unit } from './unit.ts'

/**
 * What a figure must do: stay above (floor), add up (cumulative), stay about (band), reach all (coverage),
 * be a share of something (share), or just be told because the plan states no number (count).
 */
export type IndicatorKind = 'floor' | 'cumulative' | 'band' | 'coverage' | 'share' | 'count'

/**
 * 指标: a definition that yields a figure for an area on a date. The count and the list of what was counted
 * come from the same `counts` and `where`; there is no second definition anywhere.
 */
export type Indicator = {
  key: string
  action: string
  measure: string
  /** The indicator this one details (a share beside a count); shown under it. */
  partOf?: string
  name: Words
  /** The statement of the plan, in its own words. */
  statement: Words
  kind: IndicatorKind
  unit: Unit
  /** Record type counted: person, site, training, activity … */
  counts: string
  /** FEEL over that record: what is counted. Reads the parameters `on`, `plan_start`, and the plan's own. */
  where: string
  /**
   * Count distinct areas of this level that hold such a record, instead of the records (counties with a park).
   * The list is then the areas.
   */
  distinct?: 'county' | 'town'
  /** A share: the value is records satisfying `of` and `where`; this is what it is a share of. */
  of?: string
  /** A share of areas: all areas of that level in the area, or those listed (codes). */
  ofAreas?: { level: 'county' | 'town' } | { codes: number[] }
  /** A second number beside the count: the sum of this fact over the counted records (part `sum`). */
  sum?: string
  /** Broken down by this coded fact of the record (parts = codes). */
  by?: string
  /** Instead of a count, the median of this fact over the records; such a value is no count of records. */
  median?: string
  /** How something that fits in several ways counts once, and to which area it counts. */
  attribution: Words
  assumptions: Words[]
  source: string
}

/** 目标: what a figure must reach, for the plan's whole area. */
export type Target = {
  indicator: string
  /** In the indicator's unit: percent of a share, counties of a coverage of counties. */
  value: number
  /** In force from … */
  from: Day
  /** … and due by (cumulative), or in force until (floor, band, coverage). */
  by: Day
  /** Band: how far from the value is still "about"; a parameter, labelled an assumption. */
  width?: number
  source: string
  assumption?: Words
}

/** 年度任务: a yearly target handed down; not the plan's own. */
export type Task = { indicator: string; year: number; value: number; source: string; assumption?: Words }

/** A target taken apart to counties, `area` their twelve-digit codes; sums to the whole. `to`: first day no longer in force. */
export type Decomposition = {
  indicator: string
  from: Day
  to?: Day
  rows: { area: number; value: number }[]
  source: string
  assumption?: Words
}

/** A figure the bureau or the press published, beside the computed one. */
export type Published = Reported & { on: Day }
/** The same without a day: the report shows none, so it stands on no time axis. */
export type Reported = { indicator: string; value: number; bound?: 'above' | 'about'; text: Words; source: string }

/** A dated parameter of a plan, valid from `from` until `to` (first day no longer); an assumption says so. */
export type PlanParameter = {
  key: string
  label: Words
  type: 'number' | 'date' | 'string'
  value: number | string
  from: Day
  to?: Day
  source?: string
  assumption?: Words
}

/** 需求 or 疑点: a named predicate over a file. */
export type NamedPredicate = {
  key: string
  kind: 'need' | 'finding'
  name: Words
  /** Record type it is over; needs and findings of people are determined for every file. */
  record: string
  where: string
  /** A finding about sites: FEEL over `roster`, which lines of the site's roster are behind it. */
  people?: string
  /** Findings: number of the national rule, and how grave. */
  clause?: string
  severity?: 'block' | 'hold' | 'review'
  source?: string
  assumption?: Words
  /** What to do about it. */
  mend: Words
}

/** Key, words and further fields of a kind of site. */
export type SiteKind = {
  key: string
  name: Words
  /** Whom its roster holds: workers, founders, trainees, members. */
  roster?: string
  /** Key of the programme under which a passed yearly evaluation is awarded. */
  award?: string
  notKnown?: Words[]
  source?: string
  fields: { key: string; label: Words; type: 'number' | 'string' | 'date' | 'boolean'; required: boolean }[]
}

/** A programme as data; the amounts of a time in words, each with its source. */
export type Programme = {
  key: string
  name: Words
  action: string
  source: string
  versions: {
    from: Day
    to?: Day
    source: string
    assumption?: Words
    amounts: Words[]
    /** Of a yearly award: fewest stable people of each class, largest first, and yuan by grade in that order. */
    classes?: { stableMonths: number; least: number[]; yuan: Record<string, number[]> }
  }[]
}

/** 实施方案, read from a folder under plans/ and checked. */
export type Plan = {
  key: string
  name: Words
  startsOn: Day
  /** The last day of the plan. */
  endsOn: Day
  /** Key of the plan whose definitions it takes over, if it does. */
  reuses?: string
  source: string
  /** What the published material does not say. */
  notKnown: Words[]
  actions: { key: string; name: Words; aim: Words }[]
  measures: { key: string; action: string; name: Words; statement: Words }[]
  indicators: Indicator[]
  targets: Target[]
  tasks: Task[]
  decompositions: Decomposition[]
  published: Published[]
  undated: Reported[]
  parameters: PlanParameter[]
  predicates: NamedPredicate[]
  rounds: Round[]
  corridors: PlanCorridor[]
  siteKinds: SiteKind[]
  programmes: Programme[]
  /** The plan's own lists, and those that every plan knows. */
  lists: List[]
  /** Title and address of each source, by its key in the folder. */
  sources: Record<string, string>
}
