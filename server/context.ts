import type { Actor } from './access/audit.ts'
import type { HeldPost, SignedIn } from './access/session.ts'
import type { Tx } from './db.ts'

/** What a handler knows of its request: who asks, under which post, when, and the transaction of that post. */
export type Ctx = {
  signedIn: SignedIn | undefined
  token: string | undefined
  secure: boolean
  requestId: string
  now: Date
  setCookie(header: string): void
  actor: Actor
  /** Refused with 401 where nobody is signed in. */
  readonly officer: SignedIn['officer']
  readonly post: HeldPost
  /** A transaction in which the database shows no more than the acting post may see. */
  asPost<T>(work: (tx: Tx) => Promise<T>): Promise<T>
  /** A transaction under the login of organisations: nothing but what is the acting employer's own. Refused to officers. */
  asEmployer?<T>(work: (tx: Tx) => Promise<T>): Promise<T>
}

/** The two clocks of an answer. `knownAt` null = the hot tables, what is known now. */
export type Clocks = { on: string; knownAt: string | null }
