import { Type } from 'typebox'
import { contract } from '../base/route.ts'
import { DayText, Instant, LedgerId, page, Words } from '../base/shapes.ts'
import { RaisedFinding } from '../people/people.api.ts'
import type { List } from '../plan/list.ts'
import type { ReadChange } from './file/read-changes.ts'

const orNull = <T extends Parameters<typeof Type.Union>[0][number]>(schema: T) => Type.Union([schema, Type.Null()])
const Row = Type.Integer({ minimum: 1, maximum: 2_000_000 })
const params = Type.Object({ id: LedgerId })
const clientId = Type.String({ format: 'uuid' })

/** received → staged → matched → applied → undone, as the import's dates say; at work in between, stopped, failed, or discarded with its file. */
const STATES = [
  ...(['received', 'reading', 'staged', 'matching', 'matched', 'applying', 'stopped', 'applied'] as const),
  ...(['undoing', 'undone', 'failed', 'discarded'] as const),
]
export const ImportState = Type.Unsafe<(typeof STATES)[number]>({ type: 'string', enum: STATES })
const ACTS = ['read', 'discard', 'resume', 'decide', 'apply', 'stop', 'undo'] as const
/** What may be asked of an import. */
export const ImportAct = Type.Unsafe<(typeof ACTS)[number]>({ type: 'string', enum: ACTS })
const WORKS = ['read', 'match', 'apply'] as const
const OUTCOMES = ['new', 'changed', 'same', 'refused', 'review', 'waiting'] as const
const Outcome = Type.Unsafe<(typeof OUTCOMES)[number]>({ type: 'string', enum: OUTCOMES })
const Tallies = Type.Record(Type.String(), Type.Integer())
const Brought = Type.Object({ id: LedgerId, at: Instant, by: Type.String(), post: Type.String(), state: ImportState })
const NamedImport = Type.Object({ ...Brought.properties, fileName: Type.String() })

const ImportView = Type.Object({
  ...Brought.properties,
  fileName: Type.String(),
  bytes: Type.Integer(),
  list: orNull(Type.String()),
  listName: orNull(Words),
  /** The day the list speaks of. */
  on: DayText,
  rows: Type.Integer(),
  tallies: Tallies,
  problem: orNull(Words),
  /** What may be asked of it now. */
  may: Type.Array(ImportAct),
  /** What is left of an attempt that was stopped or failed. */
  left: orNull(Type.Unsafe<(typeof WORKS)[number]>({ type: 'string', enum: WORKS })),
  /** What reading did to the file: which rows it left out, how often it filled or cleaned a cell. */
  reading: Type.Array(
    Type.Object({
      what: Type.Unsafe<ReadChange['what']>({ type: 'string' }),
      n: Type.Integer(),
      rows: Type.Array(Row),
    }),
  ),
  /** Since when the ledger may hold some of it. */
  begunAt: orNull(Instant),
  appliedAt: orNull(Instant),
  undoneAt: orNull(Instant),
  /** What is under way: rows done, of how many, how fast, how long still. */
  progress: orNull(
    Type.Object({
      work: Type.String(),
      done: Type.Integer(),
      of: orNull(Type.Integer()),
      share: Type.Number(),
      rowsPerSecond: orNull(Type.Integer()),
      secondsLeft: orNull(Type.Integer()),
    }),
  ),
})
/** As the ledger keeps it, or in words where the ledger's catalogue does not know it. */
const Value = Type.Union([Type.String(), Words, Type.Null()])
const Difference = Type.Object({
  record: Words,
  /** A record that the row opens; no fact then. */
  opens: Type.Boolean(),
  fact: orNull(Words),
  stood: Value,
  says: Value,
  wins: Type.Boolean(),
  why: orNull(Words),
})
const Told = Type.Object({ column: orNull(Type.String()), code: Type.String(), words: Words, refuses: Type.Boolean() })
const ImportRowView = Type.Object({
  row: Row,
  outcome: Outcome,
  /** In the order of the list's columns; numbers masked. */
  values: Type.Array(orNull(Type.String())),
  person: orNull(LedgerId),
  differences: Type.Array(Difference),
  told: Type.Array(Told),
  candidates: Type.Array(
    Type.Object({
      id: LedgerId,
      name: Type.String(),
      identity: orNull(Type.String()),
      birthDate: orNull(DayText),
      areaName: Type.String(),
    }),
  ),
})
/** 疑点: a finding that rows of an import bring, and how many rows. */
const RaisedByRows = Type.Object({ ...RaisedFinding.properties, rows: Type.Integer() })
const Column = Type.Object({ key: Type.String(), label: Words, required: Type.Boolean() })
const InspectedColumn = Type.Object({
  heading: Type.String(),
  column: orNull(Type.String()),
  /** Told by hand once, of these headings. */
  remembered: Type.Boolean(),
  /** The reasons that a workbook of refused rows carries; never read. */
  reasons: Type.Boolean(),
  samples: Type.Array(orNull(Type.String())),
})

