import { randomUUID } from 'node:crypto'
import { afterAll, describe, expect, test } from 'vitest'
import { dueOn, stateOf } from '#domain/jobs/referral/referral-state.ts'
import { type Done, FINDINGS, ON, openReferrals, plan } from '../../../test/referral-desk.ts'
import { countByArea } from '../../indicators/indicator.sql.ts'
import { listLines } from './read/referral-list.sql.ts'
import { limitsOn, monthsOn } from './referral-days.ts'

const { city, county, elsewhere, whole, referrals, vacancies, ctx, figure, ...desk } = await openReferrals()
const { refer, step, place, undo, heard, view, agreed, enter, takenOf, people } = desk
afterAll(() => city.drop())

const codeOf = (asked: Promise<unknown>) =>
  asked.then(
    () => 'answered',
    (error) => error.code ?? String(error),
  )

describe('from a referral to a placement that lasts', () => {
  test('answers, interview, trial, placement; other referrals end; figures move by one; retention by hand; early return', async () => {
    const [person] = await people(1)
    const [vacancy, other] = [await enter(), await enter({ title: '缝纫工' })]
    const elseReferral = await refer(person!.id, other)
    const made = await refer(person!.id, vacancy)
    expect(made.state).toBe('offered')
    expect(await view(made.id, '2021-05-05')).toMatchObject({ by: 'person', dueOn: '2021-05-04', urgency: 'overdue' })
    expect(await codeOf(refer(person!.id, vacancy))).toBe('jobs.referral.already')
    expect(await codeOf(place(made, '2021-05-10'))).toBe('jobs.referral.impossible')
    const wanted = await step(made, { act: 'person', answer: 'accepted', on: '2021-05-02', method: 'phone' })
    expect(await codeOf(step(made, { act: 'person', answer: 'accepted', on: '2021-05-02' }))).toBe(
      'jobs.referral.stale',
    )
    const agreedOn = await step(wanted, { act: 'employer', answer: 'accepted', on: '2021-05-03' })
    const asked = await step(agreedOn, { act: 'interview', on: '2021-05-06' })
    const passed = await step(asked, { act: 'interviewed', result: 'passed', on: '2021-05-06' })
    const trial = await step(passed, { act: 'trial', from: '2021-05-07', to: '2021-05-10' })
    expect(trial.state).toBe('trial')

    const before = { placed: await figure('one-to-one.placed', '2021-12-31'), work: await figure('lifted-in-work', ON) }
    expect(await takenOf(vacancy)).toBe(0)
    const placed = await place(trial, '2021-05-10')
    expect(placed.state).toBe('placed')
    expect(await takenOf(vacancy)).toBe(1)
    expect(await figure('lifted-in-work', ON)).toBe(before.work + 1)
    // The plan begins in September: a placement of May is before it.
    expect(await figure('one-to-one.placed', '2021-12-31')).toBe(before.placed)
    const [spell] = await city.query(
      'SELECT channel, employer, contract, evidence, valid_from FROM employment WHERE person_id = $1 AND valid_to IS NULL',
      [person!.id],
    )
    expect(spell).toEqual({
      channel: 'local_firm',
      employer: '某服装厂',
      contract: true,
      evidence: 'contract',
      valid_from: '2021-05-10',
    })
    expect(await view(elseReferral.id)).toMatchObject({ state: 'ended', endReason: 'placed_elsewhere', can: [] })

    // Three months on the check has come by itself, to the board as to the rules.
    const due = async (id: number) =>
      (await referrals.listReferrals({ query: { queue: 'retention', on: ON, limit: 200 } }, ctx())).lines.some(
        (line) => line.id === id,
      )
    expect(await due(placed.id)).toBe(true)
    const tried = await heard(placed, '2021-09-15', { outcome: 'unreached', retryOn: ON })
    expect((await view(placed.id)).check).toMatchObject({ month: 3, state: 'due', tries: 1, retryOn: ON })
    const there = await heard(tried, ON, { outcome: 'there' })
    expect(there.lost).toContain('retention-check-due')
    expect(await due(placed.id)).toBe(false)
    expect(await view(placed.id)).toMatchObject({
      retained: true,
      checks: [{ month: 1, state: 'passed' }, { month: 3, state: 'there' }, { state: 'coming' }, { state: 'coming' }],
    })
    const [verified] = await city.query(
      'SELECT verified_on, verified_method FROM employment WHERE person_id = $1 AND valid_to IS NULL',
      [person!.id],
    )
    expect(verified).toEqual({ verified_on: ON, verified_method: 'phone' })

    const left = await heard(there, ON, { outcome: 'left', leftOn: ON, reason: 'dismissed' })
    expect(left.gained).toContain('early-return')
    expect(await view(placed.id)).toMatchObject({ leftOn: ON, retained: true })
    const { history } = await view(placed.id)
    expect(history.map((entry) => entry.step)).toEqual([
      ...['left', 'there', 'unreached', 'placed', 'trial', 'interviewed', 'interview', 'employer', 'person', 'made'],
    ])
    expect(new Set(history.map(({ by }) => by))).toEqual(new Set([county.title]))
    expect(await codeOf(undo(left))).toBe('jobs.placement.builtUpon')
  })

  test('counts as placed at once and as retained at three months only with an answer or an insurance of that month', async () => {
    const [byHand, byList, nobody, otherFirm] = await people(4)
    const vacancy = await enter({ openings: 4, creditCode: '91500000MA5U000010' })
    const LATER = '2022-02-01'
    const before = await figure('one-to-one.placed', LATER)
    const retained = () => figure('one-to-one.retained-3', LATER)
    const unconfirmed = () => figure('one-to-one.not-confirmed-3', LATER)
    const [kept, open] = [await retained(), await unconfirmed()]
    const placed: Done[] = []
    for (const person of [byHand!, byList!, nobody!, otherFirm!])
      placed.push(await place(await agreed(person.id, vacancy), '2021-10-10'))
    expect(await figure('one-to-one.placed', LATER)).toBe(before + 4)
    expect([await retained(), await unconfirmed()]).toEqual([kept, open + 4])
    await heard(placed[0]!, '2022-01-12', { outcome: 'there' })
    expect(await retained()).toBe(kept + 1)
    const insure = (person: { id: number; area: number }, employer: string) =>
      city.query(
        `INSERT INTO insurance (county, area, person_id, kind, payer, employer, valid_from, known_from, source)
         VALUES (500235, $1, $2, 'injury', 'employer', $3, '2021-10-20', '2022-01-20', 'pension')`,
        [person.area, person.id, employer],
      )
    await insure(byList!, '某服装厂')
    await insure(otherFirm!, '另一家厂')
    expect([await retained(), await unconfirmed()]).toEqual([kept + 2, open + 2])
    const stateOf = async (done: Done) => (await view(done.id, LATER)).checks.find(({ month }) => month === 3)!.state
    expect(await Promise.all(placed.map(stateOf))).toEqual(['there', 'insured', 'due', 'due'])
    // The board asks for those alone whom nobody answered for, as the need does.
    const { lines } = await referrals.listReferrals({ query: { queue: 'retention', on: LATER, limit: 200 } }, ctx())
    expect(lines.filter(({ id }) => placed.some((done) => done.id === id)).map(({ id }) => id)).toEqual([
      placed[2]!.id,
      placed[3]!.id,
    ])
    const need = plan.predicates.find(({ key }) => key === 'retention-check-due')!
    const asNeed = { ...plan.indicators[0]!, counts: 'person', where: need.where, of: undefined } as never
    const found = await city.door.asPost(county, (tx) =>
      countByArea(tx, plan, asNeed, 'value', { on: LATER, knownAt: null }),
    )
    await city.query('DELETE FROM insurance WHERE person_id = $1 AND employer = $2', [byList!.id, '某服装厂'])
    const without = await city.door.asPost(county, (tx) =>
      countByArea(tx, plan, asNeed, 'value', { on: LATER, knownAt: null }),
    )
    const sum = (rows: { value: number }[]) => rows.reduce((all, { value }) => all + value, 0)
    expect(sum(without)).toBe(sum(found) + 1)
  })

  test('at a workshop stands on its roster; undone it gives the opening back, says work and roster no more, and lets what it ended run on', async () => {
    const [person] = await people(1)
    const [site] = await city.query<{ id: number }>(
      `SELECT id FROM site WHERE county = 500235 AND kind = 'workshop' AND valid_from < '2021-01-01' AND valid_to IS NULL ORDER BY id LIMIT 1`,
    )
    const [vacancy, other] = [await enter({ openings: 1, kind: 'workshop', site: site!.id }, county), await enter()]
    const before = await figure('workshop-workers', ON)
    const ended = await refer(person!.id, other)
    const [wish] = await city.query<{ id: number }>(
      `INSERT INTO wish (county, area, person_id, kind, valid_from, known_from, source)
       VALUES (500235, $1, $2, 'work', '2021-02-01', '2021-02-01', 'officer') RETURNING id`,
      [person!.area, person!.id],
    )
    await city.query(
      `INSERT INTO work_wish (county, area, person_id, occupations, reach, valid_from, valid_to, known_from, source)
       VALUES (500235, $1, $2, '{6-05-01-03}', 'county', '2021-02-01', '2022-02-01', '2021-02-01', 'officer')`,
      [person!.area, person!.id],
    )
    const asksUntil = async () => {
      const wished = 'SELECT valid_to FROM work_wish WHERE person_id = $2'
      const rows = await city.query(`SELECT valid_to FROM wish WHERE id = $1 UNION ALL ${wished}`, [
        wish!.id,
        person!.id,
      ])
      return rows.map((row) => (row as { valid_to: string | null }).valid_to)
    }
    const placed = await place(await agreed(person!.id, vacancy), '2021-09-10')
    expect(await asksUntil()).toEqual(['2021-09-10', '2021-09-10'])
    expect(await figure('workshop-workers', ON)).toBe(before + 1)
    expect(await codeOf(refer((await people(1))[0]!.id, vacancy, ON))).toBe('jobs.referral.notOpen')
    const undone = await undo(placed)
    expect([undone.state, ...(await asksUntil())]).toEqual(['agreed', null, '2022-02-01'])
    expect(await figure('workshop-workers', ON)).toBe(before)
    expect(await takenOf(vacancy)).toBe(0)
    expect((await view(ended.id)).state).toBe('offered')
    expect(
      await city.query('SELECT FROM employment WHERE person_id = $1 AND valid_from = $2', [person!.id, '2021-09-10']),
    ).toEqual([])
    const again = await place(undone, '2021-09-11')
    expect(again.state).toBe('placed')
    // Placed elsewhere since: what this one ended stays ended when it is undone.
    await place(await agreed(person!.id, await enter()), '2021-09-13', FINDINGS)
    await undo(again)
    expect([(await view(ended.id)).state, ...(await asksUntil())]).toEqual(['ended', '2021-09-11', '2021-09-11'])
  })

  test('by hand fewer cannot be taken than were placed and are still at work, wherever they live', async () => {
    const [person] = await people(1)
    const vacancy = await enter()
    await place(await agreed(person!.id, vacancy), '2021-09-10')
    const taken = async (n: number) => {
      const [row] = await city.query<{ known_from: string }>('SELECT known_from FROM vacancy WHERE id = $1', [vacancy])
      const body = { clientId: randomUUID(), knownFrom: row!.known_from, taken: n }
      return codeOf(vacancies.takeOpenings({ params: { id: vacancy }, body }, ctx(elsewhere)))
    }
    expect([await taken(2), await taken(0), await taken(1)]).toEqual(['answered', 'jobs.vacancy.tooFew', 'answered'])
    await city.query('UPDATE employment SET valid_to = $2 WHERE person_id = $1 AND valid_from = $3', [
      ...[person!.id, '2021-09-12', '2021-09-10'],
    ])
    expect(await taken(0)).toBe('answered')
  })

  test('whom the law keeps from a vacancy is not referred to it', async () => {
    const [person] = await people(1)
    await city.query("UPDATE person SET birth_date = '2004-06-01' WHERE id = $1", [person!.id])
    const toxic = await enter({ ageFrom: 18, hazards: ['toxic'] })
    expect(await codeOf(refer(person!.id, toxic))).toBe('jobs.referral.wrongAge')
    expect(await codeOf(refer(person!.id, await enter()))).toBe('answered')
    await city.query('UPDATE person SET birth_date = NULL WHERE id = $1', [person!.id])
    expect(await codeOf(refer(person!.id, toxic))).toBe('answered')
  })

  test('in a public post makes the record of the post besides the work; term and overlap are found at once; undo and leaving take it back', async () => {
    const [person, holder] = await people(2)
    const vacancy = await enter({ kind: 'public_post', title: '护林员', openings: 2, employer: '某村民委员会' }, county)
    const POSTS = `SELECT stream, duty, employer, monthly_pay_fen, valid_from, valid_to, evidence FROM public_post WHERE person_id = $1`
    const posts = (id: number) => city.query(POSTS, [id])
    const placing = (
      done: Done,
      termTo: string | undefined,
      confirmed: readonly string[] = ['work-record-incomplete', 'seeking-while-in-work', 'wage-too-low'],
    ) => {
      const body = { clientId: randomUUID(), knownFrom: done.knownFrom, on: '2021-09-10', wageFen: 180_000 }
      const said = { evidence: 'contract', postStream: 'hrss', ...(termTo && { termTo }) } as const
      const all = { ...body, ...said, confirmed: [...confirmed] }
      return referrals.placeReferral({ params: { id: done.id }, body: all }, ctx())
    }
    const asked = async (done: Done, termTo: string) => {
      const body = { on: '2021-09-10', evidence: 'contract', wageFen: 180_000, termTo, postStream: 'hrss' } as const
      const { raised } = await referrals.checkPlacement({ params: { id: done.id }, body }, ctx())
      return raised.map(({ key }) => key)
    }
    const ready = await agreed(person!.id, vacancy)
    expect(await codeOf(placing(ready, undefined))).toBe('jobs.placement.postUnsaid')
    expect(await asked(ready, '2024-09-10')).not.toContain('post-agreed-too-long')
    expect(await asked(ready, '2024-09-11')).toContain('post-agreed-too-long')
    const placed = await placing(ready, '2022-09-10')
    const post = { stream: 'hrss', duty: '护林员', employer: '某村民委员会', monthly_pay_fen: 180_000 }
    const days = { valid_from: '2021-09-10', valid_to: '2022-09-10', evidence: 'contract' }
    expect(await posts(person!.id)).toEqual([{ ...post, ...days }])
    const work = "SELECT FROM employment WHERE person_id = $1 AND channel = 'public_post'"
    expect(await city.query(work, [person!.id])).toHaveLength(1)
    const undone = await undo(placed)
    expect(await posts(person!.id)).toEqual([])
    const again = await placing(undone, '2022-09-10')
    await heard(again, ON, { outcome: 'left', leftOn: '2021-09-15', reason: 'dismissed' })
    expect(await posts(person!.id)).toEqual([{ ...post, ...days, valid_to: '2021-09-15' }])

    // Who holds another post is found before anything is saved; the same post again is told in words, not by the database.
    const hold = (duty: string) =>
      city.query(
        `INSERT INTO public_post (county, area, person_id, stream, duty, employer, valid_from, known_from, source)
         VALUES (500235, $1, $2, 'hrss', $3, '某村民委员会', '2021-03-01', '2021-03-01', 'test')`,
        [holder!.area, holder!.id, duty],
      )
    await hold('保洁员')
    const second = await agreed(holder!.id, vacancy)
    expect(await asked(second, '2022-09-10')).toContain('two-public-posts')
    expect(await codeOf(placing(second, '2022-09-10', FINDINGS))).toBe('needs.finding.blocks')
    await city.query('DELETE FROM public_post WHERE person_id = $1', [holder!.id])
    await hold('护林员')
    expect(await codeOf(placing(second, '2022-09-10', FINDINGS))).toBe('jobs.placement.holdsPost')
    expect(await takenOf(vacancy)).toBe(1)
    const other = await agreed((await people(1))[0]!.id, await enter())
    expect(await codeOf(placing(other, '2022-09-10'))).toBe('jobs.placement.noPublicPost')
  })

  test('a side that declines says why, and ends it; nobody of another area sees or touches it', async () => {
    const [person] = await people(1)
    const vacancy = await enter()
    const made = await refer(person!.id, vacancy)
    expect(await codeOf(step(made, { act: 'person', answer: 'declined', on: '2021-05-02' }))).toBe(
      'jobs.referral.wrongReason',
    )
    const day = { act: 'person', answer: 'declined', reason: 'wage', on: '2021-04-30' } as const
    expect(await codeOf(step(made, day))).toBe('jobs.referral.wrongDay')
    expect(await codeOf(step(made, { ...day, on: '2021-05-02' }, elsewhere))).toBe('jobs.referral.absent')
    const { referrals: seen } = await referrals.listVacancyReferrals(
      { params: { id: vacancy }, query: {} },
      ctx(elsewhere),
    )
    expect(seen).toEqual([])
    const said = await step(made, { ...day, on: '2021-05-02' })
    expect(await view(said.id)).toMatchObject({
      state: 'ended',
      endReason: 'person_declined',
      personReason: 'wage',
      can: [],
    })
    expect((await refer(person!.id, vacancy, '2021-05-02')).state).toBe('offered')
  })

  test('wages unpaid are a finding from the day they are told, until they are settled', async () => {
    const [person] = await people(1)
    const body = {
      employer: '某服装厂',
      monthFrom: '2021-07',
      monthTo: '2021-08',
      amountFen: 840_000,
      toldBy: 'person',
      on: ON,
    } as const
    const params = { id: person!.id }
    expect(
      await codeOf(
        referrals.recordWageClaim({ params, body: { clientId: randomUUID(), ...body, monthTo: '2021-06' } }, ctx()),
      ),
    ).toBe('jobs.wages.wrongMonths')
    const told = await referrals.recordWageClaim({ params, body: { clientId: randomUUID(), ...body } }, ctx())
    expect(told.gained).toContain('wages-unpaid')
    const { claims } = await referrals.listPersonReferrals({ params, query: {} }, ctx())
    expect(claims).toMatchObject([{ monthFrom: '2021-07', monthTo: '2021-08', amountFen: 840_000, settledOn: null }])
    const paid = { clientId: randomUUID(), knownFrom: claims[0]!.knownFrom, on: ON, settlement: 'paid' } as const
    const settled = await referrals.settleWageClaim({ params: { ...params, claim: told.id }, body: paid }, ctx())
    expect(settled.lost).toContain('wages-unpaid')
    // Told in a retention check it is the same claim, and the same finding in the same moment.
    const placed = await place(await agreed(person!.id, await enter()), '2021-05-10')
    const owed = { monthFrom: '2021-07', monthTo: '2021-08', amountFen: 840_000 }
    expect(await codeOf(heard(placed, ON, { outcome: 'unreached', owed }))).toBe('jobs.wages.unheard')
    const checked = await heard(placed, ON, { outcome: 'there', owed })
    expect(checked.gained).toContain('wages-unpaid')
    expect((await view(placed.id)).owed).toBe(true)
  })
})

