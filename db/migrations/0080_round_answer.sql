CREATE TABLE round_answer (
  county int not null,
  area bigint not null,
  id bigint not null default nextval('ledger_id'),
  person_id bigint not null,
  round text not null,
  outcome text not null CHECK (outcome = ANY (ARRAY['same', 'changed', 'ended', 'unreached', 'moved_away', 'died'])),
  employment_id bigint,
  reason text,
  happened_on date,
  valid_from date not null,
  valid_to date not null,
  known_from timestamptz not null,
  source text not null,
  evidence text,
  verified_on date not null,
  verified_method text not null,
  verified_by text,
  verified_until date,
  recorded_by bigint,
  PRIMARY KEY (county, id),
  CHECK (area / 1000000 = county),
  CHECK (valid_to > valid_from),
  FOREIGN KEY (county, person_id) REFERENCES person (county, id)
);

COMMENT ON TABLE round_answer IS '月核实记录: what was heard of a person in a monthly round';
COMMENT ON COLUMN round_answer.county IS 'distribution key: the six digits of the county the file lies in; never updated';
COMMENT ON COLUMN round_answer.area IS '12-digit division code (today''s division) of the village the row belongs to';
COMMENT ON COLUMN round_answer.id IS 'ledger id, unique within the county';
COMMENT ON COLUMN round_answer.person_id IS 'the person it was heard of';
COMMENT ON COLUMN round_answer.round IS 'key of the plan''s round';
COMMENT ON COLUMN round_answer.outcome IS 'same, changed, ended, unreached, moved_away, died';
COMMENT ON COLUMN round_answer.employment_id IS 'the spell of work that it ended or began, in the same county; null = none, or all that stood were confirmed';
COMMENT ON COLUMN round_answer.reason IS 'why the work ended: contract_over, dismissed, illness, family, farming, other; null = not asked';
COMMENT ON COLUMN round_answer.happened_on IS 'day on which it happened, as it was told: last day at work, first day of the new work, of the move, of the death';
COMMENT ON COLUMN round_answer.valid_from IS 'day on which it was heard';
COMMENT ON COLUMN round_answer.valid_to IS 'first day of the month after: it answers for one month';
COMMENT ON COLUMN round_answer.known_from IS 'when the ledger came to know it; passed as a parameter';
COMMENT ON COLUMN round_answer.source IS 'where it comes from: an officer';
COMMENT ON COLUMN round_answer.evidence IS '佐证: call or visit; null = another register was compared';
COMMENT ON COLUMN round_answer.verified_on IS 'day on which it was heard';
COMMENT ON COLUMN round_answer.verified_method IS 'how: phone, visit, register_match';
COMMENT ON COLUMN round_answer.verified_by IS 'post that heard it';
COMMENT ON COLUMN round_answer.verified_until IS 'the answer counts until this day';
COMMENT ON COLUMN round_answer.recorded_by IS 'post under which the row was entered';

CREATE INDEX round_answer_person ON round_answer (county, person_id);

ALTER TABLE round_answer ENABLE ROW LEVEL SECURITY;
ALTER TABLE round_answer FORCE ROW LEVEL SECURITY;
CREATE POLICY scope ON round_answer TO ricebowl_officer, ricebowl_job
  USING (area >= NULLIF(current_setting('ricebowl.lo', true), '')::bigint AND area < NULLIF(current_setting('ricebowl.hi', true), '')::bigint)
  WITH CHECK (area >= NULLIF(current_setting('ricebowl.lo', true), '')::bigint AND area < NULLIF(current_setting('ricebowl.hi', true), '')::bigint);

GRANT SELECT, INSERT, DELETE, UPDATE ON round_answer TO ricebowl_officer;
GRANT SELECT, INSERT, DELETE, UPDATE ON round_answer TO ricebowl_job;

CREATE TABLE round_answer_history (
  county int not null,
  area bigint not null,
  id bigint not null,
  person_id bigint not null,
  round text not null,
  outcome text not null,
  employment_id bigint,
  reason text,
  happened_on date,
  valid_from date not null,
  valid_to date not null,
  known_from timestamptz not null,
  source text not null,
  evidence text,
  verified_on date not null,
  verified_method text not null,
  verified_by text,
  verified_until date,
  recorded_by bigint,
  known_to timestamptz not null,
  superseded_by text not null,
  PRIMARY KEY (county, id, known_from),
  CHECK (known_to > known_from)
);

COMMENT ON TABLE round_answer_history IS '月核实记录: what was heard of a person in a monthly round (superseded rows: what the ledger said from known_from to known_to)';
COMMENT ON COLUMN round_answer_history.county IS 'distribution key: the six digits of the county the file lies in; never updated';
COMMENT ON COLUMN round_answer_history.area IS '12-digit division code (today''s division) of the village the row belongs to';
COMMENT ON COLUMN round_answer_history.id IS 'ledger id, unique within the county';
COMMENT ON COLUMN round_answer_history.person_id IS 'the person it was heard of';
COMMENT ON COLUMN round_answer_history.round IS 'key of the plan''s round';
COMMENT ON COLUMN round_answer_history.outcome IS 'same, changed, ended, unreached, moved_away, died';
COMMENT ON COLUMN round_answer_history.employment_id IS 'the spell of work that it ended or began, in the same county; null = none, or all that stood were confirmed';
COMMENT ON COLUMN round_answer_history.reason IS 'why the work ended: contract_over, dismissed, illness, family, farming, other; null = not asked';
COMMENT ON COLUMN round_answer_history.happened_on IS 'day on which it happened, as it was told: last day at work, first day of the new work, of the move, of the death';
COMMENT ON COLUMN round_answer_history.valid_from IS 'day on which it was heard';
COMMENT ON COLUMN round_answer_history.valid_to IS 'first day of the month after: it answers for one month';
COMMENT ON COLUMN round_answer_history.known_from IS 'when the ledger came to know it; passed as a parameter';
COMMENT ON COLUMN round_answer_history.source IS 'where it comes from: an officer';
COMMENT ON COLUMN round_answer_history.evidence IS '佐证: call or visit; null = another register was compared';
COMMENT ON COLUMN round_answer_history.verified_on IS 'day on which it was heard';
COMMENT ON COLUMN round_answer_history.verified_method IS 'how: phone, visit, register_match';
COMMENT ON COLUMN round_answer_history.verified_by IS 'post that heard it';
COMMENT ON COLUMN round_answer_history.verified_until IS 'the answer counts until this day';
COMMENT ON COLUMN round_answer_history.recorded_by IS 'post under which the row was entered';
COMMENT ON COLUMN round_answer_history.known_to IS 'when the ledger stopped saying so';
COMMENT ON COLUMN round_answer_history.superseded_by IS 'why: withdrawn, moved, …';

CREATE INDEX round_answer_history_person ON round_answer_history (county, person_id);

ALTER TABLE round_answer_history ENABLE ROW LEVEL SECURITY;
ALTER TABLE round_answer_history FORCE ROW LEVEL SECURITY;
CREATE POLICY scope ON round_answer_history TO ricebowl_officer, ricebowl_job
  USING (area >= NULLIF(current_setting('ricebowl.lo', true), '')::bigint AND area < NULLIF(current_setting('ricebowl.hi', true), '')::bigint)
  WITH CHECK (area >= NULLIF(current_setting('ricebowl.lo', true), '')::bigint AND area < NULLIF(current_setting('ricebowl.hi', true), '')::bigint);

GRANT SELECT, INSERT ON round_answer_history TO ricebowl_officer;
GRANT SELECT, INSERT ON round_answer_history TO ricebowl_job;
