CREATE TABLE import_row (
  county int not null,
  area bigint not null,
  import_id bigint not null,
  row int not null,
  round smallint not null default 1,
  first_row int,
  twin boolean not null default false,
  subject bytea,
  id_index bytea,
  indexes bytea[] not null default '{}',
  sealed bytea,
  values text[] not null,
  to_area bigint,
  faults jsonb,
  refused boolean not null default false,
  decision bigint,
  decision_county int,
  decided_by bigint,
  PRIMARY KEY (county, import_id, row),
  CHECK (area / 1000000 = county),
  FOREIGN KEY (county, import_id) REFERENCES import (county, id)
);

COMMENT ON TABLE import_row IS '导入行: a row of a list as it was read, typed; sealed values stand masked, with their blind indexes beside them';
COMMENT ON COLUMN import_row.county IS 'distribution key: the six digits of the area';
COMMENT ON COLUMN import_row.area IS 'area of the post that brought the list: who sees that post''s area sees the import';
COMMENT ON COLUMN import_row.import_id IS 'the import';
COMMENT ON COLUMN import_row.row IS 'as the spreadsheet numbers it';
COMMENT ON COLUMN import_row.round IS '1 = first row of the file about its subject; further rows about the same are compared after it was taken';
COMMENT ON COLUMN import_row.first_row IS 'the row before which this one must be taken; null for round 1';
COMMENT ON COLUMN import_row.twin IS 'says word for word what an earlier row says';
COMMENT ON COLUMN import_row.subject IS 'whom the row speaks of: blind index of the identity number, or a digest of the first clause that is filled; null = cannot be told';
COMMENT ON COLUMN import_row.id_index IS 'blind index of the subject''s identity number; null = blank or invalid, matches nobody';
COMMENT ON COLUMN import_row.indexes IS 'blind indexes of the sealed columns, in the order of the list''s columns';
COMMENT ON COLUMN import_row.sealed IS 'the sealed values themselves, encrypted and bound to this import and row';
COMMENT ON COLUMN import_row.values IS 'in the order of the list''s columns; numbers, phones and accounts masked';
COMMENT ON COLUMN import_row.to_area IS 'the area the row names; null = none';
COMMENT ON COLUMN import_row.faults IS 'what was wrong when it was read; null = nothing';
COMMENT ON COLUMN import_row.refused IS 'cannot be taken until its faults are mended';
COMMENT ON COLUMN import_row.decision IS 'an officer''s word on a row in review: the id of the file it belongs to, 0 = open a new one, -1 = leave the row out';
COMMENT ON COLUMN import_row.decision_county IS 'county of the file that was decided on';
COMMENT ON COLUMN import_row.decided_by IS 'post that decided';

CREATE INDEX import_row_round ON import_row (county, import_id, round, row) WHERE round > 1;

ALTER TABLE import_row ENABLE ROW LEVEL SECURITY;
ALTER TABLE import_row FORCE ROW LEVEL SECURITY;
CREATE POLICY scope ON import_row TO ricebowl_officer, ricebowl_job
  USING (area >= NULLIF(current_setting('ricebowl.lo', true), '')::bigint AND area < NULLIF(current_setting('ricebowl.hi', true), '')::bigint)
  WITH CHECK (area >= NULLIF(current_setting('ricebowl.lo', true), '')::bigint AND area < NULLIF(current_setting('ricebowl.hi', true), '')::bigint);

GRANT SELECT, INSERT, UPDATE, DELETE ON import_row TO ricebowl_officer;
GRANT SELECT, INSERT, UPDATE, DELETE ON import_row TO ricebowl_job;
