import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { ReferralRow } from '#db/types.ts'
import type { OwnAnswer } from '#domain/jobs/employer/employer.api.ts'
import type { Step } from '#domain/jobs/referral/referral.api.ts'
import { actsOf, standings, stateOf } from '#domain/jobs/referral/referral-state.ts'
import { ON, OURS, openEmployers, plan, THEIRS } from '../../../test/employers.ts'
import type { Ctx } from '../../context.ts'
import { changeOf } from '../referral/make-referral.ts'

const desk = await openEmployers()
const { city, employers, employerCtx, openAccount, enter } = desk
beforeAll(async () => {
  await openAccount('ours', OURS)
  await openAccount('theirs', THEIRS)
})
afterAll(desk.close)

/** A referral to a vacancy, as far as the columns say; of a person nothing else here refers. */
let spare: { id: number; area: number }[] | undefined
let serial = 8_200_000_000
async function referred(vacancy: number, columns: Partial<ReferralRow> = {}): Promise<ReferralRow> {
  spare ??= await city.query(
    'SELECT id, area FROM person WHERE county = 500235 AND death_date IS NULL ORDER BY id DESC',
  )
  const { id: person_id, area } = spare.pop()!
  const row = {
    ...{
      county: 500235,
      area,
      id: ++serial,
      person_id,
      vacancy_county: 500235,
      vacancy_id: vacancy,
      title: '缝纫工',
      employer: '某厂',
    },
    ...{
      origin: 'offer',
      person_answer: 'accepted',
      person_answered_on: ON,
      valid_from: ON,
      known_from: '2021-09-17T02:00:00Z',
    },
    ...{ source: 'officer', ...columns },
  }
  const names = Object.keys(row)
  await city.query(
    `INSERT INTO referral (${names.join(', ')}) VALUES (${names.map((_, at) => `$${at + 1}`).join(', ')})`,
    Object.values(row),
  )
  return referralRow(row.id)
}
const referralRow = async (id: number): Promise<ReferralRow> =>
  (await city.query<ReferralRow>('SELECT * FROM referral WHERE id = $1', [id]))[0]!
const answerAs = (ctx: Ctx, { id, known_from }: ReferralRow, answer: OwnAnswer, clientId: string = randomUUID()) =>
  employers.answerOwnReferral({ params: { id }, body: { clientId, knownFrom: known_from, answer } }, ctx)
const yes = { act: 'employer', answer: 'accepted' } as const
/** What every version says of who said it. */
const SAID_BY = ['known_from', 'evidence', 'verified_on', 'verified_method', 'verified_by', 'recorded_by']

