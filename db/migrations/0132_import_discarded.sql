-- A file that was brought by mistake, or that is no list, is discarded: its rows and the file itself are gone, that it was brought stays known.
ALTER TABLE import ADD COLUMN discarded_at timestamptz;
COMMENT ON COLUMN import.discarded_at IS 'when it was discarded with its file, nothing of it being in the ledger';
