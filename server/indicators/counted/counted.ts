import { fail } from '#domain/base/fail.ts'
import type { Reply } from '#domain/base/route.ts'
import type { indicatorsApi } from '#domain/indicators/indicators.api.ts'
import { distinctUnit } from '#domain/indicators/rollup.ts'
import type { Indicator } from '#domain/plan/indicator.ts'
import type { Part } from '#domain/plan/indicator-rule.ts'
import { type Actor, recordRead } from '../../access/audit.ts'
import type { Tx } from '../../db.ts'
import { personLines } from '../../people/list/person-line.ts'
import { compiledRule, ruleSql } from '../../people/why/compiled.ts'
import { areaNames } from '../../places/area-names.ts'
import { placesOfDivision } from '../figure-run.sql.ts'
import { type CountedKey, countedAreas, countedPage } from '../indicator.sql.ts'
import type { Question } from '../question.ts'
import { firstKeys } from './counted-page.ts'
import { recordLines } from './record-line.ts'
import { sitesOf } from './site-line.ts'

type Counted = Reply<typeof indicatorsApi.listCounted>
export type CountedAsked = { part?: string; filter?: string; after?: string; limit?: number }

const LIMIT = 50

/** 名单: the records a figure counted, by the rule that counted them. Which kind of record decides which list is filled. */
export async function countedReply(
  tx: Tx,
  question: Question,
  indicator: Indicator,
  asked: CountedAsked,
  actor: Actor,
): Promise<Counted> {
  if (indicator.median) refuseMedian()
  const asOf = { on: question.clocks.on, knownAt: question.run.knownAt, division: question.division }
  const empty = { asOf, record: indicator.counts, people: [], sites: [], areas: [], records: [], next: null }
  if (indicator.distinct) return { ...empty, record: 'area', areas: await areaLines(tx, question, indicator) }
  const { keys, next } = await pageOf(tx, question, indicator, asked)
  await logged(tx, question, indicator, keys, actor)
  if (indicator.counts === 'person') return { ...empty, next, people: await personLines(tx, keys, question.clocks) }
  if (indicator.counts === 'site') return { ...empty, next, sites: await sitesOf(tx, keys, question.clocks) }
  return { ...empty, next, records: await recordLines(tx, indicator.counts, keys, question.clocks) }
}

export function partOf(indicator: Indicator, text: string | undefined): Part {
  if (text === undefined || text === 'value' || text === 'sum') return 'value'
  if (text === 'of' && indicator.of) return 'of'
  if (indicator.by && /^[a-z_]+$/.test(text)) return { code: text }
  return fail(
    'indicators.part.unknown',
    { zh: `该指标没有“${text}”这一部分。`, en: `This indicator has no part “${text}”.` },
    { status: 404 },
  )
}

async function pageOf(tx: Tx, question: Question, indicator: Indicator, asked: CountedAsked) {
  const { plan, clocks } = question
  const limit = asked.limit ?? LIMIT
  const filter = asked.filter
    ? ruleSql(compiledRule(plan, indicator.counts, asked.filter, clocks.on, { refuseSealed: true }), clocks, {
        alias: 'r',
      })
    : 'TRUE'
  const part = partOf(indicator, asked.part)
  const page = { filter, after: afterOf(asked.after), limit: limit + 1 }
  const keys = await firstKeys(tx, question, indicator, part, page)
  const last = keys.length > limit ? keys[limit - 1] : undefined
  return { keys: keys.slice(0, limit), next: last ? `${last.area}:${last.id}` : null }
}

/** Ids of everything a number counts in the area that was asked of; of an indicator that counts areas, their codes. */
export async function countedIds(tx: Tx, question: Question, indicator: Indicator, part?: string): Promise<number[]> {
  if (indicator.median) refuseMedian()
  if (indicator.distinct) return (await areaLines(tx, question, indicator)).map(({ code }) => code)
  const { plan, clocks, intervals } = question
  const page = { intervals, filter: 'TRUE', after: { area: 0, id: 0 }, limit: null }
  return (await countedPage(tx, plan, indicator, partOf(indicator, part), clocks, page)).map(({ id }) => id)
}

function afterOf(text: string | undefined): { area: number; id: number } {
  const [area = 0, id = 0] =
    /^(\d{1,15}):(\d{1,15})$/
      .exec(text ?? '')
      ?.slice(1)
      .map(Number) ?? []
  return { area, id }
}

/** Lists of people and of what belongs to people are readings of files: logged with the ids shown. */
async function logged(tx: Tx, { area, clocks }: Question, indicator: Indicator, keys: CountedKey[], actor: Actor) {
  const ids = keys.map((key) => (indicator.counts === 'person' ? key.id : key.person_id)).filter((id) => id !== null)
  if (ids.length === 0) return
  await recordRead(tx, actor, {
    action: 'people.list',
    object: { kind: 'person', area, ids },
    detail: `indicator ${indicator.key}, on ${clocks.on}`,
    rows: ids.length,
  })
}

/** The areas themselves were counted: each once. */
async function areaLines(tx: Tx, { plan, clocks, intervals, division }: Question, indicator: Indicator) {
  const held = new Set((await countedAreas(tx, plan, indicator, clocks, intervals)).map(({ area }) => area))
  const names = await areaNames(tx)
  const units = (await placesOfDivision(tx, division))
    .filter(({ area }) => held.has(area))
    .map((place) => distinctUnit(indicator, place))
    .filter((unit): unit is number => unit !== undefined)
  return [...new Set(units)].toSorted((a, b) => a - b).map((code) => ({ code, name: names.pathOf(code) }))
}

function refuseMedian(): never {
  fail(
    'indicators.indicator.noRecords',
    { zh: '中位数不是记录数，不能展开为名单。', en: 'A median is no count of records: it opens no list.' },
    { status: 422 },
  )
}
