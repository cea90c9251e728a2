import { addDays, type Day } from '#domain/base/date.ts'
import { fail, type Words } from '#domain/base/fail.ts'
import { type AreaCode, ancestorsOf, CITY } from '#domain/places/area.ts'
import { type AreaRecord, areasOn, type LinkRecord, linksOf, type Reader, validitiesOf } from './area.sql.ts'

/** Refuses a code that is no area on the day, and says which code to use instead. */
export async function refuseArea(tx: Reader, code: AreaCode, day: Day): Promise<never> {
  const [validities, links] = [await validitiesOf(tx, code), await linksOf(tx, code)]
  const later = validities.find((area) => area.valid_from > day)
  const earlier = validities.findLast((area) => area.valid_to !== null && area.valid_to <= day)
  const words = earlier
    ? ended(earlier, links)
    : later
      ? notYet(later, links)
      : neverKnown(code, await areasOn(tx, day, ancestorsOf(code), 0))
  return fail('places.area.unknown', words, { status: 404, where: { code, day } })
}

const listed = (links: LinkRecord[], direction: 'from' | 'to', on: Day | null) =>
  links
    .filter((link) => link.direction === direction && link.changed_on === on)
    .map(({ code, name }) => `${code} ${name}`)

function ended({ code, name, valid_to }: AreaRecord, links: LinkRecord[]): Words {
  const since = listed(links, 'to', valid_to)
  const last = addDays(valid_to!, -1)
  return {
    zh: `${code} 是${name}截至 ${last} 的代码；此后为：${since.join('、')}。`,
    en: `${code} was ${name} until ${last}; since then: ${since.join(', ')}.`,
  }
}
function notYet({ code, name, valid_from }: AreaRecord, links: LinkRecord[]): Words {
  const before = listed(links, 'from', valid_from)
  const zh = `${code} 自 ${valid_from} 起才是${name}的代码`
  const en = `${code} is ${name} only since ${valid_from}`
  if (before.length === 0) return { zh: `${zh}。`, en: `${en}.` }
  return { zh: `${zh}；此前为：${before.join('、')}。`, en: `${en}; before that: ${before.join(', ')}.` }
}
function neverKnown(code: AreaCode, ancestors: AreaRecord[]): Words {
  const nearest = ancestors.at(-1) ?? { code: CITY, name: '重庆市' }
  return {
    zh: `没有代码为 ${code} 的区划；可查询的最近上级是 ${nearest.code} ${nearest.name}。`,
    en: `No area has the code ${code}; the nearest one it could lie in is ${nearest.code} ${nearest.name}.`,
  }
}
