CREATE TABLE possible_duplicate (
  county int not null,
  area bigint not null,
  person_id bigint not null,
  other_id bigint not null,
  PRIMARY KEY (county, person_id, other_id),
  CHECK (area / 1000000 = county),
  CHECK (person_id <> other_id)
);

COMMENT ON TABLE possible_duplicate IS '疑似重复: pairs of files of a county that shared what possible duplicates are looked for by, when the county was searched last; each pair from both its sides, so that either village finds it. Not a fact of the ledger: made anew by every search, and scored when it is read';
COMMENT ON COLUMN possible_duplicate.county IS 'distribution key: county of both files';
COMMENT ON COLUMN possible_duplicate.area IS 'village of the file that the row belongs to';
COMMENT ON COLUMN possible_duplicate.person_id IS 'the file that the row belongs to';
COMMENT ON COLUMN possible_duplicate.other_id IS 'the other file; it is shown only to a post that sees it as well';

CREATE INDEX possible_duplicate_area ON possible_duplicate (area, person_id, other_id);

ALTER TABLE possible_duplicate ENABLE ROW LEVEL SECURITY;
ALTER TABLE possible_duplicate FORCE ROW LEVEL SECURITY;
CREATE POLICY scope ON possible_duplicate TO ricebowl_officer, ricebowl_job
  USING (area >= NULLIF(current_setting('ricebowl.lo', true), '')::bigint AND area < NULLIF(current_setting('ricebowl.hi', true), '')::bigint)
  WITH CHECK (area >= NULLIF(current_setting('ricebowl.lo', true), '')::bigint AND area < NULLIF(current_setting('ricebowl.hi', true), '')::bigint);

GRANT SELECT ON possible_duplicate TO ricebowl_officer;
GRANT SELECT, INSERT, DELETE ON possible_duplicate TO ricebowl_job;

CREATE TABLE duplicate_search (
  county int PRIMARY KEY,
  known_at timestamptz not null
);

COMMENT ON TABLE duplicate_search IS '重复排查: up to when the files of a county were searched for possible duplicates; files that changed since are asked about when the list is read';
COMMENT ON COLUMN duplicate_search.county IS 'county';
COMMENT ON COLUMN duplicate_search.known_at IS 'versions of files known from this instant on had not been searched; passed as a parameter';

GRANT SELECT ON duplicate_search TO ricebowl_officer;
GRANT SELECT, INSERT, UPDATE ON duplicate_search TO ricebowl_job;

-- A summary of blocks and no tree: files that change keep being updated in place.
CREATE INDEX person_known_from ON person USING brin (known_from) WITH (pages_per_range = 32, autosummarize = on);
