-- An employer is known by the credit code of the account it signed in with, and by nothing else: no interval of areas opens anything to it.
ALTER ROLE ricebowl_organisation SET idle_in_transaction_session_timeout = '30s';
ALTER ROLE ricebowl_organisation SET lock_timeout = '10s';

GRANT USAGE ON SEQUENCE ledger_id TO ricebowl_organisation;
GRANT USAGE ON SEQUENCE audit_line_id TO ricebowl_organisation;

CREATE POLICY own ON vacancy FOR SELECT TO ricebowl_organisation
  USING (credit_code = NULLIF(current_setting('ricebowl.employer', true), ''));
CREATE POLICY own_change ON vacancy FOR UPDATE TO ricebowl_organisation
  USING (credit_code = NULLIF(current_setting('ricebowl.employer', true), ''))
  WITH CHECK (credit_code = NULLIF(current_setting('ricebowl.employer', true), ''));
CREATE POLICY own ON vacancy_history FOR INSERT TO ricebowl_organisation
  WITH CHECK (credit_code = NULLIF(current_setting('ricebowl.employer', true), ''));

GRANT SELECT (county, area, id, kind, title, occupation, industry, employer, credit_code, site_id, licence_seen_on, place, openings, taken, wage_form, wage_low_fen, wage_high_fen, hours_per_day, days_per_month, hours, season, board, lodging, training, education, skills, certificate, age_from, age_to, age_rule, hazards, contact, phone_mask, detail, work_from, work_to, refreshed_on, open_until, valid_from, valid_to, close_reason, known_from, source, recorded_by) ON vacancy TO ricebowl_organisation;
GRANT UPDATE (refreshed_on, open_until, valid_to, close_reason, known_from, recorded_by) ON vacancy TO ricebowl_organisation;
GRANT INSERT ON vacancy_history TO ricebowl_organisation;

CREATE POLICY own_read ON vacancy_submission FOR SELECT TO ricebowl_organisation
  USING (credit_code = NULLIF(current_setting('ricebowl.employer', true), ''));
CREATE POLICY own_submit ON vacancy_submission FOR INSERT TO ricebowl_organisation
  WITH CHECK (credit_code = NULLIF(current_setting('ricebowl.employer', true), '') AND area = NULLIF(current_setting('ricebowl.unit', true), '')::bigint
    AND submitted_by = NULLIF(current_setting('ricebowl.post', true), '')::bigint);
CREATE POLICY own_read ON vacancy_submission_decision FOR SELECT TO ricebowl_organisation
  USING (credit_code = NULLIF(current_setting('ricebowl.employer', true), ''));

GRANT SELECT, INSERT ON vacancy_submission TO ricebowl_organisation;
GRANT SELECT ON vacancy_submission_decision TO ricebowl_organisation;

CREATE POLICY write_own_employer ON audit_line FOR INSERT TO ricebowl_organisation
  WITH CHECK (officer_id = NULLIF(current_setting('ricebowl.officer', true), '')::bigint AND post_id = NULLIF(current_setting('ricebowl.post', true), '')::bigint);
GRANT INSERT (officer_id, post_id, action, outcome, object_kind, object_county, object_area, object_id, object_ids, fields, reason, detail, rows, request_id) ON audit_line TO ricebowl_organisation;
ALTER ROLE ricebowl_organisation SET statement_timeout = '15s';
