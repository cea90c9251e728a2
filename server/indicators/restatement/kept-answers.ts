/** How many months, areas and indicators are remembered at a time. */
const KEPT = 200

/**
 * The last answers, each kept for as long as its name says the same: a name carries the snapshot and the run it speaks of, so that an
 * answer is gone as soon as anything is recorded. Whoever asks for what is being answered waits for that answer.
 */
export class KeptAnswers<T> {
  private readonly answers = new Map<string, Promise<T>>()

  get(name: string, answer: () => Promise<T>): Promise<T> {
    const known = this.answers.get(name)
    if (known) return known
    const made = answer()
    this.answers.set(name, made)
    made.catch(() => this.answers.delete(name))
    const [oldest] = this.answers.keys()
    if (this.answers.size > KEPT && oldest !== undefined) this.answers.delete(oldest)
    return made
  }
}