test('the database sees every referral where the table of states sees it, with the same last day', async () => {
  const asked = { on: ON, limits: limitsOn(plan, ON), months: monthsOn(plan, ON) }
  const lines = await city.door.asPost(whole, (tx) =>
    listLines(tx, asked, { queue: 'running', area: 'TRUE', after: undefined, limit: 500 }),
  )
  const rest = await city.door.asPost(whole, (tx) =>
    listLines(tx, asked, { queue: 'ended', area: 'TRUE', after: undefined, limit: 500 }),
  )
  expect(new Set(lines.map(({ state }) => state)).size).toBeGreaterThan(4)
  for (const line of [...lines, ...rest]) {
    expect(line.state).toBe(stateOf(line))
    expect(line.due).toBe(dueOn(line, asked.limits))
  }
})

describe('five hundred confirmations at once', () => {
  const CLICKS = 500
  const OPENINGS = 7

  /** A referral each, agreed by both sides, to one vacancy of another unit. */
  async function crowd(n: number): Promise<{ vacancy: number; ready: Done[]; ids: number[] }> {
    const vacancy = await enter({ openings: OPENINGS })
    const [{ county: at }] = (await city.query('SELECT county FROM vacancy WHERE id = $1', [vacancy])) as [
      { county: number },
    ]
    const rows = await city.query<{ id: number; known_from: string; person_id: number }>(
      `INSERT INTO referral (county, area, person_id, vacancy_county, vacancy_id, title, employer, origin, person_answer, person_answered_on,
         employer_answer, employer_answered_on, valid_from, known_from, source)
       SELECT p.county, p.area, p.id, $1, $2, '车衣工', '某服装厂', 'offer', 'accepted', '2021-05-01', 'accepted', '2021-05-01', '2021-05-01', '2021-05-01', 'test'
         FROM person p WHERE p.birth_date BETWEEN '1966-10-01' AND '2003-01-01' AND p.death_date IS NULL
          AND NOT EXISTS (SELECT FROM employment e WHERE e.county = p.county AND e.person_id = p.id AND (e.valid_to IS NULL OR e.valid_to > '2021-01-01'))
        ORDER BY p.id LIMIT $3 RETURNING id, known_from, person_id`,
      [at, vacancy, n],
    )
    expect(rows).toHaveLength(n)
    const ready = rows.map(
      ({ id, known_from }): Done => ({ id, knownFrom: known_from, state: 'agreed', gained: [], lost: [] }),
    )
    return { vacancy, ready, ids: rows.map(({ person_id }) => person_id) }
  }
  async function confirmAll(ready: readonly Done[]): Promise<Map<string, number>> {
    const codes = await Promise.all(ready.map((one) => codeOf(place(one, '2021-09-01', FINDINGS, whole))))
    return new Map([...Map.groupBy(codes, (code) => code)].map(([code, all]) => [code, all.length]))
  }
  const standing = async (vacancy: number, ids: readonly number[]) => {
    const [row] = await city.query<{ spells: number; placed: number }>(
      `SELECT (SELECT count(*)::int FROM employment WHERE person_id = ANY ($2) AND valid_from = '2021-09-01') AS spells,
              (SELECT count(*)::int FROM referral WHERE vacancy_id = $1 AND placed_on IS NOT NULL) AS placed`,
      [vacancy, ids],
    )
    return { ...row, taken: await takenOf(vacancy) }
  }

  test('fill exactly the openings; every loser is refused in plain words, with nothing half written', async () => {
    const { vacancy, ready, ids } = await crowd(CLICKS)
    const codes = await confirmAll(ready)
    expect(Object.fromEntries(codes)).toEqual({ answered: OPENINGS, 'jobs.placement.full': CLICKS - OPENINGS })
    expect(await standing(vacancy, ids)).toEqual({ spells: OPENINGS, placed: OPENINGS, taken: OPENINGS })
  }, 60_000)

  test('and go beyond them where the guard is switched off', async () => {
    const { vacancy, ready, ids } = await crowd(OPENINGS + 5)
    const [{ source }] = (await city.query("SELECT pg_get_functiondef('take_opening'::regproc) AS source")) as [
      { source: string },
    ]
    await city.query(
      source
        .replace('found_vacancy.taken >= found_vacancy.openings', 'FALSE')
        .replace('SET taken = found_vacancy.taken + step', 'SET taken = LEAST(v.openings, v.taken + step)'),
    )
    const codes = await confirmAll(ready)
    await city.query(source)
    expect(Object.fromEntries(codes)).toEqual({ answered: OPENINGS + 5 })
    expect(await standing(vacancy, ids)).toMatchObject({ spells: OPENINGS + 5, taken: OPENINGS })
  }, 30_000)
})
