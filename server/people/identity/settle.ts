import type { AuditEntry } from '../../access/audit.ts'
import { recordWrite } from '../../access/audit.ts'
import type { Ctx } from '../../context.ts'
import type { Tx } from '../../db.ts'
import { bumpLedger } from '../employment/employment.sql.ts'
import type { PeopleGiven } from '../list/people-given.ts'
import type { PersonKey } from '../list/person-line.ts'
import { sharersOf } from '../merge/person-version.sql.ts'

export type Deed = {
  ctx: Ctx
  given: PeopleGiven
  /** The file the act is about: what its line in the log names. */
  person: PersonKey & { area: number }
  /** Every other file whose needs and findings may follow, such as the rest of the household. */
  others?: readonly PersonKey[]
  /** Files whose number, phone or account came, went or changed: who shares them, or did until now, is determined too. */
  shared?: readonly PersonKey[]
  /** Counties whose ledgers changed beside those of the files. */
  counties?: readonly number[]
  detail: string
  fields: string[]
  reason?: string
}
/** A phone that a whole village gave is left to the night, which determines everybody. */
const MOST_SHARERS = 20
export type Settled = { person: number; gained: string[]; lost: string[] }

/**
 * What every change of who somebody is ends with, in its own transaction: new heads of the ledgers touched, a line in the log, and
 * all files touched determined again, each once. Told is what it changed for the file the act is about.
 */
export async function settle(tx: Tx, deed: Deed): Promise<Settled> {
  const { ctx, given, person, others = [], counties = [], shared = [] } = deed
  const touched = distinct([person, ...others])
  for (const county of [...new Set([...counties, ...touched.map((key) => key.county)])].sort((a, b) => a - b))
    await bumpLedger(tx, county, ctx.now)
  await recordWrite(tx, ctx.actor, lineOf(deed))
  const settled: Settled = { person: person.id, gained: [], lost: [] }
  const sharing = given.redetermine
    ? await sharersOf(tx, shared, { at: ctx.now.toISOString(), most: MOST_SHARERS })
    : []
  for (const key of distinct([...touched, ...sharing])) {
    const changed = await given.redetermine?.(tx, key, ctx.now)
    if (key.id === person.id && changed) Object.assign(settled, changed)
  }
  return settled
}

function lineOf({ person, others = [], detail, fields, reason }: Deed): AuditEntry {
  const ids = others.map(({ id }) => id)
  return {
    action: 'people.record',
    object: { kind: 'person', county: person.county, area: person.area, id: person.id, ...(ids.length > 0 && { ids }) },
    fields,
    detail,
    rows: 1 + others.length,
    ...(reason !== undefined && { reason }),
  }
}

const distinct = (keys: readonly PersonKey[]): PersonKey[] => [
  ...new Map(keys.map(({ county, id }) => [`${county} ${id}`, { county, id }])).values(),
]
