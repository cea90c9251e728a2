CREATE TABLE traveller_import (
  county int not null,
  area bigint not null,
  import_id bigint not null,
  row int not null,
  traveller_id bigint not null,
  said_at timestamptz not null,
  PRIMARY KEY (county, import_id, row),
  CHECK (area / 1000000 = county),
  FOREIGN KEY (county, import_id) REFERENCES import (county, id)
);

COMMENT ON TABLE traveller_import IS '输送名单导入: which traveller a row of a list put on a batch, so that the import can be taken back';
COMMENT ON COLUMN traveller_import.county IS 'distribution key: the six digits of the area';
COMMENT ON COLUMN traveller_import.area IS 'area of the post that brought the list, which sends the batches';
COMMENT ON COLUMN traveller_import.import_id IS 'the import';
COMMENT ON COLUMN traveller_import.row IS 'the row';
COMMENT ON COLUMN traveller_import.traveller_id IS 'the traveller, whose id stays when the file moves to another county';
COMMENT ON COLUMN traveller_import.said_at IS 'when the row was taken; passed as a parameter';

ALTER TABLE traveller_import ENABLE ROW LEVEL SECURITY;
ALTER TABLE traveller_import FORCE ROW LEVEL SECURITY;
CREATE POLICY scope ON traveller_import TO ricebowl_officer, ricebowl_job
  USING (area >= NULLIF(current_setting('ricebowl.lo', true), '')::bigint AND area < NULLIF(current_setting('ricebowl.hi', true), '')::bigint)
  WITH CHECK (area >= NULLIF(current_setting('ricebowl.lo', true), '')::bigint AND area < NULLIF(current_setting('ricebowl.hi', true), '')::bigint);

GRANT SELECT, INSERT, DELETE ON traveller_import TO ricebowl_officer;
GRANT SELECT, INSERT, DELETE ON traveller_import TO ricebowl_job;
