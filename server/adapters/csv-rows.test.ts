import fc from 'fast-check'
import { expect, test } from 'vitest'
import { csvRows } from './csv-rows.ts'

async function read(text: string, cut: number, { separator = ',', longest = 10_000 } = {}): Promise<string[][]> {
  async function* pieces() {
    const signs = [...text]
    for (let at = 0; at < signs.length; at += cut) yield signs.slice(at, at + cut).join('')
  }
  const rows: string[][] = []
  for await (const some of csvRows(pieces(), { separator, longest })) rows.push(...some)
  return rows
}

test.each<[name: string, text: string, records: string[][]]>([
  ['without a last line end', 'a,b', [['a', 'b']]],
  ['all line ends', 'a\r\nb\rc\nd', [['a'], ['b'], ['c'], ['d']]],
  ['quotes', '"a,1","b ""x""","c\nd"\n', [['a,1', 'b "x"', 'c\nd']]],
  ['blank fields and lines', ',\n\n,,x', [['', ''], [''], ['', '', 'x']]],
  ['a quote in the middle, and digits kept as text', 'a"b,="500"\n', [['a"b', '="500"']]],
])('%s', async (_, text, records) => {
  for (const cut of [1, 2, 3, 99]) expect(await read(text, cut)).toEqual(records)
})

test('a quote that is never closed and a record that is too long are told apart', async () => {
  await expect(read('a,"b\nc', 99)).rejects.toMatchObject({ reason: 'quote' })
  await expect(read(`a,"${'b'.repeat(60)}"`, 99, { longest: 50 })).rejects.toMatchObject({ reason: 'long' })
  expect(await read(`a,"${'b'.repeat(60)}"`, 99)).toHaveLength(1)
})

test('whatever a table holds comes back, wherever its text is cut', async () => {
  const cell = fc.string({ unit: fc.constantFrom('a', '村', '"', ';', '\n', ' ', '1', '😀') })
  const table = fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 6 })
  await fc.assert(
    fc.asyncProperty(table, fc.integer({ min: 1, max: 9 }), async (rows, cut) => {
      const text = rows.map((row) => row.map((value) => `"${value.replaceAll('"', '""')}"`).join(';')).join('\r\n')
      expect(await read(text, cut, { separator: ';' })).toEqual(rows)
    }),
    { numRuns: 200 },
  )
})
