import type { Api } from '#domain/api.ts'
import type { Words } from '#domain/base/fail.ts'
import type { Input, Reply } from '#domain/base/route.ts'
import { ApiError, client } from '../../api.ts'

export type AnswerBody = Omit<Input<Api['answerRound']>['body'], 'clientId'>
export type Answered = Reply<Api['answerRound']>
/** A tap that the server has not taken yet. No name and no number of a person stands in it. */
export type Entry = {
  clientId: string
  person: number
  command: { kind: 'answer'; body: AnswerBody } | { kind: 'withdraw'; answer: number }
  state: 'waiting' | 'sending' | 'stale' | 'refused'
  words?: Words
  /** Findings that it would raise and that nobody has said are true. */
  raised?: string[]
}

const RETRY_MS = 15_000

/**
 * Taps wait here until the server has taken them, one after another, across reloads. Each has its client id, so that one
 * that arrived though its answer was lost is not done twice.
 */
export class Outbox {
  private entries: readonly Entry[]
  private readonly listeners = new Set<() => void>()
  private running = false
  private retry: ReturnType<typeof setTimeout> | undefined
  private readonly key: string
  /** Told of every entry that was taken. */
  onAnswered: (entry: Entry, done: Answered) => void = () => {}
  /** Told when an entry cannot be taken because what it was about has changed. */
  onStale: () => void = () => {}

  constructor(post: number) {
    this.key = `ricebowl.round.${post}`
    const kept = JSON.parse(localStorage.getItem(this.key) ?? '[]') as Entry[]
    this.entries = kept.map((entry) => (entry.state === 'sending' ? { ...entry, state: 'waiting' } : entry))
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener)
    const online = () => this.flush()
    window.addEventListener('online', online)
    return () => {
      this.listeners.delete(listener)
      window.removeEventListener('online', online)
    }
  }
  readonly all = (): readonly Entry[] => this.entries

  add(person: number, command: Entry['command']): string {
    const clientId = crypto.randomUUID()
    this.set([...this.entries, { clientId, person, command, state: 'waiting' }])
    this.flush()
    return clientId
  }

  /** False where it is under way already and can only be taken back afterwards. */
  drop(clientId: string): boolean {
    const entry = this.entries.find((one) => one.clientId === clientId)
    if (!entry || entry.state === 'sending') return false
    this.set(this.entries.filter((one) => one !== entry))
    return true
  }

  flush(): void {
    if (!this.running) void this.run()
  }

  private async run(): Promise<void> {
    clearTimeout(this.retry)
    this.running = true
    for (let next = this.waiting(); next; next = this.waiting()) if (!(await this.send(next))) break
    this.running = false
    if (this.waiting()) this.retry = setTimeout(() => this.flush(), RETRY_MS)
  }
  private readonly waiting = () => this.entries.find(({ state }) => state === 'waiting')

  /** False where nothing can be sent for now: no network, a busy server, nobody signed in. */
  private async send(entry: Entry): Promise<boolean> {
    this.change(entry.clientId, { state: 'sending' })
    try {
      const done = await sent(entry)
      this.set(this.entries.filter(({ clientId }) => clientId !== entry.clientId))
      this.onAnswered(entry, done)
      return true
    } catch (error) {
      const known = error instanceof ApiError ? error : undefined
      const later = !known || known.status === 0 || known.status >= 500 || known.status === 401 || known.status === 429
      const stale = known?.code.endsWith('.stale') ?? false
      const state = later ? 'waiting' : stale ? 'stale' : 'refused'
      this.change(entry.clientId, { state, ...(known && { words: known.words, raised: raisedBy(known) }) })
      if (stale) this.onStale()
      return !later
    }
  }

  private change(clientId: string, change: Partial<Entry>): void {
    this.set(this.entries.map((entry) => (entry.clientId === clientId ? { ...entry, ...change } : entry)))
  }
  private set(entries: readonly Entry[]): void {
    this.entries = entries
    localStorage.setItem(this.key, JSON.stringify(entries))
    for (const listener of this.listeners) listener()
  }
}

/** Empty where the refusal is another, or where no word of an officer lets it pass. */
const raisedBy = ({ code, where }: ApiError): string[] =>
  code === 'needs.finding.unconfirmed' ? String(where.findings ?? '').split(',') : []

const sent = ({ clientId, person, command }: Entry): Promise<Answered> =>
  command.kind === 'answer'
    ? client.answerRound({ params: { id: person }, body: { clientId, ...command.body } })
    : client.withdrawRoundAnswer({ params: { id: person, answer: command.answer }, body: { clientId } })

const outboxes = new Map<number, Outbox>()
/** One for each post, as long as the page lives: taps of one post are not sent under another. */
export function outboxOf(post: number): Outbox {
  const made = outboxes.get(post) ?? new Outbox(post)
  outboxes.set(post, made)
  return made
}
