-- Whole parts of a list at a time: what register_identity() and its kin do for one number, and moves of rows whose ciphers no login may read.
-- Each compares with the very settings the policies compare with.

CREATE FUNCTION known_identities(wanted bytea[])
RETURNS TABLE (id_index bytea, county int, area bigint, id bigint)
LANGUAGE sql STABLE SECURITY DEFINER
SET search_path = pg_catalog, public, pg_temp
BEGIN ATOMIC
  SELECT i.id_index, p.county, p.area, p.id
  FROM unnest(wanted) AS w(id_index) JOIN person_identity i ON i.id_index = w.id_index
    LEFT JOIN person p ON p.county = i.county AND p.id = i.person_id AND p.area >= NULLIF(current_setting('ricebowl.lo', true), '')::bigint AND p.area < NULLIF(current_setting('ricebowl.hi', true), '')::bigint
  WHERE NULLIF(current_setting('ricebowl.lo', true), '') IS NOT NULL;
END;

COMMENT ON FUNCTION known_identities(bytea[]) IS 'the files that hold identity numbers; of one outside the scope set, only that there is one';

CREATE FUNCTION register_identities(wanted bytea[], counties int[], people bigint[], request text)
RETURNS SETOF bytea
LANGUAGE plpgsql VOLATILE SECURITY DEFINER
SET search_path = pg_catalog, public, pg_temp
AS $$
#variable_conflict use_column
DECLARE
  asked int := cardinality(wanted);
  made int;
BEGIN
  SELECT count(*) INTO made FROM unnest(wanted, counties, people) AS w(id_index, county, id)
    JOIN person p ON p.county = w.county AND p.id = w.id AND p.id_index = w.id_index AND p.area >= NULLIF(current_setting('ricebowl.lo', true), '')::bigint AND p.area < NULLIF(current_setting('ricebowl.hi', true), '')::bigint;
  IF made <> asked THEN
    RAISE EXCEPTION 'no such file with that identity number within the scope' USING ERRCODE = 'insufficient_privilege';
  END IF;
  INSERT INTO person_identity (id_index, county, person_id)
    SELECT w.id_index, w.county, w.id FROM unnest(wanted, counties, people) AS w(id_index, county, id) ORDER BY w.id_index ON CONFLICT DO NOTHING;
  GET DIAGNOSTICS made = ROW_COUNT;
  INSERT INTO audit_line (officer_id, post_id, action, outcome, object_kind, fields, detail, rows, request_id)
    VALUES (NULLIF(current_setting('ricebowl.officer', true), '')::bigint, NULLIF(current_setting('ricebowl.post', true), '')::bigint,
      'people.register_identity', 'done', 'person', ARRAY['identity'], 'registered ' || made || ' of ' || asked, made, request);
  RETURN QUERY SELECT i.id_index FROM unnest(wanted, counties, people) AS w(id_index, county, id)
    JOIN person_identity i ON i.id_index = w.id_index WHERE i.county <> w.county OR i.person_id <> w.id;
END
$$;

COMMENT ON FUNCTION register_identities(bytea[], int[], bigint[], text) IS 'registers the numbers of files within the scope; answers those that another file holds already; logged';

CREATE FUNCTION release_identities(counties int[], people bigint[])
RETURNS bigint
LANGUAGE plpgsql VOLATILE SECURITY DEFINER
SET search_path = pg_catalog, public, pg_temp
AS $$
DECLARE
  freed bigint;
BEGIN
  DELETE FROM person_identity i USING unnest(counties, people) AS w(county, id), person p
    WHERE p.county = w.county AND p.id = w.id AND p.area >= NULLIF(current_setting('ricebowl.lo', true), '')::bigint AND p.area < NULLIF(current_setting('ricebowl.hi', true), '')::bigint
      AND i.id_index = p.id_index AND i.county = p.county AND i.person_id = p.id;
  GET DIAGNOSTICS freed = ROW_COUNT;
  RETURN freed;
