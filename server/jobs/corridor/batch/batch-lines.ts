import type { BatchLine } from '#domain/jobs/corridor/batch.api.ts'
import { batchState } from '#domain/jobs/corridor/batch-state.ts'
import type { Tx } from '../../../db.ts'
import { type AreaNames, areaNames } from '../../../places/area-names.ts'
import type { Agreement } from '../agreement/agreements.ts'
import { type BatchesWanted, type CountedBatch, listBatches } from './batch.sql.ts'

type Asked = BatchesWanted & { agreements: readonly Agreement[] }

export async function listBatchLines(tx: Tx, { agreements, ...wanted }: Asked): Promise<BatchLine[]> {
  const names = await areaNames(tx)
  const rows = await listBatches(tx, wanted)
  return rows.map((row) => batchLine(row, agreements, names))
}

export function batchLine(row: CountedBatch, agreements: readonly Agreement[], names: AreaNames): BatchLine {
  const agreement = agreements.find(({ key }) => key === row.corridor)
  return {
    ...{ id: row.id, corridor: row.corridor, corridorName: agreement?.name ?? { zh: row.corridor, en: row.corridor } },
    ...{ unit: row.area, unitName: names.pathOf(row.area), placeName: names.pathOf(row.place) },
    ...{ departsOn: row.departs_on, leftOn: row.left_on, transport: row.transport as BatchLine['transport'] },
    state: batchState({ leftOn: row.left_on, unconfirmed: row.unconfirmed }),
    ...{ listed: row.listed, boarded: row.boarded, arrived: row.arrived, unconfirmed: row.unconfirmed },
    invented: row.source === 'demo',
  }
}
