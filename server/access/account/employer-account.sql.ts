import type { Tx } from '../access-door.ts'

export type EmployerRow = { id: number; signIn: string; name: string; creditCode: string; closed: boolean }

/** Accounts of employers that a county opened, the standing ones first. */
export const employersOf = (tx: Tx, unit: number): Promise<EmployerRow[]> =>
  tx.query<EmployerRow>(
    `SELECT o.id, o.sign_in AS "signIn", p.title AS name, p.credit_code AS "creditCode", o.disabled_at IS NOT NULL AS closed
       FROM post p JOIN officer o ON o.id = p.officer_id WHERE p.role = 'employer' AND p.lo = $1 ORDER BY closed, o.sign_in`,
    [unit],
  )
