import { dayNumber } from '#domain/base/date.ts'
import { maskBank, maskIdentity, maskPhone } from '#domain/people/identity-mask.ts'
import { bankNumber, identityNumber, phoneNumber } from '../invented-number.ts'
import { nameOf } from '../people/person-name.ts'
import { DAY } from '../people/resident.ts'
import { Randomness } from '../randomness.ts'
import { movedFrom, type Story, type StoryJob, stories } from '../stories.ts'
import type { BatchRows } from './batch.ts'
import { takeRows } from './batch.ts'
import { newWriters, type RowSinks, sinksOf } from './desk.ts'
import { type Proof, workingHour } from './proof.ts'
import type { Sealer } from './seal.ts'
import type { DrawnSite } from './sites.ts'

/** Ids of the story people's own rows begin here; below lie the people and their households. */
const FIRST_ROW_ID = 2000
const HOUSEHOLD_OFFSET = 100
const NOBODYS_SERIAL = 100_000

/** The story people's rows, ready for COPY: a batch of its own, before all others. */
export function tellStories(sealer: Sealer, workshopsOf: (county: number) => DrawnSite[]): BatchRows {
  const writers = newWriters()
  const desk: StoryDesk = {
    rows: sinksOf(writers),
    sealer,
    chance: new Randomness('stories'),
    next: FIRST_ROW_ID,
    workshopsOf,
  }
  for (const story of stories) tell(desk, story)
  special(desk)
  return { index: -1, tables: takeRows(writers) }
}

type StoryDesk = {
  rows: RowSinks
  sealer: Sealer
  chance: Randomness
  next: number
  workshopsOf: (county: number) => DrawnSite[]
}

const countyOf = (area: number): number => Math.floor(area / 1e6)

function tell(desk: StoryDesk, story: Story): void {
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

function personRow(desk: StoryDesk, story: Story, household: number, opened: number) {
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

const own = (desk: StoryDesk, story: Pick<Story, 'id' | 'area'>) => ({
  ...{ county: countyOf(story.area), area: story.area, id: desk.next++, person_id: story.id },
})

/** Known so many days after it was true, confirmed in the month of the demo's day where it was still true. */
function told(desk: StoryDesk, from: number, days: number, knownOn?: string): Proof {
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
    },
    ...{ valid_from: from, valid_to: null },
    ...told(desk, from, 10),
  })
}

/** What only one of them has. */
function special(desk: StoryDesk): void {
  const find = (key: string): Story => stories.find((story) => story.key === key) as Story
  const on = dayNumber
  const wanting = find('wants-work')
  const asked = { ...{ valid_from: on('2021-08-02'), valid_to: on('2022-08-02') }, ...told(desk, on('2021-08-02'), 3) }
  desk.rows.wish({ ...own(desk, wanting), kind: 'work', detail: '愿意在县内就业', ...asked })
  desk.rows.wish({ ...own(desk, find('returnee')), kind: 'training', detail: '想学焊工', ...asked })
  desk.rows.enterprise({
    ...own(desk, find('founder')),
    ...{ name: '曾家农家乐（演示）', credit_code: null, form: 'individual', first_time: true, hires: 2 },
    ...{ acceleration_on: null, sailing_on: null, loan_fen: null, valid_from: on('2021-04-08'), valid_to: null },
    ...told(desk, on('2021-04-08'), 9),
  })
  const talent = (key: string, kind: string, name: string, from: string, marks: object) =>
    desk.rows.talent({
      ...own(desk, find(key)),
      ...{ kind, name, level: 'municipal', preferential: null, rural_service: true, graduate: null, ...marks },
      ...{ valid_from: on(from), valid_to: null },
      ...told(desk, on(from), 9),
    })
  talent('village-doctor', 'village_doctor', '乡村医生', '2005-03-01', { level: 'town' })
  talent('village-doctor', 'title', '主治医师（基层）', '2022-12-20', { preferential: true })
  talent('graduate', 'recruitment', '三支一扶（帮扶乡村振兴）', '2022-07-15', { graduate: true })
  desk.rows.training({
    ...own(desk, find('too-young')),
    ...{
      course: '中式烹调师',
      kind: 'skill',
      trainee: 'other',
      hours: 80,
      completed_on: on('2021-07-20'),
      certificate_no: null,
    },
    ...{
      certificate_on: null,
      organiser: '惠民技能培训中心（演示）',
      valid_from: on('2021-07-10'),
      valid_to: on('2021-07-20'),
    },
    ...told(desk, on('2021-07-10'), 12),
  })
  earlyGrant(desk, find('two-jobs'))
  move(desk, find('moved'))
  merge(desk, find('merged-household'))
}

/** A programme of 2025 entered too early, beside a grant that excludes it: a finding. */
function earlyGrant(desk: StoryDesk, story: Story): void {
  for (const programme of ['key-income-employment', 'shandong-steady-job']) {
    const paid = dayNumber('2021-08-25')
    desk.rows.grant_paid({
      ...own(desk, story),
      ...{ programme, period: '2021', amount_fen: 300_000, paid_on: paid, valid_from: paid, valid_to: null },
      ...told(desk, paid, 4),
    })
  }
}

/** What the county before said, until the move was known. */
function move(desk: StoryDesk, story: Story): void {
  const { area } = movedFrom
  const there = { ...story, area, id: story.id }
  const row = personRow(
    { ...desk, rows: { ...desk.rows, person_identity: () => {} } },
    there,
    null as never,
    dayNumber('2016-05-20'),
  )
  const known_to = workingHour(desk.chance, dayNumber(movedFrom.toldOn))
  desk.rows.person_history({ ...row, household_id: null, version: 1, known_to, superseded_by: 'moved' })
  const since = dayNumber('2018-06-30')
  desk.rows.membership_history({
    ...own(desk, there),
    ...{ kind: 'lifted', risk: null, risk_removed_on: null, valid_from: since, valid_to: null },
    ...told(desk, since, 10),
    ...{ known_to, superseded_by: 'moved' },
  })
}

function merge(desk: StoryDesk, story: Story): void {
  const opened = dayNumber('2016-05-20')
  const county = countyOf(story.area)
  const id = story.household as number
  desk.rows.household_history({
    ...{
      county,
      area: story.area,
      id,
      code: `${county}${String(id).padStart(10, '0')}`,
      relocated: null,
      unsafe_house: false,
    },
    ...{
      income_per_head_fen: 1_080_000,
      address_cipher: desk.sealer.seal('household.address', county, id, '演示地址2组9号'),
    },
    ...{ valid_from: opened, valid_to: null },
    ...told(desk, opened, 2),
    ...{ known_to: workingHour(desk.chance, opened + 4), superseded_by: 'correction' },
  })
}
