-- An employer answers for itself. It has no right on referrals: the door opens by exactly its own columns of one that runs, to a vacancy that
-- carries its credit code, in the version it has seen. States as domain/jobs/referral/referral-state.ts has them; a test holds both together.
GRANT UPDATE (employer_answer, employer_reason, employer_answered_on, interview_on, interview_result, end_reason, valid_to, known_from,
  evidence, verified_on, verified_method, verified_by, recorded_by) ON referral TO ricebowl_search;
CREATE POLICY answer ON referral FOR UPDATE TO ricebowl_search
  USING (person_answer = 'accepted' AND valid_to IS NULL AND NULLIF(current_setting('ricebowl.employer', true), '') IS NOT NULL)
  WITH CHECK (person_answer = 'accepted' AND NULLIF(current_setting('ricebowl.employer', true), '') IS NOT NULL);
GRANT INSERT ON referral_history TO ricebowl_search;
CREATE POLICY answer ON referral_history FOR INSERT TO ricebowl_search
  WITH CHECK (person_answer = 'accepted' AND NULLIF(current_setting('ricebowl.employer', true), '') IS NOT NULL);
GRANT SELECT, INSERT, UPDATE ON ledger_head TO ricebowl_search;

CREATE FUNCTION answer_referral(wanted bigint, seen timestamptz, act text, said text, why text, day date, at timestamptz, request text)
RETURNS text
LANGUAGE plpgsql VOLATILE SECURITY DEFINER
SET search_path = pg_catalog, public, pg_temp
AS $$
DECLARE
  code text := NULLIF(current_setting('ricebowl.employer', true), '');
  officer bigint := NULLIF(current_setting('ricebowl.officer', true), '')::bigint;
  post bigint := NULLIF(current_setting('ricebowl.post', true), '')::bigint;
  found_referral record;
  moment timestamptz;
  ending text;
  answer text;
