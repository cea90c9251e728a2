import { fail, type Words } from '../../base/fail.ts'
import { maskIdentity } from '../../people/identity-mask.ts'

/** A small market in which everybody says outright whom they would take, best first. Who is not named is not acceptable. */
export type Instance = {
  people: Map<string, string[]>
  vacancies: Map<string, { openings: number; order: string[] }>
}

/** Reads `{ people: { name: [vacancy …] }, vacancies: { name: { openings, order: [person …] } } }`; throws a refusal for anything else. */
export function readInstance(value: unknown): Instance {
  const { people, vacancies } = recordOf(value, [], ['people', 'vacancies'])
  const choices = Object.entries(recordOf(people, ['people']))
  const jobs = Object.entries(recordOf(vacancies, ['vacancies']))
  const persons = new Set(choices.map(([name]) => name))
  const known = new Set(jobs.map(([name]) => name))
  return {
    people: new Map(choices.map(([name, list]) => [name, namesOf(list, ['people', name], known, 'vacancies')])),
    vacancies: new Map(
      jobs.map(([name, job]) => {
        const { openings, order } = recordOf(job, ['vacancies', name], ['openings', 'order'])
        return [
          name,
          {
            openings: openingsOf(openings, ['vacancies', name, 'openings']),
            order: namesOf(order, ['vacancies', name, 'order'], persons, 'people'),
          },
        ]
      }),
    ),
  }
}

type Path = (string | number)[]

/** A path as officers read it: `vacancies.v1.order[2]`. What looks like an identity number is masked. */
const placeOf = (path: Path): string =>
  path.map((step, at) => (typeof step === 'number' ? `[${step + 1}]` : `${at ? '.' : ''}${shown(step)}`)).join('') ||
  '(whole)'
const shown = (name: string) => (/^\d{14,17}[\dXx]$/.test(name) ? maskIdentity(name) : name.slice(0, 60))

function refuse(reason: string, path: Path, words: Words): never {
  const place = placeOf(path)
  return fail(
    `jobs.instance.${reason}`,
    { zh: `${place}：${words.zh}`, en: `${place}: ${words.en}` },
    { status: 422, where: { path: place } },
  )
}

/** An object; with `keys` one that has just these. */
function recordOf(value: unknown, path: Path, keys?: string[]): Record<string, unknown> {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    return refuse('notObject', path, {
      zh: `应为对象 { … }，现为${kindOf(value).zh}。`,
      en: `must be an object { … }; it is ${kindOf(value).en}.`,
    })
  const missing = keys?.find((key) => !Object.hasOwn(value, key))
  if (missing !== undefined)
    refuse('missing', [...path, missing], { zh: '缺少这一项，请补上。', en: 'is missing; add it.' })
  const strange = keys && Object.keys(value).find((key) => !keys.includes(key))
  if (strange !== undefined)
    refuse('unknownKey', [...path, strange], {
      zh: `没有这一项；这里只有 ${keys!.join('、')}。`,
      en: `is not known; only ${keys!.join(', ')} can stand here.`,
    })
  return value as Record<string, unknown>
}

function namesOf(value: unknown, path: Path, known: Set<string>, side: 'people' | 'vacancies'): string[] {
  if (!Array.isArray(value))
    return refuse('notList', path, {
      zh: `应为名单 [ … ]，按意愿从先到后，现为${kindOf(value).zh}。`,
      en: `must be a list [ … ], best first; it is ${kindOf(value).en}.`,
    })
  const seen = new Set<string>()
  for (const [at, name] of value.entries()) {
    if (typeof name !== 'string')
      refuse('notName', [...path, at], {
        zh: `应为加引号的名称，现为${kindOf(name).zh}。`,
        en: `must be a name in quotes; it is ${kindOf(name).en}.`,
      })
    if (!known.has(name))
      refuse('unknownName', [...path, at], {
        zh: `“${shown(name)}”不在 ${side} 里；改正名称，或把它加进 ${side}。`,
        en: `"${shown(name)}" is not among ${side}; mend the name or add it to ${side}.`,
      })
    if (seen.has(name))
      refuse('duplicate', [...path, at], {
        zh: `“${shown(name)}”在这份名单里出现了两次；留下一个。`,
        en: `"${shown(name)}" stands twice in this list; keep one.`,
      })
    seen.add(name)
  }
  return value
}

function openingsOf(value: unknown, path: Path): number {
  if (typeof value === 'number' && Number.isSafeInteger(value) && value >= 0) return value
  const now = typeof value === 'number' ? { zh: String(value), en: String(value) } : kindOf(value)
  return refuse('openings', path, {
    zh: `名额应为 0 或正整数，现为${now.zh}。`,
    en: `openings must be a whole number, 0 or more; it is ${now.en}.`,
  })
}

function kindOf(value: unknown): Words {
  if (value === null) return { zh: '空值 null', en: 'null' }
  if (Array.isArray(value)) return { zh: '名单 [ … ]', en: 'a list' }
  const kinds: Record<string, Words> = {
    object: { zh: '对象 { … }', en: 'an object' },
    string: { zh: '文字', en: 'a text' },
    number: { zh: '数字', en: 'a number' },
    boolean: { zh: '是否值 true/false', en: 'true or false' },
  }
  return kinds[typeof value] ?? { zh: '缺失', en: 'missing' }
}
