import type { Static } from 'typebox'
import type { Day } from '../../base/date.ts'
import type { Words } from '../../base/fail.ts'
import type { Indicator, Plan } from '../../plan/indicator.ts'
import type { FigureView } from '../indicators.api.ts'
import { amountOf, changeText, figureText, instantText, type Language, monthText } from './number-words.ts'
import { bulletinWords } from './words.ts'

type Figure = Static<typeof FigureView>

/** What a bulletin is written from: one unit's figures of a month as they were frozen, and those of the month before. */
export type BulletinGiven = {
  plan: Plan
  /** `YYYY-MM`, and its last day. */
  month: string
  on: Day
  areaName: string
  figures: readonly Figure[]
  before: ReadonlyMap<string, Pick<Figure, 'value' | 'of'>> | null
  /** SM3 of each indicator's definition with the parameters of the day, by its key. */
  definitions: ReadonlyMap<string, string>
  closed: boolean
  knownAt: string
  frozenAt: string
  closedAt: string | null
  edition: number
  /** Of this unit's figures; and chained over all units. */
  hash: string | null
  seal: string
}

/** 月报: the text of a bulletin in one language; Word, workbook and PDF lay it out and say nothing of their own. */
export type Bulletin = {
  title: string
  unit: string
  month: string
  /** When the figures were frozen: what a file says of itself, so that the same bulletin is the same file whenever it is made. */
  frozenAt: string
  /** Draft or closed, in words. */
  standing: string
  provenance: string[]
  headings: {
    number: string
    name: string
    value: string
    before: string
    change: string
    target: string
    state: string
  }
  actions: BulletinAction[]
  definitionsTitle: string
  definitions: BulletinDefinition[]
  notKnownTitle: string
  notKnown: string[]
}
export type BulletinAction = { title: string; rows: BulletinRow[] }
export type BulletinRow = {
  /** Number of the definition at the end. */
  number: number
  name: string
  /** Shown under the indicator it details. */
  detail: boolean
  value: string
  /** In the indicator's own unit, for workbooks; null where there is none. */
  amount: number | null
  before: string
  change: string
  target: string
  state: string
  rule: string
  published: string
}
export type BulletinDefinition = {
  number: number
  name: string
  statement: string
  rule: string
  attribution: string
  assumptions: string
  source: string
  /** SM3 of the definition. */
  hash: string
}

/** Every figure of the plan stands in it, in the plan's order, with its definition by number: none is left out because it looks bad. */
export function bulletinOf(given: BulletinGiven, language: Language): Bulletin {
  const { plan } = given
  const say = (words: Words) => words[language]
  const t = bulletinWords[language]
  const numbered = new Map(inOrder(plan).map((indicator, i) => [indicator.key, { indicator, number: i + 1 }]))
  const figures = new Map(given.figures.map((figure) => [figure.indicator, figure]))
  const rowsOf = (action: string): BulletinRow[] =>
    [...numbered.values()]
      .filter(({ indicator }) => indicator.action === action && figures.has(indicator.key))
      .map(({ indicator, number }) => rowOf(given, indicator, figures.get(indicator.key)!, number, language))
  return {
    title: t.title(say(plan.name)),
    unit: given.areaName,
    month: monthText(given.month, language),
    frozenAt: given.frozenAt,
    standing: given.closed ? t.closed(instantText(given.closedAt ?? given.frozenAt, language)) : t.draft,
    provenance: provenanceOf(given, language),
    headings: t.headings,
    actions: plan.actions
      .map((action) => ({ title: say(action.name), rows: rowsOf(action.key) }))
      .filter(({ rows }) => rows.length > 0),
    definitionsTitle: t.definitions,
    definitions: [...numbered.values()].map(({ indicator, number }) =>
      definitionOf(given, indicator, number, language),
    ),
    notKnownTitle: t.notKnown,
    notKnown: plan.notKnown.map(say),
  }
}

/** By action and measure as the plan names them; an indicator before those that detail it. */
function inOrder(plan: Plan): Indicator[] {
  const place = new Map(plan.measures.map((measure, i) => [measure.key, i]))
  const heads = plan.indicators.filter((one) => !one.partOf)
  const sorted = heads.toSorted((a, b) => (place.get(a.measure) ?? 0) - (place.get(b.measure) ?? 0))
  return sorted.flatMap((head) => [head, ...plan.indicators.filter((one) => one.partOf === head.key)])
}

function rowOf(
  given: BulletinGiven,
  indicator: Indicator,
  figure: Figure,
  number: number,
  language: Language,
): BulletinRow {
  const t = bulletinWords[language]
  const before = given.before?.get(indicator.key)
  const { target, published } = figure
  return {
    number,
    name: indicator.name[language],
    detail: indicator.partOf !== undefined,
    value: figureText(indicator, figure, language),
    amount: amountOf(indicator, figure),
    before: before ? figureText(indicator, before, language) : t.none,
    change: before ? changeText(indicator, figure, before, language) : t.none,
    target: target
      ? `${figureText(indicator, { value: target.value, of: null }, language)}${target.assumption ? t.assumed : ''}`
      : t.none,
    state: t.states[figure.state],
    rule: figure.rule[language],
    published: published
      ? t.published(figureText(indicator, { value: published.value, of: null }, language), published.on)
      : '',
  }
}

function definitionOf(
  given: BulletinGiven,
  indicator: Indicator,
  number: number,
  language: Language,
): BulletinDefinition {
  const { plan } = given
  const t = bulletinWords[language]
  const of = indicator.of ? t.shareOf(indicator.of) : ''
  return {
    number,
    name: indicator.name[language],
    statement: indicator.statement[language],
    rule: `${t.counts(indicator.counts)} ${indicator.where}${of}`,
    attribution: indicator.attribution[language],
    assumptions: indicator.assumptions.map((each) => each[language]).join(t.listSeparator),
    source: plan.sources[indicator.source] ?? indicator.source,
    hash: given.definitions.get(indicator.key) ?? '',
  }
}

function provenanceOf(given: BulletinGiven, language: Language): string[] {
  const t = bulletinWords[language]
  return [
    t.asOf(given.on, instantText(given.knownAt, language)),
    t.frozen(instantText(given.frozenAt, language), given.edition),
    ...(given.hash ? [t.hash(given.hash)] : []),
    t.seal(given.seal),
  ]
}
