-- One rule for every opening that is taken: a placement takes it for its referral, an arrival without a referral for the traveller of a batch
-- that left under an order. Either must lie within the scope; the vacancy may be another unit's. An arrival gives none back: who returns was there.
GRANT SELECT (county, area, id, batch_id, boarded, missing, employment_id, returned_on) ON traveller TO ricebowl_search;
CREATE POLICY take ON traveller FOR SELECT TO ricebowl_search
  USING (area >= NULLIF(current_setting('ricebowl.lo', true), '')::bigint AND area < NULLIF(current_setting('ricebowl.hi', true), '')::bigint);
GRANT SELECT (county, area, id, order_id, left_on) ON dispatch_batch TO ricebowl_search;
CREATE POLICY take ON dispatch_batch FOR SELECT TO ricebowl_search
  USING (NULLIF(current_setting('ricebowl.lo', true), '')::bigint > 0 AND NULLIF(current_setting('ricebowl.hi', true), '')::bigint > 0);
GRANT SELECT (county, area, id, vacancy_id) ON corridor_order TO ricebowl_search;
CREATE POLICY take ON corridor_order FOR SELECT TO ricebowl_search
  USING (NULLIF(current_setting('ricebowl.lo', true), '')::bigint > 0 AND NULLIF(current_setting('ricebowl.hi', true), '')::bigint > 0);

DROP FUNCTION take_opening(int, bigint, int, date, timestamptz, text);

CREATE FUNCTION take_opening(holder text, wanted_county int, wanted bigint, step int, day date, at timestamptz, request text)
RETURNS text
LANGUAGE plpgsql VOLATILE SECURITY DEFINER
SET search_path = pg_catalog, public, pg_temp
AS $$
DECLARE
  lo bigint := NULLIF(current_setting('ricebowl.lo', true), '')::bigint;
  hi bigint := NULLIF(current_setting('ricebowl.hi', true), '')::bigint;
  officer bigint := NULLIF(current_setting('ricebowl.officer', true), '')::bigint;
  post bigint := NULLIF(current_setting('ricebowl.post', true), '')::bigint;
  found record;
  found_vacancy record;
  moment timestamptz;
  answer text;
BEGIN
  IF officer IS NULL OR post IS NULL OR step IS NULL OR step NOT IN (1, -1) THEN
    RAISE EXCEPTION 'an opening is taken or given back by an officer under a post, one at a time' USING ERRCODE = 'insufficient_privilege';
  END IF;
  -- `open` says whether the holder stands so that an opening can be taken, `kept` whether one was taken for it that can be given back.
  IF holder = 'referral' THEN
    SELECT r.vacancy_county, r.vacancy_id, r.valid_to IS NULL AS open, r.placed_on IS NOT NULL AS kept INTO found FROM referral r
      WHERE r.county = wanted_county AND r.id = wanted AND r.area >= lo AND r.area < hi;
  ELSIF holder = 'traveller' THEN
    SELECT o.county AS vacancy_county, o.vacancy_id,
           t.boarded AND t.missing IS NULL AND t.employment_id IS NULL AND t.returned_on IS NULL AND b.left_on IS NOT NULL AS open, FALSE AS kept INTO found
      FROM traveller t JOIN dispatch_batch b ON b.id = t.batch_id JOIN corridor_order o ON o.id = b.order_id
      WHERE t.county = wanted_county AND t.id = wanted AND t.area >= lo AND t.area < hi;
  END IF;
  IF found IS NULL OR (step = 1 AND found.open IS NOT TRUE) OR (step = -1 AND NOT found.kept) THEN
    RAISE EXCEPTION 'nobody within the scope stands so that an opening could be taken or given back' USING ERRCODE = 'insufficient_privilege';
  END IF;
  -- One after the other: whoever comes second sees what the first has taken.
  SELECT v.area, v.openings, v.taken, v.valid_from, v.valid_to, v.known_from INTO found_vacancy FROM vacancy v
    WHERE v.county = found.vacancy_county AND v.id = found.vacancy_id FOR UPDATE;
  answer := CASE
    WHEN found_vacancy IS NULL THEN 'absent'
    WHEN step = 1 AND found_vacancy.valid_to <= day THEN 'closed'
    WHEN step = 1 AND found_vacancy.taken >= found_vacancy.openings THEN 'full'
    WHEN step = -1 AND found_vacancy.taken <= 0 THEN 'none_taken'
    ELSE 'done' END;
  IF answer = 'done' THEN
    -- Two in one millisecond: the later version begins after the earlier, as far as clients can tell.
    moment := GREATEST(at, found_vacancy.known_from + interval '1 millisecond');
    INSERT INTO vacancy_history (county, area, id, kind, title, occupation, industry, employer, credit_code, site_id, licence_seen_on, place, openings, taken, wage_form, wage_low_fen, wage_high_fen, hours_per_day, days_per_month, hours, season, board, lodging, training, education, skills, certificate, age_from, age_to, age_rule, hazards, contact, phone_mask, detail, work_from, work_to, refreshed_on, open_until, valid_from, valid_to, close_reason, known_from, source, recorded_by, known_to, superseded_by)
      SELECT v.county, v.area, v.id, v.kind, v.title, v.occupation, v.industry, v.employer, v.credit_code, v.site_id, v.licence_seen_on, v.place, v.openings, v.taken, v.wage_form, v.wage_low_fen, v.wage_high_fen, v.hours_per_day, v.days_per_month, v.hours, v.season, v.board, v.lodging, v.training, v.education, v.skills, v.certificate, v.age_from, v.age_to, v.age_rule, v.hazards, v.contact, v.phone_mask, v.detail, v.work_from, v.work_to, v.refreshed_on, v.open_until, v.valid_from, v.valid_to, v.close_reason, v.known_from, v.source, v.recorded_by, moment, 'taken' FROM vacancy v
       WHERE v.county = found.vacancy_county AND v.id = found.vacancy_id;
    UPDATE vacancy v SET taken = found_vacancy.taken + step, known_from = moment, recorded_by = post
      WHERE v.county = found.vacancy_county AND v.id = found.vacancy_id;
  END IF;
  INSERT INTO audit_line (officer_id, post_id, action, outcome, object_kind, object_county, object_area, object_id, fields, detail, rows, request_id)
    VALUES (officer, post, 'jobs.take', CASE answer WHEN 'done' THEN 'done' ELSE 'refused' END, 'vacancy', found.vacancy_county,
      found_vacancy.area, found.vacancy_id, ARRAY['taken'], answer, CASE answer WHEN 'done' THEN 1 ELSE 0 END, request);
  RETURN answer;
END
$$;

COMMENT ON FUNCTION take_opening(text, int, bigint, int, date, timestamptz, text) IS 'one opening more (1) or less (-1) of the vacancy of a referral within the scope, or one more of the order of a traveller within it, never beyond the openings: done, full, closed, none_taken, absent; changes nothing else of it; logged either way';

GRANT CREATE ON SCHEMA public TO ricebowl_search;
ALTER FUNCTION take_opening(text, int, bigint, int, date, timestamptz, text) OWNER TO ricebowl_search;
REVOKE CREATE ON SCHEMA public FROM ricebowl_search;
REVOKE ALL ON FUNCTION take_opening(text, int, bigint, int, date, timestamptz, text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION take_opening(text, int, bigint, int, date, timestamptz, text) TO ricebowl_officer;
