CREATE TABLE import_warning (
  county int not null,
  area bigint not null,
  import_id bigint not null,
  row int not null,
  predicate text not null,
  PRIMARY KEY (county, import_id, row, predicate),
  CHECK (area / 1000000 = county),
  FOREIGN KEY (county, import_id) REFERENCES import (county, id)
);

COMMENT ON TABLE import_warning IS '导入提示: a finding that a row would bring, as the preview found it; the row is taken all the same';
COMMENT ON COLUMN import_warning.county IS 'distribution key: the six digits of the area';
COMMENT ON COLUMN import_warning.area IS 'area of the post that brought the list: who sees that post''s area sees the import';
COMMENT ON COLUMN import_warning.import_id IS 'the import';
COMMENT ON COLUMN import_warning.row IS 'the row';
COMMENT ON COLUMN import_warning.predicate IS 'key of the finding in the plan';

ALTER TABLE import_warning ENABLE ROW LEVEL SECURITY;
ALTER TABLE import_warning FORCE ROW LEVEL SECURITY;
CREATE POLICY scope ON import_warning TO ricebowl_officer, ricebowl_job
  USING (area >= NULLIF(current_setting('ricebowl.lo', true), '')::bigint AND area < NULLIF(current_setting('ricebowl.hi', true), '')::bigint)
  WITH CHECK (area >= NULLIF(current_setting('ricebowl.lo', true), '')::bigint AND area < NULLIF(current_setting('ricebowl.hi', true), '')::bigint);

GRANT SELECT, INSERT, DELETE ON import_warning TO ricebowl_officer;
GRANT SELECT, INSERT, DELETE ON import_warning TO ricebowl_job;
