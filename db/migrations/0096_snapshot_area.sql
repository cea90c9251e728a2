CREATE TABLE snapshot_area (
  county int not null,
  area bigint not null,
  snapshot bigint not null REFERENCES snapshot (id),
  division date not null,
  figures text not null,
  hash text not null,
  PRIMARY KEY (snapshot, division, county, area),
  CHECK (area / 1000000 = county)
);

COMMENT ON TABLE snapshot_area IS '区划快照: the frozen figures of one area; no login may change or remove a row';
COMMENT ON COLUMN snapshot_area.county IS 'county digits of the area, 500000 for the city';
COMMENT ON COLUMN snapshot_area.area IS 'the area, of every level';
COMMENT ON COLUMN snapshot_area.snapshot IS 'the snapshot';
COMMENT ON COLUMN snapshot_area.division IS 'first day of the division the area belongs to';
COMMENT ON COLUMN snapshot_area.figures IS 'canonical JSON by indicator, as figure_area.tallies; the very text that was hashed';
COMMENT ON COLUMN snapshot_area.hash IS 'SM3 over plan, day, moment, definition, division, area and figures';

ALTER TABLE snapshot_area ENABLE ROW LEVEL SECURITY;
ALTER TABLE snapshot_area FORCE ROW LEVEL SECURITY;
CREATE POLICY scope ON snapshot_area TO ricebowl_officer, ricebowl_job
  USING (area >= NULLIF(current_setting('ricebowl.lo', true), '')::bigint AND area < NULLIF(current_setting('ricebowl.hi', true), '')::bigint)
  WITH CHECK (area >= NULLIF(current_setting('ricebowl.lo', true), '')::bigint AND area < NULLIF(current_setting('ricebowl.hi', true), '')::bigint);

GRANT SELECT, INSERT ON snapshot_area TO ricebowl_officer;
GRANT SELECT, INSERT ON snapshot_area TO ricebowl_job;
