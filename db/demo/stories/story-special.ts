import { dayNumber } from '#domain/base/date.ts'
import { workingHour } from '../generate/proof.ts'
import { movedFrom, type Story, stories } from '../stories.ts'
import { countyOf, own, personRow, type StoryDesk, told } from './story-rows.ts'

/** What only one of them has. */
export function tellSpecial(desk: StoryDesk): void {
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
