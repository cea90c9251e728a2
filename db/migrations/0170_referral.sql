-- Where a referral stands is computed from its days and answers (domain/jobs/referral/referral-state.ts); no column says so.
CREATE TABLE referral (
  county int not null,
  area bigint not null,
  id bigint not null default nextval('ledger_id'),
  person_id bigint not null,
  vacancy_county int not null,
  vacancy_id bigint not null,
  title text not null,
  employer text not null,
  origin text not null CHECK (origin = ANY (ARRAY['offer', 'run', 'person'])),
  run_id bigint,
  person_answer text CHECK (person_answer = ANY (ARRAY['accepted', 'declined'])),
  person_reason text,
  person_answered_on date,
  employer_answer text CHECK (employer_answer = ANY (ARRAY['accepted', 'declined'])),
  employer_reason text,
  employer_answered_on date,
  interview_on date,
  interview_result text CHECK (interview_result = ANY (ARRAY['passed', 'failed', 'absent'])),
  trial_from date,
  trial_to date,
  placed_on date,
  employment_id bigint,
  term_to date,
  end_reason text,
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
  CHECK (valid_to >= valid_from),
  CHECK (trial_to > trial_from),
  CHECK ((placed_on IS NULL) = (employment_id IS NULL)),
  CHECK (placed_on IS NULL OR end_reason IS NULL),
  CHECK ((valid_to IS NULL) = (end_reason IS NULL AND placed_on IS NULL)),
  CHECK ((person_answer IS NULL) = (person_answered_on IS NULL)),
  CHECK ((employer_answer IS NULL) = (employer_answered_on IS NULL)),
  CONSTRAINT referral_no_overlap EXCLUDE USING gist (county WITH =, person_id WITH =, vacancy_id WITH =, daterange(valid_from, valid_to) WITH &&),
  FOREIGN KEY (county, person_id) REFERENCES person (county, id)
);

COMMENT ON TABLE referral IS '推荐: a person referred to a vacancy, what both sides answered, and the placement that came of it';
COMMENT ON COLUMN referral.county IS 'distribution key: the six digits of the county the file lies in; never updated';
COMMENT ON COLUMN referral.area IS '12-digit division code (today''s division) of the village the row belongs to';
COMMENT ON COLUMN referral.id IS 'ledger id, unique within the county';
COMMENT ON COLUMN referral.person_id IS 'the person who is referred';
COMMENT ON COLUMN referral.vacancy_county IS 'county of the unit that holds the vacancy; it may be another than the person''s';
COMMENT ON COLUMN referral.vacancy_id IS 'the vacancy, within that county';
COMMENT ON COLUMN referral.title IS 'what the vacancy was called when the person was referred';
COMMENT ON COLUMN referral.employer IS 'who would employ, as it was then';
COMMENT ON COLUMN referral.origin IS 'where it came from: an offer on the file, a proposal of a city-wide run, the person''s own wish';
COMMENT ON COLUMN referral.run_id IS 'the run that proposed it; null = none';
COMMENT ON COLUMN referral.person_answer IS 'what the person said; null = not heard yet';
COMMENT ON COLUMN referral.person_reason IS 'why the person declined; null = did not decline';
COMMENT ON COLUMN referral.person_answered_on IS 'day on which the person was heard';
COMMENT ON COLUMN referral.employer_answer IS 'what the employer said; null = not heard yet';
COMMENT ON COLUMN referral.employer_reason IS 'why the employer declined; null = did not decline';
COMMENT ON COLUMN referral.employer_answered_on IS 'day on which the employer was heard';
COMMENT ON COLUMN referral.interview_on IS 'day of the interview; null = none arranged';
COMMENT ON COLUMN referral.interview_result IS 'how it ended; null = not heard yet';
COMMENT ON COLUMN referral.trial_from IS 'first day of the trial; null = none';
COMMENT ON COLUMN referral.trial_to IS 'first day after the trial';
COMMENT ON COLUMN referral.placed_on IS '上岗: first day of the work that came of it; null = not placed';
COMMENT ON COLUMN referral.employment_id IS 'the spell of work that came of it, in the county of the file; null = not placed';
COMMENT ON COLUMN referral.term_to IS 'first day after the agreed term of the work; null = no end agreed';
COMMENT ON COLUMN referral.end_reason IS 'why it ended without a placement: person_declined, employer_declined, interview_failed, absent, trial_failed, placed_elsewhere, vacancy_closed, mistake, other; null = did not';
COMMENT ON COLUMN referral.valid_from IS 'day on which the person was referred';
COMMENT ON COLUMN referral.valid_to IS 'day on which it ended or became a placement; null = still runs';
COMMENT ON COLUMN referral.known_from IS 'when the ledger came to know it; passed as a parameter';
COMMENT ON COLUMN referral.source IS 'where it comes from: an officer, or demo';
COMMENT ON COLUMN referral.evidence IS '佐证: what shows that it is so; null = none named';
COMMENT ON COLUMN referral.verified_on IS '核实: day of the last confirmation; null = never confirmed';
COMMENT ON COLUMN referral.verified_method IS 'how it was confirmed: phone, visit, register_match';
COMMENT ON COLUMN referral.verified_by IS 'post or register that confirmed it';
COMMENT ON COLUMN referral.verified_until IS 'the confirmation counts until this day';
COMMENT ON COLUMN referral.recorded_by IS 'post under which the row was entered; null = loaded';

