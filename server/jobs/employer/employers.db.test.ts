import { randomUUID } from 'node:crypto'
import { Client } from 'pg'
import { afterAll, expect, test } from 'vitest'
import type { SubmittedFacts } from '#domain/jobs/employer/employer.api.ts'
import { COUNTY, ON, OURS, openEmployers, THEIRS } from '../../../test/employers.ts'
import { resolveSession } from '../../access/session.ts'
import { OpenVacancies } from '../offers/open-vacancies.ts'

const desk = await openEmployers()
const { city, access, employers, county, elsewhere, officerCtx, employerCtx, openAccount, enter } = desk
const open = new OpenVacancies((work) => city.door.asJob(work))
afterAll(desk.close)

const stated: SubmittedFacts = {
  ...{ title: '包装工', occupation: '6-31-05-00', place: COUNTY, openings: 4, wageForm: 'month', wageLowFen: 350_000 },
}

test('an employer sees and changes its own vacancies, and those alone', async () => {
  const { password } = await openAccount('ours', OURS)
  expect(password).toMatch(/^\w{4}-\w{4}-\w{4}-\w{4}$/)
  await expect(openAccount('again', OURS)).rejects.toMatchObject({ code: 'access.employer.opened' })
  await expect(openAccount('wrong', `${OURS.slice(0, 17)}X`)).rejects.toMatchObject({ code: 'jobs.employer.code' })
  await openAccount('theirs', THEIRS)
  const [mine, others] = [await enter(OURS), await enter(THEIRS)]
  const us = await employerCtx('ours')
  const own = await employers.getEmployer({}, us)
  expect(own).toMatchObject({ name: '单位 ours', creditCode: OURS, unitName: '云阳县', submissions: [] })
  expect(own.vacancies.map(({ vacancy }) => vacancy.id)).toEqual([mine.id])

  const act = (id: number, knownFrom: string) =>
    employers.refreshOwnVacancy({ params: { id }, body: { knownFrom } }, us)
  await expect(act(others.id, others.knownFrom)).rejects.toMatchObject({ code: 'jobs.vacancy.absent' })
  await act(mine.id, mine.knownFrom)
  await expect(act(mine.id, mine.knownFrom)).rejects.toMatchObject({ code: 'jobs.vacancy.stale' })
  // Neither login is ever opened for the other: an employer has no officer's transaction, an officer no employer's.
  expect(() => us.asPost(async () => 1)).toThrow(expect.objectContaining({ code: 'access.post.otherLogin' }))
})

test('what it submits is offered to nobody before the county has looked at it, once', async () => {
  const us = await employerCtx('ours')
  const submit = (facts: SubmittedFacts, clientId = randomUUID()) =>
    employers.submitVacancy({ body: { clientId, facts } }, us)
  await expect(submit({ ...stated, title: '包装工（限女）' })).rejects.toMatchObject({ code: 'jobs.vacancy.refused' })
  const clientId = randomUUID()
  const { id } = await submit(stated, clientId)
  expect(await submit(stated, clientId)).toEqual({ id })
  expect((await open.on(ON)).rows.has(id)).toBe(false)
  const waiting = (by: typeof county) => employers.listSubmissions({}, officerCtx(by))
  expect((await waiting(elsewhere)).submissions).toEqual([])
  expect((await waiting(county)).submissions).toMatchObject([{ id, creditCode: OURS, employer: '单位 ours' }])

  const decide = (more: object, by = county) =>
    employers.decideSubmission(
      { params: { id }, body: { clientId: randomUUID(), decision: 'accepted', ...more } },
      officerCtx(by),
    )
  await expect(decide({})).rejects.toMatchObject({ code: 'jobs.submission.unseen' })
  await expect(decide({ decision: 'returned' })).rejects.toMatchObject({ code: 'jobs.submission.noReason' })
  await expect(decide({ licenceSeenOn: ON }, elsewhere)).rejects.toMatchObject({ code: 'jobs.vacancy.absent' })
  const both = await Promise.allSettled([decide({ licenceSeenOn: ON }), decide({ licenceSeenOn: ON })])
  expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
  expect((await open.on(ON)).rows.get(id)).toMatchObject({ title: '包装工', employer: '单位 ours' })
  const own = await employers.getEmployer({}, us)
  expect(own.submissions).toMatchObject([{ id, state: 'accepted' }])
  expect(own.vacancies.map(({ vacancy }) => vacancy.id)).toContain(id)
})

