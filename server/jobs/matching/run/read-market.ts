import type { MatchRunRow } from '#db/types.ts'
import type { Day } from '#domain/base/date.ts'
import { type Built, MarketBuilder } from '#domain/jobs/lines/market-builder.ts'
import { MOST_WORKED } from '#domain/jobs/matching/run-settings.ts'
import type { Tiers } from '#domain/jobs/tiers/tiers.ts'
import { subtree } from '#domain/places/area.ts'
import type { Plan } from '#domain/plan/indicator.ts'
import type { Tx } from '../../../db.ts'
import { compiledRule, ruleSql } from '../../../people/why/compiled.ts'
import { getRule } from '../../../people/why/rule-by-key.ts'
import { jobData } from '../../job-data.ts'
import { personLine, vacancyLine, type Wisher } from '../../offers/market-lines.ts'
import { tierSql } from '../../tiers.ts'
import { ASKED, openings, readWhole, type SeekerRow, seekers } from './read-market.sql.ts'

/** The need that says who looks for work. */
const NEED = 'wants-work'

/** What a run reads: its settings, and the moment of knowledge it reads at. */
export type MarketAsked = Pick<
  MatchRunRow,
  'on_day' | 'frame_area' | 'people' | 'kinds' | 'openings_share' | 'seed'
> & {
  plan: Plan
  tiers: Tiers
  knownAt: string
}
export type MarketRead = Built & {
  /** People whom nobody asked what work they would take: by id. */
  notAsked: ReadonlySet<string>
  /** Vacancies left out: their occupation is none of the classification, or more kinds of certificate than a run tells apart. */
  leftOut: number
}

/** The market of a run out of the database, as it was known at one moment: people and vacancies in parts, columns and nothing else kept. */
export async function readMarket(tx: Tx, asked: MarketAsked, onRead: (people: number) => void): Promise<MarketRead> {
  const { plan, tiers, on_day: on, knownAt, openings_share: share } = asked
  await tx.query('SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY')
  await readWhole(tx)
  const { smallClasses } = jobData()
  const builder = new MarketBuilder()
  const notAsked = new Set<string>()
  let leftOut = 0
  for await (const rows of openings(tx, { on, knownAt, kinds: asked.kinds }))
    for (const row of rows) {
      const line = vacancyLine(row, smallClasses)
      if (!line || !builder.addVacancy({ ...line, openings: shareOf(line.openings, share) })) leftOut++
    }
  const question = {
    ...{ on, knownAt, within: subtree(asked.frame_area), tier: tierSql(tiers, { plan, on, knownAt }) },
    where: asked.people === 'need' ? needSql(plan, on, knownAt) : ASKED,
  }
  let read = 0
  for await (const rows of seekers(tx, question)) {
    for (const row of rows) {
      if (row.occupations === null) notAsked.add(String(row.id))
      builder.addPerson(personLine(seekerOf(row), smallClasses, on))
    }
    read += rows.length
    onRead(read)
  }
  return { ...builder.build(asked.seed, smallClasses.middleClass), notAsked, leftOut }
}

/** Of the openings left so many of a hundred, and one at least. */
export const shareOf = (openings: number, share: number): number => Math.max(1, Math.floor((openings * share) / 100))

const needSql = (plan: Plan, on: Day, knownAt: string): string => {
  const { where } = getRule(plan, NEED, ['need'])
  return ruleSql(compiledRule(plan, 'person', where, on), { knownAt }, { alias: 'p' })
}

/** Whom nobody asked is looked for in what they worked in last, in the home county; an assumption, and the screen says so. */
export function seekerOf(row: SeekerRow): Wisher {
  const worked = [...new Set(row.worked ?? [])]
  const known = { ...row, person_id: row.id, worked, certificates: row.certificates ?? [] }
  const { occupations, reach, provinces, wage_floor_fen, cannot, busy_months } = row
  if (occupations === null)
    return {
      ...known,
      ...{ occupations: worked.slice(0, MOST_WORKED), reach: 'county', provinces: [], wage_floor_fen: null },
      ...{ cannot: [], busy_months: [] },
    }
  return {
    ...known,
    ...{ occupations, reach: reach ?? 'county', provinces: provinces ?? [], wage_floor_fen },
    ...{ cannot: cannot ?? [], busy_months: busy_months ?? [] },
  }
}
