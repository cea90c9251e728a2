CREATE TABLE assistance (
  county int not null,
  area bigint not null,
  id bigint not null default nextval('ledger_id'),
  person_id bigint not null,
  kind text not null,
  officer text,
  goal text,
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

COMMENT ON TABLE assistance IS '帮扶: an officer in charge, an agreed plan, or a measure, between dates';
COMMENT ON COLUMN assistance.county IS 'distribution key: the six digits of the county the file lies in; never updated';
COMMENT ON COLUMN assistance.area IS '12-digit division code (today''s division) of the village the row belongs to';
COMMENT ON COLUMN assistance.id IS 'ledger id, unique within the county';
COMMENT ON COLUMN assistance.person_id IS 'the person whose spell it is';
COMMENT ON COLUMN assistance.kind IS 'officer, plan, measure';
COMMENT ON COLUMN assistance.officer IS 'who is in charge';
COMMENT ON COLUMN assistance.goal IS 'what was agreed';
COMMENT ON COLUMN assistance.valid_from IS 'first day on which it was true';
COMMENT ON COLUMN assistance.valid_to IS 'first day on which it was no longer true; null = still true';
COMMENT ON COLUMN assistance.known_from IS 'when the ledger came to know it; passed as a parameter';
COMMENT ON COLUMN assistance.source IS 'where it comes from: a list, a register, an officer, or demo';
COMMENT ON COLUMN assistance.evidence IS '佐证: what shows that it is so (contract, call, visit, register_match, roster, payslip)';
COMMENT ON COLUMN assistance.verified_on IS '核实: day of the last confirmation; null = never confirmed';
COMMENT ON COLUMN assistance.verified_method IS 'how it was confirmed: phone, visit, register_match';
COMMENT ON COLUMN assistance.verified_by IS 'post or register that confirmed it';
COMMENT ON COLUMN assistance.verified_until IS 'the confirmation counts until this day';
COMMENT ON COLUMN assistance.recorded_by IS 'post under which the row was entered; null = loaded from a list';

CREATE INDEX assistance_person ON assistance (county, person_id);

ALTER TABLE assistance ENABLE ROW LEVEL SECURITY;
ALTER TABLE assistance FORCE ROW LEVEL SECURITY;
CREATE POLICY scope ON assistance TO ricebowl_officer, ricebowl_job
  USING (area >= NULLIF(current_setting('ricebowl.lo', true), '')::bigint AND area < NULLIF(current_setting('ricebowl.hi', true), '')::bigint)
  WITH CHECK (area >= NULLIF(current_setting('ricebowl.lo', true), '')::bigint AND area < NULLIF(current_setting('ricebowl.hi', true), '')::bigint);

GRANT SELECT, INSERT, DELETE, UPDATE ON assistance TO ricebowl_officer;
GRANT SELECT, INSERT, DELETE, UPDATE ON assistance TO ricebowl_job;

CREATE TABLE assistance_history (
  county int not null,
  area bigint not null,
  id bigint not null,
  person_id bigint not null,
  kind text not null,
  officer text,
  goal text,
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

COMMENT ON TABLE assistance_history IS '帮扶: an officer in charge, an agreed plan, or a measure, between dates (superseded rows: what the ledger said from known_from to known_to)';
COMMENT ON COLUMN assistance_history.county IS 'distribution key: the six digits of the county the file lies in; never updated';
COMMENT ON COLUMN assistance_history.area IS '12-digit division code (today''s division) of the village the row belongs to';
COMMENT ON COLUMN assistance_history.id IS 'ledger id, unique within the county';
COMMENT ON COLUMN assistance_history.person_id IS 'the person whose spell it is';
COMMENT ON COLUMN assistance_history.kind IS 'officer, plan, measure';
COMMENT ON COLUMN assistance_history.officer IS 'who is in charge';
COMMENT ON COLUMN assistance_history.goal IS 'what was agreed';
COMMENT ON COLUMN assistance_history.valid_from IS 'first day on which it was true';
COMMENT ON COLUMN assistance_history.valid_to IS 'first day on which it was no longer true; null = still true';
COMMENT ON COLUMN assistance_history.known_from IS 'when the ledger came to know it; passed as a parameter';
COMMENT ON COLUMN assistance_history.source IS 'where it comes from: a list, a register, an officer, or demo';
COMMENT ON COLUMN assistance_history.evidence IS '佐证: what shows that it is so (contract, call, visit, register_match, roster, payslip)';
COMMENT ON COLUMN assistance_history.verified_on IS '核实: day of the last confirmation; null = never confirmed';
COMMENT ON COLUMN assistance_history.verified_method IS 'how it was confirmed: phone, visit, register_match';
COMMENT ON COLUMN assistance_history.verified_by IS 'post or register that confirmed it';
COMMENT ON COLUMN assistance_history.verified_until IS 'the confirmation counts until this day';
COMMENT ON COLUMN assistance_history.recorded_by IS 'post under which the row was entered; null = loaded from a list';
COMMENT ON COLUMN assistance_history.known_to IS 'when the ledger stopped saying so';
COMMENT ON COLUMN assistance_history.superseded_by IS 'why: correction, ended, verified, withdrawn, moved';

CREATE INDEX assistance_history_person ON assistance_history (county, person_id);

ALTER TABLE assistance_history ENABLE ROW LEVEL SECURITY;
ALTER TABLE assistance_history FORCE ROW LEVEL SECURITY;
CREATE POLICY scope ON assistance_history TO ricebowl_officer, ricebowl_job
  USING (area >= NULLIF(current_setting('ricebowl.lo', true), '')::bigint AND area < NULLIF(current_setting('ricebowl.hi', true), '')::bigint)
  WITH CHECK (area >= NULLIF(current_setting('ricebowl.lo', true), '')::bigint AND area < NULLIF(current_setting('ricebowl.hi', true), '')::bigint);

GRANT SELECT, INSERT ON assistance_history TO ricebowl_officer;
GRANT SELECT, INSERT ON assistance_history TO ricebowl_job;