test('an employer answers for itself as an officer would take it down: the same columns, and those alone', async () => {
  const [us, { id: vacancy }] = [await employerCtx('ours'), await enter(OURS)]
  const steps: [OwnAnswer, Step, string][] = [
    [yes, { ...yes, on: ON }, 'agreed'],
    [{ act: 'interview', on: '2021-09-20' }, { act: 'interview', on: '2021-09-20' }, 'interview'],
    [{ act: 'interview', on: '2021-09-22' }, { act: 'interview', on: '2021-09-22' }, 'interview'],
    ...(['passed', 'failed', 'absent'] as const).map((result): [OwnAnswer, Step, string] => [
      { act: 'interviewed', result },
      { act: 'interviewed', result, on: '2021-09-22' },
      result === 'passed' ? 'passed' : 'ended',
    ]),
    [
      { act: 'employer', answer: 'declined', reason: 'skill' },
      { act: 'employer', answer: 'declined', reason: 'skill', on: ON },
      'ended',
    ],
  ]
  const agreed = { employer_answer: 'accepted', employer_answered_on: ON } as const
  for (const [answer, step, state] of steps) {
    const before = await referred(vacancy, {
      ...(step.act === 'interview' && agreed),
      ...(step.act === 'interviewed' && { ...agreed, interview_on: '2021-09-22' }),
    })
    await answerAs(us, before, answer)
    const after = await referralRow(before.id)
    const { change, why } = changeOf(before, step, new Date('2026-11-26T12:00:00Z'))
    const said = Object.fromEntries(SAID_BY.map((key) => [key, after[key as 'evidence']]))
    expect(after).toEqual({ ...before, ...change, ...said })
    expect(after).toMatchObject({ evidence: 'employer', verified_by: '某厂', recorded_by: us.post.id })
    expect(stateOf(after)).toBe(state)
    expect(
      await city.query('SELECT known_from, known_to, superseded_by AS why FROM referral_history WHERE id = $1', [
        before.id,
      ]),
    ).toEqual([{ known_from: before.known_from, known_to: after.known_from, why }])
    const [line] = await city.query(
      "SELECT officer_id, post_id, object_id, outcome FROM audit_line WHERE action = 'jobs.offer' ORDER BY id DESC LIMIT 1",
    )
    expect(line).toEqual({
      officer_id: us.officer.id,
      post_id: us.post.id,
      object_id: before.person_id,
      outcome: 'done',
    })
    const [head] = await city.query<{ at: string }>('SELECT changed_at AS at FROM ledger_head WHERE county = 500235')
    expect(Date.parse(head!.at)).toBeGreaterThanOrEqual(Date.parse(after.known_from))
    const { referred: shown } = await employers.getEmployer({}, us)
    expect(shown.find(({ id }) => id === before.id)).toMatchObject({
      state,
      ...(state === 'ended' && { phone: null, can: [] }),
    })
  }
})

test('once, in the version it saw, where the state allows it, and of its own alone; negative control', async () => {
  const [us, them] = [await employerCtx('ours'), await employerCtx('theirs')]
  const first = await referred((await enter(OURS)).id)
  const clientId = randomUUID()
  const refusals: [Ctx, OwnAnswer, string][] = [
    [them, yes, 'jobs.employer.noReferral'],
    [us, { act: 'interview', on: ON }, 'jobs.referral.impossible'],
    [us, { act: 'employer', answer: 'declined' }, 'jobs.referral.wrongReason'],
    [us, { act: 'employer', answer: 'declined', reason: 'age' }, 'jobs.referral.wrongReason'],
  ]
  for (const [ctx, answer, code] of refusals) await expect(answerAs(ctx, first, answer)).rejects.toMatchObject({ code })
  expect(await referralRow(first.id)).toEqual(first)
  expect(await answerAs(us, first, yes, clientId)).toEqual(await answerAs(us, first, yes, clientId))
  const other = answerAs(us, first, { act: 'employer', answer: 'declined', reason: 'skill' }, clientId)
  await expect(other).rejects.toMatchObject({ code: 'people.command.reused' })
  await expect(answerAs(us, first, yes)).rejects.toMatchObject({ code: 'jobs.referral.stale' })
  const now = await referralRow(first.id)
  await expect(answerAs(us, now, yes)).rejects.toMatchObject({ code: 'jobs.referral.impossible' })
  await expect(answerAs(us, now, { act: 'interview', on: '2021-09-01' })).rejects.toMatchObject({
    code: 'jobs.employer.interviewDay',
  })
  expect(await city.query('SELECT FROM referral_history WHERE id = $1', [first.id])).toHaveLength(1)
  // The database itself, past every check of the server.
  const asked = (ctx: Ctx) => answering(ctx, now, 'interview')
  expect([await asked(us), await asked(them)]).toEqual(['done', 'absent'])
  // Negative control: were the credit code not compared, another employer's answer would come through.
  const [{ source }] = (await city.query("SELECT pg_get_functiondef('answer_referral'::regproc) AS source")) as [
    { source: string },
  ]
  const own = "credit_code = NULLIF(current_setting('ricebowl.employer', true), '')"
  await city.query(source.replace('v.credit_code = code', 'TRUE'))
  await city.query('ALTER POLICY employer ON vacancy USING (TRUE)')
  expect(await asked(them)).toBe('done')
  await city.query(source)
  await city.query(`ALTER POLICY employer ON vacancy USING (${own})`)
  expect(await asked(them)).toBe('absent')
})

