import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'

/** Time-based one-time codes (RFC 6238): 6 digits, 30 seconds, SHA-1, which is what every authenticator app can do. */
const STEP_SECONDS = 30
/** One step before and after: a phone's clock is seldom exact. */
const DRIFT = 1
const BASE32 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'

export const newTotpSecret = (): Buffer => randomBytes(20)

/** What an authenticator app reads from a QR code. */
export function totpUri(secret: Buffer, signIn: string): string {
  const label = encodeURIComponent(`饭碗 Ricebowl:${signIn}`)
  return `otpauth://totp/${label}?secret=${base32(secret)}&issuer=Ricebowl&algorithm=SHA1&digits=6&period=${STEP_SECONDS}`
}

export function totpCode(secret: Buffer, step: number, digits = 6): string {
  const counter = Buffer.alloc(8)
  counter.writeBigUInt64BE(BigInt(step))
  const mac = createHmac('sha1', secret).update(counter).digest()
  const at = mac[19]! & 15
  return String((mac.readUInt32BE(at) & 0x7fffffff) % 10 ** digits).padStart(digits, '0')
}

/**
 * The time step whose code this is, or undefined. A step is accepted once: `usedStep` and all before it are refused,
 * so that a code read over a shoulder is worth nothing.
 */
export function matchTotp(secret: Buffer, code: string, now: Date, usedStep: number | null): number | undefined {
  const current = Math.floor(now.getTime() / 1000 / STEP_SECONDS)
  const steps = Array.from({ length: 2 * DRIFT + 1 }, (_, place) => current - DRIFT + place)
  return steps.find((step) => step > (usedStep ?? -1) && equal(totpCode(secret, step), code))
}

function equal(a: string, b: string): boolean {
  return a.length === b.length && timingSafeEqual(Buffer.from(a), Buffer.from(b))
}

function base32(bytes: Buffer): string {
  const bits = [...bytes].map((byte) => byte.toString(2).padStart(8, '0')).join('')
  return (bits.match(/.{1,5}/g) ?? []).map((five) => BASE32[Number.parseInt(five.padEnd(5, '0'), 2)]).join('')
}
