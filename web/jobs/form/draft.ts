import type { VacancyFacts } from '#domain/jobs/vacancy/vacancy.api.ts'

type Key = keyof VacancyFacts
type ListKey = 'hazards' | 'demands'
type TextKey = Exclude<Key, ListKey>
/** The form as it is typed: text everywhere, so that what is half typed can stand. */
export type Draft = Record<TextKey, string> & Record<ListKey, string[]>

const TEXT_KEYS = [
  ...(['kind', 'title', 'occupation', 'industry', 'employer', 'creditCode', 'site', 'licenceSeenOn'] as const),
  ...(['place', 'openings', 'wageForm', 'wageLowFen', 'wageHighFen', 'hoursPerDay', 'daysPerMonth'] as const),
  ...(['hours', 'season', 'board', 'lodging', 'training', 'education', 'skills', 'certificate'] as const),
  ...(['ageFrom', 'ageTo', 'ageRule', 'contact', 'phone', 'detail', 'workFrom', 'workTo', 'from'] as const),
] satisfies TextKey[]
const NUMBERS = new Set<Key>(['site', 'place', 'openings', 'hoursPerDay', 'daysPerMonth', 'ageFrom', 'ageTo'])
const YUAN = new Set<Key>(['wageLowFen', 'wageHighFen'])
const TRUTHS = new Set<Key>(['board', 'lodging', 'training'])

/** A form for a new vacancy, or for one that stands. Wages are typed in yuan. */
export function draftOf(facts: Partial<VacancyFacts>): Draft {
  const texts = TEXT_KEYS.map((key) => [key, textOf(key, facts[key])])
  return { ...Object.fromEntries(texts), hazards: facts.hazards ?? [], demands: facts.demands ?? [] } as Draft
}

function textOf(key: TextKey, value: VacancyFacts[TextKey] | undefined): string {
  if (value === undefined) return ''
  if (YUAN.has(key)) return String(Number(value) / 100)
  if (TRUTHS.has(key)) return value ? 'yes' : 'no'
  return String(value)
}

/** What is filled in, as the contract wants it; an empty field is left out. */
export function factsOf(draft: Draft): Partial<VacancyFacts> {
  const filled = TEXT_KEYS.flatMap((key) => {
    const text = draft[key].trim()
    return text === '' ? [] : [[key, typedAs(key, text)]]
  })
  return {
    ...Object.fromEntries(filled),
    ...(draft.hazards.length > 0 && { hazards: draft.hazards }),
    ...(draft.demands.length > 0 && { demands: draft.demands }),
  } as Partial<VacancyFacts>
}

function typedAs(key: TextKey, text: string): string | number | boolean {
  if (YUAN.has(key)) return Math.round(Number(text) * 100)
  if (TRUTHS.has(key)) return text === 'yes'
  return NUMBERS.has(key) ? Number(text) : text
}

/** Whether all that every vacancy must say is there. */
export const isWhole = (facts: Partial<VacancyFacts>): facts is VacancyFacts =>
  (['kind', 'title', 'occupation', 'employer', 'place', 'openings', 'wageForm', 'from'] as const).every(
    (key) => facts[key] !== undefined,
  )
