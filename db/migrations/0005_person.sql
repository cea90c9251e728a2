CREATE TABLE person (
  county int not null,
  area bigint not null,
  id bigint not null default nextval('ledger_id'),
  household_id bigint,
  relation text,
  name text not null,
  pinyin text not null,
  initials text not null,
  grams text[] not null,
  sex text,
  birth_date date,
  death_date date,
  ethnic text,
  education text,
  in_school boolean,
  health text,
  capacity text,
  disability_grade smallint,
  id_kind text not null,
  id_cipher bytea,
  id_index bytea,
  id_mask text,
  phone_cipher bytea,
  phone_index bytea,
  phone_mask text,
  bank_cipher bytea,
  bank_index bytea,
  bank_mask text,
  opened_on date not null,
  version int not null default 1,
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
  FOREIGN KEY (county, household_id) REFERENCES household (county, id)
);

COMMENT ON TABLE person IS '人员: one natural person; the file hangs on this row';
COMMENT ON COLUMN person.county IS 'distribution key: the six digits of the county the file lies in; never updated';
COMMENT ON COLUMN person.area IS '12-digit division code (today''s division) of the village the row belongs to';
COMMENT ON COLUMN person.id IS 'ledger id, unique within the county';
COMMENT ON COLUMN person.household_id IS 'the household counted with; null = none recorded';
COMMENT ON COLUMN person.relation IS '与户主关系: head, spouse, child, parent, grandchild, grandparent, sibling, other';
COMMENT ON COLUMN person.name IS 'name as on the identity document';
COMMENT ON COLUMN person.pinyin IS 'name in pinyin, syllables apart, for search';
COMMENT ON COLUMN person.initials IS 'first letters of the pinyin, for search';
COMMENT ON COLUMN person.grams IS 'single characters and pairs of the name, for search';
COMMENT ON COLUMN person.sex IS 'male, female; null = not recorded';
COMMENT ON COLUMN person.birth_date IS 'null = not recorded';
COMMENT ON COLUMN person.death_date IS 'null = alive as far as the ledger knows';
COMMENT ON COLUMN person.ethnic IS 'GB/T 3304 code';
COMMENT ON COLUMN person.education IS 'none, primary, junior, senior, vocational, college, bachelor, master';
COMMENT ON COLUMN person.in_school IS '在校生; null = not recorded';
COMMENT ON COLUMN person.health IS 'healthy, chronic, serious_illness, disabled';
COMMENT ON COLUMN person.capacity IS '劳动技能: ordinary, skilled, weak, lost, none';
COMMENT ON COLUMN person.disability_grade IS '1 (gravest) to 4; null = none recorded';
COMMENT ON COLUMN person.id_kind IS 'resident, hong_kong, macau, taiwan, foreign, passport, other';
COMMENT ON COLUMN person.id_cipher IS 'identity number, encrypted; revealed only through reveal()';
COMMENT ON COLUMN person.id_index IS 'blind index of the identity number; null = blank or invalid, matches nobody';
COMMENT ON COLUMN person.id_mask IS 'identity number as shown';
COMMENT ON COLUMN person.phone_cipher IS 'phone, encrypted; revealed only through reveal()';
COMMENT ON COLUMN person.phone_index IS 'blind index of the phone';
COMMENT ON COLUMN person.phone_mask IS 'phone as shown';
COMMENT ON COLUMN person.bank_cipher IS 'bank account, encrypted; revealed only through reveal()';
COMMENT ON COLUMN person.bank_index IS 'blind index of the bank account';
COMMENT ON COLUMN person.bank_mask IS 'bank account as shown';
COMMENT ON COLUMN person.opened_on IS 'day the file was opened';
COMMENT ON COLUMN person.version IS 'counts the changes; If-Match compares it';
COMMENT ON COLUMN person.known_from IS 'when the ledger came to know it; passed as a parameter';
COMMENT ON COLUMN person.source IS 'where it comes from: a list, a register, an officer, or demo';
COMMENT ON COLUMN person.evidence IS '佐证: what shows that it is so (contract, call, visit, register_match, roster, payslip)';
COMMENT ON COLUMN person.verified_on IS '核实: day of the last confirmation; null = never confirmed';
COMMENT ON COLUMN person.verified_method IS 'how it was confirmed: phone, visit, register_match';
COMMENT ON COLUMN person.verified_by IS 'post or register that confirmed it';
COMMENT ON COLUMN person.verified_until IS 'the confirmation counts until this day';
COMMENT ON COLUMN person.recorded_by IS 'post under which the row was entered; null = loaded from a list';

