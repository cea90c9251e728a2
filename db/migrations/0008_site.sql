CREATE TABLE site (
  county int not null,
  area bigint not null,
  id bigint not null default nextval('ledger_id'),
  kind text not null,
  name text not null,
  level text,
  capacity int,
  grade text,
  credit_code text,
  extra jsonb not null default '{}',
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
  CHECK (valid_to > valid_from)
);

COMMENT ON TABLE site IS '载体: a place or body that a plan builds; valid_from = recognised on, valid_to = withdrawn on';
COMMENT ON COLUMN site.county IS 'distribution key: the six digits of the county the file lies in; never updated';
COMMENT ON COLUMN site.area IS '12-digit division code (today''s division) of the village the row belongs to';
COMMENT ON COLUMN site.id IS 'ledger id, unique within the county';
COMMENT ON COLUMN site.kind IS 'a kind of the plan: workshop, return_home_park, incubator, …';
COMMENT ON COLUMN site.name IS 'name';
COMMENT ON COLUMN site.level IS 'national, municipal, county';
COMMENT ON COLUMN site.capacity IS 'places it can take';
COMMENT ON COLUMN site.grade IS 'last yearly evaluation: excellent, good, pass, fail';
COMMENT ON COLUMN site.credit_code IS 'unified social credit code (GB 32100)';
COMMENT ON COLUMN site.extra IS 'further fields of the kind, as the plan defines them';
COMMENT ON COLUMN site.valid_from IS 'first day on which it was true';
COMMENT ON COLUMN site.valid_to IS 'first day on which it was no longer true; null = still true';
COMMENT ON COLUMN site.known_from IS 'when the ledger came to know it; passed as a parameter';
COMMENT ON COLUMN site.source IS 'where it comes from: a list, a register, an officer, or demo';
COMMENT ON COLUMN site.evidence IS '佐证: what shows that it is so (contract, call, visit, register_match, roster, payslip)';
COMMENT ON COLUMN site.verified_on IS '核实: day of the last confirmation; null = never confirmed';
COMMENT ON COLUMN site.verified_method IS 'how it was confirmed: phone, visit, register_match';
COMMENT ON COLUMN site.verified_by IS 'post or register that confirmed it';
COMMENT ON COLUMN site.verified_until IS 'the confirmation counts until this day';
COMMENT ON COLUMN site.recorded_by IS 'post under which the row was entered; null = loaded from a list';

CREATE INDEX site_area ON site (area, id);

CREATE INDEX site_kind ON site (kind, area, id);

ALTER TABLE site ENABLE ROW LEVEL SECURITY;
ALTER TABLE site FORCE ROW LEVEL SECURITY;
CREATE POLICY scope ON site TO ricebowl_officer, ricebowl_job
  USING (area >= NULLIF(current_setting('ricebowl.lo', true), '')::bigint AND area < NULLIF(current_setting('ricebowl.hi', true), '')::bigint)
  WITH CHECK (area >= NULLIF(current_setting('ricebowl.lo', true), '')::bigint AND area < NULLIF(current_setting('ricebowl.hi', true), '')::bigint);

GRANT SELECT, INSERT, DELETE, UPDATE ON site TO ricebowl_officer;
GRANT SELECT, INSERT, DELETE, UPDATE ON site TO ricebowl_job;

CREATE TABLE site_history (
  county int not null,
  area bigint not null,
  id bigint not null,
  kind text not null,
  name text not null,
  level text,
  capacity int,
  grade text,
  credit_code text,
  extra jsonb not null default '{}',
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

COMMENT ON TABLE site_history IS '载体: a place or body that a plan builds; valid_from = recognised on, valid_to = withdrawn on (superseded rows: what the ledger said from known_from to known_to)';
COMMENT ON COLUMN site_history.county IS 'distribution key: the six digits of the county the file lies in; never updated';
COMMENT ON COLUMN site_history.area IS '12-digit division code (today''s division) of the village the row belongs to';
COMMENT ON COLUMN site_history.id IS 'ledger id, unique within the county';
COMMENT ON COLUMN site_history.kind IS 'a kind of the plan: workshop, return_home_park, incubator, …';
COMMENT ON COLUMN site_history.name IS 'name';
COMMENT ON COLUMN site_history.level IS 'national, municipal, county';
COMMENT ON COLUMN site_history.capacity IS 'places it can take';
COMMENT ON COLUMN site_history.grade IS 'last yearly evaluation: excellent, good, pass, fail';
COMMENT ON COLUMN site_history.credit_code IS 'unified social credit code (GB 32100)';
COMMENT ON COLUMN site_history.extra IS 'further fields of the kind, as the plan defines them';
COMMENT ON COLUMN site_history.valid_from IS 'first day on which it was true';
COMMENT ON COLUMN site_history.valid_to IS 'first day on which it was no longer true; null = still true';
COMMENT ON COLUMN site_history.known_from IS 'when the ledger came to know it; passed as a parameter';
COMMENT ON COLUMN site_history.source IS 'where it comes from: a list, a register, an officer, or demo';
COMMENT ON COLUMN site_history.evidence IS '佐证: what shows that it is so (contract, call, visit, register_match, roster, payslip)';
COMMENT ON COLUMN site_history.verified_on IS '核实: day of the last confirmation; null = never confirmed';
COMMENT ON COLUMN site_history.verified_method IS 'how it was confirmed: phone, visit, register_match';
COMMENT ON COLUMN site_history.verified_by IS 'post or register that confirmed it';
COMMENT ON COLUMN site_history.verified_until IS 'the confirmation counts until this day';
COMMENT ON COLUMN site_history.recorded_by IS 'post under which the row was entered; null = loaded from a list';
COMMENT ON COLUMN site_history.known_to IS 'when the ledger stopped saying so';
COMMENT ON COLUMN site_history.superseded_by IS 'why: correction, ended, verified, withdrawn, moved';

ALTER TABLE site_history ENABLE ROW LEVEL SECURITY;
ALTER TABLE site_history FORCE ROW LEVEL SECURITY;
CREATE POLICY scope ON site_history TO ricebowl_officer, ricebowl_job
  USING (area >= NULLIF(current_setting('ricebowl.lo', true), '')::bigint AND area < NULLIF(current_setting('ricebowl.hi', true), '')::bigint)
  WITH CHECK (area >= NULLIF(current_setting('ricebowl.lo', true), '')::bigint AND area < NULLIF(current_setting('ricebowl.hi', true), '')::bigint);

GRANT SELECT, INSERT ON site_history TO ricebowl_officer;
GRANT SELECT, INSERT ON site_history TO ricebowl_job;
