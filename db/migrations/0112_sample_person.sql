CREATE TABLE sample_person (
  county int not null,
  area bigint not null,
  sample_id bigint not null REFERENCES sample (id),
  person_id bigint not null,
  place int not null,
  answer text CHECK (answer = ANY (ARRAY['held', 'failed', 'unreached'])),
  reason text,
  answered_on date,
  method text,
  answered_by text,
  recorded_by bigint,
  known_from timestamptz not null,
  PRIMARY KEY (county, sample_id, person_id),
  CHECK (area / 1000000 = county)
);

COMMENT ON TABLE sample_person IS '抽样对象: a person drawn for call-back, and what was found';
COMMENT ON COLUMN sample_person.county IS 'distribution key: the six digits of the county the file lay in when it was drawn';
COMMENT ON COLUMN sample_person.area IS '12-digit division code of the village the file lay in when it was drawn';
COMMENT ON COLUMN sample_person.sample_id IS 'the sample';
COMMENT ON COLUMN sample_person.person_id IS 'the person drawn; no reference, because the list stays as it was drawn when a file moves or is merged';
COMMENT ON COLUMN sample_person.place IS 'place in the county by the hash of seed and id';
COMMENT ON COLUMN sample_person.answer IS 'held (true), failed (not true), unreached; null = not asked yet';
COMMENT ON COLUMN sample_person.reason IS 'why it is not true: never, ended, differs, wrong_person, other';
COMMENT ON COLUMN sample_person.answered_on IS 'day of the call';
COMMENT ON COLUMN sample_person.method IS 'how: phone, visit';
COMMENT ON COLUMN sample_person.answered_by IS 'title of the post that called';
COMMENT ON COLUMN sample_person.recorded_by IS 'post that entered the answer';
COMMENT ON COLUMN sample_person.known_from IS 'when the answer came to be known; passed as a parameter';

CREATE INDEX sample_person_sample ON sample_person (sample_id, county, place);

ALTER TABLE sample_person ENABLE ROW LEVEL SECURITY;
ALTER TABLE sample_person FORCE ROW LEVEL SECURITY;
CREATE POLICY scope ON sample_person TO ricebowl_officer, ricebowl_job
  USING (area >= NULLIF(current_setting('ricebowl.lo', true), '')::bigint AND area < NULLIF(current_setting('ricebowl.hi', true), '')::bigint)
  WITH CHECK (area >= NULLIF(current_setting('ricebowl.lo', true), '')::bigint AND area < NULLIF(current_setting('ricebowl.hi', true), '')::bigint);

GRANT SELECT, INSERT, UPDATE ON sample_person TO ricebowl_officer;
GRANT SELECT ON sample_person TO ricebowl_job;

CREATE TABLE sample_person_history (
  county int not null,
  area bigint not null,
  sample_id bigint not null,
  person_id bigint not null,
  place int not null,
  answer text,
  reason text,
  answered_on date,
  method text,
  answered_by text,
  recorded_by bigint,
  known_from timestamptz not null,
  known_to timestamptz not null,
  superseded_by text not null,
  PRIMARY KEY (county, sample_id, person_id, known_from),
  CHECK (known_to > known_from)
);

COMMENT ON TABLE sample_person_history IS '抽样对象: what was said of a call-back from known_from to known_to';
COMMENT ON COLUMN sample_person_history.county IS 'distribution key: the six digits of the county the file lay in when it was drawn';
COMMENT ON COLUMN sample_person_history.area IS '12-digit division code of the village the file lay in when it was drawn';
COMMENT ON COLUMN sample_person_history.sample_id IS 'the sample';
COMMENT ON COLUMN sample_person_history.person_id IS 'the person drawn; no reference, because the list stays as it was drawn when a file moves or is merged';
COMMENT ON COLUMN sample_person_history.place IS 'place in the county by the hash of seed and id';
COMMENT ON COLUMN sample_person_history.answer IS 'held (true), failed (not true), unreached; null = not asked yet';
COMMENT ON COLUMN sample_person_history.reason IS 'why it is not true: never, ended, differs, wrong_person, other';
COMMENT ON COLUMN sample_person_history.answered_on IS 'day of the call';
COMMENT ON COLUMN sample_person_history.method IS 'how: phone, visit';
COMMENT ON COLUMN sample_person_history.answered_by IS 'title of the post that called';
COMMENT ON COLUMN sample_person_history.recorded_by IS 'post that entered the answer';
COMMENT ON COLUMN sample_person_history.known_from IS 'when the answer came to be known; passed as a parameter';
COMMENT ON COLUMN sample_person_history.known_to IS 'when the ledger stopped saying so';
COMMENT ON COLUMN sample_person_history.superseded_by IS 'why: correction';

ALTER TABLE sample_person_history ENABLE ROW LEVEL SECURITY;
ALTER TABLE sample_person_history FORCE ROW LEVEL SECURITY;
CREATE POLICY scope ON sample_person_history TO ricebowl_officer, ricebowl_job
  USING (area >= NULLIF(current_setting('ricebowl.lo', true), '')::bigint AND area < NULLIF(current_setting('ricebowl.hi', true), '')::bigint)
  WITH CHECK (area >= NULLIF(current_setting('ricebowl.lo', true), '')::bigint AND area < NULLIF(current_setting('ricebowl.hi', true), '')::bigint);

GRANT SELECT, INSERT ON sample_person_history TO ricebowl_officer;
GRANT SELECT, INSERT ON sample_person_history TO ricebowl_job;
