CREATE TABLE retention_answer (
  county int not null,
  area bigint not null,
  id bigint not null default nextval('ledger_id'),
  person_id bigint not null,
  referral_id bigint not null,
  month smallint not null,
  outcome text not null CHECK (outcome = ANY (ARRAY['there', 'left', 'unreached'])),
  reason text,
  retry_on date,
  valid_from date not null,
  valid_to date,
  known_from timestamptz not null,
  source text not null,
  evidence text,
  verified_on date,
  verified_method text,
  verified_by text,
  verified_until date,
  recorded_by bigint,
  PRIMARY KEY (county, id),
  CHECK (area / 1000000 = county),
  CHECK ((outcome = 'unreached') = (retry_on IS NOT NULL)),
  CHECK (month > 0),
  FOREIGN KEY (county, person_id) REFERENCES person (county, id)
);

COMMENT ON TABLE retention_answer IS '稳岗回访: what was heard of a placed person, so many months after the placement';
COMMENT ON COLUMN retention_answer.county IS 'distribution key: the six digits of the county the file lies in; never updated';
COMMENT ON COLUMN retention_answer.area IS '12-digit division code (today''s division) of the village the row belongs to';
COMMENT ON COLUMN retention_answer.id IS 'ledger id, unique within the county';
COMMENT ON COLUMN retention_answer.person_id IS 'the person who was placed';
COMMENT ON COLUMN retention_answer.referral_id IS 'the referral that became the placement, in the same county; no foreign key, for the rows of a file move county table by table';
COMMENT ON COLUMN retention_answer.month IS 'how many months after the placement: one of the plan''s';
COMMENT ON COLUMN retention_answer.outcome IS 'still there, left, or not reached';
COMMENT ON COLUMN retention_answer.reason IS 'why the work ended; null = it did not, or not asked';
COMMENT ON COLUMN retention_answer.retry_on IS 'not reached: day on which it is tried again';
COMMENT ON COLUMN retention_answer.valid_from IS 'day on which it was heard';
COMMENT ON COLUMN retention_answer.valid_to IS 'never set: what was heard on a day stays heard';
COMMENT ON COLUMN retention_answer.known_from IS 'when the ledger came to know it; passed as a parameter';
COMMENT ON COLUMN retention_answer.source IS 'where it comes from: an officer, or demo';
COMMENT ON COLUMN retention_answer.evidence IS '佐证: what shows that it is so; null = none named';
COMMENT ON COLUMN retention_answer.verified_on IS '核实: day of the last confirmation; null = never confirmed';
COMMENT ON COLUMN retention_answer.verified_method IS 'how it was confirmed: phone, visit, register_match';
COMMENT ON COLUMN retention_answer.verified_by IS 'post or register that confirmed it';
COMMENT ON COLUMN retention_answer.verified_until IS 'the confirmation counts until this day';
COMMENT ON COLUMN retention_answer.recorded_by IS 'post under which the row was entered; null = loaded';

CREATE INDEX retention_answer_person ON retention_answer (county, person_id);
CREATE INDEX retention_answer_area ON retention_answer (area);
CREATE INDEX retention_answer_referral ON retention_answer (county, referral_id);

ALTER TABLE retention_answer ENABLE ROW LEVEL SECURITY;
ALTER TABLE retention_answer FORCE ROW LEVEL SECURITY;
CREATE POLICY scope ON retention_answer TO ricebowl_officer, ricebowl_job
  USING (area >= NULLIF(current_setting('ricebowl.lo', true), '')::bigint AND area < NULLIF(current_setting('ricebowl.hi', true), '')::bigint)
  WITH CHECK (area >= NULLIF(current_setting('ricebowl.lo', true), '')::bigint AND area < NULLIF(current_setting('ricebowl.hi', true), '')::bigint);

GRANT SELECT, INSERT, DELETE, UPDATE ON retention_answer TO ricebowl_officer;
GRANT SELECT, INSERT, DELETE, UPDATE ON retention_answer TO ricebowl_job;

