CREATE TABLE dispatch (
  county int not null,
  area bigint not null,
  id bigint not null default nextval('ledger_id'),
  person_id bigint not null,
  corridor text not null,
  batch text,
  place bigint not null,
  arrived_on date,
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

COMMENT ON TABLE dispatch IS '输送: a person who travelled along a corridor; valid_to = day of return';
COMMENT ON COLUMN dispatch.county IS 'distribution key: the six digits of the county the file lies in; never updated';
COMMENT ON COLUMN dispatch.area IS '12-digit division code (today''s division) of the village the row belongs to';
COMMENT ON COLUMN dispatch.id IS 'ledger id, unique within the county';
COMMENT ON COLUMN dispatch.person_id IS 'the person whose spell it is';
COMMENT ON COLUMN dispatch.corridor IS 'key of the corridor';
COMMENT ON COLUMN dispatch.batch IS 'batch';
COMMENT ON COLUMN dispatch.place IS '12-digit code of the receiving area';
COMMENT ON COLUMN dispatch.arrived_on IS 'confirmed arrival';
COMMENT ON COLUMN dispatch.valid_from IS 'first day on which it was true';
COMMENT ON COLUMN dispatch.valid_to IS 'first day on which it was no longer true; null = still true';
COMMENT ON COLUMN dispatch.known_from IS 'when the ledger came to know it; passed as a parameter';
COMMENT ON COLUMN dispatch.source IS 'where it comes from: a list, a register, an officer, or demo';
COMMENT ON COLUMN dispatch.evidence IS '佐证: what shows that it is so (contract, call, visit, register_match, roster, payslip)';
COMMENT ON COLUMN dispatch.verified_on IS '核实: day of the last confirmation; null = never confirmed';
COMMENT ON COLUMN dispatch.verified_method IS 'how it was confirmed: phone, visit, register_match';
COMMENT ON COLUMN dispatch.verified_by IS 'post or register that confirmed it';
COMMENT ON COLUMN dispatch.verified_until IS 'the confirmation counts until this day';
COMMENT ON COLUMN dispatch.recorded_by IS 'post under which the row was entered; null = loaded from a list';

CREATE INDEX dispatch_person ON dispatch (county, person_id);

CREATE INDEX dispatch_area ON dispatch (area, id);

ALTER TABLE dispatch ENABLE ROW LEVEL SECURITY;
ALTER TABLE dispatch FORCE ROW LEVEL SECURITY;
CREATE POLICY scope ON dispatch TO ricebowl_officer, ricebowl_job
  USING (area >= NULLIF(current_setting('ricebowl.lo', true), '')::bigint AND area < NULLIF(current_setting('ricebowl.hi', true), '')::bigint)
  WITH CHECK (area >= NULLIF(current_setting('ricebowl.lo', true), '')::bigint AND area < NULLIF(current_setting('ricebowl.hi', true), '')::bigint);

GRANT SELECT, INSERT, DELETE, UPDATE ON dispatch TO ricebowl_officer;
GRANT SELECT, INSERT, DELETE, UPDATE ON dispatch TO ricebowl_job;

CREATE TABLE dispatch_history (
  county int not null,
  area bigint not null,
  id bigint not null,
  person_id bigint not null,
  corridor text not null,
  batch text,
  place bigint not null,
  arrived_on date,
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

COMMENT ON TABLE dispatch_history IS '输送: a person who travelled along a corridor; valid_to = day of return (superseded rows: what the ledger said from known_from to known_to)';
COMMENT ON COLUMN dispatch_history.county IS 'distribution key: the six digits of the county the file lies in; never updated';
COMMENT ON COLUMN dispatch_history.area IS '12-digit division code (today''s division) of the village the row belongs to';
COMMENT ON COLUMN dispatch_history.id IS 'ledger id, unique within the county';
COMMENT ON COLUMN dispatch_history.person_id IS 'the person whose spell it is';
COMMENT ON COLUMN dispatch_history.corridor IS 'key of the corridor';
COMMENT ON COLUMN dispatch_history.batch IS 'batch';
COMMENT ON COLUMN dispatch_history.place IS '12-digit code of the receiving area';
COMMENT ON COLUMN dispatch_history.arrived_on IS 'confirmed arrival';
COMMENT ON COLUMN dispatch_history.valid_from IS 'first day on which it was true';
COMMENT ON COLUMN dispatch_history.valid_to IS 'first day on which it was no longer true; null = still true';
COMMENT ON COLUMN dispatch_history.known_from IS 'when the ledger came to know it; passed as a parameter';
COMMENT ON COLUMN dispatch_history.source IS 'where it comes from: a list, a register, an officer, or demo';
COMMENT ON COLUMN dispatch_history.evidence IS '佐证: what shows that it is so (contract, call, visit, register_match, roster, payslip)';
COMMENT ON COLUMN dispatch_history.verified_on IS '核实: day of the last confirmation; null = never confirmed';
COMMENT ON COLUMN dispatch_history.verified_method IS 'how it was confirmed: phone, visit, register_match';
COMMENT ON COLUMN dispatch_history.verified_by IS 'post or register that confirmed it';
COMMENT ON COLUMN dispatch_history.verified_until IS 'the confirmation counts until this day';
COMMENT ON COLUMN dispatch_history.recorded_by IS 'post under which the row was entered; null = loaded from a list';
COMMENT ON COLUMN dispatch_history.known_to IS 'when the ledger stopped saying so';
COMMENT ON COLUMN dispatch_history.superseded_by IS 'why: correction, ended, verified, withdrawn, moved';

CREATE INDEX dispatch_history_person ON dispatch_history (county, person_id);

ALTER TABLE dispatch_history ENABLE ROW LEVEL SECURITY;
ALTER TABLE dispatch_history FORCE ROW LEVEL SECURITY;
CREATE POLICY scope ON dispatch_history TO ricebowl_officer, ricebowl_job
  USING (area >= NULLIF(current_setting('ricebowl.lo', true), '')::bigint AND area < NULLIF(current_setting('ricebowl.hi', true), '')::bigint)
  WITH CHECK (area >= NULLIF(current_setting('ricebowl.lo', true), '')::bigint AND area < NULLIF(current_setting('ricebowl.hi', true), '')::bigint);

GRANT SELECT, INSERT ON dispatch_history TO ricebowl_officer;
GRANT SELECT, INSERT ON dispatch_history TO ricebowl_job;
