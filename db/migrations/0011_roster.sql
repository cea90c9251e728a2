CREATE TABLE roster (
  county int not null,
  area bigint not null,
  id bigint not null default nextval('ledger_id'),
  person_id bigint not null,
  site_id bigint not null,
  role text not null,
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
  FOREIGN KEY (county, site_id) REFERENCES site (county, id),
  CONSTRAINT roster_no_overlap EXCLUDE USING gist (county WITH =, person_id WITH =, site_id WITH =, daterange(valid_from, valid_to) WITH &&)
);

COMMENT ON TABLE roster IS 'a person on the roster of a site';
COMMENT ON COLUMN roster.county IS 'distribution key: the six digits of the county the file lies in; never updated';
COMMENT ON COLUMN roster.area IS '12-digit division code (today''s division) of the village the row belongs to';
COMMENT ON COLUMN roster.id IS 'ledger id, unique within the county';
COMMENT ON COLUMN roster.person_id IS 'the person whose spell it is';
COMMENT ON COLUMN roster.site_id IS 'the site, in the county of the person';
COMMENT ON COLUMN roster.role IS 'worker, founder, trainee, member';
COMMENT ON COLUMN roster.valid_from IS 'first day on which it was true';
COMMENT ON COLUMN roster.valid_to IS 'first day on which it was no longer true; null = still true';
COMMENT ON COLUMN roster.known_from IS 'when the ledger came to know it; passed as a parameter';
COMMENT ON COLUMN roster.source IS 'where it comes from: a list, a register, an officer, or demo';
COMMENT ON COLUMN roster.evidence IS '佐证: what shows that it is so (contract, call, visit, register_match, roster, payslip)';
COMMENT ON COLUMN roster.verified_on IS '核实: day of the last confirmation; null = never confirmed';
COMMENT ON COLUMN roster.verified_method IS 'how it was confirmed: phone, visit, register_match';
COMMENT ON COLUMN roster.verified_by IS 'post or register that confirmed it';
COMMENT ON COLUMN roster.verified_until IS 'the confirmation counts until this day';
COMMENT ON COLUMN roster.recorded_by IS 'post under which the row was entered; null = loaded from a list';

CREATE INDEX roster_person ON roster (county, person_id);

CREATE INDEX roster_site ON roster (county, site_id);

ALTER TABLE roster ENABLE ROW LEVEL SECURITY;
ALTER TABLE roster FORCE ROW LEVEL SECURITY;
CREATE POLICY scope ON roster TO ricebowl_officer, ricebowl_job
  USING (area >= NULLIF(current_setting('ricebowl.lo', true), '')::bigint AND area < NULLIF(current_setting('ricebowl.hi', true), '')::bigint)
  WITH CHECK (area >= NULLIF(current_setting('ricebowl.lo', true), '')::bigint AND area < NULLIF(current_setting('ricebowl.hi', true), '')::bigint);

GRANT SELECT, INSERT, DELETE, UPDATE ON roster TO ricebowl_officer;
GRANT SELECT, INSERT, DELETE, UPDATE ON roster TO ricebowl_job;

CREATE TABLE roster_history (
  county int not null,
  area bigint not null,
  id bigint not null,
  person_id bigint not null,
  site_id bigint not null,
  role text not null,
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

COMMENT ON TABLE roster_history IS 'a person on the roster of a site (superseded rows: what the ledger said from known_from to known_to)';
COMMENT ON COLUMN roster_history.county IS 'distribution key: the six digits of the county the file lies in; never updated';
COMMENT ON COLUMN roster_history.area IS '12-digit division code (today''s division) of the village the row belongs to';
COMMENT ON COLUMN roster_history.id IS 'ledger id, unique within the county';
COMMENT ON COLUMN roster_history.person_id IS 'the person whose spell it is';
COMMENT ON COLUMN roster_history.site_id IS 'the site, in the county of the person';
COMMENT ON COLUMN roster_history.role IS 'worker, founder, trainee, member';
COMMENT ON COLUMN roster_history.valid_from IS 'first day on which it was true';
COMMENT ON COLUMN roster_history.valid_to IS 'first day on which it was no longer true; null = still true';
COMMENT ON COLUMN roster_history.known_from IS 'when the ledger came to know it; passed as a parameter';
COMMENT ON COLUMN roster_history.source IS 'where it comes from: a list, a register, an officer, or demo';
COMMENT ON COLUMN roster_history.evidence IS '佐证: what shows that it is so (contract, call, visit, register_match, roster, payslip)';
COMMENT ON COLUMN roster_history.verified_on IS '核实: day of the last confirmation; null = never confirmed';
COMMENT ON COLUMN roster_history.verified_method IS 'how it was confirmed: phone, visit, register_match';
COMMENT ON COLUMN roster_history.verified_by IS 'post or register that confirmed it';
COMMENT ON COLUMN roster_history.verified_until IS 'the confirmation counts until this day';
COMMENT ON COLUMN roster_history.recorded_by IS 'post under which the row was entered; null = loaded from a list';
COMMENT ON COLUMN roster_history.known_to IS 'when the ledger stopped saying so';
COMMENT ON COLUMN roster_history.superseded_by IS 'why: correction, ended, verified, withdrawn, moved';

CREATE INDEX roster_history_person ON roster_history (county, person_id);

ALTER TABLE roster_history ENABLE ROW LEVEL SECURITY;
ALTER TABLE roster_history FORCE ROW LEVEL SECURITY;
CREATE POLICY scope ON roster_history TO ricebowl_officer, ricebowl_job
  USING (area >= NULLIF(current_setting('ricebowl.lo', true), '')::bigint AND area < NULLIF(current_setting('ricebowl.hi', true), '')::bigint)
  WITH CHECK (area >= NULLIF(current_setting('ricebowl.lo', true), '')::bigint AND area < NULLIF(current_setting('ricebowl.hi', true), '')::bigint);

GRANT SELECT, INSERT ON roster_history TO ricebowl_officer;
GRANT SELECT, INSERT ON roster_history TO ricebowl_job;
