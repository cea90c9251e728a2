import { dayNumber } from '#domain/base/date.ts'
import { maskBank, maskIdentity, maskPhone } from '#domain/people/identity-mask.ts'
import type { RowSinks } from '../generate/desk.ts'
import { type Proof, workingHour } from '../generate/proof.ts'
import type { Sealer } from '../generate/seal.ts'
import { bankNumber, identityNumber, phoneNumber } from '../invented-number.ts'
import { nameOf } from '../people/person-name.ts'
import { DAY } from '../people/resident.ts'
import type { Randomness } from '../randomness.ts'
import type { DrawnSite } from '../sites/sites.ts'
import type { Story, StoryJob } from '../stories.ts'

const HOUSEHOLD_OFFSET = 100
const NOBODYS_SERIAL = 100_000

/** What the stories are written with. */
export type StoryDesk = {
  rows: RowSinks
  sealer: Sealer
  chance: Randomness
  next: number
  workshopsOf: (county: number) => DrawnSite[]
}

export const countyOf = (area: number): number => Math.floor(area / 1e6)

export function tell(desk: StoryDesk, story: Story): void {
  const household = story.household ?? story.id + HOUSEHOLD_OFFSET
  const opened = dayNumber('2016-05-20')
  const county = countyOf(story.area)
  desk.rows.household({
    ...{ county, area: story.area, id: household, code: `${county}${String(household).padStart(10, '0')}` },
    ...{ relocated: story.household !== undefined, unsafe_house: false, income_per_head_fen: 1_260_000 },
    address_cipher: desk.sealer.seal('household.address', county, household, '演示地址1组1号'),
    ...{ valid_from: opened, valid_to: null },
    ...told(desk, opened, 5),
  })
  desk.rows.person(personRow(desk, story, household, opened))
  for (const m of story.memberships) {
    const from = dayNumber(m.from)
    desk.rows.membership({
      ...own(desk, story),
      ...{ kind: m.kind, risk: m.risk ?? null, risk_removed_on: m.removedOn ? dayNumber(m.removedOn) : null },
      ...{ valid_from: from, valid_to: m.to ? dayNumber(m.to) : null },
      ...told(desk, from, 10),
    })
  }
  for (const job of story.jobs) work(desk, story, job)
  if (story.insured !== false && story.key !== 'too-young') insure(desk, story)
}

export function personRow(desk: StoryDesk, story: Story, household: number, opened: number) {
  const { sealer } = desk
  const county = countyOf(story.area)
  const birth = dayNumber(story.birth)
  const name = nameOf(story.surname, story.given)
  const identity = identityNumber(birth, Number(story.male))
  const phone = phoneNumber(NOBODYS_SERIAL + story.id)
  const bank = bankNumber(NOBODYS_SERIAL + story.id)
  const id_index = sealer.index('person.id', identity)
  desk.rows.person_identity({ id_index, county, person_id: story.id })
  return {
    ...{ county, area: story.area, id: story.id, household_id: household, relation: 'head' },
    ...{ name: name.name, pinyin: name.pinyin, initials: name.initials, grams: name.grams },
    ...{ sex: story.male ? 'male' : 'female', birth_date: story.birthUnknown ? null : birth },
    ...{
      death_date: story.death ? dayNumber(story.death) : null,
      ethnic: '01',
      education: story.education ?? 'junior',
    },
    ...{ in_school: story.inSchool === undefined ? false : story.inSchool, health: 'healthy' },
    ...{
      capacity: story.capacity === undefined ? 'ordinary' : story.capacity,
      disability_grade: null,
      id_kind: 'resident',
    },
    ...{ id_cipher: sealer.seal('person.id', county, story.id, identity), id_index, id_mask: maskIdentity(identity) },
    phone_cipher: sealer.seal('person.phone', county, story.id, phone),
    ...{ phone_index: sealer.index('person.phone', phone), phone_mask: maskPhone(phone) },
    bank_cipher: sealer.seal('person.bank', county, story.id, bank),
    ...{ bank_index: sealer.index('person.bank', bank), bank_mask: maskBank(bank), opened_on: opened, version: 1 },
    ...told(desk, opened, 10),
    ...{
      verified_on: DAY - 12,
      verified_method: 'visit',
      verified_by: '驻村工作队',
      verified_until: dayNumber('2025-12-31'),
    },
  }
}

export const own = (desk: StoryDesk, story: Pick<Story, 'id' | 'area'>) => ({
  ...{ county: countyOf(story.area), area: story.area, id: desk.next++, person_id: story.id },
})

/** Known so many days after it was true, confirmed in the month of the demo's day where it was still true. */
export function told(desk: StoryDesk, from: number, days: number, knownOn?: string): Proof {
  return {
    known_from: workingHour(desk.chance, knownOn ? dayNumber(knownOn) : from + days),
    ...{ source: 'demo', evidence: 'visit', verified_on: Math.max(from + days, DAY - 9), verified_method: 'visit' },
    ...{ verified_by: '驻村工作队', verified_until: DAY + 90, recorded_by: null },
  }
}

function work(desk: StoryDesk, story: Story, job: StoryJob): void {
  const from = dayNumber(job.from)
  const to = job.to ? dayNumber(job.to) : null
  const site = job.site === undefined ? undefined : desk.workshopsOf(countyOf(story.area))[job.site]
  if (job.channel === 'workshop' && !site) throw new RangeError(`No workshop for the story ${story.key}`)
  const dated = { valid_from: from, valid_to: to }
  const row = {
    ...own(desk, story),
    ...{
      place: job.place ?? site?.area ?? story.area,
      channel: job.channel,
      employer: site?.name ?? '演示企业',
      credit_code: null,
    },
    ...{ industry: job.industry === undefined ? 'C' : job.industry, occupation: '6-25-04-07', brand_id: null },
    ...{ monthly_wage_fen: job.wageFen ?? null, point_to_point: false, contract: true, injury_insured: true },
    ...{ unemployment_insured: false, skill_certificate: false, ...dated },
    ...told(desk, from, 12, job.knownOn),
  }
  if (job.openUntilTold) {
    const known_to = workingHour(desk.chance, dayNumber(job.openUntilTold))
    desk.rows.employment_history({ ...row, valid_to: null, known_to, superseded_by: 'correction' })
    row.known_from = known_to
  }
  desk.rows.employment(row)
  if (site)
    desk.rows.roster({ ...own(desk, story), site_id: site.id, role: 'worker', ...dated, ...told(desk, from, 12) })
  if (job.channel === 'public_post') {
    desk.rows.public_post({
      ...own(desk, story),
      ...{
        stream: 'agriculture',
        duty: '保洁员',
        employer: '村民委员会（演示）',
        monthly_pay_fen: job.wageFen ?? null,
      },
      ...dated,
      ...told(desk, from, 12),
    })
  }
}

function insure(desk: StoryDesk, story: Story): void {
  const from = dayNumber('2018-01-01')
  const doctor = story.key === 'village-doctor'
  desk.rows.insurance({
    ...own(desk, story),
    ...{
      kind: doctor ? 'pension_employee' : 'pension_resident',
      tier_fen: doctor ? null : 20_000,
      payer: doctor ? 'employer' : 'self',
      ...{ employer: null, credit_code: null },
    },
    ...{ valid_from: from, valid_to: null },
    ...told(desk, from, 10),
  })
}
