import { runApart } from '../../../apart.ts'
import type { ClosingAnswer } from './closing-child.ts'

type Work = (id: number, onProgress: (share: number) => void, signal: AbortSignal) => Promise<ClosingAnswer>

/** Freezes or closes in a process of its own; `jobUrl` is the login of jobs. */
export const closingApart =
  (jobUrl: string): Work =>
  (id, onProgress, signal) =>
    runApart<ClosingAnswer>(new URL('closing-child.ts', import.meta.url), { jobUrl, id }, onProgress, signal)
