-- The ciphers of a person are read by no login. What moves whole rows between the ledger and its history therefore stands in functions,
-- each of which compares with the scope settings itself, as the policy does.
GRANT SELECT (county, area, id, household_id, relation, name, pinyin, initials, grams, sex, birth_date, death_date, ethnic, education, in_school, health, capacity, disability_grade, id_kind, id_cipher, id_index, id_mask, phone_cipher, phone_index, phone_mask, bank_cipher, bank_index, bank_mask, opened_on, version, known_from, source, evidence, verified_on, verified_method, verified_by, verified_until, recorded_by) ON person TO ricebowl_search;
GRANT INSERT, UPDATE ON person TO ricebowl_search;
CREATE POLICY recall ON person FOR INSERT TO ricebowl_search
  WITH CHECK (area >= NULLIF(current_setting('ricebowl.lo', true), '')::bigint AND area < NULLIF(current_setting('ricebowl.hi', true), '')::bigint);
CREATE POLICY recall_known ON person FOR UPDATE TO ricebowl_search
  USING (area >= NULLIF(current_setting('ricebowl.lo', true), '')::bigint AND area < NULLIF(current_setting('ricebowl.hi', true), '')::bigint)
  WITH CHECK (area >= NULLIF(current_setting('ricebowl.lo', true), '')::bigint AND area < NULLIF(current_setting('ricebowl.hi', true), '')::bigint);
GRANT SELECT, INSERT ON person_history TO ricebowl_search;
CREATE POLICY keep ON person_history TO ricebowl_search
  USING (area >= NULLIF(current_setting('ricebowl.lo', true), '')::bigint AND area < NULLIF(current_setting('ricebowl.hi', true), '')::bigint)
  WITH CHECK (area >= NULLIF(current_setting('ricebowl.lo', true), '')::bigint AND area < NULLIF(current_setting('ricebowl.hi', true), '')::bigint);

CREATE FUNCTION keep_person(wanted_county int, wanted_person bigint, seen timestamptz, at timestamptz, why text)
RETURNS boolean
LANGUAGE plpgsql VOLATILE SECURITY DEFINER
SET search_path = pg_catalog, public, pg_temp
AS $$
DECLARE
  lo bigint := NULLIF(current_setting('ricebowl.lo', true), '')::bigint;
  hi bigint := NULLIF(current_setting('ricebowl.hi', true), '')::bigint;
BEGIN
  INSERT INTO person_history SELECT p.*, at, why FROM person p
    WHERE p.county = wanted_county AND p.id = wanted_person AND p.known_from = seen AND p.area >= lo AND p.area < hi FOR UPDATE;
  RETURN FOUND;
END
$$;

COMMENT ON FUNCTION keep_person(int, bigint, timestamptz, timestamptz, text) IS 'what the ledger said of a person until now, kept in the history, ciphers included; the caller changes the row in the same transaction; false = the version seen no longer stands, or is out of scope';

CREATE FUNCTION recall_person(wanted_county int, wanted_person bigint, said timestamptz, at timestamptz)
RETURNS boolean
LANGUAGE plpgsql VOLATILE SECURITY DEFINER
SET search_path = pg_catalog, public, pg_temp
AS $$
DECLARE
  lo bigint := NULLIF(current_setting('ricebowl.lo', true), '')::bigint;
  hi bigint := NULLIF(current_setting('ricebowl.hi', true), '')::bigint;
  was person%ROWTYPE;
  latest int;
