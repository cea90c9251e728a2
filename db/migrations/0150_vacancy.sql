-- A vacancy is an offer to the public: every officer under a post reads all of them, for people are placed across areas; what
-- is written stays with the posts over the unit that holds it. The contact's phone is sealed and shown for a reason.
CREATE TABLE vacancy (
  county int not null,
  area bigint not null,
  id bigint not null default nextval('ledger_id'),
  kind text not null CHECK (kind = ANY (ARRAY['employer', 'workshop', 'public_post', 'corridor'])),
  title text not null,
  occupation text not null,
  industry text,
  employer text not null,
  credit_code text,
  site_id bigint,
  licence_seen_on date,
  place bigint not null,
  openings int not null CHECK (openings > 0),
  taken int not null default 0,
  wage_form text not null CHECK (wage_form = ANY (ARRAY['month', 'day', 'hour', 'piece'])),
  wage_low_fen bigint,
  wage_high_fen bigint,
  hours_per_day smallint,
  days_per_month smallint,
  hours text,
  season text,
  board boolean,
  lodging boolean,
  training boolean,
  education text,
  skills text,
  certificate text,
  age_from smallint not null default 16 CHECK (age_from >= 16),
  age_to smallint,
  age_rule text,
  hazards text[] not null default '{}',
  contact text,
  phone_cipher bytea,
  phone_mask text,
  detail text,
  work_from date,
  work_to date,
  refreshed_on date not null,
  open_until date not null,
  valid_from date not null,
  valid_to date,
  close_reason text CHECK (close_reason = ANY (ARRAY['filled', 'withdrawn', 'unlawful', 'employer_gone', 'mistake'])),
  known_from timestamptz not null,
  source text not null,
  recorded_by bigint,
  PRIMARY KEY (county, id),
  CHECK (area / 1000000 = county),
  CHECK (valid_to >= valid_from),
  CHECK ((valid_to IS NULL) = (close_reason IS NULL)),
  CHECK (taken >= 0 AND taken <= openings),
  CHECK (wage_low_fen >= 0 AND wage_high_fen >= wage_low_fen),
  CHECK (age_to >= age_from),
  FOREIGN KEY (county, site_id) REFERENCES site (county, id)
);