END
$$;

COMMENT ON FUNCTION release_identities(int[], bigint[]) IS 'frees the numbers of files within the scope';

CREATE FUNCTION supersede_people(counties int[], ids bigint[], at timestamptz, why text)
RETURNS bigint
LANGUAGE plpgsql VOLATILE SECURITY DEFINER
SET search_path = pg_catalog, public, pg_temp
AS $$
DECLARE
  moved bigint;
BEGIN
  INSERT INTO person_history (county, area, id, household_id, relation, name, pinyin, initials, grams, sex, birth_date, death_date, ethnic, education, in_school, health, capacity, disability_grade, id_kind, id_cipher, id_index, id_mask, phone_cipher, phone_index, phone_mask, bank_cipher, bank_index, bank_mask, opened_on, version, known_from, source, evidence, verified_on, verified_method, verified_by, verified_until, recorded_by, known_to, superseded_by)
    SELECT p.county, p.area, p.id, p.household_id, p.relation, p.name, p.pinyin, p.initials, p.grams, p.sex, p.birth_date, p.death_date, p.ethnic, p.education, p.in_school, p.health, p.capacity, p.disability_grade, p.id_kind, p.id_cipher, p.id_index, p.id_mask, p.phone_cipher, p.phone_index, p.phone_mask, p.bank_cipher, p.bank_index, p.bank_mask, p.opened_on, p.version, p.known_from, p.source, p.evidence, p.verified_on, p.verified_method, p.verified_by, p.verified_until, p.recorded_by, at, why FROM unnest(counties, ids) AS w(county, id)
      JOIN person p ON p.county = w.county AND p.id = w.id WHERE p.area >= NULLIF(current_setting('ricebowl.lo', true), '')::bigint AND p.area < NULLIF(current_setting('ricebowl.hi', true), '')::bigint;
  GET DIAGNOSTICS moved = ROW_COUNT;
  RETURN moved;
END
$$;

COMMENT ON FUNCTION supersede_people(int[], bigint[], timestamptz, text) IS 'copies what is said of people within the scope into history, ciphers and all; the caller then says what stands instead, in the same transaction';

CREATE FUNCTION restore_people(counties int[], ids bigint[], until timestamptz[], at timestamptz)
RETURNS bigint
LANGUAGE plpgsql VOLATILE SECURITY DEFINER
SET search_path = pg_catalog, public, pg_temp
AS $$
DECLARE
  restored bigint;
BEGIN
  UPDATE person p SET household_id = h.household_id, relation = h.relation, name = h.name, pinyin = h.pinyin, initials = h.initials, grams = h.grams, sex = h.sex, birth_date = h.birth_date, death_date = h.death_date, ethnic = h.ethnic, education = h.education, in_school = h.in_school, health = h.health, capacity = h.capacity, disability_grade = h.disability_grade, id_kind = h.id_kind, id_cipher = h.id_cipher, id_index = h.id_index, id_mask = h.id_mask, phone_cipher = h.phone_cipher, phone_index = h.phone_index, phone_mask = h.phone_mask, bank_cipher = h.bank_cipher, bank_index = h.bank_index, bank_mask = h.bank_mask, opened_on = h.opened_on, version = p.version + 1, source = h.source, evidence = h.evidence, verified_on = h.verified_on, verified_method = h.verified_method, verified_by = h.verified_by, verified_until = h.verified_until, recorded_by = h.recorded_by, known_from = at
    FROM unnest(counties, ids, until) AS w(county, id, until) JOIN person_history h ON h.county = w.county AND h.id = w.id AND h.known_to = w.until
    WHERE p.county = w.county AND p.id = w.id AND p.area >= NULLIF(current_setting('ricebowl.lo', true), '')::bigint AND p.area < NULLIF(current_setting('ricebowl.hi', true), '')::bigint;
  GET DIAGNOSTICS restored = ROW_COUNT;
  RETURN restored;
