import { openAccessDoor } from '#server/access/access-door.ts'
import { createDemoEmployer, createDemoOfficers } from '#server/access/demo-officers.ts'
import { withConnection } from '#server/postgres/wire/connection.ts'
import type { Database, Log } from '#server/postgres.ts'
import { loadInOwnProcess } from './load/own-process.ts'
import { DEMO_EMPLOYER } from './referrals/invent-referrals.sql.ts'
import { representativeAreas } from './stories.ts'

/** Fills a ledger that is empty with the small city, and opens the demonstration's accounts where a demo has none yet. */
export async function firstStart(database: Database, log: Log): Promise<void> {
  const { people, demo, officers } = await look(database.adminUrl)
  if (people && !demo) return
  if (!demo) {
    log({ zh: '装入演示城市（小规模）…', en: 'Loading the demo city (small)…' })
    const report = await loadInOwnProcess({ adminUrl: database.adminUrl, keys: database.keys, scale: 'small' })
    log({
      zh: `演示城市：${report.people} 人、${report.rows} 条记录，${report.seconds.whole} 秒。`,
      en: `The demo city: ${report.people} people, ${report.rows} records, ${report.seconds.whole} s.`,
    })
  }
  if (!officers) await openAccounts(database)
}

async function look(adminUrl: string): Promise<{ people: boolean; demo: boolean; officers: boolean }> {
  return withConnection(adminUrl, async (admin) => {
    const { rows } = await admin.query<{ people: boolean; demo: boolean; officers: boolean }>(
      `SELECT EXISTS (SELECT FROM person) AS people, EXISTS (SELECT FROM setting WHERE key = 'demo') AS demo,
              EXISTS (SELECT FROM officer) AS officers`,
    )
    return rows[0] as { people: boolean; demo: boolean; officers: boolean }
  })
}

async function openAccounts(database: Database): Promise<void> {
  const door = openAccessDoor(database)
  try {
    await createDemoOfficers(door, new Date(), representativeAreas)
    const unit = representativeAreas.county
    const employer = await offeringEmployer(database.adminUrl, unit)
    if (employer) await createDemoEmployer(door, new Date(), { ...employer, unit })
  } finally {
    await door.close()
  }
}

/** The invented employer of the county whose vacancy was refreshed last; none where nothing is offered. */
async function offeringEmployer(adminUrl: string, unit: number) {
  return withConnection(adminUrl, async (admin) => {
    const { rows } = await admin.query<{ name: string; creditCode: string }>(
      `SELECT employer AS name, credit_code AS "creditCode" FROM (${DEMO_EMPLOYER}) AS v`,
      [unit],
    )
    return rows[0]
  })
}
