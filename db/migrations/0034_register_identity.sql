CREATE FUNCTION find_by_identity(wanted_index bytea)
RETURNS TABLE (county int, area bigint, id bigint)
LANGUAGE sql STABLE SECURITY DEFINER
SET search_path = pg_catalog, public, pg_temp
BEGIN ATOMIC
  SELECT p.county, p.area, p.id
  FROM person_identity i JOIN person p ON p.county = i.county AND p.id = i.person_id
  WHERE i.id_index = wanted_index
    AND p.area >= NULLIF(current_setting('ricebowl.lo', true), '')::bigint
    AND p.area < NULLIF(current_setting('ricebowl.hi', true), '')::bigint;
END;

COMMENT ON FUNCTION find_by_identity(bytea) IS 'the file that holds an identity number, if it lies within the scope set';

CREATE FUNCTION register_identity(wanted_index bytea, wanted_county int, wanted_person bigint, request text)
RETURNS text
LANGUAGE plpgsql VOLATILE SECURITY DEFINER
SET search_path = pg_catalog, public, pg_temp
AS $$
DECLARE
  lo bigint := NULLIF(current_setting('ricebowl.lo', true), '')::bigint;
  hi bigint := NULLIF(current_setting('ricebowl.hi', true), '')::bigint;
  mine person.area%TYPE;
  theirs record;
  answer text := 'registered';
BEGIN
  SELECT p.area INTO mine FROM person p
    WHERE p.county = wanted_county AND p.id = wanted_person AND p.id_index = wanted_index AND p.area >= lo AND p.area < hi;
  IF mine IS NULL THEN
    RAISE EXCEPTION 'no such file with that identity number within the scope' USING ERRCODE = 'insufficient_privilege';
  END IF;
  INSERT INTO person_identity (id_index, county, person_id) VALUES (wanted_index, wanted_county, wanted_person)
    ON CONFLICT DO NOTHING;
  IF NOT FOUND THEN
    SELECT i.county, i.person_id, p.area INTO theirs
      FROM person_identity i LEFT JOIN person p ON p.county = i.county AND p.id = i.person_id WHERE i.id_index = wanted_index;
    answer := CASE WHEN theirs.county = wanted_county AND theirs.person_id = wanted_person THEN 'registered'
      WHEN theirs.area >= lo AND theirs.area < hi THEN 'taken' ELSE 'elsewhere' END;
  END IF;
  INSERT INTO audit_line (officer_id, post_id, action, outcome, object_kind, object_county, object_area, object_id, fields, detail, rows, request_id)
    VALUES (NULLIF(current_setting('ricebowl.officer', true), '')::bigint, NULLIF(current_setting('ricebowl.post', true), '')::bigint,
      'people.register_identity', CASE answer WHEN 'registered' THEN 'done' ELSE 'refused' END, 'person', wanted_county, mine, wanted_person,
      ARRAY['identity'], answer, 1, request);
  RETURN answer;
END
$$;

COMMENT ON FUNCTION register_identity(bytea, int, bigint, text) IS 'one identity number, one person, city-wide: registered, taken (another file within the scope has it) or elsewhere (a file outside has it: hand over, do not open a second); logged either way';

CREATE FUNCTION release_identity(wanted_index bytea, wanted_county int, wanted_person bigint)
RETURNS boolean
LANGUAGE plpgsql VOLATILE SECURITY DEFINER
SET search_path = pg_catalog, public, pg_temp
AS $$
BEGIN
  DELETE FROM person_identity i USING person p
    WHERE i.id_index = wanted_index AND i.county = wanted_county AND i.person_id = wanted_person
      AND p.county = i.county AND p.id = i.person_id
      AND p.area >= NULLIF(current_setting('ricebowl.lo', true), '')::bigint
      AND p.area < NULLIF(current_setting('ricebowl.hi', true), '')::bigint;
  RETURN FOUND;
END
$$;

COMMENT ON FUNCTION release_identity(bytea, int, bigint) IS 'frees a number that a file within the scope had wrongly or hands over';

GRANT CREATE ON SCHEMA public TO ricebowl_search;
ALTER FUNCTION find_by_identity(bytea) OWNER TO ricebowl_search;
ALTER FUNCTION register_identity(bytea, int, bigint, text) OWNER TO ricebowl_search;
ALTER FUNCTION release_identity(bytea, int, bigint) OWNER TO ricebowl_search;
REVOKE CREATE ON SCHEMA public FROM ricebowl_search;
REVOKE ALL ON FUNCTION find_by_identity(bytea) FROM PUBLIC;
REVOKE ALL ON FUNCTION register_identity(bytea, int, bigint, text) FROM PUBLIC;
REVOKE ALL ON FUNCTION release_identity(bytea, int, bigint) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION find_by_identity(bytea) TO ricebowl_officer, ricebowl_job;
GRANT EXECUTE ON FUNCTION register_identity(bytea, int, bigint, text) TO ricebowl_officer, ricebowl_job;
GRANT EXECUTE ON FUNCTION release_identity(bytea, int, bigint) TO ricebowl_officer, ricebowl_job;
