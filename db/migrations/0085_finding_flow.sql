CREATE TABLE finding_flow (
  county int not null,
  area bigint not null,
  predicate text not null,
  day date not null,
  found int not null,
  mended int not null,
  redrawn int not null,
  PRIMARY KEY (county, area, predicate, day),
  CHECK (area / 1000000 = county)
);

COMMENT ON TABLE finding_flow IS '疑点增减: how many findings appeared and went away in a village on a day; what was open on any day follows from what is open now';
COMMENT ON COLUMN finding_flow.county IS 'county of the village';
COMMENT ON COLUMN finding_flow.area IS 'village of the files';
COMMENT ON COLUMN finding_flow.predicate IS 'key of a finding';
COMMENT ON COLUMN finding_flow.day IS 'day, in the bureau''s time zone, on which the ledger came to say so';
COMMENT ON COLUMN finding_flow.found IS 'files of which the finding came to hold; files that moved here among them';
COMMENT ON COLUMN finding_flow.mended IS 'files of which it ceased to hold; files that moved away among them';
COMMENT ON COLUMN finding_flow.redrawn IS 'how many more, or fewer, because rules or their parameters changed, or because nobody had determined before: neither found nor mended by anybody';

CREATE INDEX finding_flow_day ON finding_flow (day, predicate);

ALTER TABLE finding_flow ENABLE ROW LEVEL SECURITY;
ALTER TABLE finding_flow FORCE ROW LEVEL SECURITY;
CREATE POLICY scope ON finding_flow TO ricebowl_officer, ricebowl_job
  USING (area >= NULLIF(current_setting('ricebowl.lo', true), '')::bigint AND area < NULLIF(current_setting('ricebowl.hi', true), '')::bigint)
  WITH CHECK (area >= NULLIF(current_setting('ricebowl.lo', true), '')::bigint AND area < NULLIF(current_setting('ricebowl.hi', true), '')::bigint);

GRANT SELECT, INSERT, UPDATE ON finding_flow TO ricebowl_officer;
GRANT SELECT, INSERT, UPDATE ON finding_flow TO ricebowl_job;
