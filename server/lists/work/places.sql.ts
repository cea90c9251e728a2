import type { Place } from '#domain/lists/reading.ts'
import type { Tx } from '../../db.ts'

/** Every area of every division that cells may name, with the codes of today that took it over. */
export const placesOf = (tx: Tx): Promise<Place[]> =>
  tx.query<Place>(
    `WITH today AS (SELECT code, level FROM area WHERE valid_to IS NULL),
     went AS (
       SELECT code, code AS now FROM today
       UNION SELECT COALESCE(p.village, p.town, p.county), p.area FROM division_place p
       UNION SELECT old_code, new_code FROM area_link WHERE new_code IN (SELECT code FROM today))
     SELECT a.code, a.name, COALESCE(array_agg(DISTINCT w.now) FILTER (WHERE w.now IS NOT NULL), '{}') AS now
       FROM area a LEFT JOIN went w ON w.code = a.code WHERE a.level > 1 GROUP BY a.code, a.name`,
  )
