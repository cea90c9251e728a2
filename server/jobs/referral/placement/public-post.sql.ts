import type { PublicPostRow } from '#db/types.ts'
import type { Tx } from '../../../db.ts'
import type { Referral } from '../referral.sql.ts'

export type NewPost = Omit<PublicPostRow, 'id'>

/** Whether somebody holds a public post on some day of a time: the ledger keeps one at a time. */
export async function holdsPost(
  tx: Tx,
  { county, person_id, valid_from, valid_to }: Pick<NewPost, 'county' | 'person_id' | 'valid_from' | 'valid_to'>,
): Promise<boolean> {
  const rows = await tx.query(
    `SELECT FROM public_post WHERE county = $1 AND person_id = $2 AND daterange(valid_from, valid_to) && daterange($3::date, $4::date)`,
    [county, person_id, valid_from, valid_to],
  )
  return rows.length > 0
}

/** The post that began with a placement and is still held on a day, as far as is known. */
export async function postOfPlacement(
  tx: Tx,
  { county, person_id, placed_on }: Referral,
  on: string,
): Promise<number | undefined> {
  const [row] = await tx.query<{ id: number }>(
    `SELECT id FROM public_post WHERE county = $1 AND person_id = $2 AND valid_from = $3 AND (valid_to IS NULL OR valid_to > $4::date) FOR UPDATE`,
    [county, person_id, placed_on, on],
  )
  return row?.id
}

/** A post that ends before its agreement does. */
export const endPost = (
  tx: Tx,
  { county, id }: { county: number; id: number },
  { on, post, at }: { on: string; post: number; at: string },
) =>
  tx.query(
    `WITH said AS (SELECT * FROM public_post WHERE county = $1 AND id = $2 FOR UPDATE),
     kept AS (INSERT INTO public_post_history SELECT said.*, $4::timestamptz, 'ended' FROM said)
     UPDATE public_post AS p SET valid_to = $3::date, recorded_by = $5, known_from = $4::timestamptz
       FROM said WHERE p.county = said.county AND p.id = said.id`,
    [county, id, on, at, post],
  )
