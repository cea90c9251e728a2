import type { Tx } from '../../db.ts'

/**
 * For the rest of the transaction: statements about thousands of rows at once may take longer than a question of an officer may,
 * sort in memory, and are not worth compiling; between them thousands of rows are sealed, or another part is waited for.
 */
export const forMassWork = (tx: Tx) =>
  tx.query(
    `SELECT set_config('statement_timeout', '15min', true), set_config('idle_in_transaction_session_timeout', '15min', true),
            set_config('work_mem', '64MB', true), set_config('jit', 'off', true)`,
  )
