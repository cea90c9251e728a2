-- A person on the list of a batch, and what came of it: at the door, on arrival, at work, back. The dispatch that figures count is
-- written when arrival is confirmed, never before. Batches hold no file, and a file may move to another county: the batch is named by its id.
CREATE TABLE traveller (
  county int not null,
  area bigint not null,
  id bigint not null default nextval('ledger_id'),
  person_id bigint not null,
  batch_id bigint not null,
  boarded boolean,
  absence text CHECK (absence = ANY (ARRAY['ill', 'family', 'other_work', 'changed_mind', 'unreached', 'other'])),
  arrived_on date,
  missing text CHECK (missing = ANY (ARRAY['left_on_the_way', 'turned_back', 'other_employer', 'unreached', 'other'])),
  started_on date,
  dispatch_id bigint,
  employment_id bigint,
  returned_on date,
  return_reason text CHECK (return_reason = ANY (ARRAY['wages', 'work_differs', 'dismissed', 'ill', 'family', 'farming', 'term_over', 'other'])),
  known_from timestamptz not null,
  source text not null,
  evidence text,
  recorded_by bigint,
  PRIMARY KEY (county, id),
  CHECK (area / 1000000 = county),
  UNIQUE (county, batch_id, person_id),
  CHECK (absence IS NULL OR NOT boarded),
  CHECK (arrived_on IS NULL OR (boarded AND missing IS NULL)),
  CHECK (started_on >= arrived_on),
  CHECK (returned_on >= arrived_on),
  CHECK ((returned_on IS NULL) = (return_reason IS NULL)),
  FOREIGN KEY (county, person_id) REFERENCES person (county, id)
);

COMMENT ON TABLE traveller IS '输送人员: a person on the list of a dispatch batch, and what came of it';
COMMENT ON COLUMN traveller.county IS 'distribution key: the six digits of the county the file lies in; never updated';
COMMENT ON COLUMN traveller.area IS '12-digit division code (today''s division) of the village the row belongs to';
COMMENT ON COLUMN traveller.id IS 'ledger id';
COMMENT ON COLUMN traveller.person_id IS 'who travels';
COMMENT ON COLUMN traveller.batch_id IS 'id of the dispatch batch';
COMMENT ON COLUMN traveller.boarded IS 'was at the door when the batch left; null = not ticked yet';
COMMENT ON COLUMN traveller.absence IS 'why not at the door; null = was, or not ticked yet';
COMMENT ON COLUMN traveller.arrived_on IS 'day of arrival as the receiving station confirmed it; null = not confirmed';
COMMENT ON COLUMN traveller.missing IS 'why not arrived; null = arrived, or not confirmed yet';
COMMENT ON COLUMN traveller.started_on IS 'first day at work; null = not started';
COMMENT ON COLUMN traveller.dispatch_id IS 'id of the dispatch that the arrival wrote; null = none';
COMMENT ON COLUMN traveller.employment_id IS 'id of the employment that the start wrote; null = none';
COMMENT ON COLUMN traveller.returned_on IS 'day of coming back; null = not back';
COMMENT ON COLUMN traveller.return_reason IS 'why back; null = not back';
COMMENT ON COLUMN traveller.known_from IS 'when the ledger came to know it; passed as a parameter';
COMMENT ON COLUMN traveller.source IS 'where it comes from: an officer, a list, or demo';
COMMENT ON COLUMN traveller.evidence IS '佐证 of the arrival: sheet of the receiving station, call, register match';
COMMENT ON COLUMN traveller.recorded_by IS 'post under which the row was entered; null = loaded';

CREATE INDEX traveller_person ON traveller (county, person_id);
CREATE INDEX traveller_batch ON traveller (batch_id);
CREATE INDEX traveller_area ON traveller (area);

ALTER TABLE traveller ENABLE ROW LEVEL SECURITY;
ALTER TABLE traveller FORCE ROW LEVEL SECURITY;
CREATE POLICY scope ON traveller TO ricebowl_officer, ricebowl_job
  USING (area >= NULLIF(current_setting('ricebowl.lo', true), '')::bigint AND area < NULLIF(current_setting('ricebowl.hi', true), '')::bigint)
  WITH CHECK (area >= NULLIF(current_setting('ricebowl.lo', true), '')::bigint AND area < NULLIF(current_setting('ricebowl.hi', true), '')::bigint);

