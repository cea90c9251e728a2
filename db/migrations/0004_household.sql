CREATE TABLE household (
  county int not null,
  area bigint not null,
  id bigint not null default nextval('ledger_id'),
  code text,
  relocated boolean,
  unsafe_house boolean,
  income_per_head_fen bigint,
  address_cipher bytea,
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
  CHECK (valid_to > valid_from)
);

COMMENT ON TABLE household IS '户: people who live and are counted together';
COMMENT ON COLUMN household.county IS 'distribution key: the six digits of the county the file lies in; never updated';
COMMENT ON COLUMN household.area IS '12-digit division code (today''s division) of the village the row belongs to';
COMMENT ON COLUMN household.id IS 'ledger id, unique within the county';
COMMENT ON COLUMN household.code IS '户编号 of the national monitoring system';
COMMENT ON COLUMN household.relocated IS 'moved under 易地搬迁; null = not recorded';
COMMENT ON COLUMN household.unsafe_house IS '危房户; null = not recorded';
COMMENT ON COLUMN household.income_per_head_fen IS '人均纯收入 of the last year counted, in fen; null = not recorded';
COMMENT ON COLUMN household.address_cipher IS 'address, encrypted; revealed only through reveal()';
COMMENT ON COLUMN household.valid_from IS 'first day on which it was true';
COMMENT ON COLUMN household.valid_to IS 'first day on which it was no longer true; null = still true';
COMMENT ON COLUMN household.known_from IS 'when the ledger came to know it; passed as a parameter';
COMMENT ON COLUMN household.source IS 'where it comes from: a list, a register, an officer, or demo';
COMMENT ON COLUMN household.evidence IS '佐证: what shows that it is so (contract, call, visit, register_match, roster, payslip)';
COMMENT ON COLUMN household.verified_on IS '核实: day of the last confirmation; null = never confirmed';
COMMENT ON COLUMN household.verified_method IS 'how it was confirmed: phone, visit, register_match';
COMMENT ON COLUMN household.verified_by IS 'post or register that confirmed it';
COMMENT ON COLUMN household.verified_until IS 'the confirmation counts until this day';
COMMENT ON COLUMN household.recorded_by IS 'post under which the row was entered; null = loaded from a list';

CREATE INDEX household_area ON household (area, id);

ALTER TABLE household ENABLE ROW LEVEL SECURITY;
ALTER TABLE household FORCE ROW LEVEL SECURITY;
CREATE POLICY scope ON household TO ricebowl_officer, ricebowl_job
  USING (area >= NULLIF(current_setting('ricebowl.lo', true), '')::bigint AND area < NULLIF(current_setting('ricebowl.hi', true), '')::bigint)
  WITH CHECK (area >= NULLIF(current_setting('ricebowl.lo', true), '')::bigint AND area < NULLIF(current_setting('ricebowl.hi', true), '')::bigint);

GRANT SELECT (county, area, id, code, relocated, unsafe_house, income_per_head_fen, valid_from, valid_to, known_from, source, evidence, verified_on, verified_method, verified_by, verified_until, recorded_by) ON household TO ricebowl_officer;
GRANT INSERT, DELETE, UPDATE ON household TO ricebowl_officer;
GRANT SELECT (county, area, id, code, relocated, unsafe_house, income_per_head_fen, valid_from, valid_to, known_from, source, evidence, verified_on, verified_method, verified_by, verified_until, recorded_by) ON household TO ricebowl_job;
GRANT INSERT, DELETE, UPDATE ON household TO ricebowl_job;

CREATE TABLE household_history (
  county int not null,
  area bigint not null,
  id bigint not null,
  code text,
  relocated boolean,
  unsafe_house boolean,
  income_per_head_fen bigint,
  address_cipher bytea,
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

COMMENT ON TABLE household_history IS '户: people who live and are counted together (superseded rows: what the ledger said from known_from to known_to)';
COMMENT ON COLUMN household_history.county IS 'distribution key: the six digits of the county the file lies in; never updated';
COMMENT ON COLUMN household_history.area IS '12-digit division code (today''s division) of the village the row belongs to';
COMMENT ON COLUMN household_history.id IS 'ledger id, unique within the county';
COMMENT ON COLUMN household_history.code IS '户编号 of the national monitoring system';
COMMENT ON COLUMN household_history.relocated IS 'moved under 易地搬迁; null = not recorded';
COMMENT ON COLUMN household_history.unsafe_house IS '危房户; null = not recorded';
COMMENT ON COLUMN household_history.income_per_head_fen IS '人均纯收入 of the last year counted, in fen; null = not recorded';
COMMENT ON COLUMN household_history.address_cipher IS 'address, encrypted; revealed only through reveal()';
COMMENT ON COLUMN household_history.valid_from IS 'first day on which it was true';
COMMENT ON COLUMN household_history.valid_to IS 'first day on which it was no longer true; null = still true';
COMMENT ON COLUMN household_history.known_from IS 'when the ledger came to know it; passed as a parameter';
COMMENT ON COLUMN household_history.source IS 'where it comes from: a list, a register, an officer, or demo';
COMMENT ON COLUMN household_history.evidence IS '佐证: what shows that it is so (contract, call, visit, register_match, roster, payslip)';
COMMENT ON COLUMN household_history.verified_on IS '核实: day of the last confirmation; null = never confirmed';
COMMENT ON COLUMN household_history.verified_method IS 'how it was confirmed: phone, visit, register_match';
COMMENT ON COLUMN household_history.verified_by IS 'post or register that confirmed it';
COMMENT ON COLUMN household_history.verified_until IS 'the confirmation counts until this day';
COMMENT ON COLUMN household_history.recorded_by IS 'post under which the row was entered; null = loaded from a list';
COMMENT ON COLUMN household_history.known_to IS 'when the ledger stopped saying so';
COMMENT ON COLUMN household_history.superseded_by IS 'why: correction, ended, verified, withdrawn, moved';

ALTER TABLE household_history ENABLE ROW LEVEL SECURITY;
ALTER TABLE household_history FORCE ROW LEVEL SECURITY;
CREATE POLICY scope ON household_history TO ricebowl_officer, ricebowl_job
  USING (area >= NULLIF(current_setting('ricebowl.lo', true), '')::bigint AND area < NULLIF(current_setting('ricebowl.hi', true), '')::bigint)
  WITH CHECK (area >= NULLIF(current_setting('ricebowl.lo', true), '')::bigint AND area < NULLIF(current_setting('ricebowl.hi', true), '')::bigint);

GRANT SELECT (county, area, id, code, relocated, unsafe_house, income_per_head_fen, valid_from, valid_to, known_from, source, evidence, verified_on, verified_method, verified_by, verified_until, recorded_by, known_to, superseded_by) ON household_history TO ricebowl_officer;
GRANT INSERT ON household_history TO ricebowl_officer;
GRANT SELECT (county, area, id, code, relocated, unsafe_house, income_per_head_fen, valid_from, valid_to, known_from, source, evidence, verified_on, verified_method, verified_by, verified_until, recorded_by, known_to, superseded_by) ON household_history TO ricebowl_job;
GRANT INSERT ON household_history TO ricebowl_job;
