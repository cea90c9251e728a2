CREATE TABLE enterprise (
  county int not null,
  area bigint not null,
  id bigint not null default nextval('ledger_id'),
  person_id bigint not null,
  name text not null,
  credit_code text,
  form text,
  first_time boolean,
  hires int,
  acceleration_on date,
  sailing_on date,
  loan_fen bigint,
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
  FOREIGN KEY (county, person_id) REFERENCES person (county, id)
);

COMMENT ON TABLE enterprise IS 'a business a person runs';
COMMENT ON COLUMN enterprise.county IS 'distribution key: the six digits of the county the file lies in; never updated';
COMMENT ON COLUMN enterprise.area IS '12-digit division code (today''s division) of the village the row belongs to';
COMMENT ON COLUMN enterprise.id IS 'ledger id, unique within the county';
COMMENT ON COLUMN enterprise.person_id IS 'the person whose spell it is';
COMMENT ON COLUMN enterprise.name IS 'name';
COMMENT ON COLUMN enterprise.credit_code IS 'unified social credit code (GB 32100)';
COMMENT ON COLUMN enterprise.form IS 'individual, micro, cooperative, company, farm';
COMMENT ON COLUMN enterprise.first_time IS 'first business of this person; null = not recorded';
COMMENT ON COLUMN enterprise.hires IS 'people employed; null = not recorded';
COMMENT ON COLUMN enterprise.acceleration_on IS 'supported under the acceleration plan since; null = not';
COMMENT ON COLUMN enterprise.sailing_on IS 'supported under the sailing plan since; null = not';
COMMENT ON COLUMN enterprise.loan_fen IS 'guaranteed loan in fen; null = none';
COMMENT ON COLUMN enterprise.valid_from IS 'first day on which it was true';
COMMENT ON COLUMN enterprise.valid_to IS 'first day on which it was no longer true; null = still true';
COMMENT ON COLUMN enterprise.known_from IS 'when the ledger came to know it; passed as a parameter';
COMMENT ON COLUMN enterprise.source IS 'where it comes from: a list, a register, an officer, or demo';
COMMENT ON COLUMN enterprise.evidence IS '佐证: what shows that it is so (contract, call, visit, register_match, roster, payslip)';
COMMENT ON COLUMN enterprise.verified_on IS '核实: day of the last confirmation; null = never confirmed';
COMMENT ON COLUMN enterprise.verified_method IS 'how it was confirmed: phone, visit, register_match';
COMMENT ON COLUMN enterprise.verified_by IS 'post or register that confirmed it';
COMMENT ON COLUMN enterprise.verified_until IS 'the confirmation counts until this day';
COMMENT ON COLUMN enterprise.recorded_by IS 'post under which the row was entered; null = loaded from a list';

CREATE INDEX enterprise_person ON enterprise (county, person_id);

CREATE INDEX enterprise_area ON enterprise (area, id);

ALTER TABLE enterprise ENABLE ROW LEVEL SECURITY;
ALTER TABLE enterprise FORCE ROW LEVEL SECURITY;
CREATE POLICY scope ON enterprise TO ricebowl_officer, ricebowl_job
  USING (area >= NULLIF(current_setting('ricebowl.lo', true), '')::bigint AND area < NULLIF(current_setting('ricebowl.hi', true), '')::bigint)
  WITH CHECK (area >= NULLIF(current_setting('ricebowl.lo', true), '')::bigint AND area < NULLIF(current_setting('ricebowl.hi', true), '')::bigint);

GRANT SELECT, INSERT, DELETE, UPDATE ON enterprise TO ricebowl_officer;
GRANT SELECT, INSERT, DELETE, UPDATE ON enterprise TO ricebowl_job;

CREATE TABLE enterprise_history (
  county int not null,
  area bigint not null,
  id bigint not null,
  person_id bigint not null,
  name text not null,
  credit_code text,
  form text,
  first_time boolean,
  hires int,
  acceleration_on date,
  sailing_on date,
  loan_fen bigint,
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

COMMENT ON TABLE enterprise_history IS 'a business a person runs (superseded rows: what the ledger said from known_from to known_to)';
COMMENT ON COLUMN enterprise_history.county IS 'distribution key: the six digits of the county the file lies in; never updated';
COMMENT ON COLUMN enterprise_history.area IS '12-digit division code (today''s division) of the village the row belongs to';
COMMENT ON COLUMN enterprise_history.id IS 'ledger id, unique within the county';
COMMENT ON COLUMN enterprise_history.person_id IS 'the person whose spell it is';
COMMENT ON COLUMN enterprise_history.name IS 'name';
COMMENT ON COLUMN enterprise_history.credit_code IS 'unified social credit code (GB 32100)';
COMMENT ON COLUMN enterprise_history.form IS 'individual, micro, cooperative, company, farm';
COMMENT ON COLUMN enterprise_history.first_time IS 'first business of this person; null = not recorded';
COMMENT ON COLUMN enterprise_history.hires IS 'people employed; null = not recorded';
COMMENT ON COLUMN enterprise_history.acceleration_on IS 'supported under the acceleration plan since; null = not';
COMMENT ON COLUMN enterprise_history.sailing_on IS 'supported under the sailing plan since; null = not';
COMMENT ON COLUMN enterprise_history.loan_fen IS 'guaranteed loan in fen; null = none';
COMMENT ON COLUMN enterprise_history.valid_from IS 'first day on which it was true';
COMMENT ON COLUMN enterprise_history.valid_to IS 'first day on which it was no longer true; null = still true';
COMMENT ON COLUMN enterprise_history.known_from IS 'when the ledger came to know it; passed as a parameter';
COMMENT ON COLUMN enterprise_history.source IS 'where it comes from: a list, a register, an officer, or demo';
COMMENT ON COLUMN enterprise_history.evidence IS '佐证: what shows that it is so (contract, call, visit, register_match, roster, payslip)';
COMMENT ON COLUMN enterprise_history.verified_on IS '核实: day of the last confirmation; null = never confirmed';
COMMENT ON COLUMN enterprise_history.verified_method IS 'how it was confirmed: phone, visit, register_match';
COMMENT ON COLUMN enterprise_history.verified_by IS 'post or register that confirmed it';
COMMENT ON COLUMN enterprise_history.verified_until IS 'the confirmation counts until this day';
COMMENT ON COLUMN enterprise_history.recorded_by IS 'post under which the row was entered; null = loaded from a list';
COMMENT ON COLUMN enterprise_history.known_to IS 'when the ledger stopped saying so';
COMMENT ON COLUMN enterprise_history.superseded_by IS 'why: correction, ended, verified, withdrawn, moved';

CREATE INDEX enterprise_history_person ON enterprise_history (county, person_id);

ALTER TABLE enterprise_history ENABLE ROW LEVEL SECURITY;
ALTER TABLE enterprise_history FORCE ROW LEVEL SECURITY;
CREATE POLICY scope ON enterprise_history TO ricebowl_officer, ricebowl_job
  USING (area >= NULLIF(current_setting('ricebowl.lo', true), '')::bigint AND area < NULLIF(current_setting('ricebowl.hi', true), '')::bigint)
  WITH CHECK (area >= NULLIF(current_setting('ricebowl.lo', true), '')::bigint AND area < NULLIF(current_setting('ricebowl.hi', true), '')::bigint);

GRANT SELECT, INSERT ON enterprise_history TO ricebowl_officer;
GRANT SELECT, INSERT ON enterprise_history TO ricebowl_job;
