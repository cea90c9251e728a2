CREATE TABLE talent (
  county int not null,
  area bigint not null,
  id bigint not null default nextval('ledger_id'),
  person_id bigint not null,
  kind text not null,
  name text not null,
  level text,
  preferential boolean,
  rural_service boolean,
  graduate boolean,
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

COMMENT ON TABLE talent IS 'title, award, honour, recruitment or post of rural talent';
COMMENT ON COLUMN talent.county IS 'distribution key: the six digits of the county the file lies in; never updated';
COMMENT ON COLUMN talent.area IS '12-digit division code (today''s division) of the village the row belongs to';
COMMENT ON COLUMN talent.id IS 'ledger id, unique within the county';
COMMENT ON COLUMN talent.person_id IS 'the person whose spell it is';
COMMENT ON COLUMN talent.kind IS 'title, award, honour, recruitment, village_doctor';
COMMENT ON COLUMN talent.name IS 'what exactly';
COMMENT ON COLUMN talent.level IS 'national, municipal, county, town';
COMMENT ON COLUMN talent.preferential IS 'granted under the rule for difficult and remote areas; null = not recorded';
COMMENT ON COLUMN talent.rural_service IS 'serves the countryside; null = not recorded';
COMMENT ON COLUMN talent.graduate IS 'recruited as a new college graduate; null = not recorded';
COMMENT ON COLUMN talent.valid_from IS 'first day on which it was true';
COMMENT ON COLUMN talent.valid_to IS 'first day on which it was no longer true; null = still true';
COMMENT ON COLUMN talent.known_from IS 'when the ledger came to know it; passed as a parameter';
COMMENT ON COLUMN talent.source IS 'where it comes from: a list, a register, an officer, or demo';
COMMENT ON COLUMN talent.evidence IS '佐证: what shows that it is so (contract, call, visit, register_match, roster, payslip)';
COMMENT ON COLUMN talent.verified_on IS '核实: day of the last confirmation; null = never confirmed';
COMMENT ON COLUMN talent.verified_method IS 'how it was confirmed: phone, visit, register_match';
COMMENT ON COLUMN talent.verified_by IS 'post or register that confirmed it';
COMMENT ON COLUMN talent.verified_until IS 'the confirmation counts until this day';
COMMENT ON COLUMN talent.recorded_by IS 'post under which the row was entered; null = loaded from a list';

CREATE INDEX talent_person ON talent (county, person_id);

CREATE INDEX talent_area ON talent (area, id);

ALTER TABLE talent ENABLE ROW LEVEL SECURITY;
ALTER TABLE talent FORCE ROW LEVEL SECURITY;
CREATE POLICY scope ON talent TO ricebowl_officer, ricebowl_job
  USING (area >= NULLIF(current_setting('ricebowl.lo', true), '')::bigint AND area < NULLIF(current_setting('ricebowl.hi', true), '')::bigint)
  WITH CHECK (area >= NULLIF(current_setting('ricebowl.lo', true), '')::bigint AND area < NULLIF(current_setting('ricebowl.hi', true), '')::bigint);

GRANT SELECT, INSERT, DELETE, UPDATE ON talent TO ricebowl_officer;
GRANT SELECT, INSERT, DELETE, UPDATE ON talent TO ricebowl_job;

CREATE TABLE talent_history (
  county int not null,
  area bigint not null,
  id bigint not null,
  person_id bigint not null,
  kind text not null,
  name text not null,
  level text,
  preferential boolean,
  rural_service boolean,
  graduate boolean,
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

COMMENT ON TABLE talent_history IS 'title, award, honour, recruitment or post of rural talent (superseded rows: what the ledger said from known_from to known_to)';
COMMENT ON COLUMN talent_history.county IS 'distribution key: the six digits of the county the file lies in; never updated';
COMMENT ON COLUMN talent_history.area IS '12-digit division code (today''s division) of the village the row belongs to';
COMMENT ON COLUMN talent_history.id IS 'ledger id, unique within the county';
COMMENT ON COLUMN talent_history.person_id IS 'the person whose spell it is';
COMMENT ON COLUMN talent_history.kind IS 'title, award, honour, recruitment, village_doctor';
COMMENT ON COLUMN talent_history.name IS 'what exactly';
COMMENT ON COLUMN talent_history.level IS 'national, municipal, county, town';
COMMENT ON COLUMN talent_history.preferential IS 'granted under the rule for difficult and remote areas; null = not recorded';
COMMENT ON COLUMN talent_history.rural_service IS 'serves the countryside; null = not recorded';
COMMENT ON COLUMN talent_history.graduate IS 'recruited as a new college graduate; null = not recorded';
COMMENT ON COLUMN talent_history.valid_from IS 'first day on which it was true';
COMMENT ON COLUMN talent_history.valid_to IS 'first day on which it was no longer true; null = still true';
COMMENT ON COLUMN talent_history.known_from IS 'when the ledger came to know it; passed as a parameter';
COMMENT ON COLUMN talent_history.source IS 'where it comes from: a list, a register, an officer, or demo';
COMMENT ON COLUMN talent_history.evidence IS '佐证: what shows that it is so (contract, call, visit, register_match, roster, payslip)';
COMMENT ON COLUMN talent_history.verified_on IS '核实: day of the last confirmation; null = never confirmed';
COMMENT ON COLUMN talent_history.verified_method IS 'how it was confirmed: phone, visit, register_match';
COMMENT ON COLUMN talent_history.verified_by IS 'post or register that confirmed it';
COMMENT ON COLUMN talent_history.verified_until IS 'the confirmation counts until this day';
COMMENT ON COLUMN talent_history.recorded_by IS 'post under which the row was entered; null = loaded from a list';
COMMENT ON COLUMN talent_history.known_to IS 'when the ledger stopped saying so';
COMMENT ON COLUMN talent_history.superseded_by IS 'why: correction, ended, verified, withdrawn, moved';

CREATE INDEX talent_history_person ON talent_history (county, person_id);

ALTER TABLE talent_history ENABLE ROW LEVEL SECURITY;
ALTER TABLE talent_history FORCE ROW LEVEL SECURITY;
CREATE POLICY scope ON talent_history TO ricebowl_officer, ricebowl_job
  USING (area >= NULLIF(current_setting('ricebowl.lo', true), '')::bigint AND area < NULLIF(current_setting('ricebowl.hi', true), '')::bigint)
  WITH CHECK (area >= NULLIF(current_setting('ricebowl.lo', true), '')::bigint AND area < NULLIF(current_setting('ricebowl.hi', true), '')::bigint);

GRANT SELECT, INSERT ON talent_history TO ricebowl_officer;
GRANT SELECT, INSERT ON talent_history TO ricebowl_job;
