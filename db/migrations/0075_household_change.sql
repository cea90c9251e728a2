CREATE TABLE household_change (
  county int not null,
  area bigint not null,
  id bigint not null default nextval('ledger_id'),
  kind text not null CHECK (kind IN ('split', 'join', 'head', 'leave')),
  household_id bigint not null,
  from_household bigint,
  persons bigint[] not null,
  changed_on date not null,
  reason text not null,
  recorded_by bigint not null,
  recorded_at timestamptz not null,
  PRIMARY KEY (county, id),
  CHECK (area / 1000000 = county)
);

COMMENT ON TABLE household_change IS '户的变更: who left or joined a household or became its head, and on which day';
COMMENT ON COLUMN household_change.county IS 'distribution key: county of the household';
COMMENT ON COLUMN household_change.area IS 'village of the household';
COMMENT ON COLUMN household_change.id IS 'ledger id, unique within the county';
COMMENT ON COLUMN household_change.kind IS 'split (a new household), join (an existing one), head (another head), leave (a file moved away)';
COMMENT ON COLUMN household_change.household_id IS 'the household as it is after: the new one, the joined one, the one with a new head';
COMMENT ON COLUMN household_change.from_household IS 'the household that was left, if any';
COMMENT ON COLUMN household_change.persons IS 'ledger ids of those whose household or relation changed';
COMMENT ON COLUMN household_change.changed_on IS 'day on which it came to be so';
COMMENT ON COLUMN household_change.reason IS 'why';
COMMENT ON COLUMN household_change.recorded_by IS 'post that recorded it';
COMMENT ON COLUMN household_change.recorded_at IS 'when it was recorded';

CREATE INDEX household_change_of ON household_change (county, household_id);

ALTER TABLE household_change ENABLE ROW LEVEL SECURITY;
ALTER TABLE household_change FORCE ROW LEVEL SECURITY;
CREATE POLICY scope ON household_change TO ricebowl_officer, ricebowl_job
  USING (area >= NULLIF(current_setting('ricebowl.lo', true), '')::bigint AND area < NULLIF(current_setting('ricebowl.hi', true), '')::bigint)
  WITH CHECK (area >= NULLIF(current_setting('ricebowl.lo', true), '')::bigint AND area < NULLIF(current_setting('ricebowl.hi', true), '')::bigint);

GRANT SELECT, INSERT ON household_change TO ricebowl_officer;
GRANT SELECT, INSERT ON household_change TO ricebowl_job;
