CREATE TABLE activity (
  county int not null,
  area bigint not null,
  id bigint not null default nextval('ledger_id'),
  kind text not null,
  name text not null,
  detail text,
  site_id bigint,
  people int,
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
  FOREIGN KEY (county, site_id) REFERENCES site (county, id)
);

COMMENT ON TABLE activity IS 'what was done in a place: projects, visits, people sent, services given, incentives in force';
COMMENT ON COLUMN activity.county IS 'distribution key: the six digits of the county the file lies in; never updated';
COMMENT ON COLUMN activity.area IS '12-digit division code (today''s division) of the village the row belongs to';
COMMENT ON COLUMN activity.id IS 'ledger id, unique within the county';
COMMENT ON COLUMN activity.kind IS 'rural_project, talent_project, visit, people_sent, service, pay_incentive';
COMMENT ON COLUMN activity.name IS 'what';
COMMENT ON COLUMN activity.detail IS 'kind of service or of match: venue, tax, credit, job, money, place, mentor';
COMMENT ON COLUMN activity.site_id IS 'site that gave the service, in the same county';
COMMENT ON COLUMN activity.people IS 'people reached; null = not recorded';
COMMENT ON COLUMN activity.valid_from IS 'first day on which it was true';
COMMENT ON COLUMN activity.valid_to IS 'first day on which it was no longer true; null = still true';
COMMENT ON COLUMN activity.known_from IS 'when the ledger came to know it; passed as a parameter';
COMMENT ON COLUMN activity.source IS 'where it comes from: a list, a register, an officer, or demo';
COMMENT ON COLUMN activity.evidence IS '佐证: what shows that it is so (contract, call, visit, register_match, roster, payslip)';
COMMENT ON COLUMN activity.verified_on IS '核实: day of the last confirmation; null = never confirmed';
COMMENT ON COLUMN activity.verified_method IS 'how it was confirmed: phone, visit, register_match';
COMMENT ON COLUMN activity.verified_by IS 'post or register that confirmed it';
COMMENT ON COLUMN activity.verified_until IS 'the confirmation counts until this day';
COMMENT ON COLUMN activity.recorded_by IS 'post under which the row was entered; null = loaded from a list';

CREATE INDEX activity_area ON activity (area, id);

ALTER TABLE activity ENABLE ROW LEVEL SECURITY;
ALTER TABLE activity FORCE ROW LEVEL SECURITY;
CREATE POLICY scope ON activity TO ricebowl_officer, ricebowl_job
  USING (area >= NULLIF(current_setting('ricebowl.lo', true), '')::bigint AND area < NULLIF(current_setting('ricebowl.hi', true), '')::bigint)
  WITH CHECK (area >= NULLIF(current_setting('ricebowl.lo', true), '')::bigint AND area < NULLIF(current_setting('ricebowl.hi', true), '')::bigint);

GRANT SELECT, INSERT, DELETE, UPDATE ON activity TO ricebowl_officer;
GRANT SELECT, INSERT, DELETE, UPDATE ON activity TO ricebowl_job;

CREATE TABLE activity_history (
  county int not null,
  area bigint not null,
  id bigint not null,
  kind text not null,
  name text not null,
  detail text,
  site_id bigint,
  people int,
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

COMMENT ON TABLE activity_history IS 'what was done in a place: projects, visits, people sent, services given, incentives in force (superseded rows: what the ledger said from known_from to known_to)';
COMMENT ON COLUMN activity_history.county IS 'distribution key: the six digits of the county the file lies in; never updated';
COMMENT ON COLUMN activity_history.area IS '12-digit division code (today''s division) of the village the row belongs to';
COMMENT ON COLUMN activity_history.id IS 'ledger id, unique within the county';
COMMENT ON COLUMN activity_history.kind IS 'rural_project, talent_project, visit, people_sent, service, pay_incentive';
COMMENT ON COLUMN activity_history.name IS 'what';
COMMENT ON COLUMN activity_history.detail IS 'kind of service or of match: venue, tax, credit, job, money, place, mentor';
COMMENT ON COLUMN activity_history.site_id IS 'site that gave the service, in the same county';
COMMENT ON COLUMN activity_history.people IS 'people reached; null = not recorded';
COMMENT ON COLUMN activity_history.valid_from IS 'first day on which it was true';
COMMENT ON COLUMN activity_history.valid_to IS 'first day on which it was no longer true; null = still true';
COMMENT ON COLUMN activity_history.known_from IS 'when the ledger came to know it; passed as a parameter';
COMMENT ON COLUMN activity_history.source IS 'where it comes from: a list, a register, an officer, or demo';
COMMENT ON COLUMN activity_history.evidence IS '佐证: what shows that it is so (contract, call, visit, register_match, roster, payslip)';
COMMENT ON COLUMN activity_history.verified_on IS '核实: day of the last confirmation; null = never confirmed';
COMMENT ON COLUMN activity_history.verified_method IS 'how it was confirmed: phone, visit, register_match';
COMMENT ON COLUMN activity_history.verified_by IS 'post or register that confirmed it';
COMMENT ON COLUMN activity_history.verified_until IS 'the confirmation counts until this day';
COMMENT ON COLUMN activity_history.recorded_by IS 'post under which the row was entered; null = loaded from a list';
COMMENT ON COLUMN activity_history.known_to IS 'when the ledger stopped saying so';
COMMENT ON COLUMN activity_history.superseded_by IS 'why: correction, ended, verified, withdrawn, moved';

ALTER TABLE activity_history ENABLE ROW LEVEL SECURITY;
ALTER TABLE activity_history FORCE ROW LEVEL SECURITY;
CREATE POLICY scope ON activity_history TO ricebowl_officer, ricebowl_job
  USING (area >= NULLIF(current_setting('ricebowl.lo', true), '')::bigint AND area < NULLIF(current_setting('ricebowl.hi', true), '')::bigint)
  WITH CHECK (area >= NULLIF(current_setting('ricebowl.lo', true), '')::bigint AND area < NULLIF(current_setting('ricebowl.hi', true), '')::bigint);

GRANT SELECT, INSERT ON activity_history TO ricebowl_officer;
GRANT SELECT, INSERT ON activity_history TO ricebowl_job;
