import { isDay } from '#domain/base/date.ts'
import { checkVacancy } from '#domain/jobs/vacancy/check-vacancy.ts'
import type { MinimumWage } from '#domain/jobs/vacancy/check-wage.ts'
import type { VacancyFacts } from '#domain/jobs/vacancy/vacancy.api.ts'
import { openUntil } from '#domain/jobs/vacancy/vacancy.ts'
import { maskPhone, normalisePhone } from '#domain/people/identity-mask.ts'
import { readCreditCode } from '#domain/places/credit-code.ts'
import type { Plan } from '#domain/plan/indicator.ts'
import { parametersOn } from '#domain/plan/parameters-on.ts'
import type { FieldCrypto } from '../../access/field-crypto.ts'
import type { Tx } from '../../db.ts'
import { areaNames } from '../../places/area-names.ts'
import { findSite } from '../../places/site.sql.ts'
import { jobData } from '../job-data.ts'
import type { Change } from './vacancy.sql.ts'
import * as refuse from './vacancy-refusals.ts'

/** A parameter of the plan on a day; null where the plan holds none. */
export const numberOn = (plan: Plan, key: string, on: string): number | null => {
  const value = parametersOn(plan, on)[key]?.value
  return typeof value === 'number' ? value : null
}

/** The minimum wages that the plan holds for the day; null where it holds none. */
export const minimumOn = (plan: Plan, on: string): MinimumWage => ({
  monthFen: numberOn(plan, 'minimum_wage_month_fen', on),
  hourFen: numberOn(plan, 'minimum_wage_hour_fen', on),
})

/** Days for which a vacancy stands after it was entered or refreshed; without the parameter, until it is closed by hand. */
const FOR_EVER = 36_500
export const termOn = (plan: Plan, on: string): number => numberOn(plan, 'vacancy_term_days', on) ?? FOR_EVER

/** Refuses what is unlawful, and codes, places, sites and days that are none; answers with the area of the site, if one is named. */
export async function checkFacts(tx: Tx, facts: VacancyFacts, plan: Plan): Promise<number | null> {
  const data = jobData()
  for (const day of [facts.from, facts.workFrom, facts.workTo, facts.licenceSeenOn])
    if (day !== undefined && !isDay(day)) refuse.wrongDay(day, '1990-01-01')
  if (!data.occupations.byCode.has(facts.occupation)) refuse.wrongOccupation(facts.occupation)
  if ((await areaNames(tx)).find(facts.place) === undefined) refuse.wrongPlace(facts.place)
  refuse.refuseUnlawful(checkVacancy(facts, { conditions: data.conditions, minimum: minimumOn(plan, facts.from) }))
  if (facts.site === undefined) return null
  const site = await findSite(tx, facts.site, { on: facts.from, knownAt: null })
  return site?.area ?? refuse.wrongSite(facts.site)
}

/** The columns that the facts fill; texts without blanks at their ends. */
export function columnsOf(facts: VacancyFacts) {
  const said = (text: string | undefined): string | null => text?.trim() || null
  const code = readCreditCode(facts.creditCode)
  return {
    ...{ kind: facts.kind, title: facts.title.trim(), occupation: facts.occupation, industry: facts.industry ?? null },
    ...{ employer: facts.employer.trim(), credit_code: code.ok ? code.code : null, site_id: facts.site ?? null },
    ...{ licence_seen_on: facts.licenceSeenOn ?? null, place: facts.place, openings: facts.openings },
    ...{ wage_form: facts.wageForm, wage_low_fen: facts.wageLowFen ?? null, wage_high_fen: facts.wageHighFen ?? null },
    ...{ hours_per_day: facts.hoursPerDay ?? null, days_per_month: facts.daysPerMonth ?? null },
    ...{ hours: said(facts.hours), season: facts.season ?? null },
    ...{ board: facts.board ?? null, lodging: facts.lodging ?? null, training: facts.training ?? null },
    ...{ education: facts.education ?? null, skills: said(facts.skills), certificate: said(facts.certificate) },
    ...{ age_from: facts.ageFrom ?? 16, age_to: facts.ageTo ?? null, age_rule: said(facts.ageRule) },
    ...{ hazards: facts.hazards ?? [], contact: said(facts.contact), detail: said(facts.detail) },
    ...{ work_from: facts.workFrom ?? null, work_to: facts.workTo ?? null, valid_from: facts.from },
  } satisfies Change
}

/** Offered from the first day; open for a term from the day on which it was last said to stand. */
export const termColumns = (plan: Plan, refreshedOn: string, workTo: string | null) => ({
  refreshed_on: refreshedOn,
  open_until: openUntil(refreshedOn, termOn(plan, refreshedOn), workTo),
})

/** The contact's phone, sealed to its row; nothing where none is given. */
export function phoneColumns(
  crypto: FieldCrypto,
  { county, id }: { county: number; id: number },
  phone: string | undefined,
) {
  const plain = normalisePhone(phone ?? '')
  if (plain === '') return {}
  return { phone_cipher: crypto.seal('vacancy.phone', county, id, plain), phone_mask: maskPhone(plain) }
}
