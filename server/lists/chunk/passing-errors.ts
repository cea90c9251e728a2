/** What a row was compared with is no longer what stands. */
export class Overtaken extends Error {}

const codeOf = (error: unknown): string => String((error as { code?: unknown }).code ?? '')
/** The ledger's own constraints refuse it. */
export const isContradiction = (error: unknown): boolean => codeOf(error).startsWith('23')
/** Somebody else was quicker, or two waited for each other: done again, it goes through. */
export const isPassing = (error: unknown): boolean =>
  error instanceof Overtaken || ['40P01', '40001', '55P03'].includes(codeOf(error))

/** How often work that others were in the way of is begun again. */
const TRIES = 10
export async function untilThrough(work: () => Promise<void>): Promise<void> {
  for (let tries = 1; ; tries++) {
    try {
      return await work()
    } catch (error) {
      if (!isPassing(error) || tries > TRIES) throw error
    }
  }
}