BEGIN
  IF code IS NULL OR officer IS NULL OR post IS NULL THEN
    RAISE EXCEPTION 'a referral is answered by an employer under its post' USING ERRCODE = 'insufficient_privilege';
  END IF;
  IF day IS NULL OR at IS NULL OR seen IS NULL OR NOT COALESCE(CASE act
      WHEN 'employer' THEN said = 'accepted' AND why IS NULL OR said = 'declined' AND why ~ '^[a-z_]{1,40}$'
      WHEN 'interview' THEN said IS NULL AND why IS NULL
      WHEN 'interviewed' THEN said IN ('passed', 'failed', 'absent') AND why IS NULL END, FALSE) THEN
    RAISE EXCEPTION 'no answer an employer could give' USING ERRCODE = 'invalid_parameter_value';
  END IF;
  SELECT r.county, r.area, r.id, r.person_id, r.valid_from, r.valid_to, r.known_from, r.person_answered_on, r.employer_answered_on, r.interview_on,
         r.interview_result, r.trial_from, v.employer INTO found_referral
    FROM referral r JOIN vacancy v ON v.county = r.vacancy_county AND v.id = r.vacancy_id
   WHERE r.id = wanted AND r.person_answer = 'accepted' AND v.credit_code = code AND r.valid_to IS NULL FOR UPDATE OF r;
  answer := CASE
    WHEN found_referral.id IS NULL THEN 'absent'
    WHEN date_trunc('milliseconds', found_referral.known_from) <> date_trunc('milliseconds', seen) THEN 'stale'
    WHEN found_referral.trial_from IS NOT NULL THEN 'impossible'
    WHEN act = 'employer' AND (found_referral.employer_answered_on IS NOT NULL OR found_referral.interview_on IS NOT NULL) THEN 'impossible'
    WHEN act = 'interview' AND found_referral.employer_answered_on IS NULL AND found_referral.interview_on IS NULL THEN 'impossible'
    WHEN act = 'interviewed' AND found_referral.interview_on IS NULL THEN 'impossible'
    WHEN act <> 'employer' AND found_referral.interview_on IS NOT NULL AND found_referral.interview_result = 'passed' THEN 'impossible'
    WHEN day < CASE act WHEN 'employer' THEN found_referral.person_answered_on WHEN 'interview' THEN found_referral.valid_from
      ELSE found_referral.interview_on END THEN 'day'
    ELSE 'done' END;
  IF answer = 'done' THEN
    moment := GREATEST(at, found_referral.known_from + interval '1 millisecond');
    ending := CASE said WHEN 'declined' THEN 'employer_declined' WHEN 'failed' THEN 'interview_failed' WHEN 'absent' THEN 'absent' END;
    WITH kept AS (
      INSERT INTO referral_history
        SELECT r.*, moment, CASE said WHEN 'declined' THEN 'ended' ELSE 'correction' END FROM referral r
         WHERE r.county = found_referral.county AND r.id = found_referral.id)
    UPDATE referral r SET known_from = moment, recorded_by = post, evidence = 'employer',
           verified_on = day, verified_method = NULL, verified_by = found_referral.employer,
           employer_answer = CASE act WHEN 'employer' THEN said ELSE r.employer_answer END,
           employer_reason = CASE act WHEN 'employer' THEN why ELSE r.employer_reason END,
           employer_answered_on = CASE act WHEN 'employer' THEN day ELSE r.employer_answered_on END,
           interview_on = CASE act WHEN 'interview' THEN day ELSE r.interview_on END,
           interview_result = CASE act WHEN 'interview' THEN NULL WHEN 'interviewed' THEN said ELSE r.interview_result END,
           end_reason = ending, valid_to = CASE WHEN ending IS NOT NULL THEN day END
     WHERE r.county = found_referral.county AND r.id = found_referral.id;
    INSERT INTO ledger_head AS h (county, changed_at) VALUES (found_referral.county, moment)
      ON CONFLICT (county) DO UPDATE SET changed_at = GREATEST(h.changed_at + interval '1 millisecond', excluded.changed_at);
  END IF;
  INSERT INTO audit_line (officer_id, post_id, action, outcome, object_kind, object_county, object_area, object_id, fields, detail, rows, request_id)
    VALUES (officer, post, 'jobs.offer', CASE answer WHEN 'done' THEN 'done' ELSE 'refused' END, 'person', found_referral.county,
      found_referral.area, found_referral.person_id, CASE act WHEN 'employer' THEN ARRAY['employer_answer'] WHEN 'interview' THEN ARRAY['interview_on']
      ELSE ARRAY['interview_result'] END, 'referral ' || wanted || ' answered by its employer: ' || answer, CASE answer WHEN 'done' THEN 1 ELSE 0 END, request);
  RETURN answer;
END
$$;

COMMENT ON FUNCTION answer_referral(bigint, timestamptz, text, text, text, date, timestamptz, text) IS 'what the acting employer says of a referral that runs to one of its own vacancies: its answer (employer), the day of an interview (interview), its result (interviewed); done, absent, stale, impossible, day; changes nothing else; logged either way';

GRANT CREATE ON SCHEMA public TO ricebowl_search;
ALTER FUNCTION answer_referral(bigint, timestamptz, text, text, text, date, timestamptz, text) OWNER TO ricebowl_search;
REVOKE CREATE ON SCHEMA public FROM ricebowl_search;
REVOKE ALL ON FUNCTION answer_referral(bigint, timestamptz, text, text, text, date, timestamptz, text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION answer_referral(bigint, timestamptz, text, text, text, date, timestamptz, text) TO ricebowl_organisation;

-- Once for its client id, as officers' commands are; an employer sees the receipts of its own post and no others.
ALTER TABLE command_receipt ENABLE ROW LEVEL SECURITY;
CREATE POLICY served ON command_receipt TO ricebowl_officer, ricebowl_job USING (TRUE) WITH CHECK (TRUE);
CREATE POLICY own ON command_receipt TO ricebowl_organisation
  USING (post_id = NULLIF(current_setting('ricebowl.post', true), '')::bigint)
  WITH CHECK (post_id = NULLIF(current_setting('ricebowl.post', true), '')::bigint);
GRANT SELECT, INSERT ON command_receipt TO ricebowl_organisation;
