CREATE TABLE site_grade (
  county int not null,
  area bigint not null,
  id bigint not null default nextval('ledger_id'),
  site_id bigint not null,
  year int not null,
  grade text not null,
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
  FOREIGN KEY (county, site_id) REFERENCES site (county, id),
  UNIQUE (county, site_id, year)
);

COMMENT ON TABLE site_grade IS 'yearly evaluation of a site';
COMMENT ON COLUMN site_grade.county IS 'distribution key: the six digits of the county the file lies in; never updated';
COMMENT ON COLUMN site_grade.area IS '12-digit division code (today''s division) of the village the row belongs to';
COMMENT ON COLUMN site_grade.id IS 'ledger id, unique within the county';
COMMENT ON COLUMN site_grade.site_id IS 'the site';
COMMENT ON COLUMN site_grade.year IS 'year evaluated';
COMMENT ON COLUMN site_grade.grade IS 'excellent, good, pass, fail';
COMMENT ON COLUMN site_grade.valid_from IS 'first day on which it was true';
COMMENT ON COLUMN site_grade.valid_to IS 'first day on which it was no longer true; null = still true';
COMMENT ON COLUMN site_grade.known_from IS 'when the ledger came to know it; passed as a parameter';
COMMENT ON COLUMN site_grade.source IS 'where it comes from: a list, a register, an officer, or demo';
COMMENT ON COLUMN site_grade.evidence IS '佐证: what shows that it is so (contract, call, visit, register_match, roster, payslip)';
COMMENT ON COLUMN site_grade.verified_on IS '核实: day of the last confirmation; null = never confirmed';
COMMENT ON COLUMN site_grade.verified_method IS 'how it was confirmed: phone, visit, register_match';
COMMENT ON COLUMN site_grade.verified_by IS 'post or register that confirmed it';
COMMENT ON COLUMN site_grade.verified_until IS 'the confirmation counts until this day';
COMMENT ON COLUMN site_grade.recorded_by IS 'post under which the row was entered; null = loaded from a list';

CREATE INDEX site_grade_area ON site_grade (area, id);

ALTER TABLE site_grade ENABLE ROW LEVEL SECURITY;
ALTER TABLE site_grade FORCE ROW LEVEL SECURITY;
CREATE POLICY scope ON site_grade TO ricebowl_officer, ricebowl_job
  USING (area >= NULLIF(current_setting('ricebowl.lo', true), '')::bigint AND area < NULLIF(current_setting('ricebowl.hi', true), '')::bigint)
  WITH CHECK (area >= NULLIF(current_setting('ricebowl.lo', true), '')::bigint AND area < NULLIF(current_setting('ricebowl.hi', true), '')::bigint);

GRANT SELECT, INSERT, DELETE, UPDATE ON site_grade TO ricebowl_officer;
GRANT SELECT, INSERT, DELETE, UPDATE ON site_grade TO ricebowl_job;

CREATE TABLE site_grade_history (
  county int not null,
  area bigint not null,
  id bigint not null,
  site_id bigint not null,
  year int not null,
  grade text not null,
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

COMMENT ON TABLE site_grade_history IS 'yearly evaluation of a site (superseded rows: what the ledger said from known_from to known_to)';
COMMENT ON COLUMN site_grade_history.county IS 'distribution key: the six digits of the county the file lies in; never updated';
COMMENT ON COLUMN site_grade_history.area IS '12-digit division code (today''s division) of the village the row belongs to';
COMMENT ON COLUMN site_grade_history.id IS 'ledger id, unique within the county';
COMMENT ON COLUMN site_grade_history.site_id IS 'the site';
COMMENT ON COLUMN site_grade_history.year IS 'year evaluated';
COMMENT ON COLUMN site_grade_history.grade IS 'excellent, good, pass, fail';
COMMENT ON COLUMN site_grade_history.valid_from IS 'first day on which it was true';
COMMENT ON COLUMN site_grade_history.valid_to IS 'first day on which it was no longer true; null = still true';
COMMENT ON COLUMN site_grade_history.known_from IS 'when the ledger came to know it; passed as a parameter';
COMMENT ON COLUMN site_grade_history.source IS 'where it comes from: a list, a register, an officer, or demo';
COMMENT ON COLUMN site_grade_history.evidence IS '佐证: what shows that it is so (contract, call, visit, register_match, roster, payslip)';
COMMENT ON COLUMN site_grade_history.verified_on IS '核实: day of the last confirmation; null = never confirmed';
COMMENT ON COLUMN site_grade_history.verified_method IS 'how it was confirmed: phone, visit, register_match';
COMMENT ON COLUMN site_grade_history.verified_by IS 'post or register that confirmed it';
COMMENT ON COLUMN site_grade_history.verified_until IS 'the confirmation counts until this day';
COMMENT ON COLUMN site_grade_history.recorded_by IS 'post under which the row was entered; null = loaded from a list';
COMMENT ON COLUMN site_grade_history.known_to IS 'when the ledger stopped saying so';
COMMENT ON COLUMN site_grade_history.superseded_by IS 'why: correction, ended, verified, withdrawn, moved';

ALTER TABLE site_grade_history ENABLE ROW LEVEL SECURITY;
ALTER TABLE site_grade_history FORCE ROW LEVEL SECURITY;
CREATE POLICY scope ON site_grade_history TO ricebowl_officer, ricebowl_job
  USING (area >= NULLIF(current_setting('ricebowl.lo', true), '')::bigint AND area < NULLIF(current_setting('ricebowl.hi', true), '')::bigint)
  WITH CHECK (area >= NULLIF(current_setting('ricebowl.lo', true), '')::bigint AND area < NULLIF(current_setting('ricebowl.hi', true), '')::bigint);

GRANT SELECT, INSERT ON site_grade_history TO ricebowl_officer;
GRANT SELECT, INSERT ON site_grade_history TO ricebowl_job;
