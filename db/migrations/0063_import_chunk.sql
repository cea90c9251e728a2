CREATE TABLE import_chunk (
  county int not null,
  area bigint not null,
  import_id bigint not null,
  work text not null CHECK (work IN ('read', 'match', 'apply', 'undo')),
  round smallint not null,
  from_row int not null,
  to_row int not null,
  rows int not null,
  done_at timestamptz not null,
  PRIMARY KEY (county, import_id, work, round, from_row),
  CHECK (area / 1000000 = county),
  FOREIGN KEY (county, import_id) REFERENCES import (county, id)
);

COMMENT ON TABLE import_chunk IS '导入进度: a part of an import that is done, written in the transaction that did it';
COMMENT ON COLUMN import_chunk.county IS 'distribution key: the six digits of the area';
COMMENT ON COLUMN import_chunk.area IS 'area of the post that brought the list: who sees that post''s area sees the import';
COMMENT ON COLUMN import_chunk.import_id IS 'the import';
COMMENT ON COLUMN import_chunk.work IS 'what was done';
COMMENT ON COLUMN import_chunk.round IS 'which rows about their subject';
COMMENT ON COLUMN import_chunk.from_row IS 'first row of the part';
COMMENT ON COLUMN import_chunk.to_row IS 'last row of the part';
COMMENT ON COLUMN import_chunk.rows IS 'rows in it';
COMMENT ON COLUMN import_chunk.done_at IS 'when; what the ledger was told in it is known from then';

ALTER TABLE import_chunk ENABLE ROW LEVEL SECURITY;
ALTER TABLE import_chunk FORCE ROW LEVEL SECURITY;
CREATE POLICY scope ON import_chunk TO ricebowl_officer, ricebowl_job
  USING (area >= NULLIF(current_setting('ricebowl.lo', true), '')::bigint AND area < NULLIF(current_setting('ricebowl.hi', true), '')::bigint)
  WITH CHECK (area >= NULLIF(current_setting('ricebowl.lo', true), '')::bigint AND area < NULLIF(current_setting('ricebowl.hi', true), '')::bigint);

GRANT SELECT, INSERT, DELETE ON import_chunk TO ricebowl_officer;
GRANT SELECT, INSERT, DELETE ON import_chunk TO ricebowl_job;
