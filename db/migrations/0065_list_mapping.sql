CREATE TABLE list_mapping (
  county int not null,
  area bigint not null,
  list text not null,
  headings bytea not null,
  mapping jsonb not null,
  told_at timestamptz not null,
  told_by bigint not null,
  PRIMARY KEY (county, area, list, headings),
  CHECK (area / 1000000 = county)
);

COMMENT ON TABLE list_mapping IS '表头对应: which column of a list each heading means, as an officer of the area told it once';
COMMENT ON COLUMN list_mapping.county IS 'distribution key: the six digits of the area';
COMMENT ON COLUMN list_mapping.area IS 'area of the post that told it';
COMMENT ON COLUMN list_mapping.list IS 'key of the list';
COMMENT ON COLUMN list_mapping.headings IS 'SM3 of the set of headings';
COMMENT ON COLUMN list_mapping.mapping IS 'heading to column key; null = not taken';
COMMENT ON COLUMN list_mapping.told_at IS 'when';
COMMENT ON COLUMN list_mapping.told_by IS 'post that told it';

ALTER TABLE list_mapping ENABLE ROW LEVEL SECURITY;
ALTER TABLE list_mapping FORCE ROW LEVEL SECURITY;
CREATE POLICY scope ON list_mapping TO ricebowl_officer, ricebowl_job
  USING (area >= NULLIF(current_setting('ricebowl.lo', true), '')::bigint AND area < NULLIF(current_setting('ricebowl.hi', true), '')::bigint)
  WITH CHECK (area >= NULLIF(current_setting('ricebowl.lo', true), '')::bigint AND area < NULLIF(current_setting('ricebowl.hi', true), '')::bigint);

GRANT SELECT, INSERT, UPDATE ON list_mapping TO ricebowl_officer;
GRANT SELECT, INSERT, UPDATE ON list_mapping TO ricebowl_job;
