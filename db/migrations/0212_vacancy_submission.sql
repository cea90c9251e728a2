CREATE TABLE vacancy_submission (
  county int not null,
  area bigint not null,
  id bigint not null default nextval('ledger_id'),
  credit_code text not null CHECK (credit_code ~ '^[0-9A-Z]{18}$'),
  facts jsonb not null,
  client_id uuid not null,
  submitted_by bigint not null,
  submitted_at timestamptz not null,
  PRIMARY KEY (county, id),
  UNIQUE (county, client_id),
  CHECK (area / 1000000 = county)
);

COMMENT ON TABLE vacancy_submission IS '岗位申报: a vacancy as its employer states it, before the unit of the county has looked at it; it is offered to nobody';
COMMENT ON COLUMN vacancy_submission.county IS 'distribution key: the six digits of the county whose unit opened the employer''s account';
COMMENT ON COLUMN vacancy_submission.area IS '12-digit division code of that unit';
COMMENT ON COLUMN vacancy_submission.id IS 'ledger id; the vacancy that is entered from it has the same';
COMMENT ON COLUMN vacancy_submission.credit_code IS '统一社会信用代码 of the employer';
COMMENT ON COLUMN vacancy_submission.facts IS 'what the employer states, as the form has it; no phone';
COMMENT ON COLUMN vacancy_submission.client_id IS 'id the employer''s client gave it: sent twice it is one';
COMMENT ON COLUMN vacancy_submission.submitted_by IS 'post of the employer';
COMMENT ON COLUMN vacancy_submission.submitted_at IS 'when; passed as a parameter';

CREATE TABLE vacancy_submission_decision (
  county int not null,
  area bigint not null,
  submission_id bigint not null,
  credit_code text not null,
  decision text not null CHECK (decision IN ('accepted', 'returned')),
  reason text,
  decided_by bigint not null,
  decided_at timestamptz not null,
  PRIMARY KEY (county, submission_id),
  FOREIGN KEY (county, submission_id) REFERENCES vacancy_submission (county, id),
  CHECK (area / 1000000 = county),
  CHECK (decision = 'accepted' OR reason IS NOT NULL)
);

COMMENT ON TABLE vacancy_submission_decision IS '申报核对: what the unit decided of a submission, once';
COMMENT ON COLUMN vacancy_submission_decision.county IS 'distribution key: the county of the submission';
COMMENT ON COLUMN vacancy_submission_decision.area IS 'unit of the submission';
COMMENT ON COLUMN vacancy_submission_decision.submission_id IS 'the submission';
COMMENT ON COLUMN vacancy_submission_decision.credit_code IS 'the employer, who reads what was decided';
COMMENT ON COLUMN vacancy_submission_decision.decision IS 'accepted: it was entered as a vacancy; returned: with the reason';
COMMENT ON COLUMN vacancy_submission_decision.reason IS 'what the employer is to mend; null where accepted';
COMMENT ON COLUMN vacancy_submission_decision.decided_by IS 'post that decided';
COMMENT ON COLUMN vacancy_submission_decision.decided_at IS 'when; passed as a parameter';

ALTER TABLE vacancy_submission ENABLE ROW LEVEL SECURITY;
ALTER TABLE vacancy_submission FORCE ROW LEVEL SECURITY;
ALTER TABLE vacancy_submission_decision ENABLE ROW LEVEL SECURITY;
ALTER TABLE vacancy_submission_decision FORCE ROW LEVEL SECURITY;
CREATE POLICY scope ON vacancy_submission TO ricebowl_officer, ricebowl_job
  USING (area >= NULLIF(current_setting('ricebowl.lo', true), '')::bigint AND area < NULLIF(current_setting('ricebowl.hi', true), '')::bigint)
  WITH CHECK (area >= NULLIF(current_setting('ricebowl.lo', true), '')::bigint AND area < NULLIF(current_setting('ricebowl.hi', true), '')::bigint);
CREATE POLICY scope ON vacancy_submission_decision TO ricebowl_officer, ricebowl_job
  USING (area >= NULLIF(current_setting('ricebowl.lo', true), '')::bigint AND area < NULLIF(current_setting('ricebowl.hi', true), '')::bigint)
  WITH CHECK (area >= NULLIF(current_setting('ricebowl.lo', true), '')::bigint AND area < NULLIF(current_setting('ricebowl.hi', true), '')::bigint);

GRANT SELECT ON vacancy_submission TO ricebowl_officer;
GRANT SELECT, INSERT ON vacancy_submission TO ricebowl_job;
GRANT SELECT, INSERT ON vacancy_submission_decision TO ricebowl_officer;
GRANT SELECT, INSERT ON vacancy_submission_decision TO ricebowl_job;
