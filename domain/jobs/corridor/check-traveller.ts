import type { Day } from '../../base/date.ts'
import type { Words } from '../../base/fail.ts'

/** What is known of somebody who may travel, on the day of leaving. */
export type Candidate = {
  birthDate: Day | null
  deathDate: Day | null
  capacity: string | null
  inSchool: boolean | null
  /** Other work that is in force on the day. */
  works: boolean
  /** An earlier journey along a corridor from which they are not back. */
  away: boolean
  /** On the list of this batch already, or of another that leaves that day. */
  listed: 'here' | 'elsewhere' | null
}
/** `refused`: may not be put on the list. `unknown`: a fact is missing, to be asked. `noted`: may travel, with care. */
export type TravellerCheck = { key: string; outcome: 'refused' | 'unknown' | 'noted'; words: Words }

const LEAST_AGE = 16
const FULL_AGE = 18

/** What stands against putting a person on the list, each with how it is mended; empty: nothing does. */
export function checkTraveller(person: Candidate, on: Day): TravellerCheck[] {
  return [...ofAge(person, on), ...ofCapacity(person), ...ofWork(person)]
}

function ofAge({ birthDate, deathDate }: Candidate, on: Day): TravellerCheck[] {
  if (deathDate !== null && deathDate <= on)
    return [
      refused(
        'dead',
        '已登记死亡。档案有误的，先在档案中撤销死亡登记。',
        'Recorded as dead. If that is wrong, take the record of death back in the file.',
      ),
    ]
  if (birthDate === null)
    return [
      unknown(
        'age',
        '出生日期未登记，年龄未知：核对证件并补登后再上车。',
        'The birthday is not recorded, so the age is unknown: see the papers and record it before leaving.',
      ),
    ]
  if (on < birthdayOf(birthDate, LEAST_AGE))
    return [
      refused(
        'under-age',
        '出发时未满16周岁，不得招用（《劳动法》第十五条）。请改派其他人。',
        'Under 16 on the day of leaving: may not be employed (Labour Law art. 15). Choose somebody else.',
      ),
    ]
  if (on < birthdayOf(birthDate, FULL_AGE))
    return [
      noted(
        'minor',
        '未满18周岁：岗位不得属于未成年工禁忌劳动，请与单位核对。',
        'Under 18: the work may be none that is forbidden to minors; ask the employer.',
      ),
    ]
  return []
}

function ofCapacity({ capacity, inSchool }: Candidate): TravellerCheck[] {
  const checks: TravellerCheck[] = []
  if (capacity === 'lost' || capacity === 'none')
    checks.push(
      refused(
        'no-capacity',
        '档案记为丧失或无劳动能力。情况有变的，先在档案中更正劳动技能。',
        'The file says without working capacity. If that has changed, correct it in the file first.',
      ),
    )
  if (capacity === null)
    checks.push(
      unknown(
        'capacity',
        '劳动技能未登记：问清身体状况后补登。',
        'The working capacity is not recorded: ask, and record it.',
      ),
    )
  if (inSchool === true)
    checks.push(
      noted(
        'in-school',
        '在校生：只能是假期短期务工，核对开学时间。',
        'In school: work in the holidays only; see when school begins.',
      ),
    )
  return checks
}

function ofWork({ works, away, listed }: Candidate): TravellerCheck[] {
  if (listed === 'here') return [refused('listed', '已在本批次名单中。', 'On the list of this batch already.')]
  const checks: TravellerCheck[] = []
  if (listed === 'elsewhere')
    checks.push(
      refused(
        'other-batch',
        '当天已在另一批次名单中。先从那一批次移出，再加入这里。',
        'On the list of another batch that leaves that day. Take them off there first.',
      ),
    )
  if (away)
    checks.push(
      refused(
        'away',
        '此前输送尚未登记返回。已经回来的，先登记返回。',
        'An earlier journey has no return on record. If they are back, record the return first.',
      ),
    )
  if (works)
    checks.push(
      refused(
        'in-work',
        '出发当天仍有在务工记录。已经离职的，先在档案中登记终止。',
        'Other work is in force on the day of leaving. If it has ended, record its end in the file first.',
      ),
    )
  return checks
}

/** The day on which somebody is that old; born on 29 February, on 1 March of a common year. */
function birthdayOf(birth: Day, years: number): Day {
  const day = `${Number(birth.slice(0, 4)) + years}${birth.slice(4)}`
  const leap = new Date(`${day.slice(0, 4)}-02-29T00:00:00Z`).getUTCDate() === 29
  return day.endsWith('-02-29') && !leap ? `${day.slice(0, 4)}-03-01` : day
}

const check =
  (outcome: TravellerCheck['outcome']) =>
  (key: string, zh: string, en: string): TravellerCheck => ({
    ...{ key, outcome, words: { zh, en } },
  })
const refused = check('refused')
const unknown = check('unknown')
const noted = check('noted')