test('of people an employer sees who agreed to be referred to its own vacancies: name, masked phone, nothing more, and logged', async () => {
  const [ours, theirs] = [await enter(OURS), await enter(THEIRS)]
  const people = await city.query<{ id: number; area: number; name: string; phone_mask: string | null }>(
    'SELECT id, area, name, phone_mask FROM person WHERE county = 500235 AND death_date IS NULL ORDER BY id LIMIT 3',
  )
  const refer = (at: number, vacancy: number, answer: string | null) =>
    city.query(
      `INSERT INTO referral (county, area, id, person_id, vacancy_county, vacancy_id, title, employer, origin, person_answer, person_answered_on,
         valid_from, known_from, source) VALUES (500235, $1, $2, $3, 500235, $4, '缝纫工', '某厂', 'offer', $5, $6, $7, '2021-09-17T02:00:00Z', 'officer')`,
      [people[at]!.area, 8_100_000_000 + at, people[at]!.id, vacancy, answer, answer && ON, ON],
    )
  await refer(0, ours.id, 'accepted')
  await refer(1, ours.id, null)
  await refer(2, theirs.id, 'accepted')
  const us = await employerCtx('ours')
  const { referred } = await employers.getEmployer({}, us)
  const { name, phone_mask } = people[0]!
  const own = { vacancy: ours.id, title: '缝纫工', name, phone: phone_mask, agreedOn: ON, state: 'wanted' }
  expect(referred).toMatchObject([{ id: 8_100_000_000, ...own, can: ['employer'] }])
  const read = "SELECT object_ids AS ids FROM audit_line WHERE action = 'jobs.offer' AND object_kind = 'person'"
  expect(await city.query(read)).toEqual([{ ids: [people[0]!.id] }])
  // Negative control: were agreement not asked for, others would stand there.
  await city.query("UPDATE referral SET person_answer = 'accepted', person_answered_on = $1 WHERE id = 8100000001", [
    ON,
  ])
  expect((await employers.getEmployer({}, us)).referred).toHaveLength(2)
})

test('the database itself shows an employer its own, lets it confirm and close and nothing else; negative control', async () => {
  const client = new Client(city.database.roleUrl('ricebowl_organisation'))
  await client.connect()
  const as = async (employer: string | null, statement: string) => {
    await client.query(`BEGIN${employer === null ? '' : `; SET LOCAL ricebowl.employer = '${employer}'`}`)
    try {
      return (await client.query(statement)).rows as { credit_code: string }[]
    } finally {
      await client.query('ROLLBACK')
    }
  }
  const seen = async (employer: string | null) => [
    ...new Set((await as(employer, 'SELECT credit_code FROM vacancy')).map(({ credit_code }) => credit_code)),
  ]
  const denied = { code: '42501' }
  try {
    expect([await seen(OURS), await seen(null), await seen('')]).toEqual([[OURS], [], []])
    for (const statement of [
      ...['SELECT * FROM person', 'SELECT phone_cipher FROM vacancy', "UPDATE vacancy SET title = 'x'"],
      ...[
        'UPDATE vacancy SET taken = 0',
        'INSERT INTO vacancy_submission_decision DEFAULT VALUES',
        'SELECT * FROM officer',
      ],
      `INSERT INTO vacancy_submission (county, area, credit_code, facts, client_id, submitted_by, submitted_at)
         VALUES (500235, ${COUNTY}, '${THEIRS}', '{}', gen_random_uuid(), 1, '2021-09-17')`,
    ])
      await expect(as(OURS, statement), statement).rejects.toMatchObject(denied)
    const changed = `UPDATE vacancy SET refreshed_on = refreshed_on WHERE credit_code = '${THEIRS}' RETURNING credit_code`
    expect(await as(OURS, changed)).toEqual([])
    // Switched off, it leaks: the test looks at what it says it looks at.
    await city.query('ALTER POLICY own ON vacancy USING (true)')
    expect((await seen(OURS)).length).toBeGreaterThan(1)
    await city.query(
      "ALTER POLICY own ON vacancy USING (credit_code = NULLIF(current_setting('ricebowl.employer', true), ''))",
    )
    expect(await seen(OURS)).toEqual([OURS])
  } finally {
    await client.end()
  }
})

test('a closed account signs nobody in any more, and only its own county closes it', async () => {
  const us = await employerCtx('ours')
  const id = us.officer.id
  await expect(employers.closeEmployer({ params: { id } }, officerCtx(elsewhere))).rejects.toMatchObject({
    code: 'access.employer.unknown',
  })
  await employers.closeEmployer({ params: { id } }, officerCtx(county))
  expect(await resolveSession(access, us.token, new Date())).toBeUndefined()
})
