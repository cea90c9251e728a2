import type { MatchPersonRow, MatchRunRow, MatchVacancyRow } from '#db/types.ts'
import type { Reply } from '#domain/base/route.ts'
import { engineOf } from '#domain/jobs/engine/engine.ts'
import { BAND_SHIFT } from '#domain/jobs/engine/public-order.ts'
import { BEST, pointsOf, searchOf, slotOf } from '#domain/jobs/engine/search.ts'
import { type Standing, standingOf, wouldOpen } from '#domain/jobs/explained/for-person.ts'
import { MarketBuilder } from '#domain/jobs/lines/market-builder.ts'
import { levelOf } from '#domain/jobs/market/conditions.ts'
import type { Weights } from '#domain/jobs/market/weights.ts'
import type { matchingApi, Reason } from '#domain/jobs/matching/matching.api.ts'
import { type Tiers, tierName } from '#domain/jobs/tiers/tiers.ts'
import type { Tx } from '../../db.ts'
import type { FoundPerson } from '../../people/list/find-person.ts'
import { type AreaNames, areaNames } from '../../places/area-names.ts'
import { jobData } from '../job-data.ts'
import { companyShown } from '../offers/company/companions.ts'
import { personLine, vacancyLine } from '../offers/market-lines.ts'
import type { Vacancy } from '../vacancy/vacancy.sql.ts'
import { vacancyLine as shownLine } from '../vacancy/vacancy-view.ts'
import { companyOfRun, nearestFirst } from './company-of-run.ts'
import { findPersonOfRun, matchVacancies, proposalsOf, vacanciesById } from './result.sql.ts'
import { occupationView } from './result-view.ts'
import { openings, type SeekerRow, seekers } from './run/read-market.sql.ts'
import { seekerOf, shareOf } from './run/read-market.ts'
import { tierNames } from './run-view.ts'

type Result = NonNullable<Reply<typeof matchingApi.getPersonMatch>['result']>
/** Vacancies the person would rather have that are told one by one. */
const MOST_AHEAD = 5
/** Of the best ones so many are looked through for those that others took. */
const LOOKED_AT = 64
const MOST_OPENING = 5

/** What a run proposes to a person and why nothing better, from what it read of them and the cut-offs alone; undefined where they took no part. */
export async function personMatch(tx: Tx, run: MatchRunRow, person: FoundPerson): Promise<Result | undefined> {
  const row = await findPersonOfRun(tx, run.id, person)
  if (!row) return undefined
  const tiers = run.tiers as Tiers
  const proposals = await proposalsOf(tx, run.id, person)
  const told = await explained(tx, run, row, proposals[0]?.rank === 1 ? proposals[0].points : -1)
  const vacancies = await vacanciesById(tx, [
    ...proposals.map((each) => each.vacancy_id),
    ...told.ahead.map((each) => each.id),
  ])
  const { company, togetherAt } = await companyOfRun(tx, run, person)
  const shown = shownBy(run, vacancies, await areaNames(tx))
  return {
    tier: { tier: row.tier, name: tierName(tiers, row.tier) },
    ...{ asked: row.asked, occupation: occupationView(row.occupation), reason: row.reason as Reason | null },
    better: row.better,
    company: companyShown(company),
    proposals: nearestFirst(
      proposals.flatMap((each) => {
        const vacancy = shown(each.vacancy_id)
        if (!vacancy) return []
        const { occupation_points: occupation, skill_points: skill, place_points: place } = each
        const { wage_points: wage, home_points: home, points } = each
        return {
          ...{ rank: each.rank, vacancy, points, worth: { occupation, skill, place, wage, home, total: points } },
          ...{ own: standingOf(each.priority), cutOff: each.cut_off === null ? null : standingOf(each.cut_off) },
          together: togetherAt(vacancies.get(each.vacancy_id)!),
        }
      }),
    ),
    ahead: told.ahead.flatMap(({ id, own, cutOff, given }) => {
      const vacancy = shown(id)
      return vacancy ? { vacancy, given, own, cutOff, why: why(own, cutOff) } : []
    }),
    wouldOpen: told.wouldOpen,
    tierNames: tierNames(tiers),
  }
}

