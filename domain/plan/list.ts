import type { Words } from '../base/fail.ts'

/**
 * 清单: what a list that officers receive looks like, and what its rows say of the ledger. Plan data
 * (`plans/common/lists/`, `plans/<plan>/lists/`): a new list is a file, not code.
 */
export type List = {
  key: string
  name: Words
  /** Where such a list comes from, and the source that says which headings it has. */
  origin: Words
  source: string
  /** What the definition takes for granted without a source saying so. */
  assumptions: Words[]
  /** Among sources: where two lists contradict each other about the same fact, the higher rank is believed, whichever came first. */
  rank: number
  /**
   * What one row speaks of. A list of sites may be without people; a list of people always finds a person. A row about a vacancy,
   * or a traveller of a batch, says nothing of any file: its columns are read by their keys, and it is taken as if it were entered by hand.
   */
  subject: 'person' | 'household' | 'site' | 'vacancy' | 'traveller'
  /** A row whose subject is not known yet opens a new file. */
  opens: boolean
  columns: ListColumn[]
  /**
   * How the subject is found where no valid identity number stands (or for sites, always): clauses of column keys, tried in order.
   * A clause with a blank column never matches. More than one candidate, or a clause marked `review`, goes to the review queue.
   */
  match: { by: string[]; review: boolean }[]
  /** What a row says, record by record, in the order in which they are written. */
  says: ListRecord[]
}

/** What the text of a cell becomes. Days are `YYYY-MM-DD`; money integer fen; codes the ledger's own. */
export type CellType =
  | 'text'
  | 'identity'
  | 'credit_code'
  | 'phone'
  | 'bank'
  | 'day'
  /** 2021年9月, 202109: the first day of the month. */
  | 'month'
  /** Yuan as written, fen in the ledger. */
  | 'money'
  | 'integer'
  | 'boolean'
  /** One of `codes`; what stands in the cell is one of its words. */
  | 'code'
  /** The name or code of a county, town or village, or of a place outside the city. Several such columns of a row tell one place together. */
  | 'area'

export type ListColumn = {
  key: string
  /** As the list's makers write it, and every variant that was seen; compared without blanks, brackets and full-width forms. */
  headings: string[]
  label: Words
  type: CellType
  required: boolean
  /** `code`: the ledger's code → the words that mean it. */
  codes?: Record<string, string[]>
  /** `area`: of which level the cell names a place. */
  level?: 'county' | 'town' | 'village' | 'any'
  /**
   * `area`: which of the places a row tells (home, work …). Columns of one place are read together, each within the wider;
   * the narrowest of them holds the narrowest area that is known, also where its own cell is blank.
   */
  place?: string
}

/**
 * A fact of a record: from a column, the same for every row, or the day of which the list is
 * (asked for when it is brought in; a list that names no days needs one).
 */
export type ListFact = { column: string } | { value: string | number | boolean } | { asOf: true }

/**
 * One record that a row says something of. `record` is a record type of the fact catalogue; facts carry its columns' names,
 * sealed ones `identity`, `phone`, `bank`, `address`, a site's further fields the names the plan gives them.
 * Records of one row belong together: a spell is the row's person's, a person the row's household's, a roster the row's site's.
 */
export type ListRecord = {
  record: string
  /** The row only points at it: it is found by `same` and never opened; a row whose record is not found is refused. */
  known?: boolean
  /** Only for rows in which this column holds something, or one of these values. */
  when?: { column: string; is?: (string | boolean)[] }
  facts: Record<string, ListFact>
  /** Spells: what says from when, which column until when (the last day that was true, or the first that was not; of a month, the whole month). */
  span?: { from: ListFact; to?: { column: string; lastDayTrue: boolean } }
  /** Facts that tell that a spell of the ledger is the spell the row speaks of; of a person or household record none is needed. */
  same: string[]
  /** Facts which the list may replace where the ledger says otherwise: `rank` = if its rank is not below the source of what stands; `blank` = only where nothing stands. */
  replaces: Record<string, 'rank' | 'blank'>
}

/** Whether a row about somebody nobody has a file of opens one. */
export const opensFiles = ({ subject, opens, says }: List): boolean =>
  opens && subject === 'person' && !says.some(({ record, known }) => record === 'person' && known)
