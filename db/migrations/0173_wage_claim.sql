CREATE TABLE wage_claim (
  county int not null,
  area bigint not null,
  id bigint not null default nextval('ledger_id'),
  person_id bigint not null,
  employment_id bigint,
  employer text not null,
  month_from date not null,
  month_to date not null,
  amount_fen bigint not null,
  told_by text not null CHECK (told_by = ANY (ARRAY['person', 'officer'])),
  settlement text CHECK (settlement = ANY (ARRAY['paid', 'mistaken'])),
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
  CHECK (month_to > month_from),
  CHECK (amount_fen > 0),
  CHECK ((valid_to IS NULL) = (settlement IS NULL)),
  FOREIGN KEY (county, person_id) REFERENCES person (county, id)
);

COMMENT ON TABLE wage_claim IS '欠薪: wages that an employer has not paid a person';
COMMENT ON COLUMN wage_claim.county IS 'distribution key: the six digits of the county the file lies in; never updated';
COMMENT ON COLUMN wage_claim.area IS '12-digit division code (today''s division) of the village the row belongs to';
COMMENT ON COLUMN wage_claim.id IS 'ledger id, unique within the county';
COMMENT ON COLUMN wage_claim.person_id IS 'the person whose wages are unpaid';
COMMENT ON COLUMN wage_claim.employment_id IS 'the spell of work, in the same county; null = not recorded';
COMMENT ON COLUMN wage_claim.employer IS 'who owes the wages';
COMMENT ON COLUMN wage_claim.month_from IS 'first day of the first month that is unpaid';
COMMENT ON COLUMN wage_claim.month_to IS 'first day after the last month that is unpaid';
COMMENT ON COLUMN wage_claim.amount_fen IS 'what is owed, in fen';
COMMENT ON COLUMN wage_claim.told_by IS 'who reported it: the person, or an officer who found it';
COMMENT ON COLUMN wage_claim.settlement IS 'how it ended: paid in full, or reported by mistake; null = still owed';
COMMENT ON COLUMN wage_claim.valid_from IS 'day on which it was reported';
COMMENT ON COLUMN wage_claim.valid_to IS 'day from which nothing is owed; null = still owed';
COMMENT ON COLUMN wage_claim.known_from IS 'when the ledger came to know it; passed as a parameter';
COMMENT ON COLUMN wage_claim.source IS 'where it comes from: an officer, or demo';
COMMENT ON COLUMN wage_claim.evidence IS '佐证: what shows that it is so; null = none named';
COMMENT ON COLUMN wage_claim.verified_on IS '核实: day of the last confirmation; null = never confirmed';
COMMENT ON COLUMN wage_claim.verified_method IS 'how it was confirmed: phone, visit, register_match';
COMMENT ON COLUMN wage_claim.verified_by IS 'post or register that confirmed it';
COMMENT ON COLUMN wage_claim.verified_until IS 'the confirmation counts until this day';
COMMENT ON COLUMN wage_claim.recorded_by IS 'post under which the row was entered; null = loaded';

CREATE INDEX wage_claim_person ON wage_claim (county, person_id);
CREATE INDEX wage_claim_area ON wage_claim (area);

ALTER TABLE wage_claim ENABLE ROW LEVEL SECURITY;
ALTER TABLE wage_claim FORCE ROW LEVEL SECURITY;
CREATE POLICY scope ON wage_claim TO ricebowl_officer, ricebowl_job
  USING (area >= NULLIF(current_setting('ricebowl.lo', true), '')::bigint AND area < NULLIF(current_setting('ricebowl.hi', true), '')::bigint)
  WITH CHECK (area >= NULLIF(current_setting('ricebowl.lo', true), '')::bigint AND area < NULLIF(current_setting('ricebowl.hi', true), '')::bigint);

GRANT SELECT, INSERT, DELETE, UPDATE ON wage_claim TO ricebowl_officer;
GRANT SELECT, INSERT, DELETE, UPDATE ON wage_claim TO ricebowl_job;

