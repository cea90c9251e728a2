import { createHmac, randomBytes } from 'node:crypto'
import {
  chmodSync,
  closeSync,
  existsSync,
  fsyncSync,
  linkSync,
  openSync,
  readFileSync,
  rmSync,
  writeSync,
} from 'node:fs'
import { fail } from '#domain/base/fail.ts'
import { dataFolder } from './postgres/embedded/data-folder.ts'

/** Secrets of this installation. Whoever loses them cannot read the encrypted columns again: back up `keys.json` apart from the data. */
export type Keys = {
  master: Buffer
  /** Names the key without giving it away; the database remembers it, so that a wrong `keys.json` is noticed at once. */
  fingerprint: string
  /** The password of a database login. */
  roleSecret(role: string): string
  /** The id that new ciphertexts carry in their header. */
  fieldKeyId: number
  /** 32 bytes for one purpose (`phone.encrypt`, `idNumber.index`); an old id reads what was written before a change of keys. */
  fieldKey(purpose: string, id?: number): Buffer
}

type KeyFile = { format: 1; master: string; fieldKeys: { id: number; secret: string }[]; createdAt: string }

/**
 * `existing: true` where a database is already there: its keys are then required, never made anew.
 * `seed` makes keys that can be made again, for tests on a server that outlives them.
 */
export function loadKeys(dataDir: string, options: { existing?: boolean; seed?: string } = {}): Keys {
  const path = dataFolder(dataDir).keys
  if (!existsSync(path)) {
    if (options.existing) refuseLostKeys(path)
    createKeyFile(path, options.seed)
  }
  return keysFrom(readKeyFile(path))
}

function keysFrom(file: KeyFile): Keys {
  const master = Buffer.from(file.master, 'base64')
  const secrets = new Map(file.fieldKeys.map((key) => [key.id, Buffer.from(key.secret, 'base64')]))
  const fieldKeyId = Math.max(...secrets.keys())
  return {
    master,
    fingerprint: hmac(master, 'fingerprint').toString('hex').slice(0, 16),
    roleSecret: (role) => hmac(master, `role:${role}`).toString('base64url'),
    fieldKeyId,
    fieldKey: (purpose, id = fieldKeyId) => hmac(secrets.get(id) ?? refuseUnknownKey(id), `field:${purpose}`),
  }
}

const hmac = (key: Buffer, text: string) => createHmac('sm3', key).update(text).digest()

/** Written beside, flushed and linked into place: the file is whole or absent, and the first of two processes wins. */
function createKeyFile(path: string, seed: string | undefined): void {
  const secret = () => (seed ? hmac(Buffer.from(seed), 'seed') : randomBytes(32)).toString('base64')
  const file: KeyFile = {
    format: 1,
    master: secret(),
    fieldKeys: [{ id: 1, secret: secret() }],
    createdAt: new Date().toISOString(),
  }
  const beside = `${path}.${process.pid}`
  const handle = openSync(beside, 'w', 0o600)
  writeSync(handle, `${JSON.stringify(file, null, 2)}\n`)
  fsyncSync(handle)
  closeSync(handle)
  try {
    linkSync(beside, path)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  } finally {
    rmSync(beside)
  }
}

function readKeyFile(path: string): KeyFile {
  try {
    chmodSync(path, 0o600)
    const file = JSON.parse(readFileSync(path, 'utf8')) as KeyFile
    if (
      file.format === 1 &&
      isKey(file.master) &&
      file.fieldKeys.length > 0 &&
      file.fieldKeys.every((k) => isKey(k.secret))
    )
      return file
  } catch {
    // Said below: nothing of the file's content may reach a message.
  }
  return fail(
    'keys.file.unreadable',
    {
      zh: `密钥文件 ${path} 不可读或已损坏。请从备份恢复该文件；没有它，加密的证件号码等字段无法解密。`,
      en: `The key file ${path} cannot be read or is damaged. Restore it from a backup: encrypted fields cannot be read without it.`,
    },
    { status: 500 },
  )
}
const isKey = (text: string) => Buffer.from(text, 'base64').length === 32

function refuseLostKeys(path: string): never {
  fail(
    'keys.file.lost',
    {
      zh: `数据库已存在，但密钥文件 ${path} 不见了。请从备份恢复该文件；没有它，加密的证件号码等字段无法解密。饭碗不会另造一份。`,
      en: `The database is there but its key file ${path} is gone. Restore it from a backup: encrypted fields cannot be read without it. Ricebowl will not make another.`,
    },
    { status: 500 },
  )
}

function refuseUnknownKey(id: number): never {
  fail(
    'keys.field.unknown',
    {
      zh: `密钥文件中没有编号为 ${id} 的字段密钥。请从备份恢复更新的 keys.json。`,
      en: `The key file has no field key ${id}. Restore a newer keys.json from a backup.`,
    },
    { status: 500 },
  )
}
