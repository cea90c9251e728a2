import type { Door } from '../../db.ts'
import { beginRun, type Cause, type Done, failRun, finishRun, sayAlive } from './run.sql.ts'

const ALIVE_EVERY_MS = 30_000

/** A full determination with its line in the log of runs. Undefined where another goes on: nothing is done then. */
export async function recordedRun<T extends Done>(
  door: Pick<Door, 'asJob'>,
  cause: Cause,
  work: () => Promise<T>,
  now: () => Date = () => new Date(),
): Promise<T | undefined> {
  const id = await door.asJob((tx) => beginRun(tx, cause, now()))
  if (id === undefined) return undefined
  const alive = setInterval(() => void door.asJob((tx) => sayAlive(tx, id, now())).catch(() => {}), ALIVE_EVERY_MS)
  try {
    const done = await work()
    await door.asJob((tx) => finishRun(tx, id, now(), done))
    return done
  } catch (error) {
    await door.asJob((tx) => failRun(tx, id, now(), (error as Error).name)).catch(() => {})
    throw error
  } finally {
    clearInterval(alive)
  }
}
