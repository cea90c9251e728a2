-- What an evaluation counted, so that a later shrinking is seen against it. The names it counted are those of its day as they were
-- known when it was recorded: two clocks, no copy.
ALTER TABLE site_grade ADD COLUMN staff int CHECK (staff >= 0);
ALTER TABLE site_grade ADD COLUMN counted_on date;
COMMENT ON COLUMN site_grade.staff IS 'people counted as stable staff, by name, on the day of counting; null = the source states only the grade';
COMMENT ON COLUMN site_grade.counted_on IS 'the day on which the staff was counted';

-- A history holds the columns of its table in the same order, then when and why: the two last are put behind again.
ALTER TABLE site_grade_history ADD COLUMN staff int;
ALTER TABLE site_grade_history ADD COLUMN counted_on date;
ALTER TABLE site_grade_history RENAME COLUMN known_to TO known_to_before;
ALTER TABLE site_grade_history RENAME COLUMN superseded_by TO superseded_by_before;
ALTER TABLE site_grade_history ADD COLUMN known_to timestamptz;
ALTER TABLE site_grade_history ADD COLUMN superseded_by text;
ALTER TABLE site_grade_history NO FORCE ROW LEVEL SECURITY;
UPDATE site_grade_history SET known_to = known_to_before, superseded_by = superseded_by_before;
ALTER TABLE site_grade_history FORCE ROW LEVEL SECURITY;
ALTER TABLE site_grade_history DROP COLUMN known_to_before;
ALTER TABLE site_grade_history DROP COLUMN superseded_by_before;
ALTER TABLE site_grade_history ALTER COLUMN known_to SET NOT NULL;
ALTER TABLE site_grade_history ALTER COLUMN superseded_by SET NOT NULL;
ALTER TABLE site_grade_history ADD CHECK (known_to > known_from);
COMMENT ON COLUMN site_grade_history.staff IS 'people counted as stable staff, by name, on the day of counting; null = the source states only the grade';
COMMENT ON COLUMN site_grade_history.counted_on IS 'the day on which the staff was counted';
COMMENT ON COLUMN site_grade_history.known_to IS 'when the ledger stopped saying so';
COMMENT ON COLUMN site_grade_history.superseded_by IS 'why: correction, ended, verified, withdrawn, moved';
