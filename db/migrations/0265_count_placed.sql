-- By hand an officer says how many openings of a vacancy are taken. That may not fall below the placements whose work still runs, wherever the
-- people placed live: else openings would be given twice. The door opens by exactly this much: one number, to the unit that holds the vacancy.
CREATE POLICY count_placed ON referral FOR SELECT TO ricebowl_search
  USING (placed_on IS NOT NULL AND vacancy_id = NULLIF(current_setting('ricebowl.counted_vacancy', true), '')::bigint);
GRANT SELECT (county, id, valid_to) ON employment TO ricebowl_search;
CREATE POLICY count_placed ON employment FOR SELECT TO ricebowl_search
  USING (NULLIF(current_setting('ricebowl.counted_vacancy', true), '') IS NOT NULL);

CREATE FUNCTION count_placed(wanted_county int, wanted_vacancy bigint)
RETURNS int
LANGUAGE plpgsql VOLATILE SECURITY DEFINER
SET search_path = pg_catalog, public, pg_temp
AS $$
DECLARE
  lo bigint := NULLIF(current_setting('ricebowl.lo', true), '')::bigint;
  hi bigint := NULLIF(current_setting('ricebowl.hi', true), '')::bigint;
  placed int;
BEGIN
  IF NOT EXISTS (SELECT FROM vacancy v WHERE v.county = wanted_county AND v.id = wanted_vacancy AND v.area >= lo AND v.area < hi) THEN
    RAISE EXCEPTION 'no vacancy that the unit holds' USING ERRCODE = 'insufficient_privilege';
  END IF;
  PERFORM set_config('ricebowl.counted_vacancy', wanted_vacancy::text, true);
  SELECT count(*) INTO placed FROM referral r JOIN employment e ON e.county = r.county AND e.id = r.employment_id
    WHERE r.vacancy_county = wanted_county AND r.vacancy_id = wanted_vacancy AND r.placed_on IS NOT NULL AND e.valid_to IS NULL;
  PERFORM set_config('ricebowl.counted_vacancy', '', true);
  RETURN placed;
END
$$;

COMMENT ON FUNCTION count_placed(int, bigint) IS 'placements of a vacancy that the acting unit holds whose work still runs, of people of any area: a number and nothing of anybody';

GRANT CREATE ON SCHEMA public TO ricebowl_search;
ALTER FUNCTION count_placed(int, bigint) OWNER TO ricebowl_search;
REVOKE CREATE ON SCHEMA public FROM ricebowl_search;
REVOKE ALL ON FUNCTION count_placed(int, bigint) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION count_placed(int, bigint) TO ricebowl_officer;
