CREATE TABLE grant_paid (
  county int not null,
  area bigint not null,
  id bigint not null default nextval('ledger_id'),
  person_id bigint not null,
  programme text not null,
  period text not null,
  amount_fen bigint not null,
  paid_on date not null,
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
  UNIQUE (county, person_id, programme, period)
);

COMMENT ON TABLE grant_paid IS '补贴: money paid under a programme';
COMMENT ON COLUMN grant_paid.county IS 'distribution key: the six digits of the county the file lies in; never updated';
COMMENT ON COLUMN grant_paid.area IS '12-digit division code (today''s division) of the village the row belongs to';
COMMENT ON COLUMN grant_paid.id IS 'ledger id, unique within the county';
COMMENT ON COLUMN grant_paid.person_id IS 'the person whose spell it is';
COMMENT ON COLUMN grant_paid.programme IS 'key of the programme';
COMMENT ON COLUMN grant_paid.period IS 'what it was paid for, such as 2024 or 2022-Q3';
COMMENT ON COLUMN grant_paid.amount_fen IS 'amount in fen';
COMMENT ON COLUMN grant_paid.paid_on IS 'day of payment';
COMMENT ON COLUMN grant_paid.valid_from IS 'first day on which it was true';
COMMENT ON COLUMN grant_paid.valid_to IS 'first day on which it was no longer true; null = still true';
COMMENT ON COLUMN grant_paid.known_from IS 'when the ledger came to know it; passed as a parameter';
COMMENT ON COLUMN grant_paid.source IS 'where it comes from: a list, a register, an officer, or demo';
COMMENT ON COLUMN grant_paid.evidence IS '佐证: what shows that it is so (contract, call, visit, register_match, roster, payslip)';
COMMENT ON COLUMN grant_paid.verified_on IS '核实: day of the last confirmation; null = never confirmed';
COMMENT ON COLUMN grant_paid.verified_method IS 'how it was confirmed: phone, visit, register_match';
COMMENT ON COLUMN grant_paid.verified_by IS 'post or register that confirmed it';
COMMENT ON COLUMN grant_paid.verified_until IS 'the confirmation counts until this day';
COMMENT ON COLUMN grant_paid.recorded_by IS 'post under which the row was entered; null = loaded from a list';

CREATE INDEX grant_paid_person ON grant_paid (county, person_id);

CREATE INDEX grant_paid_area ON grant_paid (area, id);

ALTER TABLE grant_paid ENABLE ROW LEVEL SECURITY;
ALTER TABLE grant_paid FORCE ROW LEVEL SECURITY;
CREATE POLICY scope ON grant_paid TO ricebowl_officer, ricebowl_job
  USING (area >= NULLIF(current_setting('ricebowl.lo', true), '')::bigint AND area < NULLIF(current_setting('ricebowl.hi', true), '')::bigint)
  WITH CHECK (area >= NULLIF(current_setting('ricebowl.lo', true), '')::bigint AND area < NULLIF(current_setting('ricebowl.hi', true), '')::bigint);

GRANT SELECT, INSERT, DELETE, UPDATE ON grant_paid TO ricebowl_officer;
GRANT SELECT, INSERT, DELETE, UPDATE ON grant_paid TO ricebowl_job;

CREATE TABLE grant_paid_history (
  county int not null,
  area bigint not null,
  id bigint not null,
  person_id bigint not null,
  programme text not null,
  period text not null,
  amount_fen bigint not null,
  paid_on date not null,
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

COMMENT ON TABLE grant_paid_history IS '补贴: money paid under a programme (superseded rows: what the ledger said from known_from to known_to)';
COMMENT ON COLUMN grant_paid_history.county IS 'distribution key: the six digits of the county the file lies in; never updated';
COMMENT ON COLUMN grant_paid_history.area IS '12-digit division code (today''s division) of the village the row belongs to';
COMMENT ON COLUMN grant_paid_history.id IS 'ledger id, unique within the county';
COMMENT ON COLUMN grant_paid_history.person_id IS 'the person whose spell it is';
COMMENT ON COLUMN grant_paid_history.programme IS 'key of the programme';
COMMENT ON COLUMN grant_paid_history.period IS 'what it was paid for, such as 2024 or 2022-Q3';
COMMENT ON COLUMN grant_paid_history.amount_fen IS 'amount in fen';
COMMENT ON COLUMN grant_paid_history.paid_on IS 'day of payment';
COMMENT ON COLUMN grant_paid_history.valid_from IS 'first day on which it was true';
COMMENT ON COLUMN grant_paid_history.valid_to IS 'first day on which it was no longer true; null = still true';
COMMENT ON COLUMN grant_paid_history.known_from IS 'when the ledger came to know it; passed as a parameter';
COMMENT ON COLUMN grant_paid_history.source IS 'where it comes from: a list, a register, an officer, or demo';
COMMENT ON COLUMN grant_paid_history.evidence IS '佐证: what shows that it is so (contract, call, visit, register_match, roster, payslip)';
COMMENT ON COLUMN grant_paid_history.verified_on IS '核实: day of the last confirmation; null = never confirmed';
COMMENT ON COLUMN grant_paid_history.verified_method IS 'how it was confirmed: phone, visit, register_match';
COMMENT ON COLUMN grant_paid_history.verified_by IS 'post or register that confirmed it';
COMMENT ON COLUMN grant_paid_history.verified_until IS 'the confirmation counts until this day';
COMMENT ON COLUMN grant_paid_history.recorded_by IS 'post under which the row was entered; null = loaded from a list';
COMMENT ON COLUMN grant_paid_history.known_to IS 'when the ledger stopped saying so';
COMMENT ON COLUMN grant_paid_history.superseded_by IS 'why: correction, ended, verified, withdrawn, moved';

CREATE INDEX grant_paid_history_person ON grant_paid_history (county, person_id);

ALTER TABLE grant_paid_history ENABLE ROW LEVEL SECURITY;
ALTER TABLE grant_paid_history FORCE ROW LEVEL SECURITY;
CREATE POLICY scope ON grant_paid_history TO ricebowl_officer, ricebowl_job
  USING (area >= NULLIF(current_setting('ricebowl.lo', true), '')::bigint AND area < NULLIF(current_setting('ricebowl.hi', true), '')::bigint)
  WITH CHECK (area >= NULLIF(current_setting('ricebowl.lo', true), '')::bigint AND area < NULLIF(current_setting('ricebowl.hi', true), '')::bigint);

GRANT SELECT, INSERT ON grant_paid_history TO ricebowl_officer;
GRANT SELECT, INSERT ON grant_paid_history TO ricebowl_job;
