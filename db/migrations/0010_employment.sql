CREATE TABLE employment (
  county int not null,
  area bigint not null,
  id bigint not null default nextval('ledger_id'),
  person_id bigint not null,
  place bigint not null,
  channel text,
  employer text,
  credit_code text,
  industry text,
  occupation text,
  monthly_wage_fen bigint,
  point_to_point boolean,
  contract boolean,
  injury_insured boolean,
  unemployment_insured boolean,
  skill_certificate boolean,
  brand_id bigint,
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

COMMENT ON TABLE employment IS '务工就业: a spell of work';
COMMENT ON COLUMN employment.county IS 'distribution key: the six digits of the county the file lies in; never updated';
COMMENT ON COLUMN employment.area IS '12-digit division code (today''s division) of the village the row belongs to';
COMMENT ON COLUMN employment.id IS 'ledger id, unique within the county';
COMMENT ON COLUMN employment.person_id IS 'the person whose spell it is';
COMMENT ON COLUMN employment.place IS '12-digit code of the area of work; another province is its two digits and ten zeros';
COMMENT ON COLUMN employment.channel IS '就业渠道: migrant, workshop, public_post, local_firm, own_business, farm, flexible';
COMMENT ON COLUMN employment.employer IS 'name of the employer';
COMMENT ON COLUMN employment.credit_code IS 'of the employer (GB 32100)';
COMMENT ON COLUMN employment.industry IS 'GB/T 4754 section letter';
COMMENT ON COLUMN employment.occupation IS 'code of the occupational classification of 2022';
COMMENT ON COLUMN employment.monthly_wage_fen IS '务工月收入 in fen; null = not recorded';
COMMENT ON COLUMN employment.point_to_point IS '点对点输送; null = not recorded';
COMMENT ON COLUMN employment.contract IS 'written labour contract; null = not recorded';
COMMENT ON COLUMN employment.injury_insured IS 'work-injury cover; null = not recorded';
COMMENT ON COLUMN employment.unemployment_insured IS 'unemployment cover; null = not recorded';
COMMENT ON COLUMN employment.skill_certificate IS 'holds a certificate for this work; null = not recorded';
COMMENT ON COLUMN employment.brand_id IS 'labour brand (a site) under which the person works; in the same county';
COMMENT ON COLUMN employment.valid_from IS 'first day on which it was true';
COMMENT ON COLUMN employment.valid_to IS 'first day on which it was no longer true; null = still true';
COMMENT ON COLUMN employment.known_from IS 'when the ledger came to know it; passed as a parameter';
COMMENT ON COLUMN employment.source IS 'where it comes from: a list, a register, an officer, or demo';
COMMENT ON COLUMN employment.evidence IS '佐证: what shows that it is so (contract, call, visit, register_match, roster, payslip)';
COMMENT ON COLUMN employment.verified_on IS '核实: day of the last confirmation; null = never confirmed';
COMMENT ON COLUMN employment.verified_method IS 'how it was confirmed: phone, visit, register_match';
COMMENT ON COLUMN employment.verified_by IS 'post or register that confirmed it';
COMMENT ON COLUMN employment.verified_until IS 'the confirmation counts until this day';
COMMENT ON COLUMN employment.recorded_by IS 'post under which the row was entered; null = loaded from a list';

CREATE INDEX employment_person ON employment (county, person_id);

CREATE INDEX employment_area ON employment (area, id);

ALTER TABLE employment ENABLE ROW LEVEL SECURITY;
ALTER TABLE employment FORCE ROW LEVEL SECURITY;
CREATE POLICY scope ON employment TO ricebowl_officer, ricebowl_job
  USING (area >= NULLIF(current_setting('ricebowl.lo', true), '')::bigint AND area < NULLIF(current_setting('ricebowl.hi', true), '')::bigint)
  WITH CHECK (area >= NULLIF(current_setting('ricebowl.lo', true), '')::bigint AND area < NULLIF(current_setting('ricebowl.hi', true), '')::bigint);

GRANT SELECT, INSERT, DELETE, UPDATE ON employment TO ricebowl_officer;
GRANT SELECT, INSERT, DELETE, UPDATE ON employment TO ricebowl_job;

CREATE TABLE employment_history (
  county int not null,
  area bigint not null,
  id bigint not null,
  person_id bigint not null,
  place bigint not null,
  channel text,
  employer text,
  credit_code text,
  industry text,
  occupation text,
  monthly_wage_fen bigint,
  point_to_point boolean,
  contract boolean,
  injury_insured boolean,
  unemployment_insured boolean,
  skill_certificate boolean,
  brand_id bigint,
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

COMMENT ON TABLE employment_history IS '务工就业: a spell of work (superseded rows: what the ledger said from known_from to known_to)';
COMMENT ON COLUMN employment_history.county IS 'distribution key: the six digits of the county the file lies in; never updated';
COMMENT ON COLUMN employment_history.area IS '12-digit division code (today''s division) of the village the row belongs to';
COMMENT ON COLUMN employment_history.id IS 'ledger id, unique within the county';
COMMENT ON COLUMN employment_history.person_id IS 'the person whose spell it is';
COMMENT ON COLUMN employment_history.place IS '12-digit code of the area of work; another province is its two digits and ten zeros';
COMMENT ON COLUMN employment_history.channel IS '就业渠道: migrant, workshop, public_post, local_firm, own_business, farm, flexible';
COMMENT ON COLUMN employment_history.employer IS 'name of the employer';
COMMENT ON COLUMN employment_history.credit_code IS 'of the employer (GB 32100)';
COMMENT ON COLUMN employment_history.industry IS 'GB/T 4754 section letter';
COMMENT ON COLUMN employment_history.occupation IS 'code of the occupational classification of 2022';
COMMENT ON COLUMN employment_history.monthly_wage_fen IS '务工月收入 in fen; null = not recorded';
COMMENT ON COLUMN employment_history.point_to_point IS '点对点输送; null = not recorded';
COMMENT ON COLUMN employment_history.contract IS 'written labour contract; null = not recorded';
COMMENT ON COLUMN employment_history.injury_insured IS 'work-injury cover; null = not recorded';
COMMENT ON COLUMN employment_history.unemployment_insured IS 'unemployment cover; null = not recorded';
COMMENT ON COLUMN employment_history.skill_certificate IS 'holds a certificate for this work; null = not recorded';
COMMENT ON COLUMN employment_history.brand_id IS 'labour brand (a site) under which the person works; in the same county';
COMMENT ON COLUMN employment_history.valid_from IS 'first day on which it was true';
COMMENT ON COLUMN employment_history.valid_to IS 'first day on which it was no longer true; null = still true';
COMMENT ON COLUMN employment_history.known_from IS 'when the ledger came to know it; passed as a parameter';
COMMENT ON COLUMN employment_history.source IS 'where it comes from: a list, a register, an officer, or demo';
COMMENT ON COLUMN employment_history.evidence IS '佐证: what shows that it is so (contract, call, visit, register_match, roster, payslip)';
COMMENT ON COLUMN employment_history.verified_on IS '核实: day of the last confirmation; null = never confirmed';
COMMENT ON COLUMN employment_history.verified_method IS 'how it was confirmed: phone, visit, register_match';
COMMENT ON COLUMN employment_history.verified_by IS 'post or register that confirmed it';
COMMENT ON COLUMN employment_history.verified_until IS 'the confirmation counts until this day';
COMMENT ON COLUMN employment_history.recorded_by IS 'post under which the row was entered; null = loaded from a list';
COMMENT ON COLUMN employment_history.known_to IS 'when the ledger stopped saying so';
COMMENT ON COLUMN employment_history.superseded_by IS 'why: correction, ended, verified, withdrawn, moved';

CREATE INDEX employment_history_person ON employment_history (county, person_id);

ALTER TABLE employment_history ENABLE ROW LEVEL SECURITY;
ALTER TABLE employment_history FORCE ROW LEVEL SECURITY;
CREATE POLICY scope ON employment_history TO ricebowl_officer, ricebowl_job
  USING (area >= NULLIF(current_setting('ricebowl.lo', true), '')::bigint AND area < NULLIF(current_setting('ricebowl.hi', true), '')::bigint)
  WITH CHECK (area >= NULLIF(current_setting('ricebowl.lo', true), '')::bigint AND area < NULLIF(current_setting('ricebowl.hi', true), '')::bigint);

GRANT SELECT, INSERT ON employment_history TO ricebowl_officer;
GRANT SELECT, INSERT ON employment_history TO ricebowl_job;
