import { performance } from 'node:perf_hooks'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'

/** Often enough that an idle machine is given its memory back soon, seldom enough to cost nothing. */
const LOOK_MS = 5_000
/** Share of the time since the last look in which the server worked: above it somebody may be waiting. */
const BUSY = 0.1
/** Less than this is not worth the pause. */
const WORTH_BYTES = 24 * 1_048_576

/** Gives pages back to the machine too, which a plain collection does not. */
const EVERYTHING = { type: 'major', flavor: 'last-resort' }

/**
 * V8 collects when memory is asked for, so a server that a start or a count has made large stays so while nobody asks
 * anything: 360 MB after a first start, of which 220 are needed. Collects once it has nothing else to do. The function returned ends it.
 */
export function collectAtRest(lookMs = LOOK_MS): () => void {
  setFlagsFromString('--expose-gc')
  const collect = runInNewContext('gc') as (options: object) => void
  let kept = 0
  let seen = performance.eventLoopUtilization()
  const timer = setInterval(() => {
    const now = performance.eventLoopUtilization()
    const { utilization } = performance.eventLoopUtilization(now, seen)
    seen = now
    if (utilization > BUSY || process.memoryUsage().heapTotal < kept + WORTH_BYTES) return
    collect(EVERYTHING)
    kept = process.memoryUsage().heapTotal
  }, lookMs)
  timer.unref()
  return () => clearInterval(timer)
}
