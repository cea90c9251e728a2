CREATE TABLE import_outcome (
  county int not null,
  area bigint not null,
  import_id bigint not null,
  row int not null,
  outcome text not null CHECK (outcome IN ('new', 'changed', 'same', 'refused', 'review', 'waiting')),
  to_county int,
  to_id bigint,
  differences jsonb,
  faults jsonb,
  candidates bigint[],
  PRIMARY KEY (county, import_id, row),
  CHECK (area / 1000000 = county),
  FOREIGN KEY (county, import_id) REFERENCES import (county, id)
);

COMMENT ON TABLE import_outcome IS '导入结果: what becomes, or became, of a row';
COMMENT ON COLUMN import_outcome.county IS 'distribution key: the six digits of the area';
COMMENT ON COLUMN import_outcome.area IS 'area of the post that brought the list: who sees that post''s area sees the import';
COMMENT ON COLUMN import_outcome.import_id IS 'the import';
COMMENT ON COLUMN import_outcome.row IS 'the row';
COMMENT ON COLUMN import_outcome.outcome IS 'new, changed, same, refused, review (an officer must say whose it is), waiting (for an earlier row of the file)';
COMMENT ON COLUMN import_outcome.to_county IS 'county of the file the row belongs to';
COMMENT ON COLUMN import_outcome.to_id IS 'that file, household or site';
COMMENT ON COLUMN import_outcome.differences IS 'field by field: what stood, what the row says, which is believed and why; null = none';
COMMENT ON COLUMN import_outcome.faults IS 'why it was refused, and what is told of it; null = nothing';
COMMENT ON COLUMN import_outcome.candidates IS 'files it may belong to';

CREATE INDEX import_outcome_kind ON import_outcome (county, import_id, outcome, row);

ALTER TABLE import_outcome ENABLE ROW LEVEL SECURITY;
ALTER TABLE import_outcome FORCE ROW LEVEL SECURITY;
CREATE POLICY scope ON import_outcome TO ricebowl_officer, ricebowl_job
  USING (area >= NULLIF(current_setting('ricebowl.lo', true), '')::bigint AND area < NULLIF(current_setting('ricebowl.hi', true), '')::bigint)
  WITH CHECK (area >= NULLIF(current_setting('ricebowl.lo', true), '')::bigint AND area < NULLIF(current_setting('ricebowl.hi', true), '')::bigint);

GRANT SELECT, INSERT, UPDATE, DELETE ON import_outcome TO ricebowl_officer;
GRANT SELECT, INSERT, UPDATE, DELETE ON import_outcome TO ricebowl_job;
