GRANT SELECT (county, area, id, address_cipher) ON household TO ricebowl_search;
CREATE POLICY reveal ON household FOR SELECT TO ricebowl_search
  USING (area >= NULLIF(current_setting('ricebowl.lo', true), '')::bigint AND area < NULLIF(current_setting('ricebowl.hi', true), '')::bigint);

CREATE FUNCTION reveal_field(wanted_county int, wanted_person bigint, field text, why text, request text)
RETURNS TABLE (row_id bigint, cipher bytea)
LANGUAGE plpgsql VOLATILE SECURITY DEFINER
SET search_path = pg_catalog, public, pg_temp
AS $$
#variable_conflict use_column
DECLARE
  lo bigint := NULLIF(current_setting('ricebowl.lo', true), '')::bigint;
  hi bigint := NULLIF(current_setting('ricebowl.hi', true), '')::bigint;
  officer bigint := NULLIF(current_setting('ricebowl.officer', true), '')::bigint;
  post bigint := NULLIF(current_setting('ricebowl.post', true), '')::bigint;
  person_found record;
BEGIN
  IF officer IS NULL OR post IS NULL OR char_length(btrim(why)) < 4 OR field NOT IN ('identity', 'phone', 'bank', 'address') THEN
    RAISE EXCEPTION 'a sealed field is shown to an officer under a post, for a reason' USING ERRCODE = 'insufficient_privilege';
  END IF;
  SELECT p.area, p.household_id, p.id_cipher, p.phone_cipher, p.bank_cipher INTO person_found FROM person p
    WHERE p.county = wanted_county AND p.id = wanted_person AND p.area >= lo AND p.area < hi;
  -- Logged before it is shown, in the transaction that shows it; a file outside the scope is logged as refused.
  INSERT INTO audit_line (officer_id, post_id, action, outcome, object_kind, object_county, object_area, object_id, fields, reason, rows, request_id)
    VALUES (officer, post, 'people.reveal', CASE WHEN person_found IS NULL THEN 'refused' ELSE 'done' END, 'person', wanted_county,
      person_found.area, wanted_person, ARRAY[field], why, CASE WHEN person_found IS NULL THEN 0 ELSE 1 END, request);
  IF person_found IS NULL THEN
    RETURN;
  END IF;
  IF field = 'address' THEN
    RETURN QUERY SELECT h.id, h.address_cipher FROM household h WHERE h.county = wanted_county AND h.id = person_found.household_id;
  ELSE
    RETURN QUERY SELECT wanted_person, CASE field WHEN 'identity' THEN person_found.id_cipher
      WHEN 'phone' THEN person_found.phone_cipher ELSE person_found.bank_cipher END;
  END IF;
END
$$;

COMMENT ON FUNCTION reveal_field(int, bigint, text, text, text) IS 'the cipher of a sealed field and the id of the row it is bound to (the household''s for an address); no row = no such file within the scope; logged either way';

GRANT CREATE ON SCHEMA public TO ricebowl_search;
ALTER FUNCTION reveal_field(int, bigint, text, text, text) OWNER TO ricebowl_search;
REVOKE CREATE ON SCHEMA public FROM ricebowl_search;
REVOKE ALL ON FUNCTION reveal_field(int, bigint, text, text, text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION reveal_field(int, bigint, text, text, text) TO ricebowl_officer;
