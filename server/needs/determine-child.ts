// A process that determines every file and ends.
import { answerParent } from '../apart.ts'
import { determineNow } from './first-determination.ts'

answerParent(({ jobUrl }: { jobUrl: string }, onProgress) =>
  determineNow({ database: { roleUrl: () => jobUrl }, now: new Date(), onProgress: ({ share }) => onProgress(share) }),
)
