import type { CodeList } from '../../people/fact.ts'

/** How far at most; each includes what lies nearer. */
export const wishReach = {
  village: { zh: '本村', en: 'own village' },
  town: { zh: '本乡镇', en: 'own town' },
  county: { zh: '本区县', en: 'own county' },
  city: { zh: '市内', en: 'within the city' },
  away: { zh: '市外', en: 'other provinces' },
} satisfies CodeList

/** What the work must not ask for: of the body, and of hours. */
export const wishCannot = {
  lifting: { zh: '重体力', en: 'heavy loads' },
  standing: { zh: '久站', en: 'long standing' },
  heights: { zh: '高处', en: 'heights' },
  heat: { zh: '高温', en: 'heat' },
  dust: { zh: '粉尘', en: 'dust' },
  noise: { zh: '噪声', en: 'noise' },
  sight: { zh: '用眼', en: 'good sight' },
  hearing: { zh: '听力', en: 'good hearing' },
  nights: { zh: '夜班', en: 'nights' },
  shifts: { zh: '倒班', en: 'changing shifts' },
  longDays: { zh: '长工时', en: 'long days' },
  weekends: { zh: '周末', en: 'weekends' },
} satisfies CodeList

export const wishCompany = {
  alone: { zh: '一个人', en: 'alone' },
  couple: { zh: '夫妻一起', en: 'with wife or husband' },
  neighbours: { zh: '和同乡一起', en: 'with neighbours' },
} satisfies CodeList
