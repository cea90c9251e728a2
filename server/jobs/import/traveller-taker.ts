import { fail } from '#domain/base/fail.ts'
import { checkTraveller } from '#domain/jobs/corridor/check-traveller.ts'
import { type BatchAsked, batchOfRow, type RowFault, sameName } from '#domain/jobs/import/traveller-of-row.ts'
import { subtree } from '#domain/places/area.ts'
import { recordWrite } from '../../access/audit.ts'
import type { JobTx } from '../../db.ts'
import type { OtherRow } from '../../lists/chunk/others.sql.ts'
import type { OtherOutcome, OtherTaker, OtherTelling } from '../../lists/chunk/take-others.ts'
import { openRowSeal } from '../../lists/staging/row-seal.ts'
import { insertRow } from '../corridor/agreement/corridor.sql.ts'
import type { Batch } from '../corridor/batch/batch.sql.ts'
import { candidateOf } from '../corridor/traveller/traveller.sql.ts'
import { lockPerson } from '../wish/work-wish.sql.ts'
import * as sql from './traveller-import.sql.ts'

/**
 * Rows of the list of a batch: each finds its batch by number or day of leaving and its person by identity number, and is held against the
 * same checks as a traveller who is added by hand. Nothing of it is in the file before arrival, so no file is determined again.
 */
export const travellerTaker: OtherTaker = {
  async take(tx, rows, telling) {
    const batches = await sql.openBatches(tx, subtree(telling.import.area))
    const people = await peopleOf(tx, rows, telling)
    const [told, outcomes]: [sql.Told[], OtherOutcome[]] = [[], []]
    const listed: number[] = []
    for (const row of rows) {
      const read = readRow(row, { telling, batches, people })
      if ('faults' in read) {
        outcomes.push({ row: row.row, outcome: 'refused', to: null, faults: read.faults })
        continue
      }
      const { outcome, traveller } = await putOn(tx, row, read, telling)
      outcomes.push(outcome)
      if (traveller === undefined) continue
      told.push({ row: row.row, traveller })
      listed.push(read.person.id)
    }
    await sql.keepTold(tx, telling.import, told, telling.now.toISOString())
    if (listed.length > 0) await logListed(tx, listed, telling)
    return outcomes
  },
  async undo(tx, importId, now) {
    const listed = await sql.listedBy(tx, importId)
    if (listed.some(({ touched }) => touched)) refuseBuiltOn()
    const ids = listed.map(({ id }) => id)
    await sql.takeOff(tx, ids, now.toISOString())
    await sql.forgetTold(tx, importId)
    return ids.length
  },
}

type Person = sql.Named
type Context = { telling: OtherTelling; batches: readonly Batch[]; people: ReadonlyMap<string, Person> }
type Read = { batch: Batch; person: Person }

/** The number of a row, opened out of its seal; null where it says none. */
function numberOf({ row, sealed }: OtherRow, { sealed: keys, crypto, import: key }: OtherTelling): string | null {
  return sealed === null ? null : (openRowSeal(crypto, key.id, row, sealed)[keys.indexOf('identity')] ?? null)
}

async function peopleOf(tx: JobTx, rows: readonly OtherRow[], telling: OtherTelling): Promise<Map<string, Person>> {
  const indexes = rows.flatMap((row) => {
    const number = numberOf(row, telling)
    return number === null ? [] : [telling.crypto.index('person.id', number)]
  })
  const found = await sql.peopleByNumber(tx, indexes)
  return new Map(found.map((person) => [person.id_index.toString('hex'), person]))
}

function readRow(row: OtherRow, { telling, batches, people }: Context): Read | { faults: RowFault[] } {
  const text = (key: string) => row.values[telling.columns.indexOf(key)]?.trim() || null
  const asked: BatchAsked = { number: text('batch'), departsOn: text('departs_on') }
  const batch = batchOfRow(
    asked,
    batches.map(({ id, departs_on }) => ({ id, departsOn: departs_on })),
  )
  const number = numberOf(row, telling)
  const person = number === null ? undefined : people.get(telling.crypto.index('person.id', number).toString('hex'))
  const faults = [
    ...('fault' in batch ? [batch.fault] : []),
    ...(person === undefined ? [NOBODY] : sameName(text('name'), person.name) ? [] : [OTHER_NAME]),
  ]
  if (faults.length > 0 || 'fault' in batch || person === undefined) return { faults }
  return { batch: batches.find(({ id }) => id === batch.id)!, person }
}

/** As by hand: what stands against somebody refuses the row, each with how it is mended; who is on the list already is told as the same. */
async function putOn(
  tx: JobTx,
  { row }: OtherRow,
  { batch, person }: Read,
  { now, source, acting }: OtherTelling,
): Promise<{ outcome: OtherOutcome; traveller?: number }> {
  await lockPerson(tx, person)
  const to = { county: person.county, id: person.id }
  const checks = checkTraveller(await candidateOf(tx, person, batch), batch.departs_on)
  const against = checks.filter(({ outcome }) => outcome === 'refused')
  if (against.some(({ key }) => key === 'listed')) return { outcome: { row, outcome: 'same', to, faults: [] } }
  const faults = against.map(({ key, words }) => ({ code: `jobs.row.${key}`, column: 'identity', words }))
  if (faults.length > 0) return { outcome: { row, outcome: 'refused', to, faults } }
  const traveller = await insertRow(tx, 'traveller', {
    ...{ county: person.county, area: person.area, person_id: person.id, batch_id: batch.id },
    ...{ known_from: now.toISOString(), source, recorded_by: acting.post },
  })
  return { outcome: { row, outcome: 'new', to, faults: [] }, traveller }
}

const logListed = (tx: JobTx, ids: number[], { acting, import: key }: OtherTelling) =>
  recordWrite(
    tx,
    { officerId: acting.officer, postId: acting.post, requestId: `import ${key.id}` },
    {
      ...{ action: 'people.record', object: { kind: 'person', ids }, fields: ['traveller'] },
      ...{ detail: 'travellers of a list', rows: ids.length },
    },
  )

const NOBODY: RowFault = {
  code: 'jobs.row.nobody',
  column: 'identity',
  words: {
    zh: '本辖区没有这个证件号码的档案。请核对号码；确实是新的人，先在人员登记中建档；属于其他区县的，由所在区县加入名单。',
    en: 'No file of this area has this identity number. Check it; open a file first for somebody new; who belongs to another county is put on the list there.',
  },
}
const OTHER_NAME: RowFault = {
  code: 'jobs.row.name',
  column: 'name',
  words: {
    zh: '姓名与这个证件号码的档案不一致。请核对是写错了号码还是姓名。',
    en: 'The file with this identity number has another name. See whether the number or the name is wrong.',
  },
}

function refuseBuiltOn(): never {
  return fail(
    'lists.import.builtOn',
    {
      zh: '不能撤销：名单上已有人点名，或批次已经出发。没有点名的，请在批次页面逐个移出名单。',
      en: 'It cannot be undone: somebody of the list was ticked since, or the batch has left. Take people off one by one on the page of the batch.',
    },
    { status: 409 },
  )
}