END
$$;

COMMENT ON FUNCTION restore_people(int[], bigint[], timestamptz[], timestamptz) IS 'says of people within the scope again what history says of them until a moment';

CREATE FUNCTION supersede_households(counties int[], ids bigint[], at timestamptz, why text)
RETURNS bigint
LANGUAGE plpgsql VOLATILE SECURITY DEFINER
SET search_path = pg_catalog, public, pg_temp
AS $$
DECLARE
  moved bigint;
BEGIN
  INSERT INTO household_history (county, area, id, code, relocated, unsafe_house, income_per_head_fen, address_cipher, valid_from, valid_to, known_from, source, evidence, verified_on, verified_method, verified_by, verified_until, recorded_by, known_to, superseded_by)
    SELECT p.county, p.area, p.id, p.code, p.relocated, p.unsafe_house, p.income_per_head_fen, p.address_cipher, p.valid_from, p.valid_to, p.known_from, p.source, p.evidence, p.verified_on, p.verified_method, p.verified_by, p.verified_until, p.recorded_by, at, why FROM unnest(counties, ids) AS w(county, id)
      JOIN household p ON p.county = w.county AND p.id = w.id WHERE p.area >= NULLIF(current_setting('ricebowl.lo', true), '')::bigint AND p.area < NULLIF(current_setting('ricebowl.hi', true), '')::bigint;
  GET DIAGNOSTICS moved = ROW_COUNT;
  RETURN moved;
END
$$;

COMMENT ON FUNCTION supersede_households(int[], bigint[], timestamptz, text) IS 'copies what is said of households within the scope into history, ciphers and all; the caller then says what stands instead, in the same transaction';

CREATE FUNCTION restore_households(counties int[], ids bigint[], until timestamptz[], at timestamptz)
RETURNS bigint
LANGUAGE plpgsql VOLATILE SECURITY DEFINER
SET search_path = pg_catalog, public, pg_temp
AS $$
DECLARE
  restored bigint;
BEGIN
  UPDATE household p SET code = h.code, relocated = h.relocated, unsafe_house = h.unsafe_house, income_per_head_fen = h.income_per_head_fen, address_cipher = h.address_cipher, valid_from = h.valid_from, valid_to = h.valid_to, source = h.source, evidence = h.evidence, verified_on = h.verified_on, verified_method = h.verified_method, verified_by = h.verified_by, verified_until = h.verified_until, recorded_by = h.recorded_by, known_from = at
    FROM unnest(counties, ids, until) AS w(county, id, until) JOIN household_history h ON h.county = w.county AND h.id = w.id AND h.known_to = w.until
    WHERE p.county = w.county AND p.id = w.id AND p.area >= NULLIF(current_setting('ricebowl.lo', true), '')::bigint AND p.area < NULLIF(current_setting('ricebowl.hi', true), '')::bigint;
  GET DIAGNOSTICS restored = ROW_COUNT;
  RETURN restored;
END
$$;

COMMENT ON FUNCTION restore_households(int[], bigint[], timestamptz[], timestamptz) IS 'says of households within the scope again what history says of them until a moment';

GRANT SELECT, UPDATE ON person TO ricebowl_search;
GRANT SELECT, INSERT ON person_history TO ricebowl_search;
CREATE POLICY move ON person FOR UPDATE TO ricebowl_search
  USING (area >= NULLIF(current_setting('ricebowl.lo', true), '')::bigint AND area < NULLIF(current_setting('ricebowl.hi', true), '')::bigint)
  WITH CHECK (area >= NULLIF(current_setting('ricebowl.lo', true), '')::bigint AND area < NULLIF(current_setting('ricebowl.hi', true), '')::bigint);
CREATE POLICY move ON person_history TO ricebowl_search
  USING (area >= NULLIF(current_setting('ricebowl.lo', true), '')::bigint AND area < NULLIF(current_setting('ricebowl.hi', true), '')::bigint)
  WITH CHECK (area >= NULLIF(current_setting('ricebowl.lo', true), '')::bigint AND area < NULLIF(current_setting('ricebowl.hi', true), '')::bigint);
