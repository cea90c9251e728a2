import { argon2, randomBytes, timingSafeEqual } from 'node:crypto'
import { promisify } from 'node:util'
import { fail } from '#domain/base/fail.ts'

const derive = promisify(argon2)

/** OWASP's floor for argon2id: 19 MiB, two passes; some 60 ms. */
const COST = { memory: 19_456, passes: 2, parallelism: 1 }
const TAG_LENGTH = 32
/** Each takes 19 MiB and a thread: a flood of sign-ins waits its turn, and a long queue is turned away. */
const AT_ONCE = 2
const MOST_WAITING = 40

let running = 0
const waiting: (() => void)[] = []

/** `$argon2id$v=19$m=19456,t=2,p=1$salt$tag` (PHC string): old hashes say themselves how they were made. */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(16)
  const tag = await inTurn(() => tagFor(password, salt, COST))
  return `$argon2id$v=19$m=${COST.memory},t=${COST.passes},p=${COST.parallelism}$${text(salt)}$${text(tag)}`
}

export async function passwordFits(password: string, stored: string): Promise<boolean> {
  const found = /^\$argon2id\$v=19\$m=(\d+),t=(\d+),p=(\d+)\$([\w+/]+)\$([\w+/]+)$/.exec(stored)
  if (!found) return false
  const [memory, passes, parallelism] = found.slice(1, 4).map(Number) as [number, number, number]
  const expected = Buffer.from(found[5]!, 'base64')
  const salt = Buffer.from(found[4]!, 'base64')
  const tag = await inTurn(() => tagFor(password, salt, { memory, passes, parallelism }))
  return tag.length === expected.length && timingSafeEqual(tag, expected)
}

/** What is compared with when there is no such account, so that the answer takes as long. */
let nobody: Promise<string> | undefined
export const nobodysHash = (): Promise<string> => {
  nobody ??= hashPassword(randomBytes(16).toString('hex'))
  return nobody
}

const tagFor = (password: string, nonce: Buffer, cost: typeof COST): Promise<Buffer> =>
  derive('argon2id', { message: Buffer.from(password.normalize('NFKC')), nonce, tagLength: TAG_LENGTH, ...cost })

const text = (bytes: Buffer) => bytes.toString('base64').replace(/=+$/, '')

async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  if (running >= AT_ONCE) {
    if (waiting.length >= MOST_WAITING) refuseBusy()
    await new Promise<void>((resolve) => waiting.push(resolve))
  } else running++
  try {
    return await work()
  } finally {
    // The turn is handed over, or given back.
    const next = waiting.shift()
    if (next) next()
    else running--
  }
}

function refuseBusy(): never {
  fail(
    'access.signIn.busy',
    { zh: '登录的人太多，请稍候再试', en: 'Too many are signing in: try again shortly' },
    { status: 503 },
  )
}
