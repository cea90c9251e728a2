import type { Api } from '#domain/api.ts'
import type { Reply } from '#domain/base/route.ts'

export type Import = Reply<Api['getImport']>['import']
export type ImportState = Import['state']
export type ImportRow = Reply<Api['listImportRows']>['rows'][number]
export type ListKind = Reply<Api['listLists']>['lists'][number]
export type Inspection = Reply<Api['inspectImport']>
export type Mended = NonNullable<Reply<Api['getImport']>['mends']>
export type Sheet = Inspection['sheets'][number]

export const OUTCOMES = ['new', 'changed', 'same', 'refused', 'review', 'waiting'] as const
export type Outcome = (typeof OUTCOMES)[number]

/** Something is being done now: ask again until it is over. */
export const isAtWork = (state: ImportState): boolean =>
  state === 'reading' || state === 'matching' || state === 'applying' || state === 'undoing'

export const countOf = ({ tallies }: Pick<Import, 'tallies'>, outcome: Outcome): number => tallies[outcome] ?? 0

/** Whether its rows were compared with the ledger, so that there is something to look at. */
export const isCompared = ({ state, tallies }: Pick<Import, 'state' | 'tallies'>): boolean =>
  state === 'matched' || Object.keys(tallies).length > 0

/** Compared, with nothing in it that could be taken or decided. */
export const isIdle = (one: Pick<Import, 'state' | 'tallies'>): boolean =>
  one.state === 'matched' && takeable(one) === 0 && countOf(one, 'review') === 0

/** Rows that would write something: those that open or change, and those that wait for such a row. */
export const takeable = (one: Pick<Import, 'tallies'>): number =>
  countOf(one, 'new') + countOf(one, 'changed') + countOf(one, 'waiting')