GRANT SELECT, UPDATE ON household TO ricebowl_search;
GRANT SELECT, INSERT ON household_history TO ricebowl_search;
CREATE POLICY move ON household FOR UPDATE TO ricebowl_search
  USING (area >= NULLIF(current_setting('ricebowl.lo', true), '')::bigint AND area < NULLIF(current_setting('ricebowl.hi', true), '')::bigint)
  WITH CHECK (area >= NULLIF(current_setting('ricebowl.lo', true), '')::bigint AND area < NULLIF(current_setting('ricebowl.hi', true), '')::bigint);
CREATE POLICY move ON household_history TO ricebowl_search
  USING (area >= NULLIF(current_setting('ricebowl.lo', true), '')::bigint AND area < NULLIF(current_setting('ricebowl.hi', true), '')::bigint)
  WITH CHECK (area >= NULLIF(current_setting('ricebowl.lo', true), '')::bigint AND area < NULLIF(current_setting('ricebowl.hi', true), '')::bigint);

GRANT CREATE ON SCHEMA public TO ricebowl_search;
ALTER FUNCTION known_identities(bytea[]) OWNER TO ricebowl_search;
ALTER FUNCTION register_identities(bytea[], int[], bigint[], text) OWNER TO ricebowl_search;
ALTER FUNCTION release_identities(int[], bigint[]) OWNER TO ricebowl_search;
ALTER FUNCTION supersede_people(int[], bigint[], timestamptz, text) OWNER TO ricebowl_search;
ALTER FUNCTION restore_people(int[], bigint[], timestamptz[], timestamptz) OWNER TO ricebowl_search;
ALTER FUNCTION supersede_households(int[], bigint[], timestamptz, text) OWNER TO ricebowl_search;
ALTER FUNCTION restore_households(int[], bigint[], timestamptz[], timestamptz) OWNER TO ricebowl_search;
REVOKE CREATE ON SCHEMA public FROM ricebowl_search;
REVOKE ALL ON FUNCTION known_identities(bytea[]) FROM PUBLIC;
REVOKE ALL ON FUNCTION register_identities(bytea[], int[], bigint[], text) FROM PUBLIC;
REVOKE ALL ON FUNCTION release_identities(int[], bigint[]) FROM PUBLIC;
REVOKE ALL ON FUNCTION supersede_people(int[], bigint[], timestamptz, text) FROM PUBLIC;
REVOKE ALL ON FUNCTION restore_people(int[], bigint[], timestamptz[], timestamptz) FROM PUBLIC;
REVOKE ALL ON FUNCTION supersede_households(int[], bigint[], timestamptz, text) FROM PUBLIC;
REVOKE ALL ON FUNCTION restore_households(int[], bigint[], timestamptz[], timestamptz) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION known_identities(bytea[]) TO ricebowl_officer, ricebowl_job;
GRANT EXECUTE ON FUNCTION register_identities(bytea[], int[], bigint[], text) TO ricebowl_officer, ricebowl_job;
GRANT EXECUTE ON FUNCTION release_identities(int[], bigint[]) TO ricebowl_officer, ricebowl_job;
GRANT EXECUTE ON FUNCTION supersede_people(int[], bigint[], timestamptz, text) TO ricebowl_officer, ricebowl_job;
GRANT EXECUTE ON FUNCTION restore_people(int[], bigint[], timestamptz[], timestamptz) TO ricebowl_officer, ricebowl_job;
GRANT EXECUTE ON FUNCTION supersede_households(int[], bigint[], timestamptz, text) TO ricebowl_officer, ricebowl_job;
GRANT EXECUTE ON FUNCTION restore_households(int[], bigint[], timestamptz[], timestamptz) TO ricebowl_officer, ricebowl_job;
