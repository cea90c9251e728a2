import type { Randomness } from '#db/demo/randomness.ts'
import type { MadeCell } from './make-workbook.ts'

/** A file with some of its bytes changed: flipped, cut out, doubled, or the end cut off. */
export function mutate(bytes: Buffer, chance: Randomness): Buffer {
  let changed = Buffer.from(bytes)
  for (let left = 1 + chance.int(6); left > 0 && changed.length > 0; left--) {
    const at = chance.int(changed.length)
    const length = 1 + chance.int(24)
    switch (chance.int(4)) {
      case 0:
        changed[at] = chance.int(256)
        break
      case 1:
        changed = Buffer.concat([changed.subarray(0, at), changed.subarray(at + length)])
        break
      case 2:
        changed = Buffer.concat([changed.subarray(0, at + length), changed.subarray(at)])
        break
      default:
        if (chance.chance(0.2)) changed = changed.subarray(0, at)
        else changed.fill(chance.int(256), at, Math.min(at + length, changed.length))
    }
  }
  return changed
}

/** What cells hold that nobody expects; `{ date: … }` beyond every calendar among them. */
const ODD: MadeCell[] = [
  ...[
    '',
    ' ',
    '\u0000',
    '\u200b',
    '\ufffd',
    '😀',
    '\ud800',
    "'",
    '="',
    '=1+1',
    '#N/A',
    '#REF!',
    'NaN',
    '__proto__',
    'constructor',
  ],
  ...[
    '合计',
    '序号',
    '身份证号',
    '县内',
    '重庆市',
    '广东省深圳市',
    '9'.repeat(400),
    '村'.repeat(300),
    '１９９０．１．１',
    '2023-02-30',
  ],
  ...[
    '0000-00-00',
    '-0',
    '1e999',
    '(((((',
    '[',
    '\\',
    '/',
    '2023年13月',
    '农历正月',
    '500199198506121232',
    '50019919850612123x',
  ],
  ...[0, -1, 1e21, -1e-9, 5e-324, 1.7976931348623157e308, 44986.999999, 2 ** 53, true, false, null],
  ...[{ date: -1 }, { date: 0 }, { date: 60 }, { date: 3e6 }, { date: 1e15 }, { error: '#SPILL!' }, { formula: 'A1' }],
  ...[{ pinyin: '<', text: '&' }, { inline: '_x0000_' }, { inline: '' }, { formula: '1', value: '_xD800_' }],
]

/** A table with some of its cells made odd, rows doubled, cut short or moved, and cells merged anyhow. */
export function mutateCells(
  table: readonly MadeCell[][],
  chance: Randomness,
): { rows: MadeCell[][]; merges: string[] } {
  const rows = table.map((row) => [...row])
  for (let left = 1 + chance.int(8); left > 0; left--) {
    const row = rows[chance.int(rows.length)]!
    const at = chance.int(row.length + 2)
    switch (chance.int(6)) {
      case 0:
        rows.splice(chance.int(rows.length), 0, [...row])
        break
      case 1:
        row.length = chance.int(row.length + 1)
        break
      case 2:
        row.splice(at, 1)
        break
      default:
        while (row.length < at) row.push(null)
        row[at] = ODD[chance.int(ODD.length)]!
    }
  }
  const corner = () => `${String.fromCharCode(65 + chance.int(12))}${1 + chance.int(9)}`
  return { rows, merges: Array.from({ length: chance.int(4) }, () => `${corner()}:${corner()}`) }
}

/** The same cells as separated text, as little quoted as a careless program would. */
export const carelessText = (rows: readonly MadeCell[][]): string =>
  rows
    .map((row) => row.map((cell) => (cell === null || typeof cell === 'object' ? '' : String(cell))).join(','))
    .join('\n')
