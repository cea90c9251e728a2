CREATE TABLE determination (
  county int not null,
  area bigint not null,
  predicate text not null,
  person_id bigint not null,
  outcome text not null CHECK (outcome IN ('yes', 'unknown')),
  since timestamptz not null,
  PRIMARY KEY (county, predicate, person_id),
  CHECK (area / 1000000 = county),
  FOREIGN KEY (county, person_id) REFERENCES person (county, id)
);

COMMENT ON TABLE determination IS '判定: needs and findings of each file today; no row = no';
COMMENT ON COLUMN determination.county IS 'county of the file';
COMMENT ON COLUMN determination.area IS 'village of the file';
COMMENT ON COLUMN determination.predicate IS 'key of a need or a finding';
COMMENT ON COLUMN determination.person_id IS 'the person';
COMMENT ON COLUMN determination.outcome IS 'yes, or unknown for want of a fact';
COMMENT ON COLUMN determination.since IS 'when the ledger came to say so; passed as a parameter';

CREATE INDEX determination_person ON determination (county, person_id);
CREATE INDEX determination_list ON determination (predicate, area, person_id);

ALTER TABLE determination ENABLE ROW LEVEL SECURITY;
ALTER TABLE determination FORCE ROW LEVEL SECURITY;
CREATE POLICY scope ON determination TO ricebowl_officer, ricebowl_job
  USING (area >= NULLIF(current_setting('ricebowl.lo', true), '')::bigint AND area < NULLIF(current_setting('ricebowl.hi', true), '')::bigint)
  WITH CHECK (area >= NULLIF(current_setting('ricebowl.lo', true), '')::bigint AND area < NULLIF(current_setting('ricebowl.hi', true), '')::bigint);

GRANT SELECT, INSERT, UPDATE, DELETE ON determination TO ricebowl_officer;
GRANT SELECT, INSERT, UPDATE, DELETE ON determination TO ricebowl_job;
