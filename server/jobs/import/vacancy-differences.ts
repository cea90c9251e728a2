import type { Words } from '#domain/base/fail.ts'
import { vacancyHazard, wageForm } from '#domain/jobs/vacancy/vacancy-codes.ts'
import { education } from '#domain/people/codes.ts'
import type { List } from '#domain/plan/list.ts'
import type { ToldDifference } from '../../lists/chunk/take-others.ts'
import { jobData } from '../job-data.ts'
import type { Change, Vacancy } from '../vacancy/vacancy.sql.ts'

const VACANCY: Words = { zh: '岗位', en: 'vacancy' }
type Said = Partial<Record<keyof Vacancy, unknown>>
type Shown = string | Words | null

/** One line of the comparison: the column of the list by whose name it is called, or its own name, and how it is said. */
type Line = { of: readonly (keyof Vacancy)[]; column?: string; label?: Words; text(said: Said): Shown }

const LINES: readonly Line[] = [
  { of: ['occupation'], label: { zh: '职业', en: 'occupation' }, text: ({ occupation }) => occupationText(occupation) },
  { of: ['wage_form', 'wage_low_fen', 'wage_high_fen'], column: 'wage', text: wageText },
  {
    of: ['age_from', 'age_to'],
    column: 'ages',
    text: ({ age_from: from, age_to: to }) => `${from ?? 16}–${to ?? ''}`,
  },
  { of: ['board'], label: { zh: '包吃', en: 'board' }, text: ({ board }) => yesOrNo(board) },
  { of: ['lodging'], label: { zh: '包住', en: 'lodging' }, text: ({ lodging }) => yesOrNo(lodging) },
  { of: ['education'], column: 'education', text: ({ education: code }) => wordsOf(education, code) },
  {
    of: ['hazards'],
    label: { zh: '特殊作业', en: 'hazards' },
    text: ({ hazards }) => joined((hazards as string[] | null)?.map((code) => wordsOf(vacancyHazard, code)) ?? []),
  },
  plain('refreshed_on', { zh: '最近确认', en: 'last said to stand' }),
  plain('open_until', { zh: '有效期至', en: 'open until' }),
  ...(
    [
      ...(['industry', 'credit_code', 'openings', 'hours', 'skills', 'certificate', 'age_rule'] as const),
      ...(['contact', 'detail'] as const),
    ] as const
  ).map((key): Line => ({ of: [key], column: key, text: (said) => textOf(said[key]) })),
  { of: ['phone_mask'], column: 'phone', text: ({ phone_mask: mask }) => textOf(mask) },
]

function plain(key: keyof Vacancy, label: Words): Line {
  return { of: [key], label, text: (said) => textOf(said[key]) }
}

/** What a row says of a vacancy otherwise than what stands, line by line. */
export function vacancyDifferences(
  stands: Vacancy,
  said: Change,
  { list, wins, why }: { list: List; wins: boolean; why: (line: { blank: boolean }) => Words },
): ToldDifference[] {
  return LINES.flatMap(({ of, column, label, text }) => {
    if (!of.some((key) => key in said)) return []
    const [stood, says] = [text(stands), text({ ...stands, ...said })]
    if (JSON.stringify(stood) === JSON.stringify(says)) return []
    const fact = label ?? list.columns.find(({ key }) => key === column)?.label ?? null
    return [{ record: VACANCY, opens: false, fact, stood, says, wins, why: why({ blank: stood === null }) }]
  })
}

const textOf = (value: unknown): string | null => (value === null || value === undefined ? null : String(value))
const wordsOf = (codes: Readonly<Record<string, Words>>, code: unknown): Words | null =>
  code == null ? null : (codes[String(code)] ?? { zh: String(code), en: String(code) })
const yesOrNo = (value: unknown): Words | null =>
  value == null ? null : value ? { zh: '是', en: 'yes' } : { zh: '否', en: 'no' }

function joined(words: readonly (Words | null)[]): Words | null {
  const said = words.filter((each) => each !== null)
  if (said.length === 0) return null
  return { zh: said.map(({ zh }) => zh).join('、'), en: said.map(({ en }) => en).join(', ') }
}

function occupationText(code: unknown): string | null {
  if (code == null) return null
  return `${jobData().occupations.byCode.get(String(code))?.name ?? ''} ${code}`.trim()
}

function wageText({ wage_form: form, wage_low_fen: low, wage_high_fen: high }: Said): Words | null {
  const ends = [...new Set([low, high].filter((fen) => fen != null))].map((fen) => String(Number(fen) / 100))
  const by = wordsOf(wageForm, form)
  if (by === null || ends.length === 0) return by
  const wage = ends.join('–')
  return { zh: `${by.zh} ${wage} 元`, en: `${wage} yuan ${by.en}` }
}