CREATE INDEX referral_person ON referral (county, person_id);
CREATE INDEX referral_area ON referral (area);
CREATE INDEX referral_vacancy ON referral (vacancy_county, vacancy_id);
CREATE INDEX referral_id ON referral (id);

ALTER TABLE referral ENABLE ROW LEVEL SECURITY;
ALTER TABLE referral FORCE ROW LEVEL SECURITY;
CREATE POLICY scope ON referral TO ricebowl_officer, ricebowl_job
  USING (area >= NULLIF(current_setting('ricebowl.lo', true), '')::bigint AND area < NULLIF(current_setting('ricebowl.hi', true), '')::bigint)
  WITH CHECK (area >= NULLIF(current_setting('ricebowl.lo', true), '')::bigint AND area < NULLIF(current_setting('ricebowl.hi', true), '')::bigint);

GRANT SELECT, INSERT, DELETE, UPDATE ON referral TO ricebowl_officer;
GRANT SELECT, INSERT, DELETE, UPDATE ON referral TO ricebowl_job;

CREATE TABLE referral_history (
  county int not null,
  area bigint not null,
  id bigint not null,
  person_id bigint not null,
  vacancy_county int not null,
  vacancy_id bigint not null,
  title text not null,
  employer text not null,
  origin text not null,
  run_id bigint,
  person_answer text,
  person_reason text,
  person_answered_on date,
  employer_answer text,
  employer_reason text,
  employer_answered_on date,
  interview_on date,
  interview_result text,
  trial_from date,
  trial_to date,
  placed_on date,
  employment_id bigint,
  term_to date,
  end_reason text,
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

COMMENT ON TABLE referral_history IS '推荐: a person referred to a vacancy, what both sides answered, and the placement that came of it (superseded rows: what the ledger said from known_from to known_to)';
COMMENT ON COLUMN referral_history.county IS 'distribution key: the six digits of the county the file lies in; never updated';
COMMENT ON COLUMN referral_history.area IS '12-digit division code (today''s division) of the village the row belongs to';
COMMENT ON COLUMN referral_history.id IS 'ledger id, unique within the county';
COMMENT ON COLUMN referral_history.person_id IS 'the person who is referred';
COMMENT ON COLUMN referral_history.vacancy_county IS 'county of the unit that holds the vacancy; it may be another than the person''s';
COMMENT ON COLUMN referral_history.vacancy_id IS 'the vacancy, within that county';
COMMENT ON COLUMN referral_history.title IS 'what the vacancy was called when the person was referred';
COMMENT ON COLUMN referral_history.employer IS 'who would employ, as it was then';
COMMENT ON COLUMN referral_history.origin IS 'where it came from: an offer on the file, a proposal of a city-wide run, the person''s own wish';
COMMENT ON COLUMN referral_history.run_id IS 'the run that proposed it; null = none';
COMMENT ON COLUMN referral_history.person_answer IS 'what the person said; null = not heard yet';
COMMENT ON COLUMN referral_history.person_reason IS 'why the person declined; null = did not decline';
COMMENT ON COLUMN referral_history.person_answered_on IS 'day on which the person was heard';
COMMENT ON COLUMN referral_history.employer_answer IS 'what the employer said; null = not heard yet';
COMMENT ON COLUMN referral_history.employer_reason IS 'why the employer declined; null = did not decline';
COMMENT ON COLUMN referral_history.employer_answered_on IS 'day on which the employer was heard';
COMMENT ON COLUMN referral_history.interview_on IS 'day of the interview; null = none arranged';
COMMENT ON COLUMN referral_history.interview_result IS 'how it ended; null = not heard yet';
COMMENT ON COLUMN referral_history.trial_from IS 'first day of the trial; null = none';
COMMENT ON COLUMN referral_history.trial_to IS 'first day after the trial';
COMMENT ON COLUMN referral_history.placed_on IS '上岗: first day of the work that came of it; null = not placed';
COMMENT ON COLUMN referral_history.employment_id IS 'the spell of work that came of it, in the county of the file; null = not placed';
COMMENT ON COLUMN referral_history.term_to IS 'first day after the agreed term of the work; null = no end agreed';
COMMENT ON COLUMN referral_history.end_reason IS 'why it ended without a placement: person_declined, employer_declined, interview_failed, absent, trial_failed, placed_elsewhere, vacancy_closed, mistake, other; null = did not';
COMMENT ON COLUMN referral_history.valid_from IS 'day on which the person was referred';
COMMENT ON COLUMN referral_history.valid_to IS 'day on which it ended or became a placement; null = still runs';
COMMENT ON COLUMN referral_history.known_from IS 'when the ledger came to know it; passed as a parameter';
COMMENT ON COLUMN referral_history.source IS 'where it comes from: an officer, or demo';
COMMENT ON COLUMN referral_history.evidence IS '佐证: what shows that it is so; null = none named';
COMMENT ON COLUMN referral_history.verified_on IS '核实: day of the last confirmation; null = never confirmed';
COMMENT ON COLUMN referral_history.verified_method IS 'how it was confirmed: phone, visit, register_match';
COMMENT ON COLUMN referral_history.verified_by IS 'post or register that confirmed it';
COMMENT ON COLUMN referral_history.verified_until IS 'the confirmation counts until this day';
COMMENT ON COLUMN referral_history.recorded_by IS 'post under which the row was entered; null = loaded';
COMMENT ON COLUMN referral_history.known_to IS 'when the ledger stopped saying so';
COMMENT ON COLUMN referral_history.superseded_by IS 'why: correction, withdrawn, moved, …';

CREATE INDEX referral_history_person ON referral_history (county, person_id);

ALTER TABLE referral_history ENABLE ROW LEVEL SECURITY;
ALTER TABLE referral_history FORCE ROW LEVEL SECURITY;
CREATE POLICY scope ON referral_history TO ricebowl_officer, ricebowl_job
  USING (area >= NULLIF(current_setting('ricebowl.lo', true), '')::bigint AND area < NULLIF(current_setting('ricebowl.hi', true), '')::bigint)
  WITH CHECK (area >= NULLIF(current_setting('ricebowl.lo', true), '')::bigint AND area < NULLIF(current_setting('ricebowl.hi', true), '')::bigint);

GRANT SELECT, INSERT ON referral_history TO ricebowl_officer;
GRANT SELECT, INSERT ON referral_history TO ricebowl_job;
