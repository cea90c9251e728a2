-- Whoever arrived under an order without a referral took an opening too: they count like the placed, each piece of work once.
CREATE POLICY count_placed ON traveller FOR SELECT TO ricebowl_search
  USING (employment_id IS NOT NULL AND NULLIF(current_setting('ricebowl.counted_vacancy', true), '') IS NOT NULL);

DROP FUNCTION count_placed(int, bigint);

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
  SELECT count(*) INTO placed FROM (
    SELECT r.county, r.employment_id FROM referral r
      WHERE r.vacancy_county = wanted_county AND r.vacancy_id = wanted_vacancy AND r.placed_on IS NOT NULL
    UNION
    SELECT t.county, t.employment_id FROM corridor_order o JOIN dispatch_batch b ON b.order_id = o.id JOIN traveller t ON t.batch_id = b.id
      WHERE o.county = wanted_county AND o.vacancy_id = wanted_vacancy AND t.employment_id IS NOT NULL) AS w
    JOIN employment e ON e.county = w.county AND e.id = w.employment_id AND e.valid_to IS NULL;
  PERFORM set_config('ricebowl.counted_vacancy', '', true);
  RETURN placed;
END
$$;

COMMENT ON FUNCTION count_placed(int, bigint) IS 'people placed at a vacancy that the acting unit holds, or arrived under its order, whose work still runs, of any area: a number and nothing of anybody';

GRANT CREATE ON SCHEMA public TO ricebowl_search;
ALTER FUNCTION count_placed(int, bigint) OWNER TO ricebowl_search;
REVOKE CREATE ON SCHEMA public FROM ricebowl_search;
REVOKE ALL ON FUNCTION count_placed(int, bigint) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION count_placed(int, bigint) TO ricebowl_officer;