GRANT SELECT, INSERT, DELETE, UPDATE ON traveller TO ricebowl_officer;
GRANT SELECT, INSERT, DELETE, UPDATE ON traveller TO ricebowl_job;

CREATE TABLE traveller_history (
  county int not null,
  area bigint not null,
  id bigint not null,
  person_id bigint not null,
  batch_id bigint not null,
  boarded boolean,
  absence text,
  arrived_on date,
  missing text,
  started_on date,
  dispatch_id bigint,
  employment_id bigint,
  returned_on date,
  return_reason text,
  known_from timestamptz not null,
  source text not null,
  evidence text,
  recorded_by bigint,
  known_to timestamptz not null,
  superseded_by text not null,
  PRIMARY KEY (county, id, known_from),
  CHECK (known_to > known_from)
);

COMMENT ON TABLE traveller_history IS '输送人员: a person on the list of a dispatch batch, and what came of it (superseded rows: what the ledger said from known_from to known_to)';
COMMENT ON COLUMN traveller_history.county IS 'distribution key: the six digits of the county the file lies in; never updated';
COMMENT ON COLUMN traveller_history.area IS '12-digit division code (today''s division) of the village the row belongs to';
COMMENT ON COLUMN traveller_history.id IS 'ledger id';
COMMENT ON COLUMN traveller_history.person_id IS 'who travels';
COMMENT ON COLUMN traveller_history.batch_id IS 'id of the dispatch batch';
COMMENT ON COLUMN traveller_history.boarded IS 'was at the door when the batch left; null = not ticked yet';
COMMENT ON COLUMN traveller_history.absence IS 'why not at the door; null = was, or not ticked yet';
COMMENT ON COLUMN traveller_history.arrived_on IS 'day of arrival as the receiving station confirmed it; null = not confirmed';
COMMENT ON COLUMN traveller_history.missing IS 'why not arrived; null = arrived, or not confirmed yet';
COMMENT ON COLUMN traveller_history.started_on IS 'first day at work; null = not started';
COMMENT ON COLUMN traveller_history.dispatch_id IS 'id of the dispatch that the arrival wrote; null = none';
COMMENT ON COLUMN traveller_history.employment_id IS 'id of the employment that the start wrote; null = none';
COMMENT ON COLUMN traveller_history.returned_on IS 'day of coming back; null = not back';
COMMENT ON COLUMN traveller_history.return_reason IS 'why back; null = not back';
COMMENT ON COLUMN traveller_history.known_from IS 'when the ledger came to know it; passed as a parameter';
COMMENT ON COLUMN traveller_history.source IS 'where it comes from: an officer, a list, or demo';
COMMENT ON COLUMN traveller_history.evidence IS '佐证 of the arrival: sheet of the receiving station, call, register match';
COMMENT ON COLUMN traveller_history.recorded_by IS 'post under which the row was entered; null = loaded';
COMMENT ON COLUMN traveller_history.known_to IS 'when the ledger stopped saying so';
COMMENT ON COLUMN traveller_history.superseded_by IS 'why: a code of supersededBy';

CREATE INDEX traveller_history_person ON traveller_history (county, person_id);

ALTER TABLE traveller_history ENABLE ROW LEVEL SECURITY;
ALTER TABLE traveller_history FORCE ROW LEVEL SECURITY;
CREATE POLICY scope ON traveller_history TO ricebowl_officer, ricebowl_job
  USING (area >= NULLIF(current_setting('ricebowl.lo', true), '')::bigint AND area < NULLIF(current_setting('ricebowl.hi', true), '')::bigint)
  WITH CHECK (area >= NULLIF(current_setting('ricebowl.lo', true), '')::bigint AND area < NULLIF(current_setting('ricebowl.hi', true), '')::bigint);

GRANT SELECT, INSERT ON traveller_history TO ricebowl_officer;
GRANT SELECT, INSERT ON traveller_history TO ricebowl_job;
