import type { Day } from '../../base/date.ts'
import type { Words } from '../../base/fail.ts'
import type { CellValue } from '../../lists/reading.ts'
import { findOccupations, OCCUPATION_CODE, type Occupations } from '../occupation/occupation.ts'
import type { VacancyFacts } from '../vacancy/vacancy.api.ts'
import { readAges } from './read-ages.ts'
import { readWage } from './read-wage.ts'

/** What a row of a list of vacancies says, by the keys of its columns; or what of it cannot be read or has to be said by somebody. */
export type RowFault = { code: string; column: string; words: Words }
export type VacancyOfRow = { facts: VacancyFacts } | { faults: RowFault[] }

type Cells = ReadonlyMap<string, CellValue>
type Demand = NonNullable<VacancyFacts['demands']>[number]

/** Columns that ask for what the law forbids unless they say that anybody may come. */
const DEMANDS: Readonly<Record<string, Demand>> = {
  sex: 'sex',
  marriage: 'marriage',
  ethnic: 'ethnic',
  hukou: 'hukou',
  fee: 'fee',
}
const ANYBODY =
  /^(不限|不限制|无|无要求|没有|否|均可|男女不限|男女均可|男女|男\/女|男、女|男或女|已婚未婚均可|无限制|不作要求|不收费|免费|不收|0|0元)$/

/** What an occupation can be told by; `chosen`: by an officer before, for a row's own words. */
export type KnownOccupations = { occupations: Occupations; chosen?: ReadonlyMap<string, string> }

/** What a row calls the job, as it is shown to whoever chooses the occupation and remembered with the choice. */
export const occupationWords = (cells: Cells): string =>
  [...new Set(['trade', 'title'].flatMap((key) => textOf(cells, key)?.replace(/\s+/g, ' ') ?? []))].join(' · ')

const textOf = (cells: Cells, key: string) => (cells.get(key) == null ? null : String(cells.get(key)).trim() || null)

/** `on`: the day of which the list is; a vacancy whose own day is not written is offered from then. */
export function vacancyOfRow(cells: Cells, on: Day, known: KnownOccupations): VacancyOfRow {
  const text = (key: string) => textOf(cells, key)
  const wage = readWage(text('wage'))
  const ages = readAges(text('ages'))
  const occupation = occupationOf(cells, known)
  const place = cells.get('place') ?? cells.get('town') ?? cells.get('county')
  const faults = [
    ...('fault' in wage ? [{ code: 'jobs.row.wage', column: 'wage', words: wage.fault }] : []),
    ...('fault' in ages ? [{ code: 'jobs.row.ages', column: 'ages', words: ages.fault }] : []),
    ...(typeof occupation === 'string' ? [] : [occupation]),
    ...(place == null ? [NO_PLACE] : []),
  ]
  if (faults.length > 0 || 'fault' in wage || 'fault' in ages || typeof occupation !== 'string') return { faults }
  const code = (key: string) => text(key) ?? undefined
  const facts: Record<string, unknown> = {
    ...{ kind: code('kind') ?? 'employer', title: code('title')!, occupation, employer: code('employer')! },
    ...{ place: Number(place), openings: Number(cells.get('openings')), from: text('from') ?? on, ...wage, ...ages },
    ...{ industry: code('industry'), creditCode: code('credit_code'), education: schoolingOf(text('education')) },
    ...{ hours: code('hours'), skills: code('skills'), certificate: code('certificate'), ageRule: code('age_rule') },
    ...{ contact: code('contact'), detail: code('detail') },
    ...boardOf(text('board_and_lodging')),
    demands: Object.entries(DEMANDS).flatMap(([key, demand]) => (ANYBODY.test(text(key) ?? '无') ? [] : demand)),
  }
  return { facts: stated(facts) }
}

/** The schemas of entry by hand say what each must be; the check that follows reads them. */
const stated = (facts: Record<string, unknown>) =>
  Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== undefined)) as VacancyFacts

/** Whoever asks for none asks for nothing. */
const schoolingOf = (text: string | null) => (text === null || text === 'none' ? undefined : text)

export const UNTOLD_OCCUPATION = 'jobs.row.occupation'

/** A code that is written; what an officer chose for these words; else the one occupation, or the only group, that they lead to by name. */
function occupationOf(cells: Cells, { occupations, chosen }: KnownOccupations): string | RowFault {
  const code = textOf(cells, 'occupation')
  if (code !== null && OCCUPATION_CODE.test(code) && occupations.byCode.has(code)) return code
  const before = chosen?.get(occupationWords(cells))
  if (before !== undefined && occupations.byCode.has(before)) return before
  const said = [code, textOf(cells, 'trade'), textOf(cells, 'title')].flatMap((text) => text ?? [])
  for (const text of said) {
    const offers = findOccupations(occupations, text)
    const [first, second] = offers
    if (first && (first.how === 'exact' ? second?.how !== 'exact' : first.how === 'contains' && offers.length === 1))
      return first.code
  }
  const offers = said.flatMap((text) => findOccupations(occupations, text, 4)).slice(0, 4)
  const named = offers.map(({ code: each, name }) => `${each} ${name}`).join('、')
  return {
    code: UNTOLD_OCCUPATION,
    column: 'occupation',
    words: {
      zh: `不能确定是哪个职业${named ? `，可能是：${named}` : ''}。请在导入页面的“选职业”里选定，或在表里加一列“职业代码”写上代码。`,
      en: `Which occupation it is cannot be told${named ? `; it may be ${named}` : ''}. Choose it under “Choose occupations” on the page of the import, or add a column 职业代码 with its code.`,
    },
  }
}

const NO_PLACE: RowFault = {
  code: 'jobs.row.place',
  column: 'place',
  words: {
    zh: '没有认出工作地点；市内写到区县或乡镇街道（如“云阳县人和街道”），市外写省份。',
    en: 'The place of work was not recognised: write a county or town of the city (云阳县人和街道), or another province.',
  },
}

/** 包吃住, 包吃, 不包住, 提供食宿; what is not said is unknown. */
function boardOf(text: string | null): Pick<VacancyFacts, 'board' | 'lodging'> {
  if (text === null) return {}
  const plain = text.normalize('NFKC').replace(/\s/g, '')
  if (/^(否|无|不包|不包吃住|不提供|不提供食宿|不管吃住|均不包)$/.test(plain)) return { board: false, lodging: false }
  if (/^(是|有|包|提供)$|吃住|食宿/.test(plain)) return { board: true, lodging: true }
  const part = (word: RegExp) =>
    word.test(plain) ? !new RegExp(`(不|自理|无)[包管提供有]*(${word.source})`).test(plain) : undefined
  const [board, lodging] = [part(/吃|餐|伙食/), part(/住|宿/)]
  return { ...(board !== undefined && { board }), ...(lodging !== undefined && { lodging }) }
}