CREATE TABLE retention_answer_history (
  county int not null,
  area bigint not null,
  id bigint not null,
  person_id bigint not null,
  referral_id bigint not null,
  month smallint not null,
  outcome text not null,
  reason text,
  retry_on date,
  valid_from date not null,
  valid_to date,
  known_from timestamptz not null,
  source text not null,
  evidence text,
  verified_on date,
  verified_method text,
  verified_by text,
  verified_until date,
  recorded_by bigint,
  known_to timestamptz not null,
  superseded_by text not null,
  PRIMARY KEY (county, id, known_from),
  CHECK (known_to > known_from)
);

COMMENT ON TABLE retention_answer_history IS '稳岗回访: what was heard of a placed person, so many months after the placement (superseded rows: what the ledger said from known_from to known_to)';
COMMENT ON COLUMN retention_answer_history.county IS 'distribution key: the six digits of the county the file lies in; never updated';
COMMENT ON COLUMN retention_answer_history.area IS '12-digit division code (today''s division) of the village the row belongs to';
COMMENT ON COLUMN retention_answer_history.id IS 'ledger id, unique within the county';
COMMENT ON COLUMN retention_answer_history.person_id IS 'the person who was placed';
COMMENT ON COLUMN retention_answer_history.referral_id IS 'the referral that became the placement, in the same county';
COMMENT ON COLUMN retention_answer_history.month IS 'how many months after the placement: one of the plan''s';
COMMENT ON COLUMN retention_answer_history.outcome IS 'still there, left, or not reached';
COMMENT ON COLUMN retention_answer_history.reason IS 'why the work ended; null = it did not, or not asked';
COMMENT ON COLUMN retention_answer_history.retry_on IS 'not reached: day on which it is tried again';
COMMENT ON COLUMN retention_answer_history.valid_from IS 'day on which it was heard';
COMMENT ON COLUMN retention_answer_history.valid_to IS 'never set: what was heard on a day stays heard';
COMMENT ON COLUMN retention_answer_history.known_from IS 'when the ledger came to know it; passed as a parameter';
COMMENT ON COLUMN retention_answer_history.source IS 'where it comes from: an officer, or demo';
COMMENT ON COLUMN retention_answer_history.evidence IS '佐证: what shows that it is so; null = none named';
COMMENT ON COLUMN retention_answer_history.verified_on IS '核实: day of the last confirmation; null = never confirmed';
COMMENT ON COLUMN retention_answer_history.verified_method IS 'how it was confirmed: phone, visit, register_match';
COMMENT ON COLUMN retention_answer_history.verified_by IS 'post or register that confirmed it';
COMMENT ON COLUMN retention_answer_history.verified_until IS 'the confirmation counts until this day';
COMMENT ON COLUMN retention_answer_history.recorded_by IS 'post under which the row was entered; null = loaded';
COMMENT ON COLUMN retention_answer_history.known_to IS 'when the ledger stopped saying so';
COMMENT ON COLUMN retention_answer_history.superseded_by IS 'why: correction, withdrawn, moved, …';

CREATE INDEX retention_answer_history_person ON retention_answer_history (county, person_id);

ALTER TABLE retention_answer_history ENABLE ROW LEVEL SECURITY;
ALTER TABLE retention_answer_history FORCE ROW LEVEL SECURITY;
CREATE POLICY scope ON retention_answer_history TO ricebowl_officer, ricebowl_job
  USING (area >= NULLIF(current_setting('ricebowl.lo', true), '')::bigint AND area < NULLIF(current_setting('ricebowl.hi', true), '')::bigint)
  WITH CHECK (area >= NULLIF(current_setting('ricebowl.lo', true), '')::bigint AND area < NULLIF(current_setting('ricebowl.hi', true), '')::bigint);

GRANT SELECT, INSERT ON retention_answer_history TO ricebowl_officer;
GRANT SELECT, INSERT ON retention_answer_history TO ricebowl_job;
