import { withConnection } from '#server/postgres/wire/connection.ts'

/** Withdraws about so many employments all over the city, as officers do who find them wrong; answers how many. */
export const withdrawSome = (adminUrl: string, wanted: number): Promise<number> =>
  withConnection(adminUrl, async (admin) => {
    const at = new Date().toISOString()
    const { rowCount } = await admin.query(
      `WITH chosen AS (SELECT county, id FROM employment ORDER BY md5(id::text) LIMIT $1),
            said AS (DELETE FROM employment e USING chosen c WHERE e.county = c.county AND e.id = c.id RETURNING e.*)
       INSERT INTO employment_history SELECT said.*, $2::timestamptz, 'withdrawn' FROM said`,
      [wanted, at],
    )
    await admin.query('UPDATE ledger_head SET changed_at = $1', [at])
    await admin.query('VACUUM (ANALYZE) employment')
    return rowCount ?? 0
  })