const ANSWER = 'SELECT answer_referral($1, $2, $3, $4, $5, $6, $7, $8) AS answer'
const NOW = '2026-11-26T12:00:00Z'
/** What the function answers, undone again. */
async function answering(
  ctx: Ctx,
  { id, known_from }: ReferralRow,
  act: string,
  { said = null, why = null, on = '2021-09-25' }: { said?: string | null; why?: string | null; on?: string } = {},
) {
  let answer: string | undefined
  const undone = new Error('undone')
  await ctx.asEmployer!(async (tx) => {
    const sent = [id, known_from, act, said, why, on, NOW, 'test']
    const [row] = await tx.query<{ answer: string }>(ANSWER, sent)
    answer = row!.answer
    throw undone
  }).catch((error: unknown) => {
    if (error !== undone) throw error
  })
  return answer
}

const EVERY_ANSWER = [
  ...([['employer', 'accepted', null] as const, ['employer', 'declined', 'skill'] as const] as const),
  ...([['interview', null, null] as const] as const),
  ...(['passed', 'failed', 'absent'] as const).map((said) => ['interviewed', said, null] as const),
]

/** What the function answers to each of them, each undone again. */
async function everyAnswer(ctx: Ctx, { id, known_from }: ReferralRow): Promise<string[]> {
  const answers: string[] = []
  await ctx.asEmployer!(async (tx) => {
    for (const [act, said, why] of EVERY_ANSWER) {
      await tx.query('SAVEPOINT one')
      const [row] = await tx.query<{ answer: string }>(ANSWER, [
        id,
        known_from,
        act,
        said,
        why,
        '2021-09-25',
        NOW,
        'test',
      ])
      answers.push(row!.answer)
      await tx.query('ROLLBACK TO SAVEPOINT one')
    }
  })
  return answers
}

/** Every way in which the columns that a state follows from can say something or nothing, as far as the table takes it. */
function everyStanding(): Partial<ReferralRow>[] {
  const nothing = { interview_on: null, interview_result: null, end_reason: null, valid_to: null, placed_on: null }
  const people = [
    { person_answer: null, person_answered_on: null },
    { person_answer: 'accepted', person_answered_on: ON } as const,
  ]
  const employers = [
    { employer_answer: null, employer_answered_on: null },
    { employer_answer: 'accepted', employer_answered_on: ON } as const,
  ]
  const interviews = [
    {},
    { interview_on: ON },
    ...(['passed', 'failed', 'absent'] as const).map((interview_result) => ({ interview_on: ON, interview_result })),
  ]
  const trials = [
    { trial_from: null, trial_to: null },
    { trial_from: ON, trial_to: '2021-10-01' },
  ]
  const ends = [
    { employment_id: null },
    { employment_id: null, end_reason: 'placed_elsewhere', valid_to: ON } as const,
    { employment_id: 1, placed_on: ON, valid_to: ON },
  ]
  return people.flatMap((person) =>
    employers.flatMap((employer) =>
      interviews.flatMap((interview) =>
        trials.flatMap((trial) =>
          ends.map((end) => ({ ...nothing, ...person, ...employer, ...interview, ...trial, ...end })),
        ),
      ),
    ),
  )
}