COMMENT ON TABLE vacancy IS '岗位: a job with a number of openings';
COMMENT ON COLUMN vacancy.county IS 'distribution key: the six digits of the county the unit lies in that holds the vacancy; never updated';
COMMENT ON COLUMN vacancy.area IS '12-digit division code (today''s division) of the unit that holds the vacancy: only posts over it change it';
COMMENT ON COLUMN vacancy.id IS 'ledger id, unique within the county';
COMMENT ON COLUMN vacancy.kind IS 'who offers it: employer, workshop, public_post, corridor';
COMMENT ON COLUMN vacancy.title IS 'what it is called where it is offered';
COMMENT ON COLUMN vacancy.occupation IS 'code of the occupational classification of 2022, third or fourth level';
COMMENT ON COLUMN vacancy.industry IS 'section of GB/T 4754-2017 (A to T); null = not recorded';
COMMENT ON COLUMN vacancy.employer IS 'who would employ';
COMMENT ON COLUMN vacancy.credit_code IS '统一社会信用代码 of the employer (GB 32100); null = none given';
COMMENT ON COLUMN vacancy.site_id IS 'the site that offers it, in the same county; null = none';
COMMENT ON COLUMN vacancy.licence_seen_on IS 'day on which the employer''s licence was seen; null = not seen yet';
COMMENT ON COLUMN vacancy.place IS 'where the work is: an area of the city, or a province';
COMMENT ON COLUMN vacancy.openings IS 'how many are wanted';
COMMENT ON COLUMN vacancy.taken IS 'how many of the openings are confirmed as taken';
COMMENT ON COLUMN vacancy.wage_form IS 'what the wage is paid by: month, day, hour, piece';
COMMENT ON COLUMN vacancy.wage_low_fen IS 'lower end of the wage for that form, in fen; null = not stated';
COMMENT ON COLUMN vacancy.wage_high_fen IS 'upper end of the wage, in fen; null = not stated';
COMMENT ON COLUMN vacancy.hours_per_day IS 'hours of a working day; null = not stated';
COMMENT ON COLUMN vacancy.days_per_month IS 'working days of a month; null = not stated';
COMMENT ON COLUMN vacancy.hours IS 'shifts and hours in words; null = not stated';
COMMENT ON COLUMN vacancy.season IS 'when in the year: year_round, seasonal, off_season, flexible; null = not stated';
COMMENT ON COLUMN vacancy.board IS '包吃: meals are given; null = not stated';
COMMENT ON COLUMN vacancy.lodging IS '包住: lodging is given; null = not stated';
COMMENT ON COLUMN vacancy.training IS 'training is given by the employer; null = not stated';
COMMENT ON COLUMN vacancy.education IS 'schooling needed at least; null = none';
COMMENT ON COLUMN vacancy.skills IS 'skills needed, in words; null = none';
COMMENT ON COLUMN vacancy.certificate IS 'certificate needed, in words; null = none';
COMMENT ON COLUMN vacancy.age_from IS 'youngest age, 16 or more';
COMMENT ON COLUMN vacancy.age_to IS 'oldest age; null = no limit';
COMMENT ON COLUMN vacancy.age_rule IS 'the rule that sets the oldest age; null = none';
COMMENT ON COLUMN vacancy.hazards IS 'what the law protects minors and women from: underground, labour_4, toxic, lifting, height, cold';
COMMENT ON COLUMN vacancy.contact IS 'whom to ask for; null = not given';
COMMENT ON COLUMN vacancy.phone_cipher IS 'phone of the contact: SM4-CTR + HMAC-SM3, bound to this row';
COMMENT ON COLUMN vacancy.phone_mask IS 'phone of the contact as it is shown';
COMMENT ON COLUMN vacancy.detail IS 'further words; null = none';
COMMENT ON COLUMN vacancy.work_from IS 'first day of the work; null = at once or by agreement';
COMMENT ON COLUMN vacancy.work_to IS 'first day after the work; null = no end';
COMMENT ON COLUMN vacancy.refreshed_on IS 'day on which the employer last said that it still stands';
COMMENT ON COLUMN vacancy.open_until IS 'first day on which it no longer counts as open unless it was refreshed';
COMMENT ON COLUMN vacancy.valid_from IS 'first day on which it was offered';
COMMENT ON COLUMN vacancy.valid_to IS 'first day on which it was closed; null = not closed';
COMMENT ON COLUMN vacancy.close_reason IS 'why it was closed: filled, withdrawn, unlawful, employer_gone, mistake; null = not closed';
COMMENT ON COLUMN vacancy.known_from IS 'when the ledger came to know it; passed as a parameter';
COMMENT ON COLUMN vacancy.source IS 'where it comes from: an officer, a list, or demo';
COMMENT ON COLUMN vacancy.recorded_by IS 'post under which the row was entered; null = loaded';

CREATE INDEX vacancy_area ON vacancy (area);
CREATE INDEX vacancy_newest ON vacancy (valid_from DESC, id DESC);
CREATE INDEX vacancy_occupation ON vacancy (occupation text_pattern_ops, valid_from DESC, id DESC);
CREATE INDEX vacancy_place ON vacancy (place);

ALTER TABLE vacancy ENABLE ROW LEVEL SECURITY;
ALTER TABLE vacancy FORCE ROW LEVEL SECURITY;
CREATE POLICY offered ON vacancy FOR SELECT TO ricebowl_officer, ricebowl_job
  USING (NULLIF(current_setting('ricebowl.lo', true), '')::bigint > 0 AND NULLIF(current_setting('ricebowl.hi', true), '')::bigint > 0);
CREATE POLICY scope ON vacancy FOR INSERT TO ricebowl_officer, ricebowl_job
  WITH CHECK (area >= NULLIF(current_setting('ricebowl.lo', true), '')::bigint AND area < NULLIF(current_setting('ricebowl.hi', true), '')::bigint);
CREATE POLICY scope_change ON vacancy FOR UPDATE TO ricebowl_officer, ricebowl_job
  USING (area >= NULLIF(current_setting('ricebowl.lo', true), '')::bigint AND area < NULLIF(current_setting('ricebowl.hi', true), '')::bigint)
  WITH CHECK (area >= NULLIF(current_setting('ricebowl.lo', true), '')::bigint AND area < NULLIF(current_setting('ricebowl.hi', true), '')::bigint);

