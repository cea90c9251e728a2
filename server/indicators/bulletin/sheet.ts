import { writeXlsx } from 'hucre/xlsx'
import type { Bulletin } from '#domain/indicators/bulletin/bulletin.ts'
import { neutralise } from '../../adapters/workbook.ts'

type Line = (string | number | null)[]

/** The bulletin as a workbook: one sheet of figures, numbers as numbers, one of the definitions behind them. */
export async function bulletinSheet(bulletin: Bulletin): Promise<Buffer> {
  const made = await writeXlsx({
    stringMode: 'inline',
    properties: { created: new Date(bulletin.frozenAt), modified: new Date(bulletin.frozenAt) },
    sheets: [
      { name: bulletin.month, ...sheetOf(figureLines(bulletin), [6, 34, 26, 14, 22, 14, 22, 14, 60, 28]) },
      { name: bulletin.definitionsTitle, ...sheetOf(definitionLines(bulletin), [6, 34, 60, 60, 60, 40, 40, 70]) },
    ],
  })
  return Buffer.from(made)
}

const sheetOf = (rows: Line[], widths: number[]) => ({
  rows: rows.map((row) => row.map((value) => (typeof value === 'string' ? neutralise(value) : value))),
  columns: widths.map((width) => ({ width })),
})

function figureLines(bulletin: Bulletin): Line[] {
  const { number, name, value, before, change, target, state } = bulletin.headings
  return [
    [bulletin.title],
    [`${bulletin.unit} ${bulletin.month}`],
    [bulletin.standing],
    ...bulletin.provenance.map((line): Line => [line]),
    [],
    ...bulletin.actions.flatMap(({ title, rows }): Line[] => [
      [title],
      [number, name, value, '', before, change, target, state],
      ...rows.map((row): Line => {
        const told = [row.number, row.name, row.value, row.amount, row.before, row.change, row.target, row.state]
        return [...told, row.rule, row.published]
      }),
    ]),
  ]
}

const definitionLines = (bulletin: Bulletin): Line[] => [
  ...bulletin.definitions.map(
    (one): Line => [
      ...[one.number, one.name, one.statement, one.rule, one.attribution, one.assumptions, one.source],
      one.hash,
    ],
  ),
  [],
  [bulletin.notKnownTitle],
  ...bulletin.notKnown.map((line): Line => [line]),
]