const shownBy = (run: MatchRunRow, vacancies: ReadonlyMap<number, Vacancy>, names: AreaNames) => (id: number) => {
  const row = vacancies.get(id)
  return row && shownLine(row, { on: run.on_day, names })
}

const why = (own: Standing, last: Standing) =>
  own.tier > last.tier ? 'tier' : own.band < last.band ? ('band' as const) : ('rank' as const)

type Told = { ahead: { id: number; own: Standing; cutOff: Standing; given: number }[]; wouldOpen: Result['wouldOpen'] }

/** The person beside every vacancy of the occupations they looked for, read as the run read them. */
async function explained(tx: Tx, run: MatchRunRow, row: MatchPersonRow, held: number): Promise<Told> {
  const seeker = await seekerThen(tx, run, row)
  const { smallClasses } = jobData()
  const line = seeker && personLine(seekerOf(seeker), smallClasses, run.on_day)
  if (!line || line.occupations.length === 0) return { ahead: [], wouldOpen: [] }
  const builder = new MarketBuilder()
  builder.addPerson(line)
  const clocks = { on: run.on_day, knownAt: new Date(run.known_at!).toISOString(), kinds: run.kinds }
  const middleClasses = [...new Set(line.occupations.map((each) => smallClasses.codes[each]!.slice(0, 4)))]
  const certificates = new Set<string>()
  for await (const rows of openings(tx, { ...clocks, middleClasses }))
    for (const each of rows) {
      const offered = vacancyLine(each, smallClasses)
      if (!offered) continue
      const isTaken = builder.addVacancy({ ...offered, openings: shareOf(offered.openings, run.openings_share) })
      if (isTaken) for (const name of offered.certificates) certificates.add(name)
    }
  const { market, vacancyIds } = builder.build(run.seed, smallClasses.middleClass)
  const engine = engineOf(market, run.weights as Weights)
  const names = [...certificates].sort()
  const opening = wouldOpen(market, engine, 0).slice(0, MOST_OPENING)
  const search = searchOf(engine)
  const found = search.find(engine.index, 0, LOOKED_AT, BEST)
  const better = [...search.keys.subarray(0, found)].filter((key) => pointsOf(key) > held)
  const rows = better.map((key) => engine.index.vacancy[slotOf(engine, 0, key)]!)
  const ids = rows.map((vacancy) => Number(vacancyIds[vacancy]))
  const kept = new Map((await matchVacancies(tx, run.id, ids)).map((each) => [each.vacancy_id, each]))
  const bandAt = (vacancy: number) =>
    market.vacancies.skill[vacancy]! > 0
      ? engine.weights.bands[levelOf(market, 0, market.vacancies.occupation[vacancy]!)]!
      : 0
  const ahead = rows.flatMap((vacancy, at) => taken(kept.get(ids[at]!), row.priority | (bandAt(vacancy) << BAND_SHIFT)))
  return {
    ahead: ahead.slice(0, MOST_AHEAD),
    wouldOpen: opening.map(({ certificate, ...rest }) => ({
      ...rest,
      certificate: certificate === undefined ? null : (names[certificate] ?? null),
    })),
  }
}

/** A vacancy whose last admitted stands before the person. */
function taken(vacancy: MatchVacancyRow | undefined, own: number): Told['ahead'] {
  if (!vacancy || vacancy.cut_off === null || own > vacancy.cut_off) return []
  return [{ id: vacancy.vacancy_id, own: standingOf(own), cutOff: standingOf(vacancy.cut_off), given: vacancy.given }]
}

async function seekerThen(tx: Tx, run: MatchRunRow, row: MatchPersonRow): Promise<SeekerRow | undefined> {
  const asked = {
    ...{ on: run.on_day, knownAt: new Date(run.known_at!).toISOString(), tier: '0' },
    ...{ within: { lo: row.area, hi: row.area + 1 }, where: `p.county = ${row.county} AND p.id = ${row.person_id}` },
  }
  let found: SeekerRow | undefined
  for await (const rows of seekers(tx, asked)) found ??= rows[0]
  return found
}
