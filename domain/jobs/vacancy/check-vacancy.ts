import type { Words } from '../../base/fail.ts'
import { readCreditCode } from '../../places/credit-code.ts'
import { checkWage, type MinimumWage } from './check-wage.ts'
import { type Conditions, findConditions } from './conditions.ts'
import type { VacancyCheck, VacancyFacts } from './vacancy.api.ts'

type Draft = Partial<VacancyFacts>
export type CheckGiven = { conditions: Conditions; minimum: MinimumWage }

/** Youngest age to work at all, and where the work endangers (Labour Law arts. 15, 64). */
const WORKING_AGE = 16
const ADULT = 18
/** Labour Law art. 64; Rules on the Special Protection of Juvenile Workers (1994) art. 3. */
const FORBIDDEN_TO_MINORS = new Set(['underground', 'labour_4', 'toxic', 'lifting'])
/** Forbidden to minors from a grade on, which a vacancy does not say. */
const BY_GRADE = new Set(['height', 'cold'])
const FORBIDDEN_TO_WOMEN = new Set(['underground', 'labour_4', 'lifting'])

/** Free text in which conditions hide, and personal data; a name is no condition. */
const TEXTS = ['title', 'employer', 'hours', 'skills', 'certificate', 'ageRule', 'contact', 'detail'] as const
const NO_CONDITIONS = new Set<string>(['employer', 'contact'])

/**
 * What stands against a vacancy, what is unknown of it, and what is to be noted: of a draft only what is filled in already is asked.
 * Gravest first.
 */
export function checkVacancy(draft: Draft, given: CheckGiven): VacancyCheck[] {
  const all = [
    ...checkDemands(draft, given.conditions),
    ...checkTexts(draft, given.conditions),
    ...checkLicence(draft),
    ...checkAges(draft),
    ...checkDays(draft),
    ...checkWage(draft, given.minimum),
    ...checkHazards(draft),
  ]
  return all.toSorted((a, b) => GRAVITY[a.outcome] - GRAVITY[b.outcome])
}
const GRAVITY = { refused: 0, unknown: 1, noted: 2 }

/** Conditions ticked off an employer's paper. */
function checkDemands({ demands = [] }: Draft, { rules, assumption }: Conditions): VacancyCheck[] {
  return rules
    .filter(({ key }) => demands.some((demand) => demand === key))
    .map((rule) => refusal(rule, { field: 'demands', said: null, assumption }))
}

function checkTexts(draft: Draft, conditions: Conditions): VacancyCheck[] {
  const ruled = Boolean(draft.ageRule?.trim())
  return TEXTS.flatMap((field) => {
    const text = draft[field] ?? ''
    const found = NO_CONDITIONS.has(field) ? [] : findConditions(conditions, text)
    const refused = found
      .filter(({ rule }) => !(ruled && rule.lawfulUnder === 'rule'))
      .map(({ rule, said }) => refusal(rule, { field, said, assumption: rule.assumption ?? conditions.assumption }))
    return PERSONAL.test(text.normalize('NFKC')) ? [...refused, personal(field)] : refused
  })
}
/** A mobile number or an identity number, also with blanks or dashes within. */
const PERSONAL = /(?<!\d)(1[3-9]\d([\s-]?\d){8}|[1-9]\d{5}[\s-]?\d{8}[\s-]?\d{3}[\dXx])(?!\d)/

const personal = (field: string): VacancyCheck =>
  plain('personal', 'refused', field, {
    zh: '这里不写电话和证件号码：电话写在“联系电话”一栏，加密保存。',
    en: 'No phone and no identity number belongs here: the phone has its own field, where it is sealed.',
  })

function refusal(
  { key, name, clause, mend }: Conditions['rules'][number],
  where: Pick<VacancyCheck, 'field' | 'said' | 'assumption'>,
): VacancyCheck {
  const words = { zh: `${name.zh}：${mend.zh}。`, en: `${name.en}: ${mend.en}.` }
  return { key, outcome: 'refused', words, clause, ...where }
}

function checkLicence({ kind, creditCode, licenceSeenOn }: Draft): VacancyCheck[] {
  if (kind === undefined) return []
  const code = creditCode?.trim() ?? ''
  if (code === '' && kind === 'public_post') return []
  const read = readCreditCode(code)
  if (!read.ok)
    return [plain('licence-code', 'refused', 'creditCode', { zh: `${read.words.zh}。`, en: `${read.words.en}.` })]
  if (licenceSeenOn !== undefined) return []
  return [
    plain('licence-unseen', 'unknown', 'licenceSeenOn', {
      zh: '还没有核对营业执照等证照是否有效，核对后填写日期。',
      en: 'Nobody has seen yet whether the licence is valid: enter the day once it was seen.',
    }),
  ]
}

