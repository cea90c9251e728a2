CREATE TABLE insurance (
  county int not null,
  area bigint not null,
  id bigint not null default nextval('ledger_id'),
  person_id bigint not null,
  kind text not null,
  tier_fen bigint,
  payer text,
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
  CONSTRAINT insurance_no_overlap EXCLUDE USING gist (county WITH =, person_id WITH =, kind WITH =, daterange(valid_from, valid_to) WITH &&)
);

COMMENT ON TABLE insurance IS 'a spell of social insurance';
COMMENT ON COLUMN insurance.county IS 'distribution key: the six digits of the county the file lies in; never updated';
COMMENT ON COLUMN insurance.area IS '12-digit division code (today''s division) of the village the row belongs to';
COMMENT ON COLUMN insurance.id IS 'ledger id, unique within the county';
COMMENT ON COLUMN insurance.person_id IS 'the person whose spell it is';
COMMENT ON COLUMN insurance.kind IS 'pension_resident, pension_employee, medical, injury, unemployment';
COMMENT ON COLUMN insurance.tier_fen IS 'yearly tier in fen, resident pension';
COMMENT ON COLUMN insurance.payer IS 'self, programme, employer';
COMMENT ON COLUMN insurance.valid_from IS 'first day on which it was true';
COMMENT ON COLUMN insurance.valid_to IS 'first day on which it was no longer true; null = still true';
COMMENT ON COLUMN insurance.known_from IS 'when the ledger came to know it; passed as a parameter';
COMMENT ON COLUMN insurance.source IS 'where it comes from: a list, a register, an officer, or demo';
COMMENT ON COLUMN insurance.evidence IS '佐证: what shows that it is so (contract, call, visit, register_match, roster, payslip)';
COMMENT ON COLUMN insurance.verified_on IS '核实: day of the last confirmation; null = never confirmed';
COMMENT ON COLUMN insurance.verified_method IS 'how it was confirmed: phone, visit, register_match';
COMMENT ON COLUMN insurance.verified_by IS 'post or register that confirmed it';
COMMENT ON COLUMN insurance.verified_until IS 'the confirmation counts until this day';
COMMENT ON COLUMN insurance.recorded_by IS 'post under which the row was entered; null = loaded from a list';

CREATE INDEX insurance_person ON insurance (county, person_id);

ALTER TABLE insurance ENABLE ROW LEVEL SECURITY;
ALTER TABLE insurance FORCE ROW LEVEL SECURITY;
CREATE POLICY scope ON insurance TO ricebowl_officer, ricebowl_job
  USING (area >= NULLIF(current_setting('ricebowl.lo', true), '')::bigint AND area < NULLIF(current_setting('ricebowl.hi', true), '')::bigint)
  WITH CHECK (area >= NULLIF(current_setting('ricebowl.lo', true), '')::bigint AND area < NULLIF(current_setting('ricebowl.hi', true), '')::bigint);

GRANT SELECT, INSERT, DELETE, UPDATE ON insurance TO ricebowl_officer;
GRANT SELECT, INSERT, DELETE, UPDATE ON insurance TO ricebowl_job;

CREATE TABLE insurance_history (
  county int not null,
  area bigint not null,
  id bigint not null,
  person_id bigint not null,
  kind text not null,
  tier_fen bigint,
  payer text,
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

COMMENT ON TABLE insurance_history IS 'a spell of social insurance (superseded rows: what the ledger said from known_from to known_to)';
COMMENT ON COLUMN insurance_history.county IS 'distribution key: the six digits of the county the file lies in; never updated';
COMMENT ON COLUMN insurance_history.area IS '12-digit division code (today''s division) of the village the row belongs to';
COMMENT ON COLUMN insurance_history.id IS 'ledger id, unique within the county';
COMMENT ON COLUMN insurance_history.person_id IS 'the person whose spell it is';
COMMENT ON COLUMN insurance_history.kind IS 'pension_resident, pension_employee, medical, injury, unemployment';
COMMENT ON COLUMN insurance_history.tier_fen IS 'yearly tier in fen, resident pension';
COMMENT ON COLUMN insurance_history.payer IS 'self, programme, employer';
COMMENT ON COLUMN insurance_history.valid_from IS 'first day on which it was true';
COMMENT ON COLUMN insurance_history.valid_to IS 'first day on which it was no longer true; null = still true';
COMMENT ON COLUMN insurance_history.known_from IS 'when the ledger came to know it; passed as a parameter';
COMMENT ON COLUMN insurance_history.source IS 'where it comes from: a list, a register, an officer, or demo';
COMMENT ON COLUMN insurance_history.evidence IS '佐证: what shows that it is so (contract, call, visit, register_match, roster, payslip)';
COMMENT ON COLUMN insurance_history.verified_on IS '核实: day of the last confirmation; null = never confirmed';
COMMENT ON COLUMN insurance_history.verified_method IS 'how it was confirmed: phone, visit, register_match';
COMMENT ON COLUMN insurance_history.verified_by IS 'post or register that confirmed it';
COMMENT ON COLUMN insurance_history.verified_until IS 'the confirmation counts until this day';
COMMENT ON COLUMN insurance_history.recorded_by IS 'post under which the row was entered; null = loaded from a list';
COMMENT ON COLUMN insurance_history.known_to IS 'when the ledger stopped saying so';
COMMENT ON COLUMN insurance_history.superseded_by IS 'why: correction, ended, verified, withdrawn, moved';

CREATE INDEX insurance_history_person ON insurance_history (county, person_id);

ALTER TABLE insurance_history ENABLE ROW LEVEL SECURITY;
ALTER TABLE insurance_history FORCE ROW LEVEL SECURITY;
CREATE POLICY scope ON insurance_history TO ricebowl_officer, ricebowl_job
  USING (area >= NULLIF(current_setting('ricebowl.lo', true), '')::bigint AND area < NULLIF(current_setting('ricebowl.hi', true), '')::bigint)
  WITH CHECK (area >= NULLIF(current_setting('ricebowl.lo', true), '')::bigint AND area < NULLIF(current_setting('ricebowl.hi', true), '')::bigint);

GRANT SELECT, INSERT ON insurance_history TO ricebowl_officer;
GRANT SELECT, INSERT ON insurance_history TO ricebowl_job;
