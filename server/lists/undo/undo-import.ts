import { fail } from '#domain/base/fail.ts'
import { catalogue, type RecordName } from '#domain/people/catalogue.ts'
import { recordWrite } from '../../access/audit.ts'
import type { Acting, Door, JobTx } from '../../db.ts'
import { determinedOf, writeTurns } from '../../needs/one-file.sql.ts'
import { bumpLedger } from '../../people/employment/employment.sql.ts'
import type { Person } from '../chunk/take-part.ts'
import { lockCounty } from '../chunk/together.sql.ts'
import { forMassWork } from '../staging/mass-work.sql.ts'
import type { ImportKey } from '../staging/staging.sql.ts'
import { changeImport, touchedCounties } from '../work/import.sql.ts'
import {
  changedPeople,
  countWritten,
  forgetClaims,
  type LaterWork,
  laterChanges,
  laterLists,
  laterMerges,
  laterSpells,
  openedPeople,
  restoreRecord,
  withdrawRecord,
  writtenRecords,
} from './undo.sql.ts'

export type Undoing = {
  door: Pick<Door, 'asPost'>
  acting: Acting
  import: ImportKey
  redetermine?: ((tx: JobTx, person: Person, now: Date) => Promise<unknown>) | undefined
  clock(): Date
}
export type Undone = { records: number; counties: number[] }

/** Spells before people, people before their households and sites. */
const HEADS: readonly RecordName[] = ['person', 'household', 'site']
const spellsFirst = (records: readonly RecordName[]) => records.toSorted((a, b) => HEADS.indexOf(a) - HEADS.indexOf(b))
const SPELLS = (Object.keys(catalogue) as RecordName[]).filter((record) => 'person' in catalogue[record].facts)

/**
 * Takes a whole import back, in one transaction: what it opened is said no more, what it changed says what it said before, numbers
 * it registered are free again. History keeps what was said meanwhile. Refused (`lists.import.builtOn`, 409) where later work
 * builds on it, naming whose.
 */
export function undoImport({ door, acting, import: key, redetermine, clock }: Undoing): Promise<Undone> {
  return door.asPost(acting, async (tx) => {
    await forMassWork(tx)
    const counties = await touchedCounties(tx, key.id)
    for (const county of counties) await lockCounty(tx, county)
    const records = spellsFirst(await writtenRecords(tx, key.id))
    await requireLast(tx, key.id, records)
    const now = clock()
    const count = await countWritten(tx, key.id)
    const changed = redetermine ? await changedPeople(tx, key.id, records) : []
    const gone = new Set<number>()
    if (redetermine && records.includes('person'))
      for (const person of await openedPeople(tx, key.id)) {
        gone.add(person.id)
        await forgetDetermination(tx, person, now)
      }
    await takeBack(tx, key.id, records, now.toISOString())
    for (const person of changed) if (!gone.has(person.id)) await redetermine?.(tx, person, now)
    await forgetClaims(tx, key.id)
    await changeImport(tx, key, { undone_at: clock().toISOString(), asked: null })
    for (const county of counties) await bumpLedger(tx, county, now)
    await recordWrite(
      tx,
      { officerId: acting.officer, postId: acting.post, requestId: `import ${key.id}` },
      { action: 'lists.undo', object: { kind: 'import', county: key.county, area: key.area, id: key.id }, rows: count },
    )
    return { records: count, counties }
  })
}

async function takeBack(tx: JobTx, id: number, records: readonly RecordName[], now: string): Promise<void> {
  try {
    for (const record of records) await restoreRecord(tx, id, record, now)
    for (const record of records) await withdrawRecord(tx, id, record, now)
  } catch (error) {
    // Something that lists know nothing of points at what was opened: a case, a to-do, an application.
    const { code, table } = error as { code?: string; table?: string }
    if (code === '23503') refuseBuiltOn(table ?? '')
    throw error
  }
}

async function requireLast(tx: JobTx, id: number, records: readonly RecordName[]): Promise<void> {
  const found: LaterWork[] = await laterLists(tx, id)
  if (found.length === 0) for (const record of records) found.push(...(await laterChanges(tx, id, record)))
  if (records.includes('person')) {
    for (const spell of SPELLS) found.push(...(await laterSpells(tx, id, spell)))
    found.push(...(await laterMerges(tx, id)))
  }
  if (found.length > 0) refuseBuiltOn(found.map(told).join('；'), found.map(toldEn).join('; '))
}

const whose = ({ importId, by }: LaterWork) => (importId === null ? by : `${by ? `${by} ` : ''}#${importId}`)
const told = (work: LaterWork) =>
  `${catalogue[work.record].label.zh} ${work.n} 条${work.importId === null ? '已由他人改动' : '已由后来的导入涉及'}${whose(work) ? `（${whose(work)}）` : ''}`
const toldEn = (work: LaterWork) =>
  `${work.n} × ${catalogue[work.record].label.en} ${work.importId === null ? 'changed by others' : 'spoken of by a later import'}${whose(work) ? ` (${whose(work)})` : ''}`

async function forgetDetermination(tx: JobTx, person: Person, now: Date): Promise<void> {
  const known = await determinedOf(tx, person)
  const turns = [...(known?.outcomes ?? [])].map(([predicate, before]) => ({
    predicate,
    finding: false,
    before,
    after: null,
  }))
  if (turns.length > 0) await writeTurns(tx, person, turns, now.toISOString())
}

function refuseBuiltOn(zh: string, en = zh): never {
  return fail(
    'lists.import.builtOn',
    {
      zh: `不能撤销：后来的工作建立在这次导入之上——${zh}。请先撤销或改回后来的工作，再撤销这次导入。`,
      en: `It cannot be undone: later work builds on it: ${en}. Undo or change back the later work first.`,
    },
    { status: 409 },
  )
}
