import type { Bulletin, BulletinRow } from '#domain/indicators/bulletin/bulletin.ts'
import { type PdfContent, renderPdf } from '../../adapters/pdf.ts'

/** Points. Narrower than an official paper's (GB/T 9704): seven columns have to stand side by side. */
const MARGINS: [number, number, number, number] = [48, 54, 48, 54]
const GREY = '#555555'

/** The bulletin as a PDF: figures by action, then the definition behind every number, then what is not known. */
export const bulletinPdf = (bulletin: Bulletin): Promise<Buffer> =>
  renderPdf({
    pageSize: 'A4',
    pageMargins: MARGINS,
    info: {
      title: `${bulletin.title} ${bulletin.unit} ${bulletin.month}`,
      creationDate: new Date(bulletin.frozenAt),
    },
    defaultStyle: { fontSize: 9, lineHeight: 1.05 },
    footer: (page, pages) => ({ text: `${page} / ${pages}`, alignment: 'center', color: GREY, fontSize: 8 }),
    content: [
      { text: bulletin.title, fontSize: 18, bold: true, alignment: 'center' },
      { text: `${bulletin.unit}　${bulletin.month}`, fontSize: 12, alignment: 'center', margin: [0, 4, 0, 2] },
      { text: bulletin.standing, alignment: 'center', bold: true, margin: [0, 0, 0, 8] },
      ...bulletin.provenance.map((line): PdfContent => ({ text: line, color: GREY, fontSize: 7.5 })),
      ...bulletin.actions.flatMap(({ title, rows }) => [heading(title), figures(bulletin, rows)]),
      heading(bulletin.definitionsTitle),
      ...bulletin.definitions.map(definition),
      ...(bulletin.notKnown.length > 0 ? [heading(bulletin.notKnownTitle), { ul: bulletin.notKnown }] : []),
    ],
  })

const heading = (text: string): PdfContent => ({ text, fontSize: 12, bold: true, margin: [0, 12, 0, 4] })

function figures({ headings }: Bulletin, rows: BulletinRow[]): PdfContent {
  const head = [
    headings.number,
    headings.name,
    headings.value,
    headings.before,
    headings.change,
    headings.target,
    headings.state,
  ]
  return {
    layout: 'lightHorizontalLines',
    table: {
      headerRows: 1,
      dontBreakRows: true,
      widths: [18, '*', 84, 84, 46, 62, 50],
      body: [
        head.map((text) => ({ text, bold: true })),
        ...rows.map((row) => [
          String(row.number),
          { stack: [{ text: `${row.detail ? '　' : ''}${row.name}` }, ...note(row)] },
          { text: row.value, alignment: 'right' as const },
          { text: row.before, alignment: 'right' as const },
          { text: row.change, alignment: 'right' as const },
          row.target,
          row.state,
        ]),
      ],
    },
  }
}

const note = ({ published }: BulletinRow): PdfContent[] =>
  published ? [{ text: published, color: GREY, fontSize: 7.5 }] : []

const definition = (one: Bulletin['definitions'][number]): PdfContent => ({
  margin: [0, 0, 0, 5],
  stack: [
    { text: `${one.number}  ${one.name}`, bold: true },
    ...[one.statement, one.rule, one.attribution, one.assumptions, one.source]
      .filter((text) => text !== '')
      .map((text): PdfContent => ({ text, fontSize: 8 })),
    { text: `SM3 ${one.hash}`, color: GREY, fontSize: 7 },
  ],
})
