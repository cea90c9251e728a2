// A process that determines every file and ends: it is sent the login it works under, and answers with what it did.
import { determineNow } from './first-determination.ts'

process.once('message', async (jobUrl: string) => {
  // Without its parent it is of no use to anybody.
  process.once('disconnect', () => process.exit(1))
  process.send?.(await determineNow({ database: { roleUrl: () => jobUrl }, now: new Date() }))
  process.disconnect()
})
