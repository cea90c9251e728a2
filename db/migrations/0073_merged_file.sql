CREATE TABLE merged_file (
  county int not null,
  area bigint not null,
  id bigint not null default nextval('ledger_id'),
  closed_id bigint not null,
  survivor_id bigint not null,
  closed_said timestamptz not null,
  survivor_said timestamptz,
  number_moved boolean not null,
  merged_at timestamptz not null,
  merged_by bigint not null,
  unmerged_at timestamptz,
  unmerged_by bigint,
  PRIMARY KEY (county, id),
  CHECK (area / 1000000 = county),
  CHECK (unmerged_at > merged_at)
);

COMMENT ON TABLE merged_file IS '并档: a file that was closed into another, and where the other is found; enough to take it apart again';
COMMENT ON COLUMN merged_file.county IS 'distribution key: county of both files';
COMMENT ON COLUMN merged_file.area IS 'village of the closed file';
COMMENT ON COLUMN merged_file.id IS 'ledger id, unique within the county';
COMMENT ON COLUMN merged_file.closed_id IS 'the file that was closed';
COMMENT ON COLUMN merged_file.survivor_id IS 'the file that has everything now';
COMMENT ON COLUMN merged_file.closed_said IS 'known_from of the closed file''s last version, which stands in the history';
COMMENT ON COLUMN merged_file.survivor_said IS 'known_from of the survivor''s version before, where the merge changed a field of it';
COMMENT ON COLUMN merged_file.number_moved IS 'the survivor took the identity number of the closed file';
COMMENT ON COLUMN merged_file.merged_at IS 'when it was merged: known_from of every row that moved';
COMMENT ON COLUMN merged_file.merged_by IS 'post that approved the merge';
COMMENT ON COLUMN merged_file.unmerged_at IS 'when it was taken apart again; null = merged';
COMMENT ON COLUMN merged_file.unmerged_by IS 'post that approved taking it apart';

CREATE UNIQUE INDEX merged_file_closed ON merged_file (county, closed_id) WHERE unmerged_at IS NULL;
CREATE INDEX merged_file_survivor ON merged_file (county, survivor_id);

ALTER TABLE merged_file ENABLE ROW LEVEL SECURITY;
ALTER TABLE merged_file FORCE ROW LEVEL SECURITY;
CREATE POLICY scope ON merged_file TO ricebowl_officer, ricebowl_job
  USING (area >= NULLIF(current_setting('ricebowl.lo', true), '')::bigint AND area < NULLIF(current_setting('ricebowl.hi', true), '')::bigint)
  WITH CHECK (area >= NULLIF(current_setting('ricebowl.lo', true), '')::bigint AND area < NULLIF(current_setting('ricebowl.hi', true), '')::bigint);

GRANT SELECT, INSERT, UPDATE ON merged_file TO ricebowl_officer;
GRANT SELECT, INSERT, UPDATE ON merged_file TO ricebowl_job;
