import type { ApprovalRow, SnapshotRow } from '#db/types.ts'
import { type Unit, type UnitState, unitStates } from '#domain/indicators/closing/unit-state.ts'
import type { Tx } from '../../db.ts'
import { approvalLines, readUnits } from './approval.sql.ts'

/** The units of a month that the post sees, where each stands, and the lines that say so. */
export type Units = { units: Unit[]; states: Map<number, UnitState>; lines: ApprovalRow[] }

export async function unitsOf(tx: Tx, { id, plan, on_day, unit_division }: SnapshotRow): Promise<Units> {
  const units = await readUnits(tx, id, unit_division)
  const lines = await approvalLines(tx, plan, on_day)
  const told = lines.map(({ area, act, figures_hash }) => ({ area, act, hash: figures_hash }))
  return { units, states: unitStates(units, told), lines }
}
