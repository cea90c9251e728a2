CREATE TABLE import (
  county int not null,
  area bigint not null,
  id bigint not null default nextval('ledger_id'),
  officer_id bigint not null,
  post_id bigint not null,
  officer_name text not null,
  post_title text not null,
  lo bigint not null,
  hi bigint not null,
  file_name text not null,
  file_hash bytea not null,
  file_bytes bigint not null,
  list text,
  rank smallint not null default 0,
  as_of date not null,
  choice jsonb not null default '{}',
  received_at timestamptz not null,
  read_at timestamptz,
  matched_at timestamptz,
  applied_at timestamptz,
  undone_at timestamptz,
  asked text CHECK (asked IN ('read', 'match', 'apply', 'undo')),
  asked_at timestamptz,
  stopped_at timestamptz,
  read_rows int not null default 0,
  share real not null default 0,
  tallies jsonb not null default '{}',
  problem jsonb,
  PRIMARY KEY (county, id),
  CHECK (area / 1000000 = county)
);

COMMENT ON TABLE import IS '导入: one list that was brought in, from the file to the ledger and, undone, back; its state follows from its dates';
COMMENT ON COLUMN import.county IS 'distribution key: the six digits of the area';
COMMENT ON COLUMN import.area IS 'area of the post that brought the list: who sees that post''s area sees the import';
COMMENT ON COLUMN import.id IS 'ledger id';
COMMENT ON COLUMN import.officer_id IS 'who brought it';
COMMENT ON COLUMN import.post_id IS 'under which post';
COMMENT ON COLUMN import.officer_name IS 'name of who brought it, told to whoever brings the same file';
COMMENT ON COLUMN import.post_title IS 'title of that post';
COMMENT ON COLUMN import.lo IS 'scope of that post when the file was brought: rows are taken within [lo, hi)';
COMMENT ON COLUMN import.hi IS 'first code beyond the scope';
COMMENT ON COLUMN import.file_name IS 'as the officer''s machine called it';
COMMENT ON COLUMN import.file_hash IS 'SM3 of the file: the same file brought again is noticed';
COMMENT ON COLUMN import.file_bytes IS 'its size';
COMMENT ON COLUMN import.list IS 'key of the list''s definition; null = not chosen yet';
COMMENT ON COLUMN import.rank IS 'rank of the list among sources when it was chosen';
COMMENT ON COLUMN import.as_of IS 'the day the list speaks of: between lists of one rank the later is believed';
COMMENT ON COLUMN import.choice IS 'how it is read: sheet, rows of headings, columns mapped by hand';
COMMENT ON COLUMN import.received_at IS 'when the file was whole';
COMMENT ON COLUMN import.read_at IS 'when every row was read and staged';
COMMENT ON COLUMN import.matched_at IS 'when every row was matched and compared';
COMMENT ON COLUMN import.applied_at IS 'when every row that could be taken was in the ledger';
COMMENT ON COLUMN import.undone_at IS 'when all of it was taken back';
COMMENT ON COLUMN import.asked IS 'what is to be done now; null = nothing: a killed server takes it up again';
COMMENT ON COLUMN import.asked_at IS 'since when';
COMMENT ON COLUMN import.stopped_at IS 'when an officer stopped what was asked';
COMMENT ON COLUMN import.read_rows IS 'rows staged so far';
COMMENT ON COLUMN import.share IS 'share of the file read so far';
COMMENT ON COLUMN import.tallies IS 'rows by outcome, as last counted';
COMMENT ON COLUMN import.problem IS 'why the work could not be done, in both languages';

CREATE INDEX import_area ON import (area, id);
CREATE INDEX import_hash ON import (file_hash);
CREATE INDEX import_asked ON import (id) WHERE asked IS NOT NULL;

ALTER TABLE import ENABLE ROW LEVEL SECURITY;
ALTER TABLE import FORCE ROW LEVEL SECURITY;
CREATE POLICY scope ON import TO ricebowl_officer, ricebowl_job
  USING (area >= NULLIF(current_setting('ricebowl.lo', true), '')::bigint AND area < NULLIF(current_setting('ricebowl.hi', true), '')::bigint)
  WITH CHECK (area >= NULLIF(current_setting('ricebowl.lo', true), '')::bigint AND area < NULLIF(current_setting('ricebowl.hi', true), '')::bigint);

GRANT SELECT, INSERT, UPDATE ON import TO ricebowl_officer;
GRANT SELECT, INSERT, UPDATE ON import TO ricebowl_job;