CREATE TABLE wage_claim_history (
  county int not null,
  area bigint not null,
  id bigint not null,
  person_id bigint not null,
  employment_id bigint,
  employer text not null,
  month_from date not null,
  month_to date not null,
  amount_fen bigint not null,
  told_by text not null,
  settlement text,
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

COMMENT ON TABLE wage_claim_history IS '欠薪: wages that an employer has not paid a person (superseded rows: what the ledger said from known_from to known_to)';
COMMENT ON COLUMN wage_claim_history.county IS 'distribution key: the six digits of the county the file lies in; never updated';
COMMENT ON COLUMN wage_claim_history.area IS '12-digit division code (today''s division) of the village the row belongs to';
COMMENT ON COLUMN wage_claim_history.id IS 'ledger id, unique within the county';
COMMENT ON COLUMN wage_claim_history.person_id IS 'the person whose wages are unpaid';
COMMENT ON COLUMN wage_claim_history.employment_id IS 'the spell of work, in the same county; null = not recorded';
COMMENT ON COLUMN wage_claim_history.employer IS 'who owes the wages';
COMMENT ON COLUMN wage_claim_history.month_from IS 'first day of the first month that is unpaid';
COMMENT ON COLUMN wage_claim_history.month_to IS 'first day after the last month that is unpaid';
COMMENT ON COLUMN wage_claim_history.amount_fen IS 'what is owed, in fen';
COMMENT ON COLUMN wage_claim_history.told_by IS 'who reported it: the person, or an officer who found it';
COMMENT ON COLUMN wage_claim_history.settlement IS 'how it ended: paid in full, or reported by mistake; null = still owed';
COMMENT ON COLUMN wage_claim_history.valid_from IS 'day on which it was reported';
COMMENT ON COLUMN wage_claim_history.valid_to IS 'day from which nothing is owed; null = still owed';
COMMENT ON COLUMN wage_claim_history.known_from IS 'when the ledger came to know it; passed as a parameter';
COMMENT ON COLUMN wage_claim_history.source IS 'where it comes from: an officer, or demo';
COMMENT ON COLUMN wage_claim_history.evidence IS '佐证: what shows that it is so; null = none named';
COMMENT ON COLUMN wage_claim_history.verified_on IS '核实: day of the last confirmation; null = never confirmed';
COMMENT ON COLUMN wage_claim_history.verified_method IS 'how it was confirmed: phone, visit, register_match';
COMMENT ON COLUMN wage_claim_history.verified_by IS 'post or register that confirmed it';
COMMENT ON COLUMN wage_claim_history.verified_until IS 'the confirmation counts until this day';
COMMENT ON COLUMN wage_claim_history.recorded_by IS 'post under which the row was entered; null = loaded';
COMMENT ON COLUMN wage_claim_history.known_to IS 'when the ledger stopped saying so';
COMMENT ON COLUMN wage_claim_history.superseded_by IS 'why: correction, withdrawn, moved, …';

CREATE INDEX wage_claim_history_person ON wage_claim_history (county, person_id);

ALTER TABLE wage_claim_history ENABLE ROW LEVEL SECURITY;
ALTER TABLE wage_claim_history FORCE ROW LEVEL SECURITY;
CREATE POLICY scope ON wage_claim_history TO ricebowl_officer, ricebowl_job
  USING (area >= NULLIF(current_setting('ricebowl.lo', true), '')::bigint AND area < NULLIF(current_setting('ricebowl.hi', true), '')::bigint)
  WITH CHECK (area >= NULLIF(current_setting('ricebowl.lo', true), '')::bigint AND area < NULLIF(current_setting('ricebowl.hi', true), '')::bigint);

GRANT SELECT, INSERT ON wage_claim_history TO ricebowl_officer;
GRANT SELECT, INSERT ON wage_claim_history TO ricebowl_job;