CREATE INDEX person_area ON person (area, id);
CREATE INDEX person_household ON person (county, household_id);
CREATE INDEX person_grams ON person USING gin (grams);
CREATE INDEX person_initials ON person (initials text_pattern_ops, area);
CREATE INDEX person_pinyin ON person (pinyin text_pattern_ops, area);
CREATE INDEX person_id_index ON person (id_index);
CREATE INDEX person_phone_index ON person (phone_index);

ALTER TABLE person ENABLE ROW LEVEL SECURITY;
ALTER TABLE person FORCE ROW LEVEL SECURITY;
CREATE POLICY scope ON person TO ricebowl_officer, ricebowl_job
  USING (area >= NULLIF(current_setting('ricebowl.lo', true), '')::bigint AND area < NULLIF(current_setting('ricebowl.hi', true), '')::bigint)
  WITH CHECK (area >= NULLIF(current_setting('ricebowl.lo', true), '')::bigint AND area < NULLIF(current_setting('ricebowl.hi', true), '')::bigint);

GRANT SELECT (county, area, id, household_id, relation, name, pinyin, initials, grams, sex, birth_date, death_date, ethnic, education, in_school, health, capacity, disability_grade, id_kind, id_index, id_mask, phone_index, phone_mask, bank_index, bank_mask, opened_on, version, known_from, source, evidence, verified_on, verified_method, verified_by, verified_until, recorded_by) ON person TO ricebowl_officer;
GRANT INSERT, UPDATE, DELETE ON person TO ricebowl_officer;
GRANT SELECT (county, area, id, household_id, relation, name, pinyin, initials, grams, sex, birth_date, death_date, ethnic, education, in_school, health, capacity, disability_grade, id_kind, id_index, id_mask, phone_index, phone_mask, bank_index, bank_mask, opened_on, version, known_from, source, evidence, verified_on, verified_method, verified_by, verified_until, recorded_by) ON person TO ricebowl_job;
GRANT INSERT, UPDATE, DELETE ON person TO ricebowl_job;

