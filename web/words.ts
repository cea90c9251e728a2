import type { Words } from '#domain/base/fail.ts'
import * as access from './access/words.ts'
import * as casework from './casework/words.ts'
import * as bulletin from './indicators/bulletin/words.ts'
import * as closing from './indicators/closing/words.ts'
import * as sampling from './indicators/sampling/words.ts'
import * as waiting from './indicators/waiting/words.ts'
import * as indicators from './indicators/words.ts'
import * as corridorCorrect from './jobs/corridor/correct/words.ts'
import * as corridor from './jobs/corridor/words.ts'
import * as employer from './jobs/employer/words.ts'
import * as vacancyImport from './jobs/import/words.ts'
import * as matchRun from './jobs/matching/run/words.ts'
import * as matching from './jobs/matching/words.ts'
import * as offers from './jobs/offers/words.ts'
import * as referral from './jobs/referral/words.ts'
import * as sites from './jobs/site/words.ts'
import * as jobs from './jobs/words.ts'
import * as importOutcome from './lists/outcome/words.ts'
import * as lists from './lists/words.ts'
import * as needs from './needs/words.ts'
import * as people from './people/words.ts'
import * as places from './places/words.ts'
import * as plan from './plan/words.ts'
import { useLanguage } from './ui/text/language.ts'
import { fill, type Holes } from './ui/text/text.ts'
import * as ui from './ui/words.ts'

/** Chinese is the source; each slice keeps its own words, English beside them, and a missing one does not compile. */
export const zh = {
  ...ui.zh,
  ...access.zh,
  ...casework.zh,
  ...indicators.zh,
  ...waiting.zh,
  ...bulletin.zh,
  ...closing.zh,
  ...jobs.zh,
  ...offers.zh,
  ...employer.zh,
  ...vacancyImport.zh,
  ...sites.zh,
  ...matching.zh,
  ...corridorCorrect.zh,
  ...matchRun.zh,
  ...referral.zh,
  ...corridor.zh,
  ...lists.zh,
  ...importOutcome.zh,
  ...needs.zh,
  ...sampling.zh,
  ...people.zh,
  ...places.zh,
  ...plan.zh,
}
export const en: Record<keyof typeof zh, string> = {
  ...ui.en,
  ...access.en,
  ...casework.en,
  ...indicators.en,
  ...waiting.en,
  ...bulletin.en,
  ...closing.en,
  ...jobs.en,
  ...offers.en,
  ...employer.en,
  ...vacancyImport.en,
  ...sites.en,
  ...matching.en,
  ...corridorCorrect.en,
  ...matchRun.en,
  ...referral.en,
  ...corridor.en,
  ...lists.en,
  ...importOutcome.en,
  ...needs.en,
  ...sampling.en,
  ...people.en,
  ...places.en,
  ...plan.en,
}
type Dictionary = typeof zh
export type WordKey = keyof Dictionary

/** `t('people.count', { n: 3 })`: the holes of a sentence are part of its type. */
export type Translate = <K extends WordKey>(
  key: K,
  ...holes: Holes<Dictionary[K]> extends never ? [] : [Record<Holes<Dictionary[K]>, string | number>]
) => string

export function useWords() {
  const language = useLanguage()
  const dictionary = language === 'zh' ? zh : en
  const t: Translate = (key, ...holes) => fill(dictionary[key], holes[0])
  /** Words that come from the server or the plan in both languages. */
  const say = (words: Words | null | undefined): string => words?.[language] ?? ''
  return { t, say, language }
}
