import {
  createCipheriv,
  createDecipheriv,
  createHmac,
  createSecretKey,
  type KeyObject,
  randomFillSync,
  timingSafeEqual,
} from 'node:crypto'
import { fail } from '#domain/base/fail.ts'
import type { Keys } from '../keys.ts'

/** The sealed columns, named `table.column` without the `_cipher`. */
export type Purpose =
  | 'person.id'
  | 'person.phone'
  | 'person.bank'
  | 'household.address'
  | 'officer.totp'
  | 'import.row'
  | 'vacancy.phone'

export type FieldCrypto = {
  /** `version(1) | key id(2) | IV(16) | SM4-CTR text | HMAC-SM3 tag(16)`, bound to the column, the county and the row. */
  seal(purpose: Purpose, county: number, id: number, text: string): Buffer
  /** Refuses (`access.cipher.broken`) what was altered, cut, or moved here from another column or row. */
  open(purpose: Purpose, county: number, id: number, cipher: Uint8Array): string
  /** Blind index: HMAC-SM3, 32 bytes, of the normalised value; equal values have equal indexes, and nothing else shows. */
  index(purpose: Purpose, text: string): Buffer
}

const VERSION = 1
const HEAD = 3
const IV = 16
const TAG = 16

type PurposeKeys = { encrypt: KeyObject; mac: KeyObject }

/** Encrypt, then authenticate; SM4-GCM does not exist in OpenSSL. Keys are made once a purpose and kept as key objects: that is four times as fast. */
export function fieldCrypto(keys: Pick<Keys, 'fieldKey' | 'fieldKeyId'>): FieldCrypto {
  const sealing = new Map<string, PurposeKeys>()
  const indexing = new Map<Purpose, KeyObject>()

  const keysFor = (purpose: Purpose, keyId: number): PurposeKeys => {
    const name = `${purpose} ${keyId}`
    const known = sealing.get(name)
    if (known) return known
    const made = {
      encrypt: createSecretKey(keys.fieldKey(`${purpose}.encrypt`, keyId).subarray(0, 16)),
      mac: createSecretKey(keys.fieldKey(`${purpose}.mac`, keyId)),
    }
    sealing.set(name, made)
    return made
  }

  // The index does not follow a change of the sealing key: it would have to change in every row at once. It keeps the first key.
  const indexKey = (purpose: Purpose): KeyObject => {
    const known = indexing.get(purpose)
    if (known) return known
    const made = createSecretKey(keys.fieldKey(`${purpose}.index`, 1))
    indexing.set(purpose, made)
    return made
  }

  return {
    seal(purpose, county, id, text) {
      const { encrypt, mac } = keysFor(purpose, keys.fieldKeyId)
      const plain = Buffer.from(text, 'utf8')
      const whole = Buffer.allocUnsafe(HEAD + IV + plain.length + TAG)
      whole[0] = VERSION
      whole.writeUInt16BE(keys.fieldKeyId, 1)
      const iv = whole.subarray(HEAD, HEAD + IV)
      fillFresh(iv)
      createCipheriv('sm4-ctr', encrypt, iv)
        .update(plain)
        .copy(whole, HEAD + IV)
      tagOf(mac, purpose, county, id, whole.subarray(0, -TAG)).copy(whole, whole.length - TAG)
      return whole
    },
    open(purpose, county, id, cipher) {
      const whole = Buffer.from(cipher.buffer, cipher.byteOffset, cipher.byteLength)
      if (whole.length < HEAD + IV + TAG || whole[0] !== VERSION) refuseCipher(purpose)
      const { encrypt, mac } = keysFor(purpose, whole.readUInt16BE(1))
      const open = whole.subarray(0, -TAG)
      if (!timingSafeEqual(tagOf(mac, purpose, county, id, open), whole.subarray(-TAG))) refuseCipher(purpose)
      const iv = open.subarray(HEAD, HEAD + IV)
      return createDecipheriv('sm4-ctr', encrypt, iv)
        .update(open.subarray(HEAD + IV))
        .toString('utf8')
    },
    index: (purpose, text) => createHmac('sm3', indexKey(purpose)).update(text).digest(),
  }
}

/** Random bytes are drawn for 256 seals at a time: a draw of sixteen costs more than the cipher. Each is used once. */
const pool = Buffer.alloc(256 * IV)
let drawn = pool.length
function fillFresh(iv: Buffer): void {
  if (drawn === pool.length) {
    randomFillSync(pool)
    drawn = 0
  }
  drawn += pool.copy(iv, 0, drawn, drawn + IV)
}

/** A zero byte ends the context, so that no context can be taken for another plus a piece of the text. */
function tagOf(mac: KeyObject, purpose: Purpose, county: number, id: number, open: Buffer): Buffer {
  return createHmac('sm3', mac).update(`${purpose}/${county}/${id}\0`).update(open).digest().subarray(0, TAG)
}

function refuseCipher(purpose: Purpose): never {
  fail(
    'access.cipher.broken',
    {
      zh: `加密字段（${purpose}）已损坏或不属于这一行，未予显示。请报告安全管理员并从备份核对。`,
      en: `The encrypted field (${purpose}) is damaged or belongs to another row; it was not shown. Tell the security administrator and compare with a backup.`,
    },
    { status: 500, where: { field: purpose } },
  )
}