GRANT SELECT (county, area, id, kind, title, occupation, industry, employer, credit_code, site_id, licence_seen_on, place, openings, taken, wage_form, wage_low_fen, wage_high_fen, hours_per_day, days_per_month, hours, season, board, lodging, training, education, skills, certificate, age_from, age_to, age_rule, hazards, contact, phone_mask, detail, work_from, work_to, refreshed_on, open_until, valid_from, valid_to, close_reason, known_from, source, recorded_by) ON vacancy TO ricebowl_officer;
GRANT INSERT, UPDATE ON vacancy TO ricebowl_officer;
GRANT SELECT (county, area, id, kind, title, occupation, industry, employer, credit_code, site_id, licence_seen_on, place, openings, taken, wage_form, wage_low_fen, wage_high_fen, hours_per_day, days_per_month, hours, season, board, lodging, training, education, skills, certificate, age_from, age_to, age_rule, hazards, contact, phone_mask, detail, work_from, work_to, refreshed_on, open_until, valid_from, valid_to, close_reason, known_from, source, recorded_by) ON vacancy TO ricebowl_job;
GRANT INSERT, UPDATE ON vacancy TO ricebowl_job;

CREATE TABLE vacancy_history (
  county int not null,
  area bigint not null,
  id bigint not null,
  kind text not null,
  title text not null,
  occupation text not null,
  industry text,
  employer text not null,
  credit_code text,
  site_id bigint,
  licence_seen_on date,
  place bigint not null,
  openings int not null,
  taken int not null,
  wage_form text not null,
  wage_low_fen bigint,
  wage_high_fen bigint,
  hours_per_day smallint,
  days_per_month smallint,
  hours text,
  season text,
  board boolean,
  lodging boolean,
  training boolean,
  education text,
  skills text,
  certificate text,
  age_from smallint not null,
  age_to smallint,
  age_rule text,
  hazards text[] not null,
  contact text,
  phone_mask text,
  detail text,
  work_from date,
  work_to date,
  refreshed_on date not null,
  open_until date not null,
  valid_from date not null,
  valid_to date,
  close_reason text,
  known_from timestamptz not null,
  source text not null,
  recorded_by bigint,
  known_to timestamptz not null,
  superseded_by text not null,
  PRIMARY KEY (county, id, known_from),
  CHECK (known_to > known_from)
);

