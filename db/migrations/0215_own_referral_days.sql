-- Where each referral to an employer's own vacancies stands, for the employer to answer it: the days and answers it follows from. Of one that
-- is over the name alone, for thirty days, and why only as far as the employer had a part in it; a mistake was never one.
DROP FUNCTION own_referrals();
GRANT SELECT ON referral TO ricebowl_search;
ALTER POLICY employer ON referral
  USING (person_answer = 'accepted' AND NULLIF(current_setting('ricebowl.employer', true), '') IS NOT NULL);

CREATE FUNCTION own_referrals(day date)
RETURNS TABLE (id bigint, person_id bigint, vacancy_id bigint, title text, name text, phone_mask text, valid_from date, person_answered_on date,
  employer_answered_on date, interview_on date, interview_result text, trial_from date, trial_to date, placed_on date, end_reason text,
  valid_to date, known_from timestamptz)
LANGUAGE plpgsql STABLE SECURITY DEFINER
SET search_path = pg_catalog, public, pg_temp
AS $$
DECLARE
  code text := NULLIF(current_setting('ricebowl.employer', true), '');
BEGIN
  RETURN QUERY
    SELECT r.id, r.person_id, r.vacancy_id, r.title, p.name, CASE WHEN r.valid_to IS NULL THEN p.phone_mask END, r.valid_from,
           r.person_answered_on, r.employer_answered_on, r.interview_on, r.interview_result, r.trial_from, r.trial_to, r.placed_on,
           CASE WHEN r.end_reason IN ('employer_declined', 'interview_failed', 'absent', 'trial_failed', 'placed_elsewhere', 'vacancy_closed')
             THEN r.end_reason WHEN r.end_reason IS NOT NULL THEN 'other' END,
           r.valid_to, r.known_from
      FROM vacancy v
      JOIN referral r ON r.vacancy_county = v.county AND r.vacancy_id = v.id
      JOIN person p ON p.county = r.county AND p.id = r.person_id
     WHERE v.credit_code = code AND r.person_answer = 'accepted' AND (r.valid_to IS NULL OR r.valid_to > day - 30)
       AND r.end_reason IS DISTINCT FROM 'mistake'
     ORDER BY r.valid_to DESC NULLS FIRST, r.person_answered_on, r.id LIMIT 200;
END
$$;

COMMENT ON FUNCTION own_referrals(date) IS 'people who agreed to be referred to a vacancy of the acting employer, and where each stands: name and masked phone while it runs, the name for thirty days after; nothing else of their file; without an employer nobody';

GRANT CREATE ON SCHEMA public TO ricebowl_search;
ALTER FUNCTION own_referrals(date) OWNER TO ricebowl_search;
REVOKE CREATE ON SCHEMA public FROM ricebowl_search;
REVOKE ALL ON FUNCTION own_referrals(date) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION own_referrals(date) TO ricebowl_organisation;