CREATE TABLE person_history (
  county int not null,
  area bigint not null,
  id bigint not null,
  household_id bigint,
  relation text,
  name text not null,
  pinyin text not null,
  initials text not null,
  grams text[] not null,
  sex text,
  birth_date date,
  death_date date,
  ethnic text,
  education text,
  in_school boolean,
  health text,
  capacity text,
  disability_grade smallint,
  id_kind text not null,
  id_cipher bytea,
  id_index bytea,
  id_mask text,
  phone_cipher bytea,
  phone_index bytea,
  phone_mask text,
  bank_cipher bytea,
  bank_index bytea,
  bank_mask text,
  opened_on date not null,
  version int not null,
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

COMMENT ON TABLE person_history IS '人员: one natural person; the file hangs on this row (superseded rows)';
COMMENT ON COLUMN person_history.county IS 'distribution key: the six digits of the county the file lies in; never updated';
COMMENT ON COLUMN person_history.area IS '12-digit division code (today''s division) of the village the row belongs to';
COMMENT ON COLUMN person_history.id IS 'ledger id, unique within the county';
COMMENT ON COLUMN person_history.household_id IS 'the household counted with; null = none recorded';
COMMENT ON COLUMN person_history.relation IS '与户主关系: head, spouse, child, parent, grandchild, grandparent, sibling, other';
COMMENT ON COLUMN person_history.name IS 'name as on the identity document';
COMMENT ON COLUMN person_history.pinyin IS 'name in pinyin, syllables apart, for search';
COMMENT ON COLUMN person_history.initials IS 'first letters of the pinyin, for search';
COMMENT ON COLUMN person_history.grams IS 'single characters and pairs of the name, for search';
COMMENT ON COLUMN person_history.sex IS 'male, female; null = not recorded';
COMMENT ON COLUMN person_history.birth_date IS 'null = not recorded';
COMMENT ON COLUMN person_history.death_date IS 'null = alive as far as the ledger knows';
COMMENT ON COLUMN person_history.ethnic IS 'GB/T 3304 code';
COMMENT ON COLUMN person_history.education IS 'none, primary, junior, senior, vocational, college, bachelor, master';
COMMENT ON COLUMN person_history.in_school IS '在校生; null = not recorded';
COMMENT ON COLUMN person_history.health IS 'healthy, chronic, serious_illness, disabled';
COMMENT ON COLUMN person_history.capacity IS '劳动技能: ordinary, skilled, weak, lost, none';
COMMENT ON COLUMN person_history.disability_grade IS '1 (gravest) to 4; null = none recorded';
COMMENT ON COLUMN person_history.id_kind IS 'resident, hong_kong, macau, taiwan, foreign, passport, other';
COMMENT ON COLUMN person_history.id_cipher IS 'identity number, encrypted; revealed only through reveal()';
COMMENT ON COLUMN person_history.id_index IS 'blind index of the identity number; null = blank or invalid, matches nobody';
COMMENT ON COLUMN person_history.id_mask IS 'identity number as shown';
COMMENT ON COLUMN person_history.phone_cipher IS 'phone, encrypted; revealed only through reveal()';
COMMENT ON COLUMN person_history.phone_index IS 'blind index of the phone';
COMMENT ON COLUMN person_history.phone_mask IS 'phone as shown';
COMMENT ON COLUMN person_history.bank_cipher IS 'bank account, encrypted; revealed only through reveal()';
COMMENT ON COLUMN person_history.bank_index IS 'blind index of the bank account';
COMMENT ON COLUMN person_history.bank_mask IS 'bank account as shown';
COMMENT ON COLUMN person_history.opened_on IS 'day the file was opened';
COMMENT ON COLUMN person_history.version IS 'counts the changes; If-Match compares it';
COMMENT ON COLUMN person_history.known_from IS 'when the ledger came to know it; passed as a parameter';
COMMENT ON COLUMN person_history.source IS 'where it comes from: a list, a register, an officer, or demo';
COMMENT ON COLUMN person_history.evidence IS '佐证: what shows that it is so (contract, call, visit, register_match, roster, payslip)';
COMMENT ON COLUMN person_history.verified_on IS '核实: day of the last confirmation; null = never confirmed';
COMMENT ON COLUMN person_history.verified_method IS 'how it was confirmed: phone, visit, register_match';
COMMENT ON COLUMN person_history.verified_by IS 'post or register that confirmed it';
COMMENT ON COLUMN person_history.verified_until IS 'the confirmation counts until this day';
COMMENT ON COLUMN person_history.recorded_by IS 'post under which the row was entered; null = loaded from a list';
COMMENT ON COLUMN person_history.known_to IS 'when the ledger stopped saying so';
COMMENT ON COLUMN person_history.superseded_by IS 'why: correction, verified, moved, merged';

ALTER TABLE person_history ENABLE ROW LEVEL SECURITY;
ALTER TABLE person_history FORCE ROW LEVEL SECURITY;
CREATE POLICY scope ON person_history TO ricebowl_officer, ricebowl_job
  USING (area >= NULLIF(current_setting('ricebowl.lo', true), '')::bigint AND area < NULLIF(current_setting('ricebowl.hi', true), '')::bigint)
  WITH CHECK (area >= NULLIF(current_setting('ricebowl.lo', true), '')::bigint AND area < NULLIF(current_setting('ricebowl.hi', true), '')::bigint);

GRANT SELECT (county, area, id, household_id, relation, name, pinyin, initials, grams, sex, birth_date, death_date, ethnic, education, in_school, health, capacity, disability_grade, id_kind, id_index, id_mask, phone_index, phone_mask, bank_index, bank_mask, opened_on, version, known_from, source, evidence, verified_on, verified_method, verified_by, verified_until, recorded_by, known_to, superseded_by) ON person_history TO ricebowl_officer;
GRANT INSERT ON person_history TO ricebowl_officer;
GRANT SELECT (county, area, id, household_id, relation, name, pinyin, initials, grams, sex, birth_date, death_date, ethnic, education, in_school, health, capacity, disability_grade, id_kind, id_index, id_mask, phone_index, phone_mask, bank_index, bank_mask, opened_on, version, known_from, source, evidence, verified_on, verified_method, verified_by, verified_until, recorded_by, known_to, superseded_by) ON person_history TO ricebowl_job;
GRANT INSERT ON person_history TO ricebowl_job;
