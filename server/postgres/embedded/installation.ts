import type { ClientBase } from 'pg'
import { fail } from '#domain/base/fail.ts'
import type { Keys } from '../../keys.ts'

const TABLE = [
  `CREATE TABLE IF NOT EXISTS ricebowl_installation (
     singleton boolean PRIMARY KEY DEFAULT true CHECK (singleton), keys text NOT NULL, created_at timestamptz NOT NULL)`,
  `COMMENT ON TABLE ricebowl_installation IS 'One row: which installation this database belongs to'`,
  `COMMENT ON COLUMN ricebowl_installation.singleton IS 'Always true: there is one row'`,
  `COMMENT ON COLUMN ricebowl_installation.keys IS 'Fingerprint of the keys.json that its encrypted columns were written with'`,
  `COMMENT ON COLUMN ricebowl_installation.created_at IS 'When the database was first opened'`,
]

/** Data encrypted with one keys.json must never be opened, or added to, with another. */
export async function requireOwnKeys(admin: ClientBase, keys: Keys): Promise<void> {
  const { rows: table } = await admin.query("SELECT to_regclass('ricebowl_installation') IS NOT NULL AS yes")
  if (!table[0].yes) {
    for (const statement of TABLE) await admin.query(statement)
    await admin.query('INSERT INTO ricebowl_installation (keys, created_at) VALUES ($1, $2) ON CONFLICT DO NOTHING', [
      keys.fingerprint,
      new Date(),
    ])
  }
  const { rows } = await admin.query<{ keys: string }>('SELECT keys FROM ricebowl_installation')
  if (rows[0]?.keys === keys.fingerprint) return
  fail('keys.file.foreign', {
    zh: '数据文件夹中的 keys.json 不属于这个数据库，其中加密的字段无法解密。请恢复与该数据库同时建立的 keys.json。',
    en: 'The keys.json of the data folder does not belong to this database, whose encrypted fields it cannot read. Restore the keys.json that was made with it.',
  })
}
