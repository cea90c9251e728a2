-- Through whom somebody is insured: what lets a list of insured people show that a placed person is still there. The history keeps its two
-- last columns last, for rows move there column by column.
ALTER TABLE insurance ADD COLUMN employer text, ADD COLUMN credit_code text;
COMMENT ON COLUMN insurance.employer IS 'through which employer; null = not recorded, or through none';
COMMENT ON COLUMN insurance.credit_code IS 'of that employer (GB 32100); null = not recorded';

ALTER TABLE insurance_history RENAME COLUMN known_to TO known_to_before;
ALTER TABLE insurance_history RENAME COLUMN superseded_by TO superseded_by_before;
ALTER TABLE insurance_history ADD COLUMN employer text, ADD COLUMN credit_code text, ADD COLUMN known_to timestamptz, ADD COLUMN superseded_by text;
UPDATE insurance_history SET known_to = known_to_before, superseded_by = superseded_by_before;
ALTER TABLE insurance_history DROP COLUMN known_to_before, DROP COLUMN superseded_by_before,
  ALTER COLUMN known_to SET NOT NULL, ALTER COLUMN superseded_by SET NOT NULL, ADD CHECK (known_to > known_from);
COMMENT ON COLUMN insurance_history.employer IS 'through which employer; null = not recorded, or through none';
COMMENT ON COLUMN insurance_history.credit_code IS 'of that employer (GB 32100); null = not recorded';
COMMENT ON COLUMN insurance_history.known_to IS 'when the ledger stopped saying so';
COMMENT ON COLUMN insurance_history.superseded_by IS 'why: correction, ended, verified, withdrawn, moved';
