CREATE TABLE membership (
  county int not null,
  area bigint not null,
  id bigint not null default nextval('ledger_id'),
  person_id bigint not null,
  kind text not null,
  risk text,
  risk_removed_on date,
  valid_from date not null,
  valid_to date,
  known_from timestamptz not null,
  source text not null,
  evidence text,
  verified_on date,
  verified_method text,
  verified_by text,
  verified_until date,
  recorded_by bigint,
  PRIMARY KEY (county, id),
  CHECK (area / 1000000 = county),
  CHECK (valid_to > valid_from),
  FOREIGN KEY (county, person_id) REFERENCES person (county, id),
  CONSTRAINT membership_no_overlap EXCLUDE USING gist (county WITH =, person_id WITH =, kind WITH =, daterange(valid_from, valid_to) WITH &&)
);

COMMENT ON TABLE membership IS '身份类别: a dated status with its source';
COMMENT ON COLUMN membership.county IS 'distribution key: the six digits of the county the file lies in; never updated';
COMMENT ON COLUMN membership.area IS '12-digit division code (today''s division) of the village the row belongs to';
COMMENT ON COLUMN membership.id IS 'ledger id, unique within the county';
COMMENT ON COLUMN membership.person_id IS 'the person whose spell it is';
COMMENT ON COLUMN membership.kind IS 'lifted, unstable, marginal, sudden, low_income, low_income_edge, destitute, rigid_expense, disabled, relocated, key_income';
COMMENT ON COLUMN membership.risk IS 'monitored kinds: main risk (illness, disability, education, disaster, labour_shortage, job_loss, other)';
COMMENT ON COLUMN membership.risk_removed_on IS 'monitored kinds: day the risk was recorded as removed';
COMMENT ON COLUMN membership.valid_from IS 'first day on which it was true';
COMMENT ON COLUMN membership.valid_to IS 'first day on which it was no longer true; null = still true';
COMMENT ON COLUMN membership.known_from IS 'when the ledger came to know it; passed as a parameter';
COMMENT ON COLUMN membership.source IS 'where it comes from: a list, a register, an officer, or demo';
COMMENT ON COLUMN membership.evidence IS '佐证: what shows that it is so (contract, call, visit, register_match, roster, payslip)';
COMMENT ON COLUMN membership.verified_on IS '核实: day of the last confirmation; null = never confirmed';
COMMENT ON COLUMN membership.verified_method IS 'how it was confirmed: phone, visit, register_match';
COMMENT ON COLUMN membership.verified_by IS 'post or register that confirmed it';
COMMENT ON COLUMN membership.verified_until IS 'the confirmation counts until this day';
COMMENT ON COLUMN membership.recorded_by IS 'post under which the row was entered; null = loaded from a list';

CREATE INDEX membership_person ON membership (county, person_id);

ALTER TABLE membership ENABLE ROW LEVEL SECURITY;
ALTER TABLE membership FORCE ROW LEVEL SECURITY;
CREATE POLICY scope ON membership TO ricebowl_officer, ricebowl_job
  USING (area >= NULLIF(current_setting('ricebowl.lo', true), '')::bigint AND area < NULLIF(current_setting('ricebowl.hi', true), '')::bigint)
  WITH CHECK (area >= NULLIF(current_setting('ricebowl.lo', true), '')::bigint AND area < NULLIF(current_setting('ricebowl.hi', true), '')::bigint);

GRANT SELECT, INSERT, DELETE, UPDATE ON membership TO ricebowl_officer;
GRANT SELECT, INSERT, DELETE, UPDATE ON membership TO ricebowl_job;

CREATE TABLE membership_history (
  county int not null,
  area bigint not null,
  id bigint not null,
  person_id bigint not null,
  kind text not null,
  risk text,
  risk_removed_on date,
  valid_from date not null,
  valid_to date,
  known_from timestamptz not null,
  source text not null,
  evidence text,
  verified_on date,
  verified_method text,
  verified_by text,
  verified_until date,
  recorded_by bigint,
  known_to timestamptz not null,
  superseded_by text not null,
  PRIMARY KEY (county, id, known_from),
  CHECK (known_to > known_from)
);

COMMENT ON TABLE membership_history IS '身份类别: a dated status with its source (superseded rows: what the ledger said from known_from to known_to)';
COMMENT ON COLUMN membership_history.county IS 'distribution key: the six digits of the county the file lies in; never updated';
COMMENT ON COLUMN membership_history.area IS '12-digit division code (today''s division) of the village the row belongs to';
COMMENT ON COLUMN membership_history.id IS 'ledger id, unique within the county';
COMMENT ON COLUMN membership_history.person_id IS 'the person whose spell it is';
COMMENT ON COLUMN membership_history.kind IS 'lifted, unstable, marginal, sudden, low_income, low_income_edge, destitute, rigid_expense, disabled, relocated, key_income';
COMMENT ON COLUMN membership_history.risk IS 'monitored kinds: main risk (illness, disability, education, disaster, labour_shortage, job_loss, other)';
COMMENT ON COLUMN membership_history.risk_removed_on IS 'monitored kinds: day the risk was recorded as removed';
COMMENT ON COLUMN membership_history.valid_from IS 'first day on which it was true';
COMMENT ON COLUMN membership_history.valid_to IS 'first day on which it was no longer true; null = still true';
COMMENT ON COLUMN membership_history.known_from IS 'when the ledger came to know it; passed as a parameter';
COMMENT ON COLUMN membership_history.source IS 'where it comes from: a list, a register, an officer, or demo';
COMMENT ON COLUMN membership_history.evidence IS '佐证: what shows that it is so (contract, call, visit, register_match, roster, payslip)';
COMMENT ON COLUMN membership_history.verified_on IS '核实: day of the last confirmation; null = never confirmed';
COMMENT ON COLUMN membership_history.verified_method IS 'how it was confirmed: phone, visit, register_match';
COMMENT ON COLUMN membership_history.verified_by IS 'post or register that confirmed it';
COMMENT ON COLUMN membership_history.verified_until IS 'the confirmation counts until this day';
COMMENT ON COLUMN membership_history.recorded_by IS 'post under which the row was entered; null = loaded from a list';
COMMENT ON COLUMN membership_history.known_to IS 'when the ledger stopped saying so';
COMMENT ON COLUMN membership_history.superseded_by IS 'why: correction, ended, verified, withdrawn, moved';

CREATE INDEX membership_history_person ON membership_history (county, person_id);

ALTER TABLE membership_history ENABLE ROW LEVEL SECURITY;
ALTER TABLE membership_history FORCE ROW LEVEL SECURITY;
CREATE POLICY scope ON membership_history TO ricebowl_officer, ricebowl_job
  USING (area >= NULLIF(current_setting('ricebowl.lo', true), '')::bigint AND area < NULLIF(current_setting('ricebowl.hi', true), '')::bigint)
  WITH CHECK (area >= NULLIF(current_setting('ricebowl.lo', true), '')::bigint AND area < NULLIF(current_setting('ricebowl.hi', true), '')::bigint);

GRANT SELECT, INSERT ON membership_history TO ricebowl_officer;
GRANT SELECT, INSERT ON membership_history TO ricebowl_job;
