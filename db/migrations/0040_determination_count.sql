CREATE TABLE determination_count (
  county int not null,
  area bigint not null,
  level smallint not null CHECK (level BETWEEN 0 AND 3),
  predicate text not null,
  yes int not null,
  unknown int not null,
  PRIMARY KEY (county, area, level, predicate),
  CHECK (area / 1000000 = county)
);

COMMENT ON TABLE determination_count IS '判定计数: how many files of an area have each need or finding, so that nobody counts them all again';
COMMENT ON COLUMN determination_count.county IS 'county of the area';
COMMENT ON COLUMN determination_count.area IS 'the area counted; for level 0 a village';
COMMENT ON COLUMN determination_count.level IS '2 county, 3 town: as the last full determination left them; 0: what has changed in a village since';
COMMENT ON COLUMN determination_count.predicate IS 'key of a need or a finding';
COMMENT ON COLUMN determination_count.yes IS 'files that have it; for level 0 how many more, or fewer';
COMMENT ON COLUMN determination_count.unknown IS 'files of which it cannot be told; for level 0 how many more, or fewer';

CREATE INDEX determination_count_level ON determination_count (level, area);

ALTER TABLE determination_count ENABLE ROW LEVEL SECURITY;
ALTER TABLE determination_count FORCE ROW LEVEL SECURITY;
CREATE POLICY scope ON determination_count TO ricebowl_officer, ricebowl_job
  USING (area >= NULLIF(current_setting('ricebowl.lo', true), '')::bigint AND area < NULLIF(current_setting('ricebowl.hi', true), '')::bigint)
  WITH CHECK (area >= NULLIF(current_setting('ricebowl.lo', true), '')::bigint AND area < NULLIF(current_setting('ricebowl.hi', true), '')::bigint);

GRANT SELECT, INSERT, UPDATE ON determination_count TO ricebowl_officer;
GRANT SELECT, INSERT, UPDATE, DELETE ON determination_count TO ricebowl_job;
