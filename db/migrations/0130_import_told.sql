-- What an import is asked about beside its rows: since when the ledger holds some of it, which file it mends, what reading it changed.
ALTER TABLE import ADD COLUMN begun_at timestamptz;
ALTER TABLE import ADD COLUMN mends bigint;
ALTER TABLE import ADD COLUMN reading jsonb not null default '{}';

COMMENT ON COLUMN import.begun_at IS 'when its rows began to be taken: from then on the ledger may hold some of them, and the file is not read anew';
COMMENT ON COLUMN import.mends IS 'the import whose refused rows, mended, this file brings back; null = none';
COMMENT ON COLUMN import.reading IS 'what reading did to the file beyond its cells: rows left out and why, titles above the headings, merged cells, signs made plain';

UPDATE import SET begun_at = applied_at WHERE applied_at IS NOT NULL;
UPDATE import i SET begun_at = c.done_at FROM (
  SELECT county, import_id, min(done_at) AS done_at FROM import_chunk WHERE work = 'apply' GROUP BY county, import_id) c
 WHERE c.county = i.county AND c.import_id = i.id AND i.begun_at IS NULL;
