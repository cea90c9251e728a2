import { type FieldCrypto, fieldCrypto, type Purpose } from '#server/access/field-crypto.ts'
import type { Keys } from '#server/keys.ts'

/** Field keys as they can be handed to a worker thread. */
export type KeyTable = { fieldKeyId: number; keys: Record<string, Uint8Array> }
export type Sealer = FieldCrypto

const PURPOSES: readonly Purpose[] = [
  ...(['person.id', 'person.phone', 'person.bank', 'household.address', 'vacancy.phone'] as const),
]

export function keyTable(keys: Pick<Keys, 'fieldKey' | 'fieldKeyId'>): KeyTable {
  const entries = PURPOSES.flatMap((purpose) =>
    ['encrypt', 'mac', 'index'].flatMap((use) =>
      [1, keys.fieldKeyId].map((id) => [`${purpose}.${use} ${id}`, keys.fieldKey(`${purpose}.${use}`, id)] as const),
    ),
  )
  return { fieldKeyId: keys.fieldKeyId, keys: Object.fromEntries(entries) }
}

export const sealerOf = (table: KeyTable): Sealer => fieldCrypto(keysOf(table))

/** The keys as field encryption asks for them, on the other side of a thread or a process. */
export function keysOf({ fieldKeyId, keys }: KeyTable): Pick<Keys, 'fieldKey' | 'fieldKeyId'> {
  const fieldKey = (purpose: string, id = fieldKeyId): Buffer => {
    const key = keys[`${purpose} ${id}`]
    if (!key) throw new Error(`No field key for ${purpose}`)
    return Buffer.from(key)
  }
  return { fieldKeyId, fieldKey }
}
