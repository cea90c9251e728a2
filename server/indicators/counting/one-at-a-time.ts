/** What is being counted, as screens are told of it; `share` from 0 to 1, `seconds` since it began, null while it waits its turn. */
export type UnderWay<W> = { what: W; share: number; seconds: number | null }
type Told<W> = { what: W; share: number; begun: number | undefined }

/**
 * Counts of a whole city keep the machine busy: they are done one after another, and whoever asks for one that is already
 * under way, or waits its turn, waits for that one.
 */
export class OneAtATime<W, T> {
  private readonly entries = new Map<string, { told: Told<W>; done: Promise<T> }>()
  private last: Promise<unknown> = Promise.resolve()

  /** `name` says what makes two counts the same. */
  do(name: string, what: W, work: (onProgress: (share: number) => void) => Promise<T>): Promise<T> {
    const known = this.entries.get(name)
    if (known) return known.done
    const told: Told<W> = { what, share: 0, begun: undefined }
    const done = this.last.then(async () => {
      told.begun = performance.now()
      try {
        return await work((share) => {
          told.share = share
        })
      } finally {
        this.entries.delete(name)
      }
    })
    this.last = done.catch(() => {})
    this.entries.set(name, { told, done })
    return done
  }

  /** In the order in which they are done. */
  list(): UnderWay<W>[] {
    const now = performance.now()
    return [...this.entries.values()].map(({ told: { what, share, begun } }) => ({
      ...{ what, share },
      seconds: begun === undefined ? null : Math.round((now - begun) / 100) / 10,
    }))
  }
}
