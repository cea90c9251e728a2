CREATE TABLE follow_up (
  county int not null,
  area bigint not null,
  id bigint not null default nextval('ledger_id'),
  person_id bigint not null,
  traveller_id bigint not null,
  after_days smallint not null,
  done_on date not null,
  outcome text not null CHECK (outcome = ANY (ARRAY['there', 'other_employer', 'unreached'])),
  wages text CHECK (wages = ANY (ARRAY['paid', 'late', 'less', 'unpaid'])),
  note text,
  known_from timestamptz not null,
  source text not null,
  recorded_by bigint,
  PRIMARY KEY (county, id),
  CHECK (area / 1000000 = county),
  FOREIGN KEY (county, person_id) REFERENCES person (county, id)
);

COMMENT ON TABLE follow_up IS '输送回访: what was heard of somebody who travelled, some days after arrival';
COMMENT ON COLUMN follow_up.county IS 'distribution key: the six digits of the county the file lies in; never updated';
COMMENT ON COLUMN follow_up.area IS '12-digit division code (today''s division) of the village the row belongs to';
COMMENT ON COLUMN follow_up.id IS 'ledger id';
COMMENT ON COLUMN follow_up.person_id IS 'who travelled';
COMMENT ON COLUMN follow_up.traveller_id IS 'id of the row of traveller';
COMMENT ON COLUMN follow_up.after_days IS 'which follow-up: days after arrival, as the plan sets them';
COMMENT ON COLUMN follow_up.done_on IS 'day on which it was heard';
COMMENT ON COLUMN follow_up.outcome IS 'there, other_employer, unreached; who is back is recorded as returned';
COMMENT ON COLUMN follow_up.wages IS 'what was said of the wages: paid, late, less than agreed, unpaid; null = not asked';
COMMENT ON COLUMN follow_up.note IS 'further words; null = none';
COMMENT ON COLUMN follow_up.known_from IS 'when the ledger came to know it; passed as a parameter';
COMMENT ON COLUMN follow_up.source IS 'where it comes from: an officer, a list, or demo';
COMMENT ON COLUMN follow_up.recorded_by IS 'post under which the row was entered; null = loaded';

CREATE INDEX follow_up_person ON follow_up (county, person_id);
CREATE INDEX follow_up_traveller ON follow_up (traveller_id);
CREATE INDEX follow_up_area ON follow_up (area);

ALTER TABLE follow_up ENABLE ROW LEVEL SECURITY;
ALTER TABLE follow_up FORCE ROW LEVEL SECURITY;
CREATE POLICY scope ON follow_up TO ricebowl_officer, ricebowl_job
  USING (area >= NULLIF(current_setting('ricebowl.lo', true), '')::bigint AND area < NULLIF(current_setting('ricebowl.hi', true), '')::bigint)
  WITH CHECK (area >= NULLIF(current_setting('ricebowl.lo', true), '')::bigint AND area < NULLIF(current_setting('ricebowl.hi', true), '')::bigint);

GRANT SELECT, INSERT, DELETE, UPDATE ON follow_up TO ricebowl_officer;
GRANT SELECT, INSERT, DELETE, UPDATE ON follow_up TO ricebowl_job;

CREATE TABLE follow_up_history (
  county int not null,
  area bigint not null,
  id bigint not null,
  person_id bigint not null,
  traveller_id bigint not null,
  after_days smallint not null,
  done_on date not null,
  outcome text not null,
  wages text,
  note text,
  known_from timestamptz not null,
  source text not null,
  recorded_by bigint,
  known_to timestamptz not null,
  superseded_by text not null,
  PRIMARY KEY (county, id, known_from),
  CHECK (known_to > known_from)
);

COMMENT ON TABLE follow_up_history IS '输送回访: what was heard of somebody who travelled, some days after arrival (superseded rows: what the ledger said from known_from to known_to)';
COMMENT ON COLUMN follow_up_history.county IS 'distribution key: the six digits of the county the file lies in; never updated';
COMMENT ON COLUMN follow_up_history.area IS '12-digit division code (today''s division) of the village the row belongs to';
COMMENT ON COLUMN follow_up_history.id IS 'ledger id';
COMMENT ON COLUMN follow_up_history.person_id IS 'who travelled';
COMMENT ON COLUMN follow_up_history.traveller_id IS 'id of the row of traveller';
COMMENT ON COLUMN follow_up_history.after_days IS 'which follow-up: days after arrival, as the plan sets them';
COMMENT ON COLUMN follow_up_history.done_on IS 'day on which it was heard';
COMMENT ON COLUMN follow_up_history.outcome IS 'there, other_employer, unreached; who is back is recorded as returned';
COMMENT ON COLUMN follow_up_history.wages IS 'what was said of the wages: paid, late, less than agreed, unpaid; null = not asked';
COMMENT ON COLUMN follow_up_history.note IS 'further words; null = none';
COMMENT ON COLUMN follow_up_history.known_from IS 'when the ledger came to know it; passed as a parameter';
COMMENT ON COLUMN follow_up_history.source IS 'where it comes from: an officer, a list, or demo';
COMMENT ON COLUMN follow_up_history.recorded_by IS 'post under which the row was entered; null = loaded';
COMMENT ON COLUMN follow_up_history.known_to IS 'when the ledger stopped saying so';
COMMENT ON COLUMN follow_up_history.superseded_by IS 'why: a code of supersededBy';

CREATE INDEX follow_up_history_person ON follow_up_history (county, person_id);

ALTER TABLE follow_up_history ENABLE ROW LEVEL SECURITY;
ALTER TABLE follow_up_history FORCE ROW LEVEL SECURITY;
CREATE POLICY scope ON follow_up_history TO ricebowl_officer, ricebowl_job
  USING (area >= NULLIF(current_setting('ricebowl.lo', true), '')::bigint AND area < NULLIF(current_setting('ricebowl.hi', true), '')::bigint)
  WITH CHECK (area >= NULLIF(current_setting('ricebowl.lo', true), '')::bigint AND area < NULLIF(current_setting('ricebowl.hi', true), '')::bigint);

GRANT SELECT, INSERT ON follow_up_history TO ricebowl_officer;
GRANT SELECT, INSERT ON follow_up_history TO ricebowl_job;
