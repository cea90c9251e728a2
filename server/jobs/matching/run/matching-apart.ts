import { runApart } from '../../../apart.ts'
import type { MatchingAnswer } from './matching-child.ts'
import type { MatchingWork } from './matching-jobs.ts'

/** Places everybody in a process of its own; `jobUrl` is the login of jobs. */
export const matchingApart =
  (jobUrl: string): MatchingWork =>
  (task, onProgress, signal) =>
    runApart<MatchingAnswer>(new URL('matching-child.ts', import.meta.url), { jobUrl, task }, onProgress, signal)
