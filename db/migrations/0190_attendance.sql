CREATE TABLE attendance (
  county int not null,
  area bigint not null,
  id bigint not null default nextval('ledger_id'),
  person_id bigint not null,
  site_id bigint not null,
  days int,
  wage_paid_fen bigint,
  valid_from date not null,
  valid_to date not null,
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
  FOREIGN KEY (county, person_id) REFERENCES person (county, id),
  FOREIGN KEY (county, site_id) REFERENCES site (county, id),
  UNIQUE (county, person_id, site_id, valid_from),
  CHECK (days >= 0 AND days <= 31),
  CHECK (wage_paid_fen >= 0),
  CHECK (num_nonnulls(days, wage_paid_fen) > 0),
  CHECK (valid_from = date_trunc('month', valid_from::timestamp)::date AND valid_to = (valid_from + interval '1 month')::date)
);

COMMENT ON TABLE attendance IS '考勤: what a site showed of a person for one month, with what it was shown by and who confirmed it';
COMMENT ON COLUMN attendance.county IS 'distribution key: the six digits of the county the file lies in; never updated';
COMMENT ON COLUMN attendance.area IS '12-digit division code (today''s division) of the village the row belongs to';
COMMENT ON COLUMN attendance.id IS 'ledger id, unique within the county';
COMMENT ON COLUMN attendance.person_id IS 'who was there';
COMMENT ON COLUMN attendance.site_id IS 'the site, in the county of the person';
COMMENT ON COLUMN attendance.days IS 'days present in the month; null = not shown';
COMMENT ON COLUMN attendance.wage_paid_fen IS 'wage paid for the month, in fen; null = not shown';
COMMENT ON COLUMN attendance.valid_from IS 'first day of the month';
COMMENT ON COLUMN attendance.valid_to IS 'first day of the next month';
COMMENT ON COLUMN attendance.known_from IS 'when the ledger came to know it; passed as a parameter';
COMMENT ON COLUMN attendance.source IS 'where it comes from: a list, a register, an officer, or demo';
COMMENT ON COLUMN attendance.evidence IS '佐证: what showed it: sign_in_sheet, payroll, photo, roll_call';
COMMENT ON COLUMN attendance.verified_on IS '核实: day of the last confirmation; null = never confirmed';
COMMENT ON COLUMN attendance.verified_method IS 'how it was confirmed: phone, visit, register_match';
COMMENT ON COLUMN attendance.verified_by IS 'post or register that confirmed it';
COMMENT ON COLUMN attendance.verified_until IS 'the confirmation counts until this day';
COMMENT ON COLUMN attendance.recorded_by IS 'post under which the row was entered; null = loaded from a list';

-- Whoever reads all files of some counties asks by area; the file by person, as the unique key begins.
CREATE INDEX attendance_area ON attendance (area);

CREATE INDEX attendance_site ON attendance (county, site_id, valid_from);

ALTER TABLE attendance ENABLE ROW LEVEL SECURITY;
ALTER TABLE attendance FORCE ROW LEVEL SECURITY;
CREATE POLICY scope ON attendance TO ricebowl_officer, ricebowl_job
  USING (area >= NULLIF(current_setting('ricebowl.lo', true), '')::bigint AND area < NULLIF(current_setting('ricebowl.hi', true), '')::bigint)
  WITH CHECK (area >= NULLIF(current_setting('ricebowl.lo', true), '')::bigint AND area < NULLIF(current_setting('ricebowl.hi', true), '')::bigint);

GRANT SELECT, INSERT, DELETE, UPDATE ON attendance TO ricebowl_officer;
GRANT SELECT, INSERT, DELETE, UPDATE ON attendance TO ricebowl_job;

CREATE TABLE attendance_history (
  county int not null,
  area bigint not null,
  id bigint not null,
  person_id bigint not null,
  site_id bigint not null,
  days int,
  wage_paid_fen bigint,
  valid_from date not null,
  valid_to date not null,
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

COMMENT ON TABLE attendance_history IS '考勤: what a site showed of a person for one month (superseded rows: what the ledger said from known_from to known_to)';
COMMENT ON COLUMN attendance_history.county IS 'distribution key: the six digits of the county the file lies in; never updated';
COMMENT ON COLUMN attendance_history.area IS '12-digit division code (today''s division) of the village the row belongs to';
COMMENT ON COLUMN attendance_history.id IS 'ledger id, unique within the county';
COMMENT ON COLUMN attendance_history.person_id IS 'who was there';
COMMENT ON COLUMN attendance_history.site_id IS 'the site, in the county of the person';
COMMENT ON COLUMN attendance_history.days IS 'days present in the month; null = not shown';
COMMENT ON COLUMN attendance_history.wage_paid_fen IS 'wage paid for the month, in fen; null = not shown';
COMMENT ON COLUMN attendance_history.valid_from IS 'first day of the month';
COMMENT ON COLUMN attendance_history.valid_to IS 'first day of the next month';
COMMENT ON COLUMN attendance_history.known_from IS 'when the ledger came to know it; passed as a parameter';
COMMENT ON COLUMN attendance_history.source IS 'where it comes from: a list, a register, an officer, or demo';
COMMENT ON COLUMN attendance_history.evidence IS '佐证: what showed it: sign_in_sheet, payroll, photo, roll_call';
COMMENT ON COLUMN attendance_history.verified_on IS '核实: day of the last confirmation; null = never confirmed';
COMMENT ON COLUMN attendance_history.verified_method IS 'how it was confirmed: phone, visit, register_match';
COMMENT ON COLUMN attendance_history.verified_by IS 'post or register that confirmed it';
COMMENT ON COLUMN attendance_history.verified_until IS 'the confirmation counts until this day';
COMMENT ON COLUMN attendance_history.recorded_by IS 'post under which the row was entered; null = loaded from a list';
COMMENT ON COLUMN attendance_history.known_to IS 'when the ledger stopped saying so';
COMMENT ON COLUMN attendance_history.superseded_by IS 'why: correction, ended, verified, withdrawn, moved';

CREATE INDEX attendance_history_person ON attendance_history (county, person_id);

ALTER TABLE attendance_history ENABLE ROW LEVEL SECURITY;
ALTER TABLE attendance_history FORCE ROW LEVEL SECURITY;
CREATE POLICY scope ON attendance_history TO ricebowl_officer, ricebowl_job
  USING (area >= NULLIF(current_setting('ricebowl.lo', true), '')::bigint AND area < NULLIF(current_setting('ricebowl.hi', true), '')::bigint)
  WITH CHECK (area >= NULLIF(current_setting('ricebowl.lo', true), '')::bigint AND area < NULLIF(current_setting('ricebowl.hi', true), '')::bigint);

GRANT SELECT, INSERT ON attendance_history TO ricebowl_officer;
GRANT SELECT, INSERT ON attendance_history TO ricebowl_job;
