CREATE TABLE wish (
  county int not null,
  area bigint not null,
  id bigint not null default nextval('ledger_id'),
  person_id bigint not null,
  kind text not null,
  detail text,
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

COMMENT ON TABLE wish IS 'what a person asked for, and until when the answer counts';
COMMENT ON COLUMN wish.county IS 'distribution key: the six digits of the county the file lies in; never updated';
COMMENT ON COLUMN wish.area IS '12-digit division code (today''s division) of the village the row belongs to';
COMMENT ON COLUMN wish.id IS 'ledger id, unique within the county';
COMMENT ON COLUMN wish.person_id IS 'the person whose spell it is';
COMMENT ON COLUMN wish.kind IS 'work, training, enterprise, loan, service';
COMMENT ON COLUMN wish.detail IS 'in the person''s words';
COMMENT ON COLUMN wish.valid_from IS 'first day on which it was true';
COMMENT ON COLUMN wish.valid_to IS 'first day on which it was no longer true; null = still true';
COMMENT ON COLUMN wish.known_from IS 'when the ledger came to know it; passed as a parameter';
COMMENT ON COLUMN wish.source IS 'where it comes from: a list, a register, an officer, or demo';
COMMENT ON COLUMN wish.evidence IS '佐证: what shows that it is so (contract, call, visit, register_match, roster, payslip)';
COMMENT ON COLUMN wish.verified_on IS '核实: day of the last confirmation; null = never confirmed';
COMMENT ON COLUMN wish.verified_method IS 'how it was confirmed: phone, visit, register_match';
COMMENT ON COLUMN wish.verified_by IS 'post or register that confirmed it';
COMMENT ON COLUMN wish.verified_until IS 'the confirmation counts until this day';
COMMENT ON COLUMN wish.recorded_by IS 'post under which the row was entered; null = loaded from a list';

CREATE INDEX wish_person ON wish (county, person_id);

ALTER TABLE wish ENABLE ROW LEVEL SECURITY;
ALTER TABLE wish FORCE ROW LEVEL SECURITY;
CREATE POLICY scope ON wish TO ricebowl_officer, ricebowl_job
  USING (area >= NULLIF(current_setting('ricebowl.lo', true), '')::bigint AND area < NULLIF(current_setting('ricebowl.hi', true), '')::bigint)
  WITH CHECK (area >= NULLIF(current_setting('ricebowl.lo', true), '')::bigint AND area < NULLIF(current_setting('ricebowl.hi', true), '')::bigint);

GRANT SELECT, INSERT, DELETE, UPDATE ON wish TO ricebowl_officer;
GRANT SELECT, INSERT, DELETE, UPDATE ON wish TO ricebowl_job;

CREATE TABLE wish_history (
  county int not null,
  area bigint not null,
  id bigint not null,
  person_id bigint not null,
  kind text not null,
  detail text,
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

COMMENT ON TABLE wish_history IS 'what a person asked for, and until when the answer counts (superseded rows: what the ledger said from known_from to known_to)';
COMMENT ON COLUMN wish_history.county IS 'distribution key: the six digits of the county the file lies in; never updated';
COMMENT ON COLUMN wish_history.area IS '12-digit division code (today''s division) of the village the row belongs to';
COMMENT ON COLUMN wish_history.id IS 'ledger id, unique within the county';
COMMENT ON COLUMN wish_history.person_id IS 'the person whose spell it is';
COMMENT ON COLUMN wish_history.kind IS 'work, training, enterprise, loan, service';
COMMENT ON COLUMN wish_history.detail IS 'in the person''s words';
COMMENT ON COLUMN wish_history.valid_from IS 'first day on which it was true';
COMMENT ON COLUMN wish_history.valid_to IS 'first day on which it was no longer true; null = still true';
COMMENT ON COLUMN wish_history.known_from IS 'when the ledger came to know it; passed as a parameter';
COMMENT ON COLUMN wish_history.source IS 'where it comes from: a list, a register, an officer, or demo';
COMMENT ON COLUMN wish_history.evidence IS '佐证: what shows that it is so (contract, call, visit, register_match, roster, payslip)';
COMMENT ON COLUMN wish_history.verified_on IS '核实: day of the last confirmation; null = never confirmed';
COMMENT ON COLUMN wish_history.verified_method IS 'how it was confirmed: phone, visit, register_match';
COMMENT ON COLUMN wish_history.verified_by IS 'post or register that confirmed it';
COMMENT ON COLUMN wish_history.verified_until IS 'the confirmation counts until this day';
COMMENT ON COLUMN wish_history.recorded_by IS 'post under which the row was entered; null = loaded from a list';
COMMENT ON COLUMN wish_history.known_to IS 'when the ledger stopped saying so';
COMMENT ON COLUMN wish_history.superseded_by IS 'why: correction, ended, verified, withdrawn, moved';

CREATE INDEX wish_history_person ON wish_history (county, person_id);

ALTER TABLE wish_history ENABLE ROW LEVEL SECURITY;
ALTER TABLE wish_history FORCE ROW LEVEL SECURITY;
CREATE POLICY scope ON wish_history TO ricebowl_officer, ricebowl_job
  USING (area >= NULLIF(current_setting('ricebowl.lo', true), '')::bigint AND area < NULLIF(current_setting('ricebowl.hi', true), '')::bigint)
  WITH CHECK (area >= NULLIF(current_setting('ricebowl.lo', true), '')::bigint AND area < NULLIF(current_setting('ricebowl.hi', true), '')::bigint);

GRANT SELECT, INSERT ON wish_history TO ricebowl_officer;
GRANT SELECT, INSERT ON wish_history TO ricebowl_job;
