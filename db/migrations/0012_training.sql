CREATE TABLE training (
  county int not null,
  area bigint not null,
  id bigint not null default nextval('ledger_id'),
  person_id bigint not null,
  course text not null,
  kind text not null,
  trainee text,
  hours int,
  completed_on date,
  certificate_no text,
  certificate_on date,
  organiser text,
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
  CHECK (valid_to > valid_from),
  FOREIGN KEY (county, person_id) REFERENCES person (county, id)
);

COMMENT ON TABLE training IS 'a course attended; valid_from and valid_to are the days of the class';
COMMENT ON COLUMN training.county IS 'distribution key: the six digits of the county the file lies in; never updated';
COMMENT ON COLUMN training.area IS '12-digit division code (today''s division) of the village the row belongs to';
COMMENT ON COLUMN training.id IS 'ledger id, unique within the county';
COMMENT ON COLUMN training.person_id IS 'the person whose spell it is';
COMMENT ON COLUMN training.course IS 'name of the course';
COMMENT ON COLUMN training.kind IS 'skill, entrepreneurship, new_occupation, special, project';
COMMENT ON COLUMN training.trainee IS 'as whom: migrant, returnee_founder, other';
COMMENT ON COLUMN training.hours IS 'hours attended; null = not recorded';
COMMENT ON COLUMN training.completed_on IS 'day of completion; null = not completed';
COMMENT ON COLUMN training.certificate_no IS 'number of the certificate';
COMMENT ON COLUMN training.certificate_on IS 'day of the certificate';
COMMENT ON COLUMN training.organiser IS 'training body';
COMMENT ON COLUMN training.valid_from IS 'first day on which it was true';
COMMENT ON COLUMN training.valid_to IS 'first day on which it was no longer true; null = still true';
COMMENT ON COLUMN training.known_from IS 'when the ledger came to know it; passed as a parameter';
COMMENT ON COLUMN training.source IS 'where it comes from: a list, a register, an officer, or demo';
COMMENT ON COLUMN training.evidence IS '佐证: what shows that it is so (contract, call, visit, register_match, roster, payslip)';
COMMENT ON COLUMN training.verified_on IS '核实: day of the last confirmation; null = never confirmed';
COMMENT ON COLUMN training.verified_method IS 'how it was confirmed: phone, visit, register_match';
COMMENT ON COLUMN training.verified_by IS 'post or register that confirmed it';
COMMENT ON COLUMN training.verified_until IS 'the confirmation counts until this day';
COMMENT ON COLUMN training.recorded_by IS 'post under which the row was entered; null = loaded from a list';

CREATE INDEX training_person ON training (county, person_id);

CREATE INDEX training_area ON training (area, id);

ALTER TABLE training ENABLE ROW LEVEL SECURITY;
ALTER TABLE training FORCE ROW LEVEL SECURITY;
CREATE POLICY scope ON training TO ricebowl_officer, ricebowl_job
  USING (area >= NULLIF(current_setting('ricebowl.lo', true), '')::bigint AND area < NULLIF(current_setting('ricebowl.hi', true), '')::bigint)
  WITH CHECK (area >= NULLIF(current_setting('ricebowl.lo', true), '')::bigint AND area < NULLIF(current_setting('ricebowl.hi', true), '')::bigint);

GRANT SELECT, INSERT, DELETE, UPDATE ON training TO ricebowl_officer;
GRANT SELECT, INSERT, DELETE, UPDATE ON training TO ricebowl_job;

CREATE TABLE training_history (
  county int not null,
  area bigint not null,
  id bigint not null,
  person_id bigint not null,
  course text not null,
  kind text not null,
  trainee text,
  hours int,
  completed_on date,
  certificate_no text,
  certificate_on date,
  organiser text,
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

COMMENT ON TABLE training_history IS 'a course attended; valid_from and valid_to are the days of the class (superseded rows: what the ledger said from known_from to known_to)';
COMMENT ON COLUMN training_history.county IS 'distribution key: the six digits of the county the file lies in; never updated';
COMMENT ON COLUMN training_history.area IS '12-digit division code (today''s division) of the village the row belongs to';
COMMENT ON COLUMN training_history.id IS 'ledger id, unique within the county';
COMMENT ON COLUMN training_history.person_id IS 'the person whose spell it is';
COMMENT ON COLUMN training_history.course IS 'name of the course';
COMMENT ON COLUMN training_history.kind IS 'skill, entrepreneurship, new_occupation, special, project';
COMMENT ON COLUMN training_history.trainee IS 'as whom: migrant, returnee_founder, other';
COMMENT ON COLUMN training_history.hours IS 'hours attended; null = not recorded';
COMMENT ON COLUMN training_history.completed_on IS 'day of completion; null = not completed';
COMMENT ON COLUMN training_history.certificate_no IS 'number of the certificate';
COMMENT ON COLUMN training_history.certificate_on IS 'day of the certificate';
COMMENT ON COLUMN training_history.organiser IS 'training body';
COMMENT ON COLUMN training_history.valid_from IS 'first day on which it was true';
COMMENT ON COLUMN training_history.valid_to IS 'first day on which it was no longer true; null = still true';
COMMENT ON COLUMN training_history.known_from IS 'when the ledger came to know it; passed as a parameter';
COMMENT ON COLUMN training_history.source IS 'where it comes from: a list, a register, an officer, or demo';
COMMENT ON COLUMN training_history.evidence IS '佐证: what shows that it is so (contract, call, visit, register_match, roster, payslip)';
COMMENT ON COLUMN training_history.verified_on IS '核实: day of the last confirmation; null = never confirmed';
COMMENT ON COLUMN training_history.verified_method IS 'how it was confirmed: phone, visit, register_match';
COMMENT ON COLUMN training_history.verified_by IS 'post or register that confirmed it';
COMMENT ON COLUMN training_history.verified_until IS 'the confirmation counts until this day';
COMMENT ON COLUMN training_history.recorded_by IS 'post under which the row was entered; null = loaded from a list';
COMMENT ON COLUMN training_history.known_to IS 'when the ledger stopped saying so';
COMMENT ON COLUMN training_history.superseded_by IS 'why: correction, ended, verified, withdrawn, moved';

CREATE INDEX training_history_person ON training_history (county, person_id);

ALTER TABLE training_history ENABLE ROW LEVEL SECURITY;
ALTER TABLE training_history FORCE ROW LEVEL SECURITY;
CREATE POLICY scope ON training_history TO ricebowl_officer, ricebowl_job
  USING (area >= NULLIF(current_setting('ricebowl.lo', true), '')::bigint AND area < NULLIF(current_setting('ricebowl.hi', true), '')::bigint)
  WITH CHECK (area >= NULLIF(current_setting('ricebowl.lo', true), '')::bigint AND area < NULLIF(current_setting('ricebowl.hi', true), '')::bigint);

GRANT SELECT, INSERT ON training_history TO ricebowl_officer;
GRANT SELECT, INSERT ON training_history TO ricebowl_job;
