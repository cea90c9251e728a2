CREATE TABLE sample_county (
  county int not null,
  area bigint not null,
  sample_id bigint not null REFERENCES sample (id),
  size int not null,
  drawn int not null,
  PRIMARY KEY (county, area, sample_id),
  CHECK (area / 1000000 = county)
);

COMMENT ON TABLE sample_county IS '抽样层: a county of a sample, with its size in the figure';
COMMENT ON COLUMN sample_county.county IS 'distribution key: six digits of the county';
COMMENT ON COLUMN sample_county.area IS 'the county''s 12-digit code';
COMMENT ON COLUMN sample_county.sample_id IS 'the sample';
COMMENT ON COLUMN sample_county.size IS 'people the figure counted in the county';
COMMENT ON COLUMN sample_county.drawn IS 'people drawn of them';

CREATE INDEX sample_county_sample ON sample_county (sample_id);

ALTER TABLE sample_county ENABLE ROW LEVEL SECURITY;
ALTER TABLE sample_county FORCE ROW LEVEL SECURITY;
CREATE POLICY scope ON sample_county TO ricebowl_officer, ricebowl_job
  USING (area >= NULLIF(current_setting('ricebowl.lo', true), '')::bigint AND area < NULLIF(current_setting('ricebowl.hi', true), '')::bigint)
  WITH CHECK (area >= NULLIF(current_setting('ricebowl.lo', true), '')::bigint AND area < NULLIF(current_setting('ricebowl.hi', true), '')::bigint);

GRANT SELECT, INSERT ON sample_county TO ricebowl_officer;
GRANT SELECT ON sample_county TO ricebowl_job;
