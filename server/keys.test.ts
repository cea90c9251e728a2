import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { loadKeys } from './keys.ts'

const folder = mkdtempSync(join(os.tmpdir(), 'ricebowl-keys-'))
afterAll(() => rmSync(folder, { recursive: true }))
const file = join(folder, 'keys.json')

test('made once, for the owner alone, and the same ever after', () => {
  const first = loadKeys(folder)
  const again = loadKeys(folder, { existing: true })
  expect(statSync(file).mode & 0o777).toBe(0o600)
  expect(again.master.equals(first.master)).toBe(true)
  expect(again.roleSecret('a')).toBe(first.roleSecret('a'))
  expect(again.fieldKey('a').equals(first.fieldKey('a'))).toBe(true)
})

test('one secret a role, one key a purpose, none of them the master', () => {
  const keys = loadKeys(folder)
  const all = [keys.master, keys.fieldKey('role:a'), keys.fieldKey('a'), keys.fieldKey('b')].map((key) =>
    key.toString('hex'),
  )
  expect(new Set([...all, keys.roleSecret('a'), keys.roleSecret('b'), keys.fingerprint]).size).toBe(7)
  expect(keys.fieldKey('a')).toHaveLength(32)
})

test('after a change of keys the new one writes and the old one still reads', () => {
  const before = loadKeys(folder)
  const content = JSON.parse(readFileSync(file, 'utf8'))
  content.fieldKeys.push({ id: 2, secret: Buffer.alloc(32, 7).toString('base64') })
  writeFileSync(file, JSON.stringify(content))
  const after = loadKeys(folder)
  expect([before.fieldKeyId, after.fieldKeyId]).toEqual([1, 2])
  expect(after.fieldKey('a', 1).equals(before.fieldKey('a'))).toBe(true)
  expect(after.fieldKey('a').equals(before.fieldKey('a'))).toBe(false)
  expect(() => after.fieldKey('a', 3)).toThrow(expect.objectContaining({ code: 'keys.field.unknown' }))
})
