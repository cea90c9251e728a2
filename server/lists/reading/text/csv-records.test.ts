import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { csvRecords } from './csv-records.ts'

const read = (text: string, separator = ',', cut = text.length) => {
  const records = csvRecords(separator)
  const found: string[][] = []
  for (let at = 0; at < text.length; at += Math.max(1, cut))
    found.push(...records.push(text.slice(at, at + Math.max(1, cut))))
  return [...found, ...records.end()]
}

test.each<[name: string, text: string, records: string[][]]>([
  [
    'plain',
    'a,b\nc,d\n',
    [
      ['a', 'b'],
      ['c', 'd'],
    ],
  ],
  ['without a last line end', 'a,b', [['a', 'b']]],
  ['all line ends', 'a\r\nb\rc\nd', [['a'], ['b'], ['c'], ['d']]],
  ['quotes', '"a,1","b ""x""","c\nd"\n', [['a,1', 'b "x"', 'c\nd']]],
  ['blank fields and lines', ',\n\n,,x', [['', ''], [''], ['', '', 'x']]],
  ['a quote in the middle', 'a"b,c\n', [['a"b', 'c']]],
  ['what follows a closing quote', '"a"b,c\n', [['ab', 'c']]],
  ['a quote never closed', 'a,"b\nc', [['a', 'b\nc']]],
])('%s', (_, text, records) => {
  for (const cut of [1, 2, 3, text.length]) expect(read(text, ',', cut)).toEqual(records)
})

test('what a second reader reads of any well-formed text, wherever it is cut', () => {
  const cell = fc.string({ unit: fc.constantFrom('a', '村', '"', ',', '\n', ' ', '1') })
  const table = fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 6 })
  fc.assert(
    fc.property(table, fc.integer({ min: 1, max: 9 }), (rows, cut) => {
      const text = rows.map((row) => row.map((value) => `"${value.replaceAll('"', '""')}"`).join(',')).join('\r\n')
      expect(read(text, ',', cut)).toEqual(parse(text, { relax_column_count: true }))
    }),
    { numRuns: 300 },
  )
})
