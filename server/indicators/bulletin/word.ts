import type { Bulletin } from '#domain/indicators/bulletin/bulletin.ts'
import { fillWord } from '../../adapters/word-template.ts'

/** The bulletin in the bureau's own Word template; the marks it may use are the fields of `Bulletin`. */
export const bulletinWord = (bulletin: Bulletin, template: Uint8Array): Buffer =>
  fillWord(template, marksOf(bulletin), new Date(bulletin.frozenAt))

const marksOf = (bulletin: Bulletin): object => ({
  ...bulletin,
  ...headingMarks(bulletin),
  provenance: bulletin.provenance.map((line) => ({ line })),
  notKnown: bulletin.notKnown.map((line) => ({ line })),
  actions: bulletin.actions.map(({ title, rows }) => ({
    title,
    rows: rows.map((row) => ({ ...row, name: `${row.detail ? '　' : ''}${row.name}` })),
  })),
})

/** {headingValue} for `headings.value`: a template's marks have no dots. */
const headingMarks = ({ headings }: Bulletin): Record<string, string> =>
  Object.fromEntries(
    Object.entries(headings).map(([key, text]) => [`heading${key[0]!.toUpperCase()}${key.slice(1)}`, text]),
  )
