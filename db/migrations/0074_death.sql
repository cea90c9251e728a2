CREATE TABLE death (
  county int not null,
  area bigint not null,
  id bigint not null default nextval('ledger_id'),
  person_id bigint not null,
  died_on date not null,
  evidence text not null,
  recorded_by bigint not null,
  recorded_at timestamptz not null,
  undone_by bigint,
  undone_at timestamptz,
  undone_reason text,
  PRIMARY KEY (county, id),
  CHECK (area / 1000000 = county),
  CHECK (undone_at > recorded_at)
);

COMMENT ON TABLE death IS '死亡登记: the day a person died, what shows it, and whether the entry was taken back';
COMMENT ON COLUMN death.county IS 'distribution key: county of the file';
COMMENT ON COLUMN death.area IS 'village of the file when it was recorded';
COMMENT ON COLUMN death.id IS 'ledger id, unique within the county';
COMMENT ON COLUMN death.person_id IS 'whose death';
COMMENT ON COLUMN death.died_on IS 'day of death';
COMMENT ON COLUMN death.evidence IS 'what shows it: certificate, cancelled hukou, register match, visit';
COMMENT ON COLUMN death.recorded_by IS 'post that recorded it';
COMMENT ON COLUMN death.recorded_at IS 'when it was recorded: known_from of every spell it ended';
COMMENT ON COLUMN death.undone_by IS 'post that took it back';
COMMENT ON COLUMN death.undone_at IS 'when it was taken back; null = it stands';
COMMENT ON COLUMN death.undone_reason IS 'why it was taken back';

CREATE UNIQUE INDEX death_stands ON death (county, person_id) WHERE undone_at IS NULL;

ALTER TABLE death ENABLE ROW LEVEL SECURITY;
ALTER TABLE death FORCE ROW LEVEL SECURITY;
CREATE POLICY scope ON death TO ricebowl_officer, ricebowl_job
  USING (area >= NULLIF(current_setting('ricebowl.lo', true), '')::bigint AND area < NULLIF(current_setting('ricebowl.hi', true), '')::bigint)
  WITH CHECK (area >= NULLIF(current_setting('ricebowl.lo', true), '')::bigint AND area < NULLIF(current_setting('ricebowl.hi', true), '')::bigint);

GRANT SELECT, INSERT, UPDATE ON death TO ricebowl_officer;
GRANT SELECT, INSERT, UPDATE ON death TO ricebowl_job;