test('the function allows what the table of states allows, and takes nothing that is no answer', async () => {
  const [us, { id: vacancy }] = [await employerCtx('ours'), await enter(OURS)]
  const row = await referred(vacancy)
  const seen = new Map<string, number>()
  for (const columns of everyStanding()) {
    const names = Object.keys(columns)
    await city.query(
      `UPDATE referral SET ${names.map((name, at) => `${name} = $${at + 2}`).join(', ')} WHERE id = $1`,
      [row.id, ...Object.values(columns)],
    )
    const stands = { ...row, ...columns }
    const state = stateOf(stands)
    seen.set(state, (seen.get(state) ?? 0) + 1)
    const answers = await everyAnswer(us, stands)
    for (const [at, [act, said]] of EVERY_ANSWER.entries()) {
      const allowed = stands.person_answer === 'accepted' && actsOf(state).includes(act)
      expect(answers[at] === 'done', `${JSON.stringify(columns)}: ${state} ${act} ${said} is ${answers[at]}`).toBe(
        allowed,
      )
    }
  }
  // None of the table's states is left out, and none stands by one row of columns alone where several lead to it.
  expect([...seen.keys()].toSorted()).toEqual(standings.map(({ state }) => state).toSorted())
  const plain = await referred(vacancy)
  expect(await answering(us, plain, 'employer', { said: 'accepted', on: '2021-09-16' })).toBe('day')
  for (const [act, what] of [
    ['trial', null],
    ['employer', 'perhaps'],
    ['employer', 'declined'],
    ['interview', 'passed'],
  ] as const)
    await expect(answering(us, plain, act, { said: what })).rejects.toMatchObject({ code: '22023' })
  const under = (statement: string) => us.asEmployer!((tx) => tx.query(statement))
  for (const statement of [
    ...[
      'SELECT id FROM referral',
      "UPDATE referral SET employer_answer = 'accepted'",
      'SELECT * FROM referral_history',
    ],
    ...['UPDATE ledger_head SET changed_at = now()', "UPDATE command_receipt SET reply = '{}'"],
  ])
    await expect(under(statement), statement).rejects.toMatchObject({ code: '42501' })
  // Of the receipts its own post's, though officers have left theirs.
  const posts = (await under('SELECT DISTINCT post_id FROM command_receipt')) as { post_id: number }[]
  expect(posts).toEqual([{ post_id: us.post.id }])
  expect((await city.query('SELECT DISTINCT post_id FROM command_receipt')).length).toBeGreaterThan(1)
})

test('of one that is over an employer is told no more than it had a part in, for thirty days', async () => {
  const [us, { id: vacancy }] = [await employerCtx('ours'), await enter(OURS)]
  const ended = (end_reason: ReferralRow['end_reason'], valid_to = ON) =>
    referred(vacancy, { valid_from: '2021-08-01', person_answered_on: '2021-08-01', end_reason, valid_to })
  const elsewhere = await ended('placed_elsewhere')
  const gone = await ended('person_gone')
  await ended('mistake')
  await ended('placed_elsewhere', '2021-08-18')
  const { referred: shown } = await employers.getEmployer({}, us)
  const over = shown
    .filter((each) => each.vacancy === vacancy)
    .map(({ id, endReason, phone }) => ({ id, endReason, phone }))
  expect(over).toEqual([
    { id: elsewhere.id, endReason: 'placed_elsewhere', phone: null },
    { id: gone.id, endReason: 'other', phone: null },
  ])
})

test('yes and no at the same moment: one is taken, the other is told to look again', async () => {
  const [us, row] = [await employerCtx('ours'), await referred((await enter(OURS)).id)]
  const no = { act: 'employer', answer: 'declined', reason: 'filled' } as const
  const both = await Promise.allSettled([answerAs(us, row, yes), answerAs(us, row, no)])
  expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
  expect(await city.query('SELECT FROM referral_history WHERE id = $1', [row.id])).toHaveLength(1)
})

test('no rule of the plan reads a referral that is no placement: what an employer answers changes no file', () => {
  const text = JSON.stringify(plan)
  const read = text.match(/\breferrals\b/g) ?? []
  const placed = text.match(/some (\w+) in referrals satisfies \1\.placed_on != null/g) ?? []
  expect(placed.length).toBeGreaterThan(0)
  expect(read).toHaveLength(placed.length)
})