function checkAges({ ageFrom = WORKING_AGE, ageTo, ageRule, hazards = [] }: Draft): VacancyCheck[] {
  const found: VacancyCheck[] = []
  if (ageFrom < WORKING_AGE)
    found.push(
      clause(
        'age-working',
        'refused',
        'ageFrom',
        { zh: '《劳动法》第十五条', en: 'Labour Law art. 15' },
        {
          zh: '不得招用未满16周岁的人，请改为16周岁以上。',
          en: 'Nobody under 16 may be taken on: make it 16 or more.',
        },
      ),
    )
  if (ageFrom >= WORKING_AGE && ageFrom < ADULT) found.push(...checkMinors(hazards))
  if (ageTo !== undefined && ageTo < ageFrom)
    found.push(
      plain('age-band', 'refused', 'ageTo', {
        zh: '年龄上限低于下限，请更正。',
        en: 'The oldest age lies below the youngest: mend one.',
      }),
    )
  if (ageTo !== undefined && !ageRule?.trim())
    found.push({
      ...plain('age-upper', 'refused', 'ageRule', {
        zh: '年龄上限只能依规定设置：写明依据的规定，或删去上限。',
        en: 'An oldest age must follow from a rule: name it, or leave the limit out.',
      }),
      assumption: {
        zh: '国家法律没有逐条列举年龄歧视；按“有规定才可设上限”处理，为假设',
        en: 'No law lists discrimination by age; that a limit needs a rule is an assumption',
      },
    })
  return found
}

const OF_MINORS: Words = {
  zh: '《劳动法》第六十四条；《未成年工特殊保护规定》第三条（对照原文核实）',
  en: 'Labour Law art. 64; Rules on the Special Protection of Juvenile Workers art. 3 (verify against the text)',
}
/** What somebody of 16 or 17 may not be set to do. */
function checkMinors(hazards: readonly string[]): VacancyCheck[] {
  if (hazards.some((hazard) => FORBIDDEN_TO_MINORS.has(hazard)))
    return [
      clause('age-hazard', 'refused', 'ageFrom', OF_MINORS, {
        zh: '矿山井下、有毒有害、第四级体力劳动、频繁负重20公斤以上的工作不得安排未满18周岁的人，请把最低年龄改为18周岁。',
        en: 'Work underground, toxic, of the heaviest grade or with frequent loads above 20 kg is forbidden to those under 18: make the youngest age 18.',
      }),
    ]
  if (!hazards.some((hazard) => BY_GRADE.has(hazard))) return []
  return [
    clause('age-hazard-grade', 'unknown', 'ageFrom', OF_MINORS, {
      zh: '高处、低温、冷水作业达到规定等级的，不得安排未满18周岁的人；等级没有写明，请向单位核实，或把最低年龄改为18周岁。',
      en: 'Work at height, in cold or in cold water is forbidden to those under 18 from a grade on; the grade is not stated: ask the employer, or make the youngest age 18.',
    }),
  ]
}

function checkDays({ from, workFrom, workTo }: Draft): VacancyCheck[] {
  const wrong =
    (workFrom !== undefined && workTo !== undefined && workTo <= workFrom) ||
    (from !== undefined && workTo !== undefined && workTo <= from)
  if (!wrong) return []
  return [
    plain('work-days', 'refused', 'workTo', {
      zh: '工作结束日期应晚于开始日期和登记日期。',
      en: 'The work must end after it begins, and after the day on which it is offered.',
    }),
  ]
}

/** The law protects women in such work when they are taken on; it is no condition of the offer, and nobody is asked anything. */
function checkHazards({ hazards = [] }: Draft): VacancyCheck[] {
  if (!hazards.some((hazard) => FORBIDDEN_TO_WOMEN.has(hazard))) return []
  const law = {
    zh: '《女职工劳动保护特别规定》附录',
    en: 'Special Rules on the Labour Protection of Female Employees, appendix',
  }
  return [
    clause('women-protected', 'noted', 'hazards', law, {
      zh: '属于女职工禁忌从事的劳动：录用时由人工核对，招聘信息中不写性别。',
      en: 'Work forbidden to women: seen to by a person when somebody is taken on; the offer names no sex.',
    }),
  ]
}

type Outcome = VacancyCheck['outcome']
const plain = (key: string, outcome: Outcome, field: string, words: Words): VacancyCheck => ({
  ...{ key, outcome, field, words, said: null, clause: null, assumption: null },
})
const clause = (key: string, outcome: Outcome, field: string, law: Words, words: Words): VacancyCheck => ({
  ...plain(key, outcome, field, words),
  clause: law,
})
