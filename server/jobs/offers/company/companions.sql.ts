import type { Tx } from '../../../db.ts'
import { type Asked, facts, type NamedWisher, STANDS } from '../offer-rows.sql.ts'

/** More neighbours than these are not looked at. */
const MOST_NEIGHBOURS = 10

type Of = { county: number; person_id: number; area: number }

/** Head and spouse of one household, the other of whom was asked too and did not say that they would go alone. */
export const spouseOf = (tx: Tx, asked: Asked, { county, person_id }: Of) =>
  tx.query<NamedWisher>(
    `SELECT ${facts(asked.tier)} FROM person me
       JOIN person p ON p.county = me.county AND p.household_id = me.household_id
        AND (me.relation = 'head' AND p.relation = 'spouse' OR me.relation = 'spouse' AND p.relation = 'head')
       JOIN work_wish w ON ${STANDS}
      WHERE me.county = $2 AND me.id = $3 AND w.company IS DISTINCT FROM 'alone' ORDER BY p.id LIMIT 1`,
    [asked.on, county, person_id],
  )

/** People of the same village who would go with neighbours too. */
export const neighboursOf = (tx: Tx, asked: Asked, { area, person_id }: Of) =>
  tx.query<NamedWisher>(
    `SELECT ${facts(asked.tier)} FROM work_wish w JOIN person p ON ${STANDS}
      WHERE w.area = $2 AND w.company = 'neighbours' AND p.id <> $3 ORDER BY p.id LIMIT ${MOST_NEIGHBOURS}`,
    [asked.on, area, person_id],
  )
