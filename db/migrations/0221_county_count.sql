CREATE TABLE county_count (
  county int not null,
  area bigint not null,
  topic text not null,
  definition text not null,
  whole boolean not null,
  head timestamptz not null,
  counted_at timestamptz not null,
  numbers jsonb not null,
  PRIMARY KEY (county, topic, definition, whole, area),
  CHECK (area / 1000000 = county)
);

COMMENT ON TABLE county_count IS '区县计数: what was counted in a county, kept until its ledger changes';
COMMENT ON COLUMN county_count.county IS 'county that was counted';
COMMENT ON COLUMN county_count.area IS 'area the numbers are of: of the whole county its own code, else the very code of the rows that were counted';
COMMENT ON COLUMN county_count.topic IS 'what is counted: flows, sites';
COMMENT ON COLUMN county_count.definition IS 'hash of the statement that counts: its rules, day, parameters and moment of knowledge are in its text';
COMMENT ON COLUMN county_count.whole IS 'the county as a whole, which a county has even where nothing was counted; else what lies at the area itself';
COMMENT ON COLUMN county_count.head IS 'last change of the county''s ledger when the count began: while it is the last, the count is of now';
COMMENT ON COLUMN county_count.counted_at IS 'when it was counted; passed as a parameter';
COMMENT ON COLUMN county_count.numbers IS 'numbers by key; zeros are left out';

ALTER TABLE county_count ENABLE ROW LEVEL SECURITY;
ALTER TABLE county_count FORCE ROW LEVEL SECURITY;
CREATE POLICY scope ON county_count TO ricebowl_officer, ricebowl_job
  USING (area >= NULLIF(current_setting('ricebowl.lo', true), '')::bigint AND area < NULLIF(current_setting('ricebowl.hi', true), '')::bigint)
  WITH CHECK (area >= NULLIF(current_setting('ricebowl.lo', true), '')::bigint AND area < NULLIF(current_setting('ricebowl.hi', true), '')::bigint);

GRANT SELECT ON county_count TO ricebowl_officer;
GRANT SELECT, INSERT, DELETE ON county_count TO ricebowl_job;
