import type { Static } from 'typebox'
import { groupsOf } from '#domain/jobs/occupation/occupation.ts'
import { checkVacancy } from '#domain/jobs/vacancy/check-vacancy.ts'
import type { VacancyFacts, VacancyLine, VacancyView } from '#domain/jobs/vacancy/vacancy.api.ts'
import { mayDo, openingsLeft, type Standing, stateOn, type VacancyAct } from '#domain/jobs/vacancy/vacancy.ts'
import { contains } from '#domain/places/area.ts'
import type { AreaNames } from '../../places/area-names.ts'
import { occupationName } from '../../plan/occupation-names.ts'
import { jobData } from '../job-data.ts'
import type { Vacancy } from './vacancy.sql.ts'

type Line = Static<typeof VacancyLine>

type Shown = Pick<
  Vacancy,
  | (
      | 'id'
      | 'kind'
      | 'title'
      | 'occupation'
      | 'employer'
      | 'place'
      | 'openings'
      | 'taken'
      | 'wage_form'
      | 'wage_low_fen'
    )
  | ('wage_high_fen' | 'board' | 'lodging' | 'valid_from' | 'valid_to' | 'open_until')
>

export const standingOf = (
  row: Pick<Shown, 'valid_from' | 'valid_to' | 'open_until' | 'openings' | 'taken'>,
): Standing => ({
  ...{ from: row.valid_from, to: row.valid_to, openUntil: row.open_until },
  ...{ openings: row.openings, taken: row.taken },
})

/** A vacancy as lists show it on a day. */
export function vacancyLine(row: Shown, { on, names }: { on: string; names: AreaNames }): Line {
  return {
    ...{ id: row.id, kind: row.kind as Line['kind'], title: row.title, occupation: row.occupation },
    occupationName: nameOf(row.occupation),
    ...{ employer: row.employer, place: row.place, placeName: names.pathOf(row.place) },
    ...{ openings: row.openings, left: openingsLeft(row) },
    ...{ wageForm: row.wage_form as Line['wageForm'], wageLowFen: row.wage_low_fen, wageHighFen: row.wage_high_fen },
    ...{ board: row.board, lodging: row.lodging },
    ...{ state: stateOn(standingOf(row), on), openUntil: row.open_until },
  }
}

type Asked = {
  on: string
  names: AreaNames
  /** The acting post's area, and whether it may enter vacancies. */
  post: { area: number | null; mayRecord: boolean }
  minimum: Parameters<typeof checkVacancy>[1]['minimum']
  siteName: string | null
}

/** The whole of it: what is stated, what is unknown, and what the acting post may do with it. */
export function vacancyView(row: Vacancy, asked: Asked): Static<typeof VacancyView> {
  const data = jobData()
  const line = vacancyLine(row, asked)
  const facts = factsOf(row)
  const holds = asked.post.mayRecord && asked.post.area !== null && contains(asked.post.area, row.area)
  const acts: VacancyAct[] = holds ? ['refresh', 'take', 'change', 'close'] : []
  return {
    ...line,
    facts,
    groups: groupsOf(data.occupations, row.occupation).map(({ name }) => name),
    siteName: asked.siteName,
    taken: row.taken,
    phoneMask: row.phone_mask,
    refreshedOn: row.refreshed_on,
    ...{ closedOn: row.valid_to, closeReason: row.close_reason },
    ...{ unit: row.area, unitName: asked.names.pathOf(row.area) },
    ...{ source: row.source, knownFrom: row.known_from },
    can: acts.filter((act) => mayDo(act, line.state)),
    checks: checkVacancy(facts, { conditions: data.conditions, minimum: asked.minimum }),
  }
}

export const nameOf = (code: string): string => occupationName(code) ?? code

/** What the ledger keeps, in the words of the contract; what is not stated is left out. */
export function factsOf(row: Vacancy): VacancyFacts {
  const facts = {
    ...{ kind: row.kind, title: row.title, occupation: row.occupation, industry: row.industry },
    ...{ employer: row.employer, creditCode: row.credit_code, site: row.site_id, licenceSeenOn: row.licence_seen_on },
    ...{ place: row.place, openings: row.openings },
    ...{ wageForm: row.wage_form, wageLowFen: row.wage_low_fen, wageHighFen: row.wage_high_fen },
    ...{ hoursPerDay: row.hours_per_day, daysPerMonth: row.days_per_month, hours: row.hours, season: row.season },
    ...{ board: row.board, lodging: row.lodging, training: row.training },
    ...{ education: row.education, skills: row.skills, certificate: row.certificate },
    ...{ ageFrom: row.age_from, ageTo: row.age_to, ageRule: row.age_rule, hazards: row.hazards },
    ...{ contact: row.contact, detail: row.detail, workFrom: row.work_from, workTo: row.work_to },
    from: row.valid_from,
  }
  return Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== null)) as VacancyFacts
}