COMMENT ON TABLE vacancy_history IS '岗位: a job with a number of openings (superseded rows: what the ledger said from known_from to known_to; of a phone the mask alone is kept)';
COMMENT ON COLUMN vacancy_history.county IS 'distribution key: the six digits of the county the unit lies in that holds the vacancy; never updated';
COMMENT ON COLUMN vacancy_history.area IS '12-digit division code (today''s division) of the unit that holds the vacancy: only posts over it change it';
COMMENT ON COLUMN vacancy_history.id IS 'ledger id, unique within the county';
COMMENT ON COLUMN vacancy_history.kind IS 'who offers it: employer, workshop, public_post, corridor';
COMMENT ON COLUMN vacancy_history.title IS 'what it is called where it is offered';
COMMENT ON COLUMN vacancy_history.occupation IS 'code of the occupational classification of 2022, third or fourth level';
COMMENT ON COLUMN vacancy_history.industry IS 'section of GB/T 4754-2017 (A to T); null = not recorded';
COMMENT ON COLUMN vacancy_history.employer IS 'who would employ';
COMMENT ON COLUMN vacancy_history.credit_code IS '统一社会信用代码 of the employer (GB 32100); null = none given';
COMMENT ON COLUMN vacancy_history.site_id IS 'the site that offers it, in the same county; null = none';
COMMENT ON COLUMN vacancy_history.licence_seen_on IS 'day on which the employer''s licence was seen; null = not seen yet';
COMMENT ON COLUMN vacancy_history.place IS 'where the work is: an area of the city, or a province';
COMMENT ON COLUMN vacancy_history.openings IS 'how many are wanted';
COMMENT ON COLUMN vacancy_history.taken IS 'how many of the openings are confirmed as taken';
COMMENT ON COLUMN vacancy_history.wage_form IS 'what the wage is paid by: month, day, hour, piece';
COMMENT ON COLUMN vacancy_history.wage_low_fen IS 'lower end of the wage for that form, in fen; null = not stated';
COMMENT ON COLUMN vacancy_history.wage_high_fen IS 'upper end of the wage, in fen; null = not stated';
COMMENT ON COLUMN vacancy_history.hours_per_day IS 'hours of a working day; null = not stated';
COMMENT ON COLUMN vacancy_history.days_per_month IS 'working days of a month; null = not stated';
COMMENT ON COLUMN vacancy_history.hours IS 'shifts and hours in words; null = not stated';
COMMENT ON COLUMN vacancy_history.season IS 'when in the year: year_round, seasonal, off_season, flexible; null = not stated';
COMMENT ON COLUMN vacancy_history.board IS '包吃: meals are given; null = not stated';
COMMENT ON COLUMN vacancy_history.lodging IS '包住: lodging is given; null = not stated';
COMMENT ON COLUMN vacancy_history.training IS 'training is given by the employer; null = not stated';
COMMENT ON COLUMN vacancy_history.education IS 'schooling needed at least; null = none';
COMMENT ON COLUMN vacancy_history.skills IS 'skills needed, in words; null = none';
COMMENT ON COLUMN vacancy_history.certificate IS 'certificate needed, in words; null = none';
COMMENT ON COLUMN vacancy_history.age_from IS 'youngest age, 16 or more';
COMMENT ON COLUMN vacancy_history.age_to IS 'oldest age; null = no limit';
COMMENT ON COLUMN vacancy_history.age_rule IS 'the rule that sets the oldest age; null = none';
COMMENT ON COLUMN vacancy_history.hazards IS 'what the law protects minors and women from: underground, labour_4, toxic, lifting, height, cold';
COMMENT ON COLUMN vacancy_history.contact IS 'whom to ask for; null = not given';
COMMENT ON COLUMN vacancy_history.phone_mask IS 'phone of the contact as it is shown';
COMMENT ON COLUMN vacancy_history.detail IS 'further words; null = none';
COMMENT ON COLUMN vacancy_history.work_from IS 'first day of the work; null = at once or by agreement';
COMMENT ON COLUMN vacancy_history.work_to IS 'first day after the work; null = no end';
COMMENT ON COLUMN vacancy_history.refreshed_on IS 'day on which the employer last said that it still stands';
COMMENT ON COLUMN vacancy_history.open_until IS 'first day on which it no longer counts as open unless it was refreshed';
COMMENT ON COLUMN vacancy_history.valid_from IS 'first day on which it was offered';
COMMENT ON COLUMN vacancy_history.valid_to IS 'first day on which it was closed; null = not closed';
COMMENT ON COLUMN vacancy_history.close_reason IS 'why it was closed: filled, withdrawn, unlawful, employer_gone, mistake; null = not closed';
COMMENT ON COLUMN vacancy_history.known_from IS 'when the ledger came to know it; passed as a parameter';
COMMENT ON COLUMN vacancy_history.source IS 'where it comes from: an officer, a list, or demo';
COMMENT ON COLUMN vacancy_history.recorded_by IS 'post under which the row was entered; null = loaded';
COMMENT ON COLUMN vacancy_history.known_to IS 'when the ledger stopped saying so';
COMMENT ON COLUMN vacancy_history.superseded_by IS 'why: correction, refreshed, taken, ended';

ALTER TABLE vacancy_history ENABLE ROW LEVEL SECURITY;
ALTER TABLE vacancy_history FORCE ROW LEVEL SECURITY;
CREATE POLICY offered ON vacancy_history FOR SELECT TO ricebowl_officer, ricebowl_job
  USING (NULLIF(current_setting('ricebowl.lo', true), '')::bigint > 0 AND NULLIF(current_setting('ricebowl.hi', true), '')::bigint > 0);
CREATE POLICY scope ON vacancy_history FOR INSERT TO ricebowl_officer, ricebowl_job
  WITH CHECK (area >= NULLIF(current_setting('ricebowl.lo', true), '')::bigint AND area < NULLIF(current_setting('ricebowl.hi', true), '')::bigint);

GRANT SELECT, INSERT ON vacancy_history TO ricebowl_officer;
GRANT SELECT, INSERT ON vacancy_history TO ricebowl_job;
