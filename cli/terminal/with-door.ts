import { loadAreas } from '#db/areas/load-areas.ts'
import { type Door, openDoor } from '#server/db.ts'
import { migrate } from '#server/migrate.ts'
import { type Database, useDatabase as inDatabase } from '#server/postgres.ts'
import type { Io } from './io.ts'

/** The ledger of the folder a command works on, brought up to date, and a door to it; both are closed at the end. */
export const withDoor = <T>(
  io: Io,
  command: string,
  work: (door: Door, database: Database) => Promise<T>,
): Promise<T> =>
  inDatabase({ ...io.environment, log: io.log, holder: { kind: 'command', command } }, async (database) => {
    await migrate(database.adminUrl, { log: io.log })
    await loadAreas(database.adminUrl)
    const door = openDoor(database)
    try {
      return await work(door, database)
    } finally {
      await door.close()
    }
  })
