-- What an employer sees of people: whoever agreed to be referred to one of its vacancies, by name and masked phone, as long as the referral stands.
GRANT SELECT (person_id, title, person_answer, person_answered_on, employer_answer, interview_on, trial_from, valid_from) ON referral TO ricebowl_search;
CREATE POLICY employer ON referral FOR SELECT TO ricebowl_search
  USING (person_answer = 'accepted' AND valid_to IS NULL AND NULLIF(current_setting('ricebowl.employer', true), '') IS NOT NULL);
CREATE POLICY employer ON vacancy FOR SELECT TO ricebowl_search
  USING (credit_code = NULLIF(current_setting('ricebowl.employer', true), ''));

CREATE FUNCTION own_referrals()
RETURNS TABLE (id bigint, person_id bigint, vacancy_id bigint, title text, name text, phone_mask text, agreed_on date, employer_answer text, interview_on date, trial_from date)
LANGUAGE plpgsql STABLE SECURITY DEFINER
SET search_path = pg_catalog, public, pg_temp
AS $$
DECLARE
  code text := NULLIF(current_setting('ricebowl.employer', true), '');
BEGIN
  RETURN QUERY
    SELECT r.id, r.person_id, r.vacancy_id, r.title, p.name, p.phone_mask, r.person_answered_on, r.employer_answer, r.interview_on, r.trial_from
      FROM vacancy v
      JOIN referral r ON r.vacancy_county = v.county AND r.vacancy_id = v.id
      JOIN person p ON p.county = r.county AND p.id = r.person_id
     WHERE v.credit_code = code AND r.person_answer = 'accepted' AND r.valid_to IS NULL
     ORDER BY r.person_answered_on, r.id LIMIT 200;
END
$$;

COMMENT ON FUNCTION own_referrals() IS 'people who agreed to be referred to a vacancy of the acting employer: name and masked phone, nothing else of their file; without an employer nobody';

GRANT CREATE ON SCHEMA public TO ricebowl_search;
ALTER FUNCTION own_referrals() OWNER TO ricebowl_search;
REVOKE CREATE ON SCHEMA public FROM ricebowl_search;
REVOKE ALL ON FUNCTION own_referrals() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION own_referrals() TO ricebowl_organisation;