export const listsApi = contract({
  listLists: {
    method: 'GET',
    path: '/api/lists',
    needs: 'lists.read',
    summary: 'Kinds of lists that can be brought in, with their columns',
    reply: Type.Object({
      lists: Type.Array(
        Type.Object({
          key: Type.String(),
          name: Words,
          origin: Words,
          /** What a row speaks of. */
          subject: Type.Unsafe<List['subject']>({ type: 'string' }),
          /** A row about somebody unknown opens a file. */
          opensFiles: Type.Boolean(),
          columns: Type.Array(Column),
        }),
      ),
    }),
  },
  listImports: {
    method: 'GET',
    path: '/api/imports',
    needs: 'lists.read',
    summary: 'Imports of the post’s area, the newest first',
    query: Type.Object(page),
    reply: Type.Object({ imports: Type.Array(ImportView), next: orNull(Type.String()) }),
  },
  getImport: {
    method: 'GET',
    path: '/api/imports/:id',
    needs: 'lists.read',
    summary:
      'One import: its state, how far its work has come, earlier imports of the same file, what it mends and is mended by',
    params,
    reply: Type.Object({
      import: ImportView,
      sameFile: Type.Array(Brought),
      mends: orNull(NamedImport),
      mendedBy: Type.Array(NamedImport),
    }),
  },
  inspectImport: {
    method: 'GET',
    path: '/api/imports/:id/inspection',
    needs: 'lists.import',
    summary: 'What the file is found to be: sheets, headings, the lists it looks like',
    params,
    reply: Type.Object({
      format: Type.String(),
      /** The file is the refused rows of an earlier import, mended: it is read as that was. */
      mends: orNull(
        Type.Object({
          ...NamedImport.properties,
          list: Type.String(),
          on: DayText,
          sheet: Type.String(),
        }),
      ),
      sheets: Type.Array(
        Type.Object({
          name: Type.String(),
          hidden: Type.Boolean(),
          rows: orNull(Type.Integer()),
          headRows: orNull(Type.Array(Type.Integer())),
          hiddenRows: Type.Integer(),
          hiddenColumns: Type.Integer(),
          /** The day its titles, its name or the name of the file say it speaks of. */
          says: orNull(DayText),
          candidates: Type.Array(
            Type.Object({ list: Type.String(), score: Type.Number(), missing: Type.Array(Type.String()) }),
          ),
          columns: Type.Array(InspectedColumn),
        }),
      ),
    }),
  },
  readImport: {
    method: 'POST',
    path: '/api/imports/:id/read',
    needs: 'lists.import',
    summary: 'Chooses list, sheet and columns, reads the file and compares every row; asked again it starts anew',
    params,
    body: Type.Object({
      clientId,
      list: Type.String({ maxLength: 80 }),
      on: DayText,
      sheet: Type.Optional(Type.String({ maxLength: 200 })),
      headRows: Type.Optional(Type.Tuple([Row, Row])),
      hiddenRows: Type.Optional(Type.Boolean()),
      /** Columns told by hand: place in the file from 0, its heading, the list's column or null. */
      mapping: Type.Optional(
        Type.Array(
          Type.Object({
            place: Type.Integer({ minimum: 0, maximum: 10_000 }),
            heading: Type.String({ maxLength: 500 }),
            column: orNull(Type.String({ maxLength: 80 })),
          }),
          { maxItems: 500 },
        ),
      ),
    }),
    reply: Type.Object({ id: LedgerId }),
  },
  listImportRows: {
    method: 'GET',
    path: '/api/imports/:id/rows',
    needs: 'lists.read',
    summary: 'Rows of an import with what becomes of them, field by field',
    params,
    query: Type.Object({
      ...page,
      outcome: Type.Optional(Outcome),
      /** Key of a finding: rows that bring it. */
      finding: Type.Optional(Type.String({ maxLength: 80 })),
    }),
    reply: Type.Object({ rows: Type.Array(ImportRowView), next: orNull(Type.String()) }),
  },
  listImportFindings: {
    method: 'GET',
    path: '/api/imports/:id/findings',
    needs: 'lists.read',
    summary: 'Findings that rows of an import would bring or, once they are taken, brought and that still stand',
    params,
    reply: Type.Object({
      findings: Type.Array(RaisedByRows),
      /** False where there are too many rows to ask before they are taken, or nothing was compared yet. */
      asked: Type.Boolean(),
    }),
  },
  decideImportRows: {
    method: 'POST',
    path: '/api/imports/:id/decisions',
    needs: 'lists.import',
    summary:
      'Says of rows in review which file each belongs to, that a new one is opened, or that it is left out; once the others are taken, these are taken at once',
    params,
    body: Type.Object({
      clientId,
      decisions: Type.Array(
        Type.Object({ row: Row, decision: Type.Union([Type.Literal('open'), Type.Literal('leaveOut'), LedgerId]) }),
        { minItems: 1, maxItems: 500 },
      ),
    }),
    reply: Type.Object({ decided: Type.Integer() }),
  },
  applyImport: {
    method: 'POST',
    path: '/api/imports/:id/apply',
    needs: 'lists.import',
    summary: 'Takes the rows that can be taken into the ledger; goes on where it was stopped',
    params,
    body: Type.Object({ clientId }),
    reply: Type.Object({ id: LedgerId }),
  },
  resumeImport: {
    method: 'POST',
    path: '/api/imports/:id/resume',
    needs: 'lists.import',
    summary: 'Goes on where reading, comparing or taking was stopped or failed',
    params,
    body: Type.Object({ clientId }),
    reply: Type.Object({ id: LedgerId }),
  },
  stopImport: {
    method: 'POST',
    path: '/api/imports/:id/stop',
    needs: 'lists.import',
    summary: 'Stops what is under way after the part it is at',
    params,
    body: Type.Object({ clientId }),
    reply: Type.Object({ id: LedgerId }),
  },
  discardImport: {
    method: 'POST',
    path: '/api/imports/:id/discard',
    needs: 'lists.import',
    summary: 'Deletes the file and what was read of it, nothing of it being in the ledger',
    params,
    body: Type.Object({ clientId }),
    reply: Type.Object({ id: LedgerId }),
  },
  undoImport: {
    method: 'POST',
    path: '/api/imports/:id/undo',
    needs: 'lists.import',
    summary: 'Takes a whole import back; refused, with whose, where later work builds on it',
    params,
    body: Type.Object({ clientId }),
    reply: Type.Object({ id: LedgerId }),
  },
})
