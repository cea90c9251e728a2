import type { Asked } from '../wizard/rows.sql.ts'
import type { Import } from './import.sql.ts'

/** Whether what an attempt was begun for is still what is asked: stopped and asked for again before it ended, it is another's to end. */
export const isStillAsked = (asked: Pick<Asked, 'askedAt'>, found: Pick<Import, 'asked_at'> | undefined): boolean =>
  found?.asked_at === asked.askedAt
