import { createSecretKey, hash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { FIRST_PREVIOUS, type LineText, MerkleRoot, type Seal, sealHead } from './audit-hash.ts'

const sm3 = (bytes: Buffer) => hash('sm3', bytes, 'buffer')

/** RFC 6962, section 2.1, word for word. */
function reference(lines: LineText[]): Buffer {
  if (lines.length === 0) return sm3(Buffer.alloc(0))
  if (lines.length === 1) return sm3(Buffer.concat([Buffer.of(0), Buffer.from(JSON.stringify(lines[0]))]))
  let half = 1
  while (half * 2 < lines.length) half *= 2
  return sm3(Buffer.concat([Buffer.of(1), reference(lines.slice(0, half)), reference(lines.slice(half))]))
}
function rootOf(lines: LineText[]): Buffer {
  const tree = new MerkleRoot()
  for (const line of lines) tree.add(line)
  return tree.root()
}
const lines = fc.array(fc.array(fc.option(fc.string()), { minLength: 1, maxLength: 3 }), { maxLength: 70 })

describe('seals', () => {
  it('are over the tree of RFC 6962', () => {
    fc.assert(
      fc.property(lines, (some) => {
        expect(rootOf(some).toString('hex')).toBe(reference(some).toString('hex'))
      }),
    )
  })
  it('change with every line added, taken away, altered or moved', () => {
    const some: LineText[] = Array.from({ length: 9 }, (_, at) => [String(at), null])
    const root = rootOf(some).toString('hex')
    for (let at = 0; at < some.length; at++) {
      const without = some.toSpliced(at, 1)
      const altered = some.with(at, [String(at), ''])
      const moved = [some[at]!, ...without]
      for (const other of [without, altered, ...(at > 0 ? [moved] : []), some.toSpliced(at, 0, some[at]!)])
        expect(rootOf(other).toString('hex')).not.toBe(root)
    }
  })
  it('have a head that hangs on every column and on the key', () => {
    const key = createSecretKey(Buffer.alloc(32, 1))
    const seal: Seal = {
      batch: 1,
      fromXid: '0',
      toXid: '9',
      lines: 2,
      firstLine: 1,
      lastLine: 2,
      root: Buffer.alloc(32, 2),
      previous: FIRST_PREVIOUS,
      sealedAt: '2026-01-01T00:00:00Z',
    }
    const heads = [
      seal,
      { ...seal, batch: 2 },
      { ...seal, fromXid: '1' },
      { ...seal, toXid: '8' },
      { ...seal, lines: 1 },
      { ...seal, firstLine: 2 },
      { ...seal, lastLine: 1 },
      { ...seal, root: FIRST_PREVIOUS },
      { ...seal, previous: seal.root },
      { ...seal, sealedAt: '2026-01-01T00:00:01Z' },
    ].map((each) => sealHead(key, each).toString('hex'))
    expect(new Set(heads).size).toBe(heads.length)
    expect(sealHead(createSecretKey(Buffer.alloc(32, 2)), seal).toString('hex')).not.toBe(heads[0])
  })
})
