import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { type TestDatabase, testDatabase } from '../../../test/database.ts'
import { type Door, openDoor } from '../../db.ts'
import { keepSetting } from '../determination.sql.ts'
import { startNightly } from './nightly.ts'
import { recordedRun } from './recorded-run.ts'
import { beginRun, type Done, lastRuns, setNightlyTime } from './run.sql.ts'

const EVENING = new Date('2026-03-09T14:00:00Z')
const MORNING = new Date('2026-03-10T01:00:00Z')

let database: TestDatabase
let door: Door
beforeAll(async () => {
  database = await testDatabase()
  door = openDoor(database)
})
afterAll(async () => {
  await door?.close()
  await database?.drop()
})
beforeEach(() => door.asJob((tx) => tx.query(`UPDATE determination_run SET finished_at = alive_at, problem = 'Old'`)))

const done: Done = {
  ...{ plan: 'chongqing-2021', on: '2026-03-10', files: 5, predicates: 60, bySql: 0, gained: 2, lost: 1, changed: 0 },
  seconds: { load: 0, evaluate: 0, write: 0, whole: 1.25 },
}
const determinedAt = (at: Date) =>
  door.asJob((tx) =>
    keepSetting(tx, { plan: 'p', on: '2026-03-09', knownAt: at.toISOString(), definition: 'd', files: 5 }),
  )
const runs = () => door.asJob((tx) => lastRuns(tx, 50))
function nightlyAt(now: Date, determine: () => Promise<Done> = async () => done) {
  let asked = 0
  const counted = async () => {
    asked++
    return determine()
  }
  const nightly = startNightly({ door, determine: counted, report: () => {}, now: () => now })
  return { ...nightly, asked: () => asked }
}

test('runs once the time of day has passed, not before, not twice', async () => {
  await determinedAt(EVENING)
  const evening = nightlyAt(new Date(EVENING.getTime() + 3_600_000))
  expect(await evening.look()).toBe(false)
  const finish = async () => {
    await determinedAt(MORNING)
    return done
  }
  const morning = nightlyAt(MORNING, finish)
  expect(await Promise.all([morning.look(), morning.look()])).toEqual([true, true])
  expect(morning.asked()).toBe(1)
  expect(await morning.look()).toBe(false)
  expect((await runs())[0]).toMatchObject({ cause: 'schedule', files: 5, gained: 2, seconds: '1.3', problem: null })
  await Promise.all([evening.stop(), morning.stop()])
})

test('the time of day is the setting’s', async () => {
  await determinedAt(EVENING)
  await door.asJob((tx) => setNightlyTime(tx, '10:00'))
  expect(await nightlyAt(MORNING).look()).toBe(false)
  await door.asJob((tx) => setNightlyTime(tx, '02:30'))
  expect(await nightlyAt(MORNING).look()).toBe(true)
})

test('one that failed, or was killed, is made up for; one that goes on keeps others out', async () => {
  await determinedAt(EVENING)
  const failing = nightlyAt(MORNING, () => Promise.reject(new TypeError('somebody’s name')))
  await expect(failing.look()).rejects.toThrow()
  expect((await runs())[0]).toMatchObject({ problem: 'TypeError' })
  await door.asJob((tx) => beginRun(tx, 'schedule', MORNING))
  expect(await nightlyAt(new Date(MORNING.getTime() + 60_000)).look()).toBe(false)
  expect(
    await recordedRun(
      door,
      'command',
      async () => done,
      () => new Date(MORNING.getTime() + 60_000),
    ),
  ).toBeUndefined()
  expect(await nightlyAt(new Date(MORNING.getTime() + 600_000)).look()).toBe(true)
})

test('what was determined with other rules is done again at once, and how far it is can be told', async () => {
  const later = new Date(MORNING.getTime() + 3_600_000)
  await determinedAt(later)
  let stale = true
  const told: (number | null)[] = []
  const nightly = startNightly({
    door,
    determine: async (onProgress) => {
      onProgress(0.25)
      told.push(nightly.share())
      stale = false
      return done
    },
    isStale: async () => stale,
    report: () => {},
    now: () => later,
  })
  expect([await nightly.look(), await nightly.look()]).toEqual([true, false])
  expect([...told, nightly.share()]).toEqual([0.25, null])
  expect((await runs())[0]).toMatchObject({ cause: 'start', problem: null })
  await nightly.stop()
})

test('where nothing was ever determined, that is the start’s to do', async () => {
  await door.asJob((tx) => tx.query(`UPDATE setting SET key = 'kept' WHERE key = 'determination'`))
  expect(await nightlyAt(MORNING).look()).toBe(false)
  await door.asJob((tx) => tx.query(`UPDATE setting SET key = 'determination' WHERE key = 'kept'`))
})
