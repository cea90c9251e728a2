CREATE TABLE public_post (
  county int not null,
  area bigint not null,
  id bigint not null default nextval('ledger_id'),
  person_id bigint not null,
  stream text not null,
  duty text not null,
  employer text,
  monthly_pay_fen bigint,
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
  FOREIGN KEY (county, person_id) REFERENCES person (county, id),
  CONSTRAINT public_post_no_overlap EXCLUDE USING gist (county WITH =, person_id WITH =, daterange(valid_from, valid_to) WITH &&)
);

COMMENT ON TABLE public_post IS '公益性岗位 held';
COMMENT ON COLUMN public_post.county IS 'distribution key: the six digits of the county the file lies in; never updated';
COMMENT ON COLUMN public_post.area IS '12-digit division code (today''s division) of the village the row belongs to';
COMMENT ON COLUMN public_post.id IS 'ledger id, unique within the county';
COMMENT ON COLUMN public_post.person_id IS 'the person whose spell it is';
COMMENT ON COLUMN public_post.stream IS 'hrss, agriculture';
COMMENT ON COLUMN public_post.duty IS 'what the post does';
COMMENT ON COLUMN public_post.employer IS 'village or body that employs';
COMMENT ON COLUMN public_post.monthly_pay_fen IS 'monthly pay in fen';
COMMENT ON COLUMN public_post.valid_from IS 'first day on which it was true';
COMMENT ON COLUMN public_post.valid_to IS 'first day on which it was no longer true; null = still true';
COMMENT ON COLUMN public_post.known_from IS 'when the ledger came to know it; passed as a parameter';
COMMENT ON COLUMN public_post.source IS 'where it comes from: a list, a register, an officer, or demo';
COMMENT ON COLUMN public_post.evidence IS '佐证: what shows that it is so (contract, call, visit, register_match, roster, payslip)';
COMMENT ON COLUMN public_post.verified_on IS '核实: day of the last confirmation; null = never confirmed';
COMMENT ON COLUMN public_post.verified_method IS 'how it was confirmed: phone, visit, register_match';
COMMENT ON COLUMN public_post.verified_by IS 'post or register that confirmed it';
COMMENT ON COLUMN public_post.verified_until IS 'the confirmation counts until this day';
COMMENT ON COLUMN public_post.recorded_by IS 'post under which the row was entered; null = loaded from a list';

CREATE INDEX public_post_person ON public_post (county, person_id);

ALTER TABLE public_post ENABLE ROW LEVEL SECURITY;
ALTER TABLE public_post FORCE ROW LEVEL SECURITY;
CREATE POLICY scope ON public_post TO ricebowl_officer, ricebowl_job
  USING (area >= NULLIF(current_setting('ricebowl.lo', true), '')::bigint AND area < NULLIF(current_setting('ricebowl.hi', true), '')::bigint)
  WITH CHECK (area >= NULLIF(current_setting('ricebowl.lo', true), '')::bigint AND area < NULLIF(current_setting('ricebowl.hi', true), '')::bigint);

GRANT SELECT, INSERT, DELETE, UPDATE ON public_post TO ricebowl_officer;
GRANT SELECT, INSERT, DELETE, UPDATE ON public_post TO ricebowl_job;

CREATE TABLE public_post_history (
  county int not null,
  area bigint not null,
  id bigint not null,
  person_id bigint not null,
  stream text not null,
  duty text not null,
  employer text,
  monthly_pay_fen bigint,
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

COMMENT ON TABLE public_post_history IS '公益性岗位 held (superseded rows: what the ledger said from known_from to known_to)';
COMMENT ON COLUMN public_post_history.county IS 'distribution key: the six digits of the county the file lies in; never updated';
COMMENT ON COLUMN public_post_history.area IS '12-digit division code (today''s division) of the village the row belongs to';
COMMENT ON COLUMN public_post_history.id IS 'ledger id, unique within the county';
COMMENT ON COLUMN public_post_history.person_id IS 'the person whose spell it is';
COMMENT ON COLUMN public_post_history.stream IS 'hrss, agriculture';
COMMENT ON COLUMN public_post_history.duty IS 'what the post does';
COMMENT ON COLUMN public_post_history.employer IS 'village or body that employs';
COMMENT ON COLUMN public_post_history.monthly_pay_fen IS 'monthly pay in fen';
COMMENT ON COLUMN public_post_history.valid_from IS 'first day on which it was true';
COMMENT ON COLUMN public_post_history.valid_to IS 'first day on which it was no longer true; null = still true';
COMMENT ON COLUMN public_post_history.known_from IS 'when the ledger came to know it; passed as a parameter';
COMMENT ON COLUMN public_post_history.source IS 'where it comes from: a list, a register, an officer, or demo';
COMMENT ON COLUMN public_post_history.evidence IS '佐证: what shows that it is so (contract, call, visit, register_match, roster, payslip)';
COMMENT ON COLUMN public_post_history.verified_on IS '核实: day of the last confirmation; null = never confirmed';
COMMENT ON COLUMN public_post_history.verified_method IS 'how it was confirmed: phone, visit, register_match';
COMMENT ON COLUMN public_post_history.verified_by IS 'post or register that confirmed it';
COMMENT ON COLUMN public_post_history.verified_until IS 'the confirmation counts until this day';
COMMENT ON COLUMN public_post_history.recorded_by IS 'post under which the row was entered; null = loaded from a list';
COMMENT ON COLUMN public_post_history.known_to IS 'when the ledger stopped saying so';
COMMENT ON COLUMN public_post_history.superseded_by IS 'why: correction, ended, verified, withdrawn, moved';

CREATE INDEX public_post_history_person ON public_post_history (county, person_id);

ALTER TABLE public_post_history ENABLE ROW LEVEL SECURITY;
ALTER TABLE public_post_history FORCE ROW LEVEL SECURITY;
CREATE POLICY scope ON public_post_history TO ricebowl_officer, ricebowl_job
  USING (area >= NULLIF(current_setting('ricebowl.lo', true), '')::bigint AND area < NULLIF(current_setting('ricebowl.hi', true), '')::bigint)
  WITH CHECK (area >= NULLIF(current_setting('ricebowl.lo', true), '')::bigint AND area < NULLIF(current_setting('ricebowl.hi', true), '')::bigint);

GRANT SELECT, INSERT ON public_post_history TO ricebowl_officer;
GRANT SELECT, INSERT ON public_post_history TO ricebowl_job;