BEGIN
  SELECT (jsonb_populate_record(NULL::person, to_jsonb(h) || jsonb_build_object('known_from', at))).* INTO was FROM person_history h
    WHERE h.county = wanted_county AND h.id = wanted_person AND h.known_from = said AND h.area >= lo AND h.area < hi;
  IF was.id IS NULL THEN
    RETURN false;
  END IF;
  SELECT max(v.version) INTO latest FROM (
    SELECT p.version FROM person p WHERE p.county = wanted_county AND p.id = wanted_person
    UNION ALL SELECT h.version FROM person_history h WHERE h.county = wanted_county AND h.id = wanted_person) v;
  was.version := latest + 1;
  UPDATE person p SET (household_id, relation, name, pinyin, initials, grams, sex, birth_date, death_date, ethnic, education, in_school, health, capacity, disability_grade, id_kind, id_cipher, id_index, id_mask, phone_cipher, phone_index, phone_mask, bank_cipher, bank_index, bank_mask, opened_on, version, known_from, source, evidence, verified_on, verified_method, verified_by, verified_until, recorded_by) =
      ROW (was.household_id, was.relation, was.name, was.pinyin, was.initials, was.grams, was.sex, was.birth_date, was.death_date, was.ethnic, was.education, was.in_school, was.health, was.capacity, was.disability_grade, was.id_kind, was.id_cipher, was.id_index, was.id_mask, was.phone_cipher, was.phone_index, was.phone_mask, was.bank_cipher, was.bank_index, was.bank_mask, was.opened_on, was.version, was.known_from, was.source, was.evidence, was.verified_on, was.verified_method, was.verified_by, was.verified_until, was.recorded_by)
    WHERE p.county = wanted_county AND p.id = wanted_person AND p.area = was.area;
  IF NOT FOUND THEN
    INSERT INTO person SELECT was.*;
  END IF;
  RETURN true;
END
$$;

COMMENT ON FUNCTION recall_person(int, bigint, timestamptz, timestamptz) IS 'the ledger says again of a person what a row of the history says, ciphers included, as a new version; false = there is no such row within the scope';

CREATE FUNCTION sealed_of(persons bigint[], request text)
RETURNS TABLE (county int, id bigint, id_cipher bytea, phone_cipher bytea, bank_cipher bytea)
LANGUAGE plpgsql VOLATILE SECURITY DEFINER
SET search_path = pg_catalog, public, pg_temp
AS $$
#variable_conflict use_column
DECLARE
  lo bigint := NULLIF(current_setting('ricebowl.lo', true), '')::bigint;
  hi bigint := NULLIF(current_setting('ricebowl.hi', true), '')::bigint;
BEGIN
  INSERT INTO audit_line (officer_id, post_id, action, object_kind, object_ids, fields, rows, request_id)
    VALUES (NULLIF(current_setting('ricebowl.officer', true), '')::bigint, NULLIF(current_setting('ricebowl.post', true), '')::bigint,
      'people.compare', 'person', persons, ARRAY['identity', 'phone', 'bank'], cardinality(persons), request);
  RETURN QUERY SELECT p.county, p.id, p.id_cipher, p.phone_cipher, p.bank_cipher FROM person p
    WHERE p.id = ANY (persons) AND p.area >= lo AND p.area < hi;
END
$$;

COMMENT ON FUNCTION sealed_of(bigint[], text) IS 'ciphers of files within the scope, for the server to compare them or to bind them to another row; shown to nobody, logged';

GRANT CREATE ON SCHEMA public TO ricebowl_search;
ALTER FUNCTION keep_person(int, bigint, timestamptz, timestamptz, text) OWNER TO ricebowl_search;
ALTER FUNCTION recall_person(int, bigint, timestamptz, timestamptz) OWNER TO ricebowl_search;
ALTER FUNCTION sealed_of(bigint[], text) OWNER TO ricebowl_search;
REVOKE CREATE ON SCHEMA public FROM ricebowl_search;
REVOKE ALL ON FUNCTION keep_person(int, bigint, timestamptz, timestamptz, text) FROM PUBLIC;
REVOKE ALL ON FUNCTION recall_person(int, bigint, timestamptz, timestamptz) FROM PUBLIC;
REVOKE ALL ON FUNCTION sealed_of(bigint[], text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION keep_person(int, bigint, timestamptz, timestamptz, text) TO ricebowl_officer, ricebowl_job;
GRANT EXECUTE ON FUNCTION recall_person(int, bigint, timestamptz, timestamptz) TO ricebowl_officer, ricebowl_job;
GRANT EXECUTE ON FUNCTION sealed_of(bigint[], text) TO ricebowl_officer, ricebowl_job;

-- Who may be the same person is asked by name and birthday.
CREATE INDEX person_name_birth ON person (name, birth_date);
