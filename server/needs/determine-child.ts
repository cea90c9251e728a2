// A process that determines every file and ends: it is sent the login it works under, and answers with what it did.
import { determineNow } from './first-determination.ts'

// Without its parent it is of no use to anybody.
const orphaned = () => process.exit(1)
process.once('disconnect', orphaned)
process.once('message', async (jobUrl: string) => {
  const done = await determineNow({ database: { roleUrl: () => jobUrl }, now: new Date() })
  process.removeListener('disconnect', orphaned)
  process.send?.(done, () => process.disconnect())
})
