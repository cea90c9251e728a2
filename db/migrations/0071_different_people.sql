CREATE TABLE different_people (
  county int not null,
  area bigint not null,
  person_id bigint not null,
  other_county int not null,
  other_id bigint not null,
  reason text not null,
  decided_by bigint not null,
  decided_at timestamptz not null,
  PRIMARY KEY (county, person_id, other_id),
  CHECK (area / 1000000 = county),
  CHECK (person_id < other_id)
);

COMMENT ON TABLE different_people IS '不是同一人: two files that look alike and are two people, decided by an officer; they are not listed as possible duplicates again';
COMMENT ON COLUMN different_people.county IS 'distribution key: county of the file with the smaller id';
COMMENT ON COLUMN different_people.area IS 'village of the file with the smaller id';
COMMENT ON COLUMN different_people.person_id IS 'the smaller of the two ledger ids';
COMMENT ON COLUMN different_people.other_county IS 'county of the other file';
COMMENT ON COLUMN different_people.other_id IS 'the greater of the two ledger ids';
COMMENT ON COLUMN different_people.reason IS 'how the officer knows';
COMMENT ON COLUMN different_people.decided_by IS 'post under which it was decided';
COMMENT ON COLUMN different_people.decided_at IS 'when it was decided';

ALTER TABLE different_people ENABLE ROW LEVEL SECURITY;
ALTER TABLE different_people FORCE ROW LEVEL SECURITY;
CREATE POLICY scope ON different_people TO ricebowl_officer, ricebowl_job
  USING (area >= NULLIF(current_setting('ricebowl.lo', true), '')::bigint AND area < NULLIF(current_setting('ricebowl.hi', true), '')::bigint)
  WITH CHECK (area >= NULLIF(current_setting('ricebowl.lo', true), '')::bigint AND area < NULLIF(current_setting('ricebowl.hi', true), '')::bigint);

GRANT SELECT, INSERT ON different_people TO ricebowl_officer;
GRANT SELECT, INSERT ON different_people TO ricebowl_job;
