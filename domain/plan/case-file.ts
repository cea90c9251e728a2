import { isDay } from '../base/date.ts'
import type { Words } from '../base/fail.ts'
import { catalogue } from '../people/catalogue.ts'
import type { Fact, ScalarFact } from '../people/fact.ts'
import { type Path, type Say, unknownName } from './read/problem.ts'

type Facts = Record<string, unknown>
type Made = Record<string, unknown>
const FACT = { zh: '事实', en: 'fact' }
/** Lists that hold the record itself beside the others, as they do in the ledger. */
const WITH_SELF = new Set(['person.same_identity', 'person.same_phone', 'person.same_bank', 'household.members'])

/**
 * A worked case's facts as a file that rules can be asked of. What a case leaves out is missing (lists: empty); county and
 * area are those of the record; a household's members and people with the same number are written without the person.
 */
export function fileOf(facts: Facts, record: 'person' | 'site' = 'person', say: Say = () => {}): Made {
  return recordOf(record, facts, [], say, {})
}

/** What the cases of a file speak of. */
export const recordOfCase = ({ site }: { site?: unknown }): 'person' | 'site' =>
  site === undefined ? 'person' : 'site'

type Above = { record?: string; made?: Made }

function recordOf(record: string, given: Facts, path: Path, say: Say, above: Above): Made {
  const facts: Readonly<Record<string, Fact>> = catalogue[record as keyof typeof catalogue].facts
  const made: Made = { county: above.made?.county ?? null, area: above.made?.area ?? null }
  for (const owner of ['person', 'site']) if (facts[owner] && above.record === owner) made[owner] = above.made
  for (const [key, value] of Object.entries(given)) {
    const at = [...path, key]
    const fact = Object.hasOwn(facts, key) ? facts[key] : undefined
    if (!fact) say(at, unknownName(FACT, key, Object.keys(facts)))
    else made[key] = givenOf(fact, value, at, say, { record, key, made })
  }
  return made
}

function givenOf(
  fact: Fact,
  value: unknown,
  at: Path,
  say: Say,
  owner: { record: string; key: string; made: Made },
): unknown {
  if (value === null) return null
  if (fact.kind === 'derived') {
    say(at, {
      zh: '派生事实由规则推算，不能填写；改填它所依据的事实。',
      en: 'A derived fact is computed, never written; give the facts it rests on.',
    })
    return null
  }
  if (fact.kind === 'scalar') return scalarOf(fact, value, at, say)
  const above = { record: owner.record, made: owner.made }
  if (fact.kind === 'ref') {
    const target = isFacts(value) ? recordOf(fact.to, value, at, say, above) : undefined
    if (!target) say(at, expected('一组键值', 'keys with values'))
    else if (fact.to === 'household') withSelf(target, 'members', owner.made)
    return target ?? null
  }
  if (!Array.isArray(value)) {
    say(at, expected('列表', 'a list'))
    return null
  }
  const items = value.map((item, i) => recordOf(fact.of, isFacts(item) ? item : {}, [...at, i], say, above))
  return WITH_SELF.has(`${owner.record}.${owner.key}`) && owner.record === 'person' ? [owner.made, ...items] : items
}

/** A household written in a person's case has that person among its members. */
function withSelf(household: Made, key: string, self: Made): void {
  const others = (household[key] ?? []) as Made[]
  household[key] = [self, ...others]
}

const isFacts = (value: unknown): value is Facts => typeof value === 'object' && value !== null && !Array.isArray(value)
const expected = (zh: string, en: string): Words => ({ zh: `这里应是${zh}。`, en: `This should be ${en}.` })

function scalarOf({ type, codes }: ScalarFact, value: unknown, at: Path, say: Say): unknown {
  const fits = type === 'date' ? typeof value === 'string' && isDay(value) : typeof value === type
  if (!fits) {
    const [zh, en] = {
      date: ['日期', 'a day'],
      boolean: ['true 或 false', 'true or false'],
      number: ['数字', 'a number'],
      string: ['文本', 'text'],
    }[type] as [string, string]
    say(at, expected(zh, en))
    return null
  }
  if (codes && !Object.hasOwn(codes, value as string)) {
    say(at, unknownName({ zh: '代码', en: 'code' }, String(value), Object.keys(codes)))
    return null
  }
  return value
}
