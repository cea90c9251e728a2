GRANT SELECT (county, area, id, phone_cipher) ON vacancy TO ricebowl_search;
CREATE POLICY reveal ON vacancy FOR SELECT TO ricebowl_search
  USING (NULLIF(current_setting('ricebowl.lo', true), '')::bigint > 0 AND NULLIF(current_setting('ricebowl.hi', true), '')::bigint > 0);

CREATE FUNCTION reveal_vacancy_phone(wanted_county int, wanted_vacancy bigint, why text, request text)
RETURNS bytea
LANGUAGE plpgsql VOLATILE SECURITY DEFINER
SET search_path = pg_catalog, public, pg_temp
AS $$
DECLARE
  lo bigint := NULLIF(current_setting('ricebowl.lo', true), '')::bigint;
  hi bigint := NULLIF(current_setting('ricebowl.hi', true), '')::bigint;
  officer bigint := NULLIF(current_setting('ricebowl.officer', true), '')::bigint;
  post bigint := NULLIF(current_setting('ricebowl.post', true), '')::bigint;
  found_vacancy record;
BEGIN
  IF officer IS NULL OR post IS NULL OR char_length(btrim(why)) < 4 THEN
    RAISE EXCEPTION 'a sealed field is shown to an officer under a post, for a reason' USING ERRCODE = 'insufficient_privilege';
  END IF;
  SELECT v.area, v.phone_cipher INTO found_vacancy FROM vacancy v
    WHERE v.county = wanted_county AND v.id = wanted_vacancy AND lo > 0 AND hi > 0;
  -- Logged before it is shown, in the transaction that shows it.
  INSERT INTO audit_line (officer_id, post_id, action, outcome, object_kind, object_county, object_area, object_id, fields, reason, rows, request_id)
    VALUES (officer, post, 'jobs.read', CASE WHEN found_vacancy IS NULL THEN 'refused' ELSE 'done' END, 'vacancy', wanted_county,
      found_vacancy.area, wanted_vacancy, ARRAY['phone'], why, CASE WHEN found_vacancy IS NULL THEN 0 ELSE 1 END, request);
  RETURN found_vacancy.phone_cipher;
END
$$;

COMMENT ON FUNCTION reveal_vacancy_phone(int, bigint, text, text) IS 'the cipher of the phone of a vacancy''s contact, for whoever acts under a post with an area; null = no such vacancy, or no phone; logged either way';

GRANT CREATE ON SCHEMA public TO ricebowl_search;
ALTER FUNCTION reveal_vacancy_phone(int, bigint, text, text) OWNER TO ricebowl_search;
REVOKE CREATE ON SCHEMA public FROM ricebowl_search;
REVOKE ALL ON FUNCTION reveal_vacancy_phone(int, bigint, text, text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION reveal_vacancy_phone(int, bigint, text, text) TO ricebowl_officer;
