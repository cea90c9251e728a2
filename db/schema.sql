-- The schema that db/migrations make. Written by `node db/generate.ts`; edited by nobody.
SET check_function_bodies = off;

-- Extensions

CREATE EXTENSION IF NOT EXISTS btree_gist;
CREATE EXTENSION IF NOT EXISTS pg_trgm;

-- Sequences

CREATE SEQUENCE audit_line_id AS bigint INCREMENT 1 MINVALUE 1 MAXVALUE 9223372036854775807 START 1 CACHE 1;
COMMENT ON SEQUENCE audit_line_id IS 'ids of audit lines, in the order of writing';
CREATE SEQUENCE ledger_id AS bigint INCREMENT 1 MINVALUE 1 MAXVALUE 9223372036854775807 START 1 CACHE 32;
COMMENT ON SEQUENCE ledger_id IS 'ids of ledger rows, one row of numbers for all tables';

-- Tables

CREATE TABLE activity (
  county integer NOT NULL,
  area bigint NOT NULL,
  id bigint DEFAULT nextval('ledger_id'::regclass) NOT NULL,
  kind text NOT NULL,
  name text NOT NULL,
  detail text,
  site_id bigint,
  people integer,
  valid_from date NOT NULL,
  valid_to date,
  known_from timestamp with time zone NOT NULL,
  source text NOT NULL,
  evidence text,
  verified_on date,
  verified_method text,
  verified_by text,
  verified_until date,
  recorded_by bigint,
  CONSTRAINT activity_pkey PRIMARY KEY (county, id),
  CONSTRAINT activity_check CHECK (((area / 1000000) = county)),
  CONSTRAINT activity_check1 CHECK ((valid_to > valid_from))
);
COMMENT ON TABLE activity IS 'what was done in a place: projects, visits, people sent, services given, incentives in force';
COMMENT ON COLUMN activity.county IS 'distribution key: the six digits of the county the file lies in; never updated';
COMMENT ON COLUMN activity.area IS '12-digit division code (today''s division) of the village the row belongs to';
COMMENT ON COLUMN activity.id IS 'ledger id, unique within the county';
COMMENT ON COLUMN activity.kind IS 'rural_project, talent_project, visit, people_sent, service, pay_incentive';
COMMENT ON COLUMN activity.name IS 'what';
COMMENT ON COLUMN activity.detail IS 'kind of service or of match: venue, tax, credit, job, money, place, mentor';
COMMENT ON COLUMN activity.site_id IS 'site that gave the service, in the same county';
COMMENT ON COLUMN activity.people IS 'people reached; null = not recorded';
COMMENT ON COLUMN activity.valid_from IS 'first day on which it was true';
COMMENT ON COLUMN activity.valid_to IS 'first day on which it was no longer true; null = still true';
COMMENT ON COLUMN activity.known_from IS 'when the ledger came to know it; passed as a parameter';
COMMENT ON COLUMN activity.source IS 'where it comes from: a list, a register, an officer, or demo';
COMMENT ON COLUMN activity.evidence IS '佐证: what shows that it is so (contract, call, visit, register_match, roster, payslip)';
COMMENT ON COLUMN activity.verified_on IS '核实: day of the last confirmation; null = never confirmed';
COMMENT ON COLUMN activity.verified_method IS 'how it was confirmed: phone, visit, register_match';
COMMENT ON COLUMN activity.verified_by IS 'post or register that confirmed it';
COMMENT ON COLUMN activity.verified_until IS 'the confirmation counts until this day';
COMMENT ON COLUMN activity.recorded_by IS 'post under which the row was entered; null = loaded from a list';
CREATE INDEX activity_area ON public.activity USING btree (area, id);

CREATE TABLE activity_history (
  county integer NOT NULL,
  area bigint NOT NULL,
  id bigint NOT NULL,
  kind text NOT NULL,
  name text NOT NULL,
  detail text,
  site_id bigint,
  people integer,
  valid_from date NOT NULL,
  valid_to date,
  known_from timestamp with time zone NOT NULL,
  source text NOT NULL,
  evidence text,
  verified_on date,
  verified_method text,
  verified_by text,
  verified_until date,
  recorded_by bigint,
  known_to timestamp with time zone NOT NULL,
  superseded_by text NOT NULL,
  CONSTRAINT activity_history_pkey PRIMARY KEY (county, id, known_from),
  CONSTRAINT activity_history_check CHECK ((known_to > known_from))
);
COMMENT ON TABLE activity_history IS 'what was done in a place: projects, visits, people sent, services given, incentives in force (superseded rows: what the ledger said from known_from to known_to)';
COMMENT ON COLUMN activity_history.county IS 'distribution key: the six digits of the county the file lies in; never updated';
COMMENT ON COLUMN activity_history.area IS '12-digit division code (today''s division) of the village the row belongs to';
COMMENT ON COLUMN activity_history.id IS 'ledger id, unique within the county';
COMMENT ON COLUMN activity_history.kind IS 'rural_project, talent_project, visit, people_sent, service, pay_incentive';
COMMENT ON COLUMN activity_history.name IS 'what';
COMMENT ON COLUMN activity_history.detail IS 'kind of service or of match: venue, tax, credit, job, money, place, mentor';
COMMENT ON COLUMN activity_history.site_id IS 'site that gave the service, in the same county';
COMMENT ON COLUMN activity_history.people IS 'people reached; null = not recorded';
COMMENT ON COLUMN activity_history.valid_from IS 'first day on which it was true';
COMMENT ON COLUMN activity_history.valid_to IS 'first day on which it was no longer true; null = still true';
COMMENT ON COLUMN activity_history.known_from IS 'when the ledger came to know it; passed as a parameter';
COMMENT ON COLUMN activity_history.source IS 'where it comes from: a list, a register, an officer, or demo';
COMMENT ON COLUMN activity_history.evidence IS '佐证: what shows that it is so (contract, call, visit, register_match, roster, payslip)';
COMMENT ON COLUMN activity_history.verified_on IS '核实: day of the last confirmation; null = never confirmed';
COMMENT ON COLUMN activity_history.verified_method IS 'how it was confirmed: phone, visit, register_match';
COMMENT ON COLUMN activity_history.verified_by IS 'post or register that confirmed it';
COMMENT ON COLUMN activity_history.verified_until IS 'the confirmation counts until this day';
COMMENT ON COLUMN activity_history.recorded_by IS 'post under which the row was entered; null = loaded from a list';
COMMENT ON COLUMN activity_history.known_to IS 'when the ledger stopped saying so';
COMMENT ON COLUMN activity_history.superseded_by IS 'why: correction, ended, verified, withdrawn, moved';

CREATE TABLE approval (
  county integer NOT NULL,
  area bigint NOT NULL,
  id bigint DEFAULT nextval('ledger_id'::regclass) NOT NULL,
  snapshot bigint NOT NULL,
  act text NOT NULL,
  figures_hash text NOT NULL,
  in_place boolean NOT NULL,
  reason text,
  acted_at timestamp with time zone NOT NULL,
  officer_id bigint NOT NULL,
  officer_name text NOT NULL,
  post_id bigint NOT NULL,
  post_title text NOT NULL,
  CONSTRAINT approval_pkey PRIMARY KEY (county, id),
  CONSTRAINT approval_act_check CHECK ((act = ANY (ARRAY['confirmed'::text, 'sent_back'::text]))),
  CONSTRAINT approval_check CHECK (((area / 1000000) = county))
);
COMMENT ON TABLE approval IS '逐级确认: a unit confirmed its figures of a month, or they were sent back; states are derived from these dated lines';
COMMENT ON COLUMN approval.county IS 'county digits of the unit, 500000 for the city';
COMMENT ON COLUMN approval.area IS 'the unit whose figures are spoken of';
COMMENT ON COLUMN approval.id IS 'ledger id';
COMMENT ON COLUMN approval.snapshot IS 'the snapshot that was looked at';
COMMENT ON COLUMN approval.act IS 'confirmed, or sent_back';
COMMENT ON COLUMN approval.figures_hash IS 'hash of the figures spoken of: a confirmation holds for as long as the figures are these';
COMMENT ON COLUMN approval.in_place IS 'confirmed by a unit above, in the place of this one, after its due day';
COMMENT ON COLUMN approval.reason IS 'why it was sent back, or confirmed in place';
COMMENT ON COLUMN approval.acted_at IS 'when; passed as a parameter';
COMMENT ON COLUMN approval.officer_id IS 'who';
COMMENT ON COLUMN approval.officer_name IS 'as shown';
COMMENT ON COLUMN approval.post_id IS 'under which post';
COMMENT ON COLUMN approval.post_title IS 'as shown';
CREATE INDEX approval_snapshot ON public.approval USING btree (snapshot, area);

CREATE TABLE area (
  code bigint NOT NULL,
  name text NOT NULL,
  level smallint NOT NULL,
  parent bigint,
  kind text,
  valid_from date NOT NULL,
  valid_to date,
  unverified boolean DEFAULT false NOT NULL,
  source text NOT NULL,
  CONSTRAINT area_pkey PRIMARY KEY (code, valid_from),
  CONSTRAINT area_level_check CHECK (((level >= 1) AND (level <= 4)))
);
COMMENT ON TABLE area IS '行政区划: a division and the dates between which its code is valid';
COMMENT ON COLUMN area.code IS '12-digit division code; a subtree is the half-open interval [code, next code of the same level)';
COMMENT ON COLUMN area.name IS 'official name';
COMMENT ON COLUMN area.level IS '1 city, 2 county, 3 town, 4 village or community';
COMMENT ON COLUMN area.parent IS 'code of the division it lies in; null for the city';
COMMENT ON COLUMN area.kind IS 'district, county, autonomous_county, new_area, subdistrict, town, township, village, community';
COMMENT ON COLUMN area.valid_from IS 'first day on which the code was valid';
COMMENT ON COLUMN area.valid_to IS 'first day on which it no longer was; null = valid';
COMMENT ON COLUMN area.unverified IS 'the code is from a secondary list or provisional, and shown as such';
COMMENT ON COLUMN area.source IS 'where code and name come from';
CREATE INDEX area_parent ON public.area USING btree (parent);

CREATE TABLE area_link (
  old_code bigint NOT NULL,
  new_code bigint NOT NULL,
  changed_on date NOT NULL,
  source text NOT NULL,
  CONSTRAINT area_link_pkey PRIMARY KEY (old_code, new_code, changed_on)
);
COMMENT ON TABLE area_link IS 'successor links: which code took over which, and when';
COMMENT ON COLUMN area_link.old_code IS 'code that ended, or gave a part, on changed_on';
COMMENT ON COLUMN area_link.new_code IS 'code that took over, or took the part';
COMMENT ON COLUMN area_link.changed_on IS 'first day of the new code';
COMMENT ON COLUMN area_link.source IS 'where the link comes from';

CREATE TABLE assistance (
  county integer NOT NULL,
  area bigint NOT NULL,
  id bigint DEFAULT nextval('ledger_id'::regclass) NOT NULL,
  person_id bigint NOT NULL,
  kind text NOT NULL,
  officer text,
  goal text,
  valid_from date NOT NULL,
  valid_to date,
  known_from timestamp with time zone NOT NULL,
  source text NOT NULL,
  evidence text,
  verified_on date,
  verified_method text,
  verified_by text,
  verified_until date,
  recorded_by bigint,
  CONSTRAINT assistance_pkey PRIMARY KEY (county, id),
  CONSTRAINT assistance_check CHECK (((area / 1000000) = county)),
  CONSTRAINT assistance_check1 CHECK ((valid_to > valid_from))
);
COMMENT ON TABLE assistance IS '帮扶: an officer in charge, an agreed plan, or a measure, between dates';
COMMENT ON COLUMN assistance.county IS 'distribution key: the six digits of the county the file lies in; never updated';
COMMENT ON COLUMN assistance.area IS '12-digit division code (today''s division) of the village the row belongs to';
COMMENT ON COLUMN assistance.id IS 'ledger id, unique within the county';
COMMENT ON COLUMN assistance.person_id IS 'the person whose spell it is';
COMMENT ON COLUMN assistance.kind IS 'officer, plan, measure';
COMMENT ON COLUMN assistance.officer IS 'who is in charge';
COMMENT ON COLUMN assistance.goal IS 'what was agreed';
COMMENT ON COLUMN assistance.valid_from IS 'first day on which it was true';
COMMENT ON COLUMN assistance.valid_to IS 'first day on which it was no longer true; null = still true';
COMMENT ON COLUMN assistance.known_from IS 'when the ledger came to know it; passed as a parameter';
COMMENT ON COLUMN assistance.source IS 'where it comes from: a list, a register, an officer, or demo';
COMMENT ON COLUMN assistance.evidence IS '佐证: what shows that it is so (contract, call, visit, register_match, roster, payslip)';
COMMENT ON COLUMN assistance.verified_on IS '核实: day of the last confirmation; null = never confirmed';
COMMENT ON COLUMN assistance.verified_method IS 'how it was confirmed: phone, visit, register_match';
COMMENT ON COLUMN assistance.verified_by IS 'post or register that confirmed it';
COMMENT ON COLUMN assistance.verified_until IS 'the confirmation counts until this day';
COMMENT ON COLUMN assistance.recorded_by IS 'post under which the row was entered; null = loaded from a list';
CREATE INDEX assistance_area ON public.assistance USING btree (area);
CREATE INDEX assistance_person ON public.assistance USING btree (county, person_id);

CREATE TABLE assistance_history (
  county integer NOT NULL,
  area bigint NOT NULL,
  id bigint NOT NULL,
  person_id bigint NOT NULL,
  kind text NOT NULL,
  officer text,
  goal text,
  valid_from date NOT NULL,
  valid_to date,
  known_from timestamp with time zone NOT NULL,
  source text NOT NULL,
  evidence text,
  verified_on date,
  verified_method text,
  verified_by text,
  verified_until date,
  recorded_by bigint,
  known_to timestamp with time zone NOT NULL,
  superseded_by text NOT NULL,
  CONSTRAINT assistance_history_pkey PRIMARY KEY (county, id, known_from),
  CONSTRAINT assistance_history_check CHECK ((known_to > known_from))
);
COMMENT ON TABLE assistance_history IS '帮扶: an officer in charge, an agreed plan, or a measure, between dates (superseded rows: what the ledger said from known_from to known_to)';
COMMENT ON COLUMN assistance_history.county IS 'distribution key: the six digits of the county the file lies in; never updated';
COMMENT ON COLUMN assistance_history.area IS '12-digit division code (today''s division) of the village the row belongs to';
COMMENT ON COLUMN assistance_history.id IS 'ledger id, unique within the county';
COMMENT ON COLUMN assistance_history.person_id IS 'the person whose spell it is';
COMMENT ON COLUMN assistance_history.kind IS 'officer, plan, measure';
COMMENT ON COLUMN assistance_history.officer IS 'who is in charge';
COMMENT ON COLUMN assistance_history.goal IS 'what was agreed';
COMMENT ON COLUMN assistance_history.valid_from IS 'first day on which it was true';
COMMENT ON COLUMN assistance_history.valid_to IS 'first day on which it was no longer true; null = still true';
COMMENT ON COLUMN assistance_history.known_from IS 'when the ledger came to know it; passed as a parameter';
COMMENT ON COLUMN assistance_history.source IS 'where it comes from: a list, a register, an officer, or demo';
COMMENT ON COLUMN assistance_history.evidence IS '佐证: what shows that it is so (contract, call, visit, register_match, roster, payslip)';
COMMENT ON COLUMN assistance_history.verified_on IS '核实: day of the last confirmation; null = never confirmed';
COMMENT ON COLUMN assistance_history.verified_method IS 'how it was confirmed: phone, visit, register_match';
COMMENT ON COLUMN assistance_history.verified_by IS 'post or register that confirmed it';
COMMENT ON COLUMN assistance_history.verified_until IS 'the confirmation counts until this day';
COMMENT ON COLUMN assistance_history.recorded_by IS 'post under which the row was entered; null = loaded from a list';
COMMENT ON COLUMN assistance_history.known_to IS 'when the ledger stopped saying so';
COMMENT ON COLUMN assistance_history.superseded_by IS 'why: correction, ended, verified, withdrawn, moved';
CREATE INDEX assistance_history_person ON public.assistance_history USING btree (county, person_id);

CREATE TABLE attendance (
  county integer NOT NULL,
  area bigint NOT NULL,
  id bigint DEFAULT nextval('ledger_id'::regclass) NOT NULL,
  person_id bigint NOT NULL,
  site_id bigint NOT NULL,
  days integer,
  wage_paid_fen bigint,
  valid_from date NOT NULL,
  valid_to date NOT NULL,
  known_from timestamp with time zone NOT NULL,
  source text NOT NULL,
  evidence text,
  verified_on date,
  verified_method text,
  verified_by text,
  verified_until date,
  recorded_by bigint,
  CONSTRAINT attendance_pkey PRIMARY KEY (county, id),
  CONSTRAINT attendance_county_person_id_site_id_valid_from_key UNIQUE (county, person_id, site_id, valid_from),
  CONSTRAINT attendance_check CHECK (((area / 1000000) = county)),
  CONSTRAINT attendance_check1 CHECK ((valid_to > valid_from)),
  CONSTRAINT attendance_check2 CHECK ((num_nonnulls(days, wage_paid_fen) > 0)),
  CONSTRAINT attendance_check3 CHECK (((valid_from = (date_trunc('month'::text, (valid_from)::timestamp without time zone))::date) AND (valid_to = ((valid_from + '1 mon'::interval))::date))),
  CONSTRAINT attendance_days_check CHECK (((days >= 0) AND (days <= 31))),
  CONSTRAINT attendance_wage_paid_fen_check CHECK ((wage_paid_fen >= 0))
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
CREATE INDEX attendance_area ON public.attendance USING btree (area);
CREATE INDEX attendance_site ON public.attendance USING btree (county, site_id, valid_from);

CREATE TABLE attendance_history (
  county integer NOT NULL,
  area bigint NOT NULL,
  id bigint NOT NULL,
  person_id bigint NOT NULL,
  site_id bigint NOT NULL,
  days integer,
  wage_paid_fen bigint,
  valid_from date NOT NULL,
  valid_to date NOT NULL,
  known_from timestamp with time zone NOT NULL,
  source text NOT NULL,
  evidence text,
  verified_on date,
  verified_method text,
  verified_by text,
  verified_until date,
  recorded_by bigint,
  known_to timestamp with time zone NOT NULL,
  superseded_by text NOT NULL,
  CONSTRAINT attendance_history_pkey PRIMARY KEY (county, id, known_from),
  CONSTRAINT attendance_history_check CHECK ((known_to > known_from))
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
CREATE INDEX attendance_history_person ON public.attendance_history USING btree (county, person_id);

CREATE TABLE audit_line (
  id bigint DEFAULT nextval('audit_line_id'::regclass) NOT NULL,
  xid xid8 DEFAULT pg_current_xact_id() NOT NULL,
  at timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
  officer_id bigint,
  post_id bigint,
  action text NOT NULL,
  outcome text DEFAULT 'done'::text NOT NULL,
  object_kind text,
  object_county integer,
  object_area bigint,
  object_id bigint,
  object_ids bigint[],
  fields text[],
  reason text,
  detail text,
  rows integer,
  request_id text,
  CONSTRAINT audit_line_pkey PRIMARY KEY (id),
  CONSTRAINT audit_line_outcome_check CHECK ((outcome = ANY (ARRAY['done'::text, 'refused'::text])))
);
COMMENT ON TABLE audit_line IS '审计记录: one act or one reading; append-only, written in the transaction of the act itself, sealed within seconds';
COMMENT ON COLUMN audit_line.id IS 'order of writing';
COMMENT ON COLUMN audit_line.xid IS 'transaction that wrote it; seals cover whole ranges of transactions, since lines are not committed in the order of their ids';
COMMENT ON COLUMN audit_line.at IS 'the server''s clock; writers cannot set it';
COMMENT ON COLUMN audit_line.officer_id IS 'who; null = nobody was signed in, or the system itself';
COMMENT ON COLUMN audit_line.post_id IS 'under which post';
COMMENT ON COLUMN audit_line.action IS 'what: a permission (people.read, people.reveal) or an act of access (access.sign_in)';
COMMENT ON COLUMN audit_line.outcome IS 'done, or refused';
COMMENT ON COLUMN audit_line.object_kind IS 'of what: person, site, officer, export, audit_line …';
COMMENT ON COLUMN audit_line.object_county IS 'county of the object';
COMMENT ON COLUMN audit_line.object_area IS 'area of the object, or the area asked about';
COMMENT ON COLUMN audit_line.object_id IS 'the object, where it is one';
COMMENT ON COLUMN audit_line.object_ids IS 'the objects, where it is a list or a search';
COMMENT ON COLUMN audit_line.fields IS 'names of the fields read or changed, never their values';
COMMENT ON COLUMN audit_line.reason IS 'reason given by the officer';
COMMENT ON COLUMN audit_line.detail IS 'shape of the question: predicate, indicator, day; never a name or a number of a person';
COMMENT ON COLUMN audit_line.rows IS 'how many rows were shown or changed';
COMMENT ON COLUMN audit_line.request_id IS 'request it belongs to';
CREATE INDEX audit_line_action ON public.audit_line USING btree (action, id);
CREATE INDEX audit_line_person ON public.audit_line USING btree (object_id, id) WHERE (object_kind = 'person'::text);
CREATE INDEX audit_line_xid ON public.audit_line USING btree (xid, id);

CREATE TABLE audit_seal (
  batch bigint NOT NULL,
  from_xid xid8 NOT NULL,
  to_xid xid8 NOT NULL,
  lines integer NOT NULL,
  first_line bigint NOT NULL,
  last_line bigint NOT NULL,
  root bytea NOT NULL,
  previous bytea NOT NULL,
  head bytea NOT NULL,
  sealed_at timestamp with time zone NOT NULL,
  CONSTRAINT audit_seal_pkey PRIMARY KEY (batch),
  CONSTRAINT audit_seal_batch_check CHECK ((batch >= 1))
);
COMMENT ON TABLE audit_seal IS '审计封存: a keyed hash over a batch of audit lines and the seal before it';
COMMENT ON COLUMN audit_seal.batch IS '1, 2, 3 … without gaps';
COMMENT ON COLUMN audit_seal.from_xid IS 'where the batch before ended';
COMMENT ON COLUMN audit_seal.to_xid IS 'oldest transaction still open when it was sealed: all before it had ended, none can add a line to the batch';
COMMENT ON COLUMN audit_seal.lines IS 'how many lines have a transaction in [from, to)';
COMMENT ON COLUMN audit_seal.first_line IS 'smallest id among them';
COMMENT ON COLUMN audit_seal.last_line IS 'largest id among them';
COMMENT ON COLUMN audit_seal.root IS 'SM3 Merkle root (RFC 6962) of the lines by transaction and id';
COMMENT ON COLUMN audit_seal.previous IS 'head of the batch before; zeros for the first';
COMMENT ON COLUMN audit_seal.head IS 'HMAC-SM3 over all columns before, with a key that is not in the database';
COMMENT ON COLUMN audit_seal.sealed_at IS 'when; passed as a parameter and part of the head';

CREATE TABLE change_request (
  county integer NOT NULL,
  area bigint NOT NULL,
  id bigint DEFAULT nextval('ledger_id'::regclass) NOT NULL,
  kind text NOT NULL,
  person_id bigint NOT NULL,
  other_id bigint,
  to_area bigint,
  content jsonb NOT NULL,
  id_index bytea,
  reason text NOT NULL,
  asked_by bigint NOT NULL,
  asked_officer bigint NOT NULL,
  asked_lo bigint NOT NULL,
  asked_hi bigint NOT NULL,
  asked_title text NOT NULL,
  asked_at timestamp with time zone NOT NULL,
  decision text,
  decided_by bigint,
  decided_officer bigint,
  decided_title text,
  decided_at timestamp with time zone,
  decision_reason text,
  CONSTRAINT change_request_pkey PRIMARY KEY (county, id),
  CONSTRAINT change_request_check CHECK (((area / 1000000) = county)),
  CONSTRAINT change_request_check1 CHECK (((decision IS NULL) = (decided_at IS NULL))),
  CONSTRAINT change_request_decision_check CHECK ((decision = ANY (ARRAY['approved'::text, 'rejected'::text, 'withdrawn'::text]))),
  CONSTRAINT change_request_kind_check CHECK ((kind = ANY (ARRAY['merge'::text, 'unmerge'::text, 'number'::text, 'move'::text]))),
  CONSTRAINT change_request_second_pair CHECK (((decision <> ALL (ARRAY['approved'::text, 'rejected'::text])) OR (decided_officer <> asked_officer)))
);
COMMENT ON TABLE change_request IS '复核事项: a change of who somebody is, asked for by one officer and decided by another';
COMMENT ON COLUMN change_request.county IS 'distribution key: county of the file';
COMMENT ON COLUMN change_request.area IS 'village of the file when it was asked for';
COMMENT ON COLUMN change_request.id IS 'ledger id, unique within the county';
COMMENT ON COLUMN change_request.kind IS 'merge, unmerge, number (of identity), move';
COMMENT ON COLUMN change_request.person_id IS 'the file it is about; of a merge the one that survives';
COMMENT ON COLUMN change_request.other_id IS 'of a merge the file that is closed';
COMMENT ON COLUMN change_request.to_area IS 'of a move the village that receives';
COMMENT ON COLUMN change_request.content IS 'what is asked: fields taken, rows left out, the new number masked; what the receiving side of a move is shown';
COMMENT ON COLUMN change_request.id_index IS 'blind index of the new identity number: the second officer types it again from the document';
COMMENT ON COLUMN change_request.reason IS 'why, in the words of who asks';
COMMENT ON COLUMN change_request.asked_by IS 'post that asks';
COMMENT ON COLUMN change_request.asked_officer IS 'officer who asks';
COMMENT ON COLUMN change_request.asked_lo IS 'first area code of the post that asks: who decides must see all of it, or receive the file';
COMMENT ON COLUMN change_request.asked_hi IS 'first area code beyond the post that asks';
COMMENT ON COLUMN change_request.asked_title IS 'the post that asks, as shown';
COMMENT ON COLUMN change_request.asked_at IS 'when it was asked';
COMMENT ON COLUMN change_request.decision IS 'approved, rejected, withdrawn; null = waiting';
COMMENT ON COLUMN change_request.decided_by IS 'post that decided';
COMMENT ON COLUMN change_request.decided_officer IS 'officer who decided; never the one who asked, save to withdraw';
COMMENT ON COLUMN change_request.decided_title IS 'the post that decided, as shown';
COMMENT ON COLUMN change_request.decided_at IS 'when it was decided';
COMMENT ON COLUMN change_request.decision_reason IS 'why it was rejected or withdrawn';
CREATE INDEX change_request_area ON public.change_request USING btree (area, id);
CREATE INDEX change_request_person ON public.change_request USING btree (county, person_id);
CREATE INDEX change_request_to_area ON public.change_request USING btree (to_area, id) WHERE (to_area IS NOT NULL);
CREATE UNIQUE INDEX change_request_waiting ON public.change_request USING btree (county, person_id, kind) WHERE (decision IS NULL);

CREATE TABLE closing (
  plan text NOT NULL,
  on_day date NOT NULL,
  snapshot bigint NOT NULL,
  seal text NOT NULL,
  reread integer NOT NULL,
  closed_at timestamp with time zone NOT NULL,
  officer_id bigint NOT NULL,
  officer_name text NOT NULL,
  post_id bigint NOT NULL,
  post_title text NOT NULL,
  CONSTRAINT closing_pkey PRIMARY KEY (plan, on_day)
);
COMMENT ON TABLE closing IS '月结: the city approved a month; its snapshot is what was reported, once and for all';
COMMENT ON COLUMN closing.plan IS 'key of the plan';
COMMENT ON COLUMN closing.on_day IS 'last day of the month';
COMMENT ON COLUMN closing.snapshot IS 'the edition that was reported';
COMMENT ON COLUMN closing.seal IS 'its seal, as it was when the month was closed';
COMMENT ON COLUMN closing.reread IS 'how many indicators were read again from the lists when the month was closed, and were equal';
COMMENT ON COLUMN closing.closed_at IS 'when; passed as a parameter';
COMMENT ON COLUMN closing.officer_id IS 'who';
COMMENT ON COLUMN closing.officer_name IS 'as shown';
COMMENT ON COLUMN closing.post_id IS 'under which post';
COMMENT ON COLUMN closing.post_title IS 'as shown';

CREATE TABLE closing_job (
  id bigint DEFAULT nextval('ledger_id'::regclass) NOT NULL,
  plan text NOT NULL,
  on_day date NOT NULL,
  kind text NOT NULL,
  seal text,
  known_at timestamp with time zone,
  in_place_reason text,
  officer_id bigint NOT NULL,
  officer_name text NOT NULL,
  post_id bigint NOT NULL,
  post_title text NOT NULL,
  asked_at timestamp with time zone NOT NULL,
  state text DEFAULT 'waiting'::text NOT NULL,
  share real DEFAULT 0 NOT NULL,
  begun_at timestamp with time zone,
  ended_at timestamp with time zone,
  problem jsonb,
  CONSTRAINT closing_job_pkey PRIMARY KEY (id),
  CONSTRAINT closing_job_check CHECK (((kind = 'close'::text) = (seal IS NOT NULL))),
  CONSTRAINT closing_job_kind_check CHECK ((kind = ANY (ARRAY['freeze'::text, 'close'::text]))),
  CONSTRAINT closing_job_state_check CHECK ((state = ANY (ARRAY['waiting'::text, 'running'::text, 'done'::text, 'failed'::text])))
);
COMMENT ON TABLE closing_job IS '月结作业: a month that is to be frozen or closed, done by the server while browsers come and go';
COMMENT ON COLUMN closing_job.id IS 'ledger id';
COMMENT ON COLUMN closing_job.plan IS 'key of the plan';
COMMENT ON COLUMN closing_job.on_day IS 'last day of the month';
COMMENT ON COLUMN closing_job.kind IS 'freeze, or close';
COMMENT ON COLUMN closing_job.seal IS 'of a closing: the seal of the edition that was looked at';
COMMENT ON COLUMN closing_job.known_at IS 'of a freezing: the moment of knowledge asked for; null = the newest that is settled when it is done';
COMMENT ON COLUMN closing_job.in_place_reason IS 'of a closing: why it confirms in the place of units below';
COMMENT ON COLUMN closing_job.officer_id IS 'who asked';
COMMENT ON COLUMN closing_job.officer_name IS 'as shown';
COMMENT ON COLUMN closing_job.post_id IS 'under which post';
COMMENT ON COLUMN closing_job.post_title IS 'as shown';
COMMENT ON COLUMN closing_job.asked_at IS 'when; passed as a parameter';
COMMENT ON COLUMN closing_job.state IS 'waiting, running, done, failed; what a stop left running waits again at the next start';
COMMENT ON COLUMN closing_job.share IS 'how far it is, from 0 to 1';
COMMENT ON COLUMN closing_job.begun_at IS 'when it was last begun';
COMMENT ON COLUMN closing_job.ended_at IS 'when it was done or failed';
COMMENT ON COLUMN closing_job.problem IS 'why it failed, in both languages';
CREATE INDEX closing_job_month ON public.closing_job USING btree (plan, on_day, id);
CREATE UNIQUE INDEX closing_job_open ON public.closing_job USING btree (plan, on_day) WHERE (state = ANY (ARRAY['waiting'::text, 'running'::text]));

CREATE TABLE command_receipt (
  client_id uuid NOT NULL,
  post_id bigint NOT NULL,
  command text NOT NULL,
  body_hash bytea NOT NULL,
  reply jsonb NOT NULL,
  done_at timestamp with time zone NOT NULL,
  CONSTRAINT command_receipt_pkey PRIMARY KEY (client_id)
);
COMMENT ON TABLE command_receipt IS 'every command once: the same client id gets the same reply, another body is refused';
COMMENT ON COLUMN command_receipt.client_id IS 'id the client gave the command';
COMMENT ON COLUMN command_receipt.post_id IS 'post that gave it';
COMMENT ON COLUMN command_receipt.command IS 'name of the route';
COMMENT ON COLUMN command_receipt.body_hash IS 'SM3 of the body';
COMMENT ON COLUMN command_receipt.reply IS 'what was answered; carries no personal data beyond ids';
COMMENT ON COLUMN command_receipt.done_at IS 'when';

CREATE TABLE corridor (
  county integer NOT NULL,
  area bigint NOT NULL,
  id bigint DEFAULT nextval('ledger_id'::regclass) NOT NULL,
  name text NOT NULL,
  receiving bigint NOT NULL,
  receiver text NOT NULL,
  year_from smallint NOT NULL,
  year_to smallint,
  task_people integer,
  task_lifted integer,
  document text NOT NULL,
  known_from timestamp with time zone NOT NULL,
  source text NOT NULL,
  recorded_by bigint,
  CONSTRAINT corridor_pkey PRIMARY KEY (county, id),
  CONSTRAINT corridor_check CHECK (((area / 1000000) = county)),
  CONSTRAINT corridor_check1 CHECK ((year_to >= year_from)),
  CONSTRAINT corridor_check2 CHECK (((task_people > 0) AND (task_lifted >= 0) AND (task_lifted <= task_people)))
);
COMMENT ON TABLE corridor IS '劳务协作: a labour-cooperation agreement between a sending area and a receiving one, as an officer entered it';
COMMENT ON COLUMN corridor.county IS 'distribution key: the six digits of the county the unit lies in that holds it; never updated';
COMMENT ON COLUMN corridor.area IS '12-digit division code (today''s division) of the sending area, whose posts enter it';
COMMENT ON COLUMN corridor.id IS 'ledger id';
COMMENT ON COLUMN corridor.name IS 'what the agreement is called';
COMMENT ON COLUMN corridor.receiving IS 'where people go: 12-digit code of a province, or of an area of the city';
COMMENT ON COLUMN corridor.receiver IS 'the body on the other side, in words: a bureau or a receiving station';
COMMENT ON COLUMN corridor.year_from IS 'first year';
COMMENT ON COLUMN corridor.year_to IS 'last year; null = no end is stated';
COMMENT ON COLUMN corridor.task_people IS 'how many people a year; null = the agreement states none';
COMMENT ON COLUMN corridor.task_lifted IS 'how many lifted people of them a year; null = the agreement states none';
COMMENT ON COLUMN corridor.document IS '佐证: number and day of the document that says so';
COMMENT ON COLUMN corridor.known_from IS 'when the ledger came to know it; passed as a parameter';
COMMENT ON COLUMN corridor.source IS 'where it comes from: an officer, a list, or demo';
COMMENT ON COLUMN corridor.recorded_by IS 'post under which the row was entered; null = loaded';
CREATE INDEX corridor_area ON public.corridor USING btree (area);

CREATE TABLE corridor_history (
  county integer NOT NULL,
  area bigint NOT NULL,
  id bigint NOT NULL,
  name text NOT NULL,
  receiving bigint NOT NULL,
  receiver text NOT NULL,
  year_from smallint NOT NULL,
  year_to smallint,
  task_people integer,
  task_lifted integer,
  document text NOT NULL,
  known_from timestamp with time zone NOT NULL,
  source text NOT NULL,
  recorded_by bigint,
  known_to timestamp with time zone NOT NULL,
  superseded_by text NOT NULL,
  CONSTRAINT corridor_history_pkey PRIMARY KEY (county, id, known_from),
  CONSTRAINT corridor_history_check CHECK ((known_to > known_from))
);
COMMENT ON TABLE corridor_history IS '劳务协作: a labour-cooperation agreement between a sending area and a receiving one, as an officer entered it (superseded rows: what the ledger said from known_from to known_to)';
COMMENT ON COLUMN corridor_history.county IS 'distribution key: the six digits of the county the unit lies in that holds it; never updated';
COMMENT ON COLUMN corridor_history.area IS '12-digit division code (today''s division) of the sending area, whose posts enter it';
COMMENT ON COLUMN corridor_history.id IS 'ledger id';
COMMENT ON COLUMN corridor_history.name IS 'what the agreement is called';
COMMENT ON COLUMN corridor_history.receiving IS 'where people go: 12-digit code of a province, or of an area of the city';
COMMENT ON COLUMN corridor_history.receiver IS 'the body on the other side, in words: a bureau or a receiving station';
COMMENT ON COLUMN corridor_history.year_from IS 'first year';
COMMENT ON COLUMN corridor_history.year_to IS 'last year; null = no end is stated';
COMMENT ON COLUMN corridor_history.task_people IS 'how many people a year; null = the agreement states none';
COMMENT ON COLUMN corridor_history.task_lifted IS 'how many lifted people of them a year; null = the agreement states none';
COMMENT ON COLUMN corridor_history.document IS '佐证: number and day of the document that says so';
COMMENT ON COLUMN corridor_history.known_from IS 'when the ledger came to know it; passed as a parameter';
COMMENT ON COLUMN corridor_history.source IS 'where it comes from: an officer, a list, or demo';
COMMENT ON COLUMN corridor_history.recorded_by IS 'post under which the row was entered; null = loaded';
COMMENT ON COLUMN corridor_history.known_to IS 'when the ledger stopped saying so';
COMMENT ON COLUMN corridor_history.superseded_by IS 'why: correction, withdrawn';

CREATE TABLE corridor_order (
  county integer NOT NULL,
  area bigint NOT NULL,
  id bigint DEFAULT nextval('ledger_id'::regclass) NOT NULL,
  vacancy_id bigint NOT NULL,
  corridor text NOT NULL,
  wanted_by date NOT NULL,
  receiver text NOT NULL,
  known_from timestamp with time zone NOT NULL,
  source text NOT NULL,
  recorded_by bigint,
  CONSTRAINT corridor_order_pkey PRIMARY KEY (county, id),
  CONSTRAINT corridor_order_county_vacancy_id_key UNIQUE (county, vacancy_id),
  CONSTRAINT corridor_order_check CHECK (((area / 1000000) = county))
);
COMMENT ON TABLE corridor_order IS '劳务协作订单: a vacancy of a receiving firm, tied to an agreement';
COMMENT ON COLUMN corridor_order.county IS 'distribution key: the six digits of the county the unit lies in that holds it; never updated';
COMMENT ON COLUMN corridor_order.area IS '12-digit division code (today''s division) of the unit that holds the vacancy';
COMMENT ON COLUMN corridor_order.id IS 'ledger id';
COMMENT ON COLUMN corridor_order.vacancy_id IS 'the vacancy, of kind corridor, in the same county';
COMMENT ON COLUMN corridor_order.corridor IS 'key of the agreement: of the plan, or c and the id of a row of corridor';
COMMENT ON COLUMN corridor_order.wanted_by IS 'day by which the people should be there';
COMMENT ON COLUMN corridor_order.receiver IS 'who receives them on the other side, in words';
COMMENT ON COLUMN corridor_order.known_from IS 'when the ledger came to know it; passed as a parameter';
COMMENT ON COLUMN corridor_order.source IS 'where it comes from: an officer, a list, or demo';
COMMENT ON COLUMN corridor_order.recorded_by IS 'post under which the row was entered; null = loaded';
CREATE INDEX corridor_order_area ON public.corridor_order USING btree (area);
CREATE INDEX corridor_order_corridor ON public.corridor_order USING btree (corridor);

CREATE TABLE corridor_order_history (
  county integer NOT NULL,
  area bigint NOT NULL,
  id bigint NOT NULL,
  vacancy_id bigint NOT NULL,
  corridor text NOT NULL,
  wanted_by date NOT NULL,
  receiver text NOT NULL,
  known_from timestamp with time zone NOT NULL,
  source text NOT NULL,
  recorded_by bigint,
  known_to timestamp with time zone NOT NULL,
  superseded_by text NOT NULL,
  CONSTRAINT corridor_order_history_pkey PRIMARY KEY (county, id, known_from),
  CONSTRAINT corridor_order_history_check CHECK ((known_to > known_from))
);
COMMENT ON TABLE corridor_order_history IS '劳务协作订单: a vacancy of a receiving firm, tied to an agreement (superseded rows: what the ledger said from known_from to known_to)';
COMMENT ON COLUMN corridor_order_history.county IS 'distribution key: the six digits of the county the unit lies in that holds it; never updated';
COMMENT ON COLUMN corridor_order_history.area IS '12-digit division code (today''s division) of the unit that holds the vacancy';
COMMENT ON COLUMN corridor_order_history.id IS 'ledger id';
COMMENT ON COLUMN corridor_order_history.vacancy_id IS 'the vacancy, of kind corridor, in the same county';
COMMENT ON COLUMN corridor_order_history.corridor IS 'key of the agreement: of the plan, or c and the id of a row of corridor';
COMMENT ON COLUMN corridor_order_history.wanted_by IS 'day by which the people should be there';
COMMENT ON COLUMN corridor_order_history.receiver IS 'who receives them on the other side, in words';
COMMENT ON COLUMN corridor_order_history.known_from IS 'when the ledger came to know it; passed as a parameter';
COMMENT ON COLUMN corridor_order_history.source IS 'where it comes from: an officer, a list, or demo';
COMMENT ON COLUMN corridor_order_history.recorded_by IS 'post under which the row was entered; null = loaded';
COMMENT ON COLUMN corridor_order_history.known_to IS 'when the ledger stopped saying so';
COMMENT ON COLUMN corridor_order_history.superseded_by IS 'why: correction, withdrawn';

CREATE TABLE county_count (
  county integer NOT NULL,
  area bigint NOT NULL,
  topic text NOT NULL,
  definition text NOT NULL,
  whole boolean NOT NULL,
  head timestamp with time zone NOT NULL,
  counted_at timestamp with time zone NOT NULL,
  numbers jsonb NOT NULL,
  CONSTRAINT county_count_pkey PRIMARY KEY (county, topic, definition, whole, area),
  CONSTRAINT county_count_check CHECK (((area / 1000000) = county))
);
COMMENT ON TABLE county_count IS '区县计数: what was counted in a county, kept until its ledger changes';
COMMENT ON COLUMN county_count.county IS 'county that was counted';
COMMENT ON COLUMN county_count.area IS 'area the numbers are of: of the whole county its own code, else the very code of the rows that were counted';
COMMENT ON COLUMN county_count.topic IS 'what is counted: flows, sites';
COMMENT ON COLUMN county_count.definition IS 'hash of the statement that counts: its rules, day, parameters and moment of knowledge are in its text';
COMMENT ON COLUMN county_count.whole IS 'the county as a whole, which a county has even where nothing was counted; else what lies at the area itself';
COMMENT ON COLUMN county_count.head IS 'last change of the county''s ledger when the count began: while it is the last, the count is of now';
COMMENT ON COLUMN county_count.counted_at IS 'when it was counted; passed as a parameter';
COMMENT ON COLUMN county_count.numbers IS 'numbers by key; zeros are left out';

CREATE TABLE death (
  county integer NOT NULL,
  area bigint NOT NULL,
  id bigint DEFAULT nextval('ledger_id'::regclass) NOT NULL,
  person_id bigint NOT NULL,
  died_on date NOT NULL,
  evidence text NOT NULL,
  recorded_by bigint NOT NULL,
  recorded_at timestamp with time zone NOT NULL,
  undone_by bigint,
  undone_at timestamp with time zone,
  undone_reason text,
  CONSTRAINT death_pkey PRIMARY KEY (county, id),
  CONSTRAINT death_check CHECK (((area / 1000000) = county)),
  CONSTRAINT death_check1 CHECK ((undone_at > recorded_at))
);
COMMENT ON TABLE death IS '死亡登记: the day a person died, what shows it, and whether the entry was taken back';
COMMENT ON COLUMN death.county IS 'distribution key: county of the file';
COMMENT ON COLUMN death.area IS 'village of the file when it was recorded';
COMMENT ON COLUMN death.id IS 'ledger id, unique within the county';
COMMENT ON COLUMN death.person_id IS 'whose death';
COMMENT ON COLUMN death.died_on IS 'day of death';
COMMENT ON COLUMN death.evidence IS 'what shows it: certificate, cancelled hukou, register match, visit';
COMMENT ON COLUMN death.recorded_by IS 'post that recorded it';
COMMENT ON COLUMN death.recorded_at IS 'when it was recorded: known_from of every spell it ended';
COMMENT ON COLUMN death.undone_by IS 'post that took it back';
COMMENT ON COLUMN death.undone_at IS 'when it was taken back; null = it stands';
COMMENT ON COLUMN death.undone_reason IS 'why it was taken back';
CREATE UNIQUE INDEX death_stands ON public.death USING btree (county, person_id) WHERE (undone_at IS NULL);

CREATE TABLE determination (
  county integer NOT NULL,
  area bigint NOT NULL,
  predicate text NOT NULL,
  person_id bigint NOT NULL,
  outcome text NOT NULL,
  since timestamp with time zone NOT NULL,
  CONSTRAINT determination_pkey PRIMARY KEY (county, predicate, person_id),
  CONSTRAINT determination_check CHECK (((area / 1000000) = county)),
  CONSTRAINT determination_outcome_check CHECK ((outcome = ANY (ARRAY['yes'::text, 'unknown'::text])))
);
COMMENT ON TABLE determination IS '判定: needs and findings of each file today; no row = no';
COMMENT ON COLUMN determination.county IS 'county of the file';
COMMENT ON COLUMN determination.area IS 'village of the file';
COMMENT ON COLUMN determination.predicate IS 'key of a need or a finding';
COMMENT ON COLUMN determination.person_id IS 'the person';
COMMENT ON COLUMN determination.outcome IS 'yes, or unknown for want of a fact';
COMMENT ON COLUMN determination.since IS 'when the ledger came to say so; passed as a parameter';
CREATE INDEX determination_list ON public.determination USING btree (predicate, area, person_id);
CREATE INDEX determination_person ON public.determination USING btree (county, person_id);

CREATE TABLE determination_count (
  county integer NOT NULL,
  area bigint NOT NULL,
  level smallint NOT NULL,
  predicate text NOT NULL,
  yes integer NOT NULL,
  unknown integer NOT NULL,
  CONSTRAINT determination_count_pkey PRIMARY KEY (county, area, level, predicate),
  CONSTRAINT determination_count_check CHECK (((area / 1000000) = county)),
  CONSTRAINT determination_count_level_check CHECK (((level >= 0) AND (level <= 3)))
);
COMMENT ON TABLE determination_count IS '判定计数: how many files of an area have each need or finding, so that nobody counts them all again';
COMMENT ON COLUMN determination_count.county IS 'county of the area';
COMMENT ON COLUMN determination_count.area IS 'the area counted; for level 0 a village';
COMMENT ON COLUMN determination_count.level IS '2 county, 3 town: as the last full determination left them; 0: what has changed in a village since';
COMMENT ON COLUMN determination_count.predicate IS 'key of a need or a finding';
COMMENT ON COLUMN determination_count.yes IS 'files that have it; for level 0 how many more, or fewer';
COMMENT ON COLUMN determination_count.unknown IS 'files of which it cannot be told; for level 0 how many more, or fewer';
CREATE INDEX determination_count_level ON public.determination_count USING btree (level, area);

CREATE TABLE determination_run (
  id bigint DEFAULT nextval('ledger_id'::regclass) NOT NULL,
  cause text NOT NULL,
  started_at timestamp with time zone NOT NULL,
  alive_at timestamp with time zone NOT NULL,
  finished_at timestamp with time zone,
  plan text,
  day date,
  files integer,
  predicates integer,
  gained integer,
  lost integer,
  changed integer,
  seconds numeric(10,1),
  problem text,
  CONSTRAINT determination_run_pkey PRIMARY KEY (id),
  CONSTRAINT determination_run_cause_check CHECK ((cause = ANY (ARRAY['schedule'::text, 'start'::text, 'command'::text])))
);
COMMENT ON TABLE determination_run IS '全量判定: one full determination of every file, what it found and how long it took';
COMMENT ON COLUMN determination_run.id IS 'ledger id';
COMMENT ON COLUMN determination_run.cause IS 'schedule: the time of day came; start: the server had none; command: somebody asked';
COMMENT ON COLUMN determination_run.started_at IS 'when it began';
COMMENT ON COLUMN determination_run.alive_at IS 'when it last said that it goes on; one that has been silent for long was killed';
COMMENT ON COLUMN determination_run.finished_at IS 'when it ended; null = goes on, or was killed';
COMMENT ON COLUMN determination_run.plan IS 'key of the plan whose rules were asked';
COMMENT ON COLUMN determination_run.day IS 'day they were asked for';
COMMENT ON COLUMN determination_run.files IS 'files determined';
COMMENT ON COLUMN determination_run.predicates IS 'needs and findings asked of each';
COMMENT ON COLUMN determination_run.gained IS 'outcomes that are new';
COMMENT ON COLUMN determination_run.lost IS 'outcomes that are no more';
COMMENT ON COLUMN determination_run.changed IS 'outcomes that became certain or uncertain';
COMMENT ON COLUMN determination_run.seconds IS 'how long it took';
COMMENT ON COLUMN determination_run.problem IS 'name of the error it ended with; null = none';
CREATE INDEX determination_run_started ON public.determination_run USING btree (started_at);

CREATE TABLE different_people (
  county integer NOT NULL,
  area bigint NOT NULL,
  person_id bigint NOT NULL,
  other_county integer NOT NULL,
  other_id bigint NOT NULL,
  reason text NOT NULL,
  decided_by bigint NOT NULL,
  decided_at timestamp with time zone NOT NULL,
  CONSTRAINT different_people_pkey PRIMARY KEY (county, person_id, other_id),
  CONSTRAINT different_people_check CHECK (((area / 1000000) = county)),
  CONSTRAINT different_people_check1 CHECK ((person_id < other_id))
);
COMMENT ON TABLE different_people IS '不是同一人: two files that look alike and are two people, decided by an officer; they are not listed as possible duplicates again';
COMMENT ON COLUMN different_people.county IS 'distribution key: county of the file with the smaller id';
COMMENT ON COLUMN different_people.area IS 'village of the file with the smaller id';
COMMENT ON COLUMN different_people.person_id IS 'the smaller of the two ledger ids';
COMMENT ON COLUMN different_people.other_county IS 'county of the other file';
COMMENT ON COLUMN different_people.other_id IS 'the greater of the two ledger ids';
COMMENT ON COLUMN different_people.reason IS 'how the officer knows';
COMMENT ON COLUMN different_people.decided_by IS 'post under which it was decided';
COMMENT ON COLUMN different_people.decided_at IS 'when it was decided';

CREATE TABLE dispatch (
  county integer NOT NULL,
  area bigint NOT NULL,
  id bigint DEFAULT nextval('ledger_id'::regclass) NOT NULL,
  person_id bigint NOT NULL,
  corridor text NOT NULL,
  batch text,
  place bigint NOT NULL,
  arrived_on date,
  valid_from date NOT NULL,
  valid_to date,
  known_from timestamp with time zone NOT NULL,
  source text NOT NULL,
  evidence text,
  verified_on date,
  verified_method text,
  verified_by text,
  verified_until date,
  recorded_by bigint,
  CONSTRAINT dispatch_pkey PRIMARY KEY (county, id),
  CONSTRAINT dispatch_check CHECK (((area / 1000000) = county)),
  CONSTRAINT dispatch_check1 CHECK ((valid_to > valid_from))
);
COMMENT ON TABLE dispatch IS '输送: a person who travelled along a corridor; valid_to = day of return';
COMMENT ON COLUMN dispatch.county IS 'distribution key: the six digits of the county the file lies in; never updated';
COMMENT ON COLUMN dispatch.area IS '12-digit division code (today''s division) of the village the row belongs to';
COMMENT ON COLUMN dispatch.id IS 'ledger id, unique within the county';
COMMENT ON COLUMN dispatch.person_id IS 'the person whose spell it is';
COMMENT ON COLUMN dispatch.corridor IS 'key of the corridor';
COMMENT ON COLUMN dispatch.batch IS 'batch';
COMMENT ON COLUMN dispatch.place IS '12-digit code of the receiving area';
COMMENT ON COLUMN dispatch.arrived_on IS 'confirmed arrival';
COMMENT ON COLUMN dispatch.valid_from IS 'first day on which it was true';
COMMENT ON COLUMN dispatch.valid_to IS 'first day on which it was no longer true; null = still true';
COMMENT ON COLUMN dispatch.known_from IS 'when the ledger came to know it; passed as a parameter';
COMMENT ON COLUMN dispatch.source IS 'where it comes from: a list, a register, an officer, or demo';
COMMENT ON COLUMN dispatch.evidence IS '佐证: what shows that it is so (contract, call, visit, register_match, roster, payslip)';
COMMENT ON COLUMN dispatch.verified_on IS '核实: day of the last confirmation; null = never confirmed';
COMMENT ON COLUMN dispatch.verified_method IS 'how it was confirmed: phone, visit, register_match';
COMMENT ON COLUMN dispatch.verified_by IS 'post or register that confirmed it';
COMMENT ON COLUMN dispatch.verified_until IS 'the confirmation counts until this day';
COMMENT ON COLUMN dispatch.recorded_by IS 'post under which the row was entered; null = loaded from a list';
CREATE INDEX dispatch_area ON public.dispatch USING btree (area, id);
CREATE INDEX dispatch_person ON public.dispatch USING btree (county, person_id);

CREATE TABLE dispatch_batch (
  county integer NOT NULL,
  area bigint NOT NULL,
  id bigint DEFAULT nextval('ledger_id'::regclass) NOT NULL,
  corridor text NOT NULL,
  order_id bigint,
  place bigint NOT NULL,
  departs_on date NOT NULL,
  transport text NOT NULL,
  transport_no text,
  payer text,
  cost_fen bigint,
  leader text NOT NULL,
  receiver text NOT NULL,
  left_on date,
  sheet text,
  known_from timestamp with time zone NOT NULL,
  source text NOT NULL,
  recorded_by bigint,
  CONSTRAINT dispatch_batch_pkey PRIMARY KEY (county, id),
  CONSTRAINT dispatch_batch_check CHECK (((area / 1000000) = county)),
  CONSTRAINT dispatch_batch_check1 CHECK (((left_on IS NULL) = (sheet IS NULL))),
  CONSTRAINT dispatch_batch_cost_fen_check CHECK ((cost_fen >= 0)),
  CONSTRAINT dispatch_batch_payer_check CHECK ((payer = ANY (ARRAY['sending'::text, 'receiving'::text, 'employer'::text, 'traveller'::text]))),
  CONSTRAINT dispatch_batch_transport_check CHECK ((transport = ANY (ARRAY['train'::text, 'bus'::text, 'plane'::text, 'own'::text])))
);
COMMENT ON TABLE dispatch_batch IS '输送批次: people who leave together along a corridor on a day';
COMMENT ON COLUMN dispatch_batch.county IS 'distribution key: the six digits of the county the unit lies in that holds it; never updated';
COMMENT ON COLUMN dispatch_batch.area IS '12-digit division code (today''s division) of the unit that sends it';
COMMENT ON COLUMN dispatch_batch.id IS 'ledger id';
COMMENT ON COLUMN dispatch_batch.corridor IS 'key of the agreement: of the plan, or c and the id of a row of corridor';
COMMENT ON COLUMN dispatch_batch.order_id IS 'id of the corridor order it answers; null = under the agreement alone';
COMMENT ON COLUMN dispatch_batch.place IS 'where it goes: 12-digit code of a province, or of an area of the city';
COMMENT ON COLUMN dispatch_batch.departs_on IS 'day on which it is to leave';
COMMENT ON COLUMN dispatch_batch.transport IS 'how: train, bus, plane, own';
COMMENT ON COLUMN dispatch_batch.transport_no IS 'number of the train, bus or flight; null = not known';
COMMENT ON COLUMN dispatch_batch.payer IS 'who pays the journey: sending, receiving, employer, traveller; null = not known';
COMMENT ON COLUMN dispatch_batch.cost_fen IS 'cost of the journey per head in fen; null = not known';
COMMENT ON COLUMN dispatch_batch.leader IS 'who travels along and answers for it';
COMMENT ON COLUMN dispatch_batch.receiver IS 'the receiving station, in words';
COMMENT ON COLUMN dispatch_batch.left_on IS 'day on which it left; null = not yet';
COMMENT ON COLUMN dispatch_batch.sheet IS 'code of the arrival sheet that went with it, made of the batch and who was at the door; null = not left yet';
COMMENT ON COLUMN dispatch_batch.known_from IS 'when the ledger came to know it; passed as a parameter';
COMMENT ON COLUMN dispatch_batch.source IS 'where it comes from: an officer, a list, or demo';
COMMENT ON COLUMN dispatch_batch.recorded_by IS 'post under which the row was entered; null = loaded';
CREATE INDEX dispatch_batch_area ON public.dispatch_batch USING btree (area);
CREATE INDEX dispatch_batch_corridor ON public.dispatch_batch USING btree (corridor);

CREATE TABLE dispatch_batch_history (
  county integer NOT NULL,
  area bigint NOT NULL,
  id bigint NOT NULL,
  corridor text NOT NULL,
  order_id bigint,
  place bigint NOT NULL,
  departs_on date NOT NULL,
  transport text NOT NULL,
  transport_no text,
  payer text,
  cost_fen bigint,
  leader text NOT NULL,
  receiver text NOT NULL,
  left_on date,
  sheet text,
  known_from timestamp with time zone NOT NULL,
  source text NOT NULL,
  recorded_by bigint,
  known_to timestamp with time zone NOT NULL,
  superseded_by text NOT NULL,
  CONSTRAINT dispatch_batch_history_pkey PRIMARY KEY (county, id, known_from),
  CONSTRAINT dispatch_batch_history_check CHECK ((known_to > known_from))
);
COMMENT ON TABLE dispatch_batch_history IS '输送批次: people who leave together along a corridor on a day (superseded rows: what the ledger said from known_from to known_to)';
COMMENT ON COLUMN dispatch_batch_history.county IS 'distribution key: the six digits of the county the unit lies in that holds it; never updated';
COMMENT ON COLUMN dispatch_batch_history.area IS '12-digit division code (today''s division) of the unit that sends it';
COMMENT ON COLUMN dispatch_batch_history.id IS 'ledger id';
COMMENT ON COLUMN dispatch_batch_history.corridor IS 'key of the agreement: of the plan, or c and the id of a row of corridor';
COMMENT ON COLUMN dispatch_batch_history.order_id IS 'id of the corridor order it answers; null = under the agreement alone';
COMMENT ON COLUMN dispatch_batch_history.place IS 'where it goes: 12-digit code of a province, or of an area of the city';
COMMENT ON COLUMN dispatch_batch_history.departs_on IS 'day on which it is to leave';
COMMENT ON COLUMN dispatch_batch_history.transport IS 'how: train, bus, plane, own';
COMMENT ON COLUMN dispatch_batch_history.transport_no IS 'number of the train, bus or flight; null = not known';
COMMENT ON COLUMN dispatch_batch_history.payer IS 'who pays the journey: sending, receiving, employer, traveller; null = not known';
COMMENT ON COLUMN dispatch_batch_history.cost_fen IS 'cost of the journey per head in fen; null = not known';
COMMENT ON COLUMN dispatch_batch_history.leader IS 'who travels along and answers for it';
COMMENT ON COLUMN dispatch_batch_history.receiver IS 'the receiving station, in words';
COMMENT ON COLUMN dispatch_batch_history.left_on IS 'day on which it left; null = not yet';
COMMENT ON COLUMN dispatch_batch_history.sheet IS 'code of the arrival sheet that went with it, made of the batch and who was at the door; null = not left yet';
COMMENT ON COLUMN dispatch_batch_history.known_from IS 'when the ledger came to know it; passed as a parameter';
COMMENT ON COLUMN dispatch_batch_history.source IS 'where it comes from: an officer, a list, or demo';
COMMENT ON COLUMN dispatch_batch_history.recorded_by IS 'post under which the row was entered; null = loaded';
COMMENT ON COLUMN dispatch_batch_history.known_to IS 'when the ledger stopped saying so';
COMMENT ON COLUMN dispatch_batch_history.superseded_by IS 'why: a code of supersededBy';

CREATE TABLE dispatch_history (
  county integer NOT NULL,
  area bigint NOT NULL,
  id bigint NOT NULL,
  person_id bigint NOT NULL,
  corridor text NOT NULL,
  batch text,
  place bigint NOT NULL,
  arrived_on date,
  valid_from date NOT NULL,
  valid_to date,
  known_from timestamp with time zone NOT NULL,
  source text NOT NULL,
  evidence text,
  verified_on date,
  verified_method text,
  verified_by text,
  verified_until date,
  recorded_by bigint,
  known_to timestamp with time zone NOT NULL,
  superseded_by text NOT NULL,
  CONSTRAINT dispatch_history_pkey PRIMARY KEY (county, id, known_from),
  CONSTRAINT dispatch_history_check CHECK ((known_to > known_from))
);
COMMENT ON TABLE dispatch_history IS '输送: a person who travelled along a corridor; valid_to = day of return (superseded rows: what the ledger said from known_from to known_to)';
COMMENT ON COLUMN dispatch_history.county IS 'distribution key: the six digits of the county the file lies in; never updated';
COMMENT ON COLUMN dispatch_history.area IS '12-digit division code (today''s division) of the village the row belongs to';
COMMENT ON COLUMN dispatch_history.id IS 'ledger id, unique within the county';
COMMENT ON COLUMN dispatch_history.person_id IS 'the person whose spell it is';
COMMENT ON COLUMN dispatch_history.corridor IS 'key of the corridor';
COMMENT ON COLUMN dispatch_history.batch IS 'batch';
COMMENT ON COLUMN dispatch_history.place IS '12-digit code of the receiving area';
COMMENT ON COLUMN dispatch_history.arrived_on IS 'confirmed arrival';
COMMENT ON COLUMN dispatch_history.valid_from IS 'first day on which it was true';
COMMENT ON COLUMN dispatch_history.valid_to IS 'first day on which it was no longer true; null = still true';
COMMENT ON COLUMN dispatch_history.known_from IS 'when the ledger came to know it; passed as a parameter';
COMMENT ON COLUMN dispatch_history.source IS 'where it comes from: a list, a register, an officer, or demo';
COMMENT ON COLUMN dispatch_history.evidence IS '佐证: what shows that it is so (contract, call, visit, register_match, roster, payslip)';
COMMENT ON COLUMN dispatch_history.verified_on IS '核实: day of the last confirmation; null = never confirmed';
COMMENT ON COLUMN dispatch_history.verified_method IS 'how it was confirmed: phone, visit, register_match';
COMMENT ON COLUMN dispatch_history.verified_by IS 'post or register that confirmed it';
COMMENT ON COLUMN dispatch_history.verified_until IS 'the confirmation counts until this day';
COMMENT ON COLUMN dispatch_history.recorded_by IS 'post under which the row was entered; null = loaded from a list';
COMMENT ON COLUMN dispatch_history.known_to IS 'when the ledger stopped saying so';
COMMENT ON COLUMN dispatch_history.superseded_by IS 'why: correction, ended, verified, withdrawn, moved';
CREATE INDEX dispatch_history_person ON public.dispatch_history USING btree (county, person_id);

CREATE TABLE division_place (
  division date NOT NULL,
  area bigint NOT NULL,
  village bigint,
  town bigint,
  county bigint NOT NULL,
  CONSTRAINT division_place_pkey PRIMARY KEY (division, area)
);
COMMENT ON TABLE division_place IS 'where each of today''s codes lay in the division that began on a day: rows keep today''s codes, figures are read on any division';
COMMENT ON COLUMN division_place.division IS 'first day of the division';
COMMENT ON COLUMN division_place.area IS 'a code of today''s division, of any level below the city';
COMMENT ON COLUMN division_place.village IS 'its village code in that division; null above village level';
COMMENT ON COLUMN division_place.town IS 'its town code in that division; null above town level';
COMMENT ON COLUMN division_place.county IS 'its county code in that division';

CREATE TABLE duplicate_search (
  county integer NOT NULL,
  known_at timestamp with time zone NOT NULL,
  CONSTRAINT duplicate_search_pkey PRIMARY KEY (county)
);
COMMENT ON TABLE duplicate_search IS '重复排查: up to when the files of a county were searched for possible duplicates; files that changed since are asked about when the list is read';
COMMENT ON COLUMN duplicate_search.county IS 'county';
COMMENT ON COLUMN duplicate_search.known_at IS 'versions of files known from this instant on had not been searched; passed as a parameter';

CREATE TABLE employment (
  county integer NOT NULL,
  area bigint NOT NULL,
  id bigint DEFAULT nextval('ledger_id'::regclass) NOT NULL,
  person_id bigint NOT NULL,
  place bigint NOT NULL,
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
  valid_from date NOT NULL,
  valid_to date,
  known_from timestamp with time zone NOT NULL,
  source text NOT NULL,
  evidence text,
  verified_on date,
  verified_method text,
  verified_by text,
  verified_until date,
  recorded_by bigint,
  CONSTRAINT employment_pkey PRIMARY KEY (county, id),
  CONSTRAINT employment_check CHECK (((area / 1000000) = county)),
  CONSTRAINT employment_check1 CHECK ((valid_to > valid_from))
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
CREATE INDEX employment_area ON public.employment USING btree (area, id);
CREATE INDEX employment_person ON public.employment USING btree (county, person_id);

CREATE TABLE employment_history (
  county integer NOT NULL,
  area bigint NOT NULL,
  id bigint NOT NULL,
  person_id bigint NOT NULL,
  place bigint NOT NULL,
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
  valid_from date NOT NULL,
  valid_to date,
  known_from timestamp with time zone NOT NULL,
  source text NOT NULL,
  evidence text,
  verified_on date,
  verified_method text,
  verified_by text,
  verified_until date,
  recorded_by bigint,
  known_to timestamp with time zone NOT NULL,
  superseded_by text NOT NULL,
  CONSTRAINT employment_history_pkey PRIMARY KEY (county, id, known_from),
  CONSTRAINT employment_history_check CHECK ((known_to > known_from))
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
CREATE INDEX employment_history_person ON public.employment_history USING btree (county, person_id);

CREATE TABLE enterprise (
  county integer NOT NULL,
  area bigint NOT NULL,
  id bigint DEFAULT nextval('ledger_id'::regclass) NOT NULL,
  person_id bigint NOT NULL,
  name text NOT NULL,
  credit_code text,
  form text,
  first_time boolean,
  hires integer,
  acceleration_on date,
  sailing_on date,
  loan_fen bigint,
  valid_from date NOT NULL,
  valid_to date,
  known_from timestamp with time zone NOT NULL,
  source text NOT NULL,
  evidence text,
  verified_on date,
  verified_method text,
  verified_by text,
  verified_until date,
  recorded_by bigint,
  CONSTRAINT enterprise_pkey PRIMARY KEY (county, id),
  CONSTRAINT enterprise_check CHECK (((area / 1000000) = county)),
  CONSTRAINT enterprise_check1 CHECK ((valid_to > valid_from))
);
COMMENT ON TABLE enterprise IS 'a business a person runs';
COMMENT ON COLUMN enterprise.county IS 'distribution key: the six digits of the county the file lies in; never updated';
COMMENT ON COLUMN enterprise.area IS '12-digit division code (today''s division) of the village the row belongs to';
COMMENT ON COLUMN enterprise.id IS 'ledger id, unique within the county';
COMMENT ON COLUMN enterprise.person_id IS 'the person whose spell it is';
COMMENT ON COLUMN enterprise.name IS 'name';
COMMENT ON COLUMN enterprise.credit_code IS 'unified social credit code (GB 32100)';
COMMENT ON COLUMN enterprise.form IS 'individual, micro, cooperative, company, farm';
COMMENT ON COLUMN enterprise.first_time IS 'first business of this person; null = not recorded';
COMMENT ON COLUMN enterprise.hires IS 'people employed; null = not recorded';
COMMENT ON COLUMN enterprise.acceleration_on IS 'supported under the acceleration plan since; null = not';
COMMENT ON COLUMN enterprise.sailing_on IS 'supported under the sailing plan since; null = not';
COMMENT ON COLUMN enterprise.loan_fen IS 'guaranteed loan in fen; null = none';
COMMENT ON COLUMN enterprise.valid_from IS 'first day on which it was true';
COMMENT ON COLUMN enterprise.valid_to IS 'first day on which it was no longer true; null = still true';
COMMENT ON COLUMN enterprise.known_from IS 'when the ledger came to know it; passed as a parameter';
COMMENT ON COLUMN enterprise.source IS 'where it comes from: a list, a register, an officer, or demo';
COMMENT ON COLUMN enterprise.evidence IS '佐证: what shows that it is so (contract, call, visit, register_match, roster, payslip)';
COMMENT ON COLUMN enterprise.verified_on IS '核实: day of the last confirmation; null = never confirmed';
COMMENT ON COLUMN enterprise.verified_method IS 'how it was confirmed: phone, visit, register_match';
COMMENT ON COLUMN enterprise.verified_by IS 'post or register that confirmed it';
COMMENT ON COLUMN enterprise.verified_until IS 'the confirmation counts until this day';
COMMENT ON COLUMN enterprise.recorded_by IS 'post under which the row was entered; null = loaded from a list';
CREATE INDEX enterprise_area ON public.enterprise USING btree (area, id);
CREATE INDEX enterprise_person ON public.enterprise USING btree (county, person_id);

CREATE TABLE enterprise_history (
  county integer NOT NULL,
  area bigint NOT NULL,
  id bigint NOT NULL,
  person_id bigint NOT NULL,
  name text NOT NULL,
  credit_code text,
  form text,
  first_time boolean,
  hires integer,
  acceleration_on date,
  sailing_on date,
  loan_fen bigint,
  valid_from date NOT NULL,
  valid_to date,
  known_from timestamp with time zone NOT NULL,
  source text NOT NULL,
  evidence text,
  verified_on date,
  verified_method text,
  verified_by text,
  verified_until date,
  recorded_by bigint,
  known_to timestamp with time zone NOT NULL,
  superseded_by text NOT NULL,
  CONSTRAINT enterprise_history_pkey PRIMARY KEY (county, id, known_from),
  CONSTRAINT enterprise_history_check CHECK ((known_to > known_from))
);
COMMENT ON TABLE enterprise_history IS 'a business a person runs (superseded rows: what the ledger said from known_from to known_to)';
COMMENT ON COLUMN enterprise_history.county IS 'distribution key: the six digits of the county the file lies in; never updated';
COMMENT ON COLUMN enterprise_history.area IS '12-digit division code (today''s division) of the village the row belongs to';
COMMENT ON COLUMN enterprise_history.id IS 'ledger id, unique within the county';
COMMENT ON COLUMN enterprise_history.person_id IS 'the person whose spell it is';
COMMENT ON COLUMN enterprise_history.name IS 'name';
COMMENT ON COLUMN enterprise_history.credit_code IS 'unified social credit code (GB 32100)';
COMMENT ON COLUMN enterprise_history.form IS 'individual, micro, cooperative, company, farm';
COMMENT ON COLUMN enterprise_history.first_time IS 'first business of this person; null = not recorded';
COMMENT ON COLUMN enterprise_history.hires IS 'people employed; null = not recorded';
COMMENT ON COLUMN enterprise_history.acceleration_on IS 'supported under the acceleration plan since; null = not';
COMMENT ON COLUMN enterprise_history.sailing_on IS 'supported under the sailing plan since; null = not';
COMMENT ON COLUMN enterprise_history.loan_fen IS 'guaranteed loan in fen; null = none';
COMMENT ON COLUMN enterprise_history.valid_from IS 'first day on which it was true';
COMMENT ON COLUMN enterprise_history.valid_to IS 'first day on which it was no longer true; null = still true';
COMMENT ON COLUMN enterprise_history.known_from IS 'when the ledger came to know it; passed as a parameter';
COMMENT ON COLUMN enterprise_history.source IS 'where it comes from: a list, a register, an officer, or demo';
COMMENT ON COLUMN enterprise_history.evidence IS '佐证: what shows that it is so (contract, call, visit, register_match, roster, payslip)';
COMMENT ON COLUMN enterprise_history.verified_on IS '核实: day of the last confirmation; null = never confirmed';
COMMENT ON COLUMN enterprise_history.verified_method IS 'how it was confirmed: phone, visit, register_match';
COMMENT ON COLUMN enterprise_history.verified_by IS 'post or register that confirmed it';
COMMENT ON COLUMN enterprise_history.verified_until IS 'the confirmation counts until this day';
COMMENT ON COLUMN enterprise_history.recorded_by IS 'post under which the row was entered; null = loaded from a list';
COMMENT ON COLUMN enterprise_history.known_to IS 'when the ledger stopped saying so';
COMMENT ON COLUMN enterprise_history.superseded_by IS 'why: correction, ended, verified, withdrawn, moved';
CREATE INDEX enterprise_history_person ON public.enterprise_history USING btree (county, person_id);

CREATE TABLE export (
  id bigint DEFAULT nextval('ledger_id'::regclass) NOT NULL,
  officer_id bigint NOT NULL,
  post_id bigint NOT NULL,
  lo bigint NOT NULL,
  hi bigint NOT NULL,
  officer_name text NOT NULL,
  post_title text NOT NULL,
  reason text NOT NULL,
  list jsonb NOT NULL,
  state text DEFAULT 'waiting'::text NOT NULL,
  rows integer DEFAULT 0 NOT NULL,
  requested_at timestamp with time zone NOT NULL,
  expires_at timestamp with time zone,
  problem jsonb,
  CONSTRAINT export_pkey PRIMARY KEY (id),
  CONSTRAINT export_reason_check CHECK ((char_length(reason) >= 4)),
  CONSTRAINT export_state_check CHECK ((state = ANY (ARRAY['waiting'::text, 'running'::text, 'done'::text, 'failed'::text, 'expired'::text])))
);
COMMENT ON TABLE export IS '导出: a list asked for as a file, masked, watermarked, logged and gone after a day; one''s own and nobody else''s';
COMMENT ON COLUMN export.id IS 'ledger id, printed on every page as the number of the export';
COMMENT ON COLUMN export.officer_id IS 'who asked';
COMMENT ON COLUMN export.post_id IS 'under which post';
COMMENT ON COLUMN export.lo IS 'scope of that post when it was asked for: the file is written within [lo, hi)';
COMMENT ON COLUMN export.hi IS 'first code beyond the scope';
COMMENT ON COLUMN export.officer_name IS 'for the watermark';
COMMENT ON COLUMN export.post_title IS 'for the watermark';
COMMENT ON COLUMN export.reason IS 'why, in the officer''s words';
COMMENT ON COLUMN export.list IS 'which list: area, predicate or indicator, day and moment of knowledge';
COMMENT ON COLUMN export.state IS 'waiting, running, done, failed, expired';
COMMENT ON COLUMN export.rows IS 'rows written so far';
COMMENT ON COLUMN export.requested_at IS 'when it was asked for';
COMMENT ON COLUMN export.expires_at IS 'until when the file can be fetched; null = not finished';
COMMENT ON COLUMN export.problem IS 'why it failed, in both languages';
CREATE INDEX export_officer ON public.export USING btree (officer_id, id);
CREATE INDEX export_open ON public.export USING btree (id) WHERE (state = ANY (ARRAY['waiting'::text, 'running'::text, 'done'::text]));

CREATE TABLE figure_area (
  run bigint NOT NULL,
  division date NOT NULL,
  county integer NOT NULL,
  area bigint NOT NULL,
  tallies jsonb NOT NULL,
  CONSTRAINT figure_area_pkey PRIMARY KEY (run, division, county, area)
);
COMMENT ON TABLE figure_area IS 'all figures of a run for one area, of every level: an overview is one row';
COMMENT ON COLUMN figure_area.run IS 'the run';
COMMENT ON COLUMN figure_area.division IS 'first day of the division the area belongs to';
COMMENT ON COLUMN figure_area.county IS 'county digits of the area, 500000 for the city';
COMMENT ON COLUMN figure_area.area IS 'the area';
COMMENT ON COLUMN figure_area.tallies IS 'by indicator: value, of (what a share is a share of), sum in fen, parts by code; zeros are left out';

CREATE TABLE figure_run (
  id bigint DEFAULT nextval('ledger_id'::regclass) NOT NULL,
  plan text NOT NULL,
  on_day date NOT NULL,
  known_at timestamp with time zone NOT NULL,
  definition text NOT NULL,
  finished_at timestamp with time zone,
  CONSTRAINT figure_run_pkey PRIMARY KEY (id),
  CONSTRAINT figure_run_plan_on_day_known_at_definition_key UNIQUE (plan, on_day, known_at, definition)
);
COMMENT ON TABLE figure_run IS 'one computation of all indicators of a plan for one day and one moment of knowledge';
COMMENT ON COLUMN figure_run.id IS 'run';
COMMENT ON COLUMN figure_run.plan IS 'key of the plan';
COMMENT ON COLUMN figure_run.on_day IS 'the day the figures speak of';
COMMENT ON COLUMN figure_run.known_at IS 'the moment of knowledge they speak from';
COMMENT ON COLUMN figure_run.definition IS 'hash of the definitions they were computed with and, of figures as known now, of the last change of every county';
COMMENT ON COLUMN figure_run.finished_at IS 'null = under way';

CREATE TABLE figure_trend (
  id bigint DEFAULT nextval('ledger_id'::regclass) NOT NULL,
  plan text NOT NULL,
  indicator text NOT NULL,
  on_day date NOT NULL,
  months integer NOT NULL,
  known_at timestamp with time zone NOT NULL,
  definition text NOT NULL,
  finished_at timestamp with time zone NOT NULL,
  CONSTRAINT figure_trend_pkey PRIMARY KEY (id),
  CONSTRAINT figure_trend_plan_indicator_on_day_months_known_at_definiti_key UNIQUE (plan, indicator, on_day, months, known_at, definition)
);
COMMENT ON TABLE figure_trend IS 'one computation of one indicator at month ends up to a day, for one moment of knowledge';
COMMENT ON COLUMN figure_trend.id IS 'trend';
COMMENT ON COLUMN figure_trend.plan IS 'key of the plan';
COMMENT ON COLUMN figure_trend.indicator IS 'key of the indicator';
COMMENT ON COLUMN figure_trend.on_day IS 'the last day; those before it are month ends';
COMMENT ON COLUMN figure_trend.months IS 'how many days it has';
COMMENT ON COLUMN figure_trend.known_at IS 'the moment of knowledge it speaks from';
COMMENT ON COLUMN figure_trend.definition IS 'hash of the definitions it was computed with and, of a trend as known now, of the last change of every county';
COMMENT ON COLUMN figure_trend.finished_at IS 'when it was computed';

CREATE TABLE figure_trend_area (
  trend bigint NOT NULL,
  division date NOT NULL,
  county integer NOT NULL,
  area bigint NOT NULL,
  points jsonb NOT NULL,
  CONSTRAINT figure_trend_area_pkey PRIMARY KEY (trend, division, county, area)
);
COMMENT ON TABLE figure_trend_area IS 'a trend for one area, of every level; areas in which nothing was counted have no row';
COMMENT ON COLUMN figure_trend_area.trend IS 'the trend';
COMMENT ON COLUMN figure_trend_area.division IS 'first day of the division the area belongs to';
COMMENT ON COLUMN figure_trend_area.county IS 'county digits of the area, 500000 for the city';
COMMENT ON COLUMN figure_trend_area.area IS 'the area';
COMMENT ON COLUMN figure_trend_area.points IS 'the values in the order of the days, null where there is none';

CREATE TABLE finding_flow (
  county integer NOT NULL,
  area bigint NOT NULL,
  predicate text NOT NULL,
  day date NOT NULL,
  found integer NOT NULL,
  mended integer NOT NULL,
  redrawn integer NOT NULL,
  CONSTRAINT finding_flow_pkey PRIMARY KEY (county, area, predicate, day),
  CONSTRAINT finding_flow_check CHECK (((area / 1000000) = county))
);
COMMENT ON TABLE finding_flow IS '疑点增减: how many findings appeared and went away in a village on a day; what was open on any day follows from what is open now';
COMMENT ON COLUMN finding_flow.county IS 'county of the village';
COMMENT ON COLUMN finding_flow.area IS 'village of the files';
COMMENT ON COLUMN finding_flow.predicate IS 'key of a finding';
COMMENT ON COLUMN finding_flow.day IS 'day, in the bureau''s time zone, on which the ledger came to say so';
COMMENT ON COLUMN finding_flow.found IS 'files of which the finding came to hold; files that moved here among them';
COMMENT ON COLUMN finding_flow.mended IS 'files of which it ceased to hold; files that moved away among them';
COMMENT ON COLUMN finding_flow.redrawn IS 'how many more, or fewer, because rules or their parameters changed, or because nobody had determined before: neither found nor mended by anybody';
CREATE INDEX finding_flow_day ON public.finding_flow USING btree (day, predicate);

CREATE TABLE finding_waiver (
  county integer NOT NULL,
  area bigint NOT NULL,
  id bigint DEFAULT nextval('ledger_id'::regclass) NOT NULL,
  person_id bigint NOT NULL,
  predicate text NOT NULL,
  reason text NOT NULL,
  from_on date NOT NULL,
  ends_on date NOT NULL,
  asked_at timestamp with time zone NOT NULL,
  asked_by text NOT NULL,
  asked_officer bigint NOT NULL,
  decided_at timestamp with time zone,
  decided_by text,
  decided_officer bigint,
  granted boolean,
  decision_words text,
  revoked_at timestamp with time zone,
  revoked_by text,
  revoked_officer bigint,
  revoke_reason text,
  CONSTRAINT finding_waiver_pkey PRIMARY KEY (county, id),
  CONSTRAINT finding_waiver_one EXCLUDE USING gist (county WITH =, person_id WITH =, predicate WITH =, daterange(from_on, ends_on) WITH &&) WHERE (((granted IS NOT FALSE) AND (revoked_at IS NULL))),
  CONSTRAINT finding_waiver_check CHECK (((area / 1000000) = county)),
  CONSTRAINT finding_waiver_check1 CHECK ((ends_on >= from_on)),
  CONSTRAINT finding_waiver_decided CHECK ((((decided_at IS NULL) = (granted IS NULL)) AND ((decided_at IS NULL) = (decided_officer IS NULL)))),
  CONSTRAINT finding_waiver_revoked CHECK (((revoked_at IS NULL) OR granted)),
  CONSTRAINT finding_waiver_second_person CHECK ((decided_officer <> asked_officer))
);
COMMENT ON TABLE finding_waiver IS '疑点豁免: a finding left standing for a reason until a day, asked by one officer and granted by another; every step is dated and none is overwritten';
COMMENT ON COLUMN finding_waiver.county IS 'county of the file';
COMMENT ON COLUMN finding_waiver.area IS 'village of the file';
COMMENT ON COLUMN finding_waiver.id IS 'ledger id';
COMMENT ON COLUMN finding_waiver.person_id IS 'the person of whom the finding is; no reference, for a file may move to another county';
COMMENT ON COLUMN finding_waiver.predicate IS 'key of the finding';
COMMENT ON COLUMN finding_waiver.reason IS 'why it may stand, in the words of who asked';
COMMENT ON COLUMN finding_waiver.from_on IS 'day on which it was asked';
COMMENT ON COLUMN finding_waiver.ends_on IS 'first day on which it no longer counts: it expires by itself';
COMMENT ON COLUMN finding_waiver.asked_at IS 'when it was asked';
COMMENT ON COLUMN finding_waiver.asked_by IS 'post that asked';
COMMENT ON COLUMN finding_waiver.asked_officer IS 'who asked; somebody else decides';
COMMENT ON COLUMN finding_waiver.decided_at IS 'when it was granted or refused; null = waiting';
COMMENT ON COLUMN finding_waiver.decided_by IS 'post that decided';
COMMENT ON COLUMN finding_waiver.decided_officer IS 'who decided; never who asked';
COMMENT ON COLUMN finding_waiver.granted IS 'true granted, false refused, null waiting';
COMMENT ON COLUMN finding_waiver.decision_words IS 'what was said with the decision';
COMMENT ON COLUMN finding_waiver.revoked_at IS 'when a granted waiver was taken back; null = not';
COMMENT ON COLUMN finding_waiver.revoked_by IS 'post that took it back';
COMMENT ON COLUMN finding_waiver.revoked_officer IS 'who took it back';
COMMENT ON COLUMN finding_waiver.revoke_reason IS 'why it was taken back';
CREATE INDEX finding_waiver_area ON public.finding_waiver USING btree (area, predicate);
CREATE INDEX finding_waiver_id ON public.finding_waiver USING btree (id);

CREATE TABLE finding_waiver_move (
  county integer NOT NULL,
  area bigint NOT NULL,
  id bigint DEFAULT nextval('ledger_id'::regclass) NOT NULL,
  waiver_id bigint NOT NULL,
  person_id bigint NOT NULL,
  to_area bigint NOT NULL,
  to_person bigint NOT NULL,
  moved_at timestamp with time zone NOT NULL,
  why text NOT NULL,
  CONSTRAINT finding_waiver_move_pkey PRIMARY KEY (county, id),
  CONSTRAINT finding_waiver_move_check CHECK (((area / 1000000) = county)),
  CONSTRAINT finding_waiver_move_why_check CHECK ((why = ANY (ARRAY['moved'::text, 'merged'::text, 'unmerged'::text])))
);
COMMENT ON TABLE finding_waiver_move IS '豁免随档: a waiver went along with its file, which moved, was merged into another or was taken out of it again; append-only';
COMMENT ON COLUMN finding_waiver_move.county IS 'county in which the waiver stood before';
COMMENT ON COLUMN finding_waiver_move.area IS 'village in which the waiver stood before';
COMMENT ON COLUMN finding_waiver_move.id IS 'ledger id';
COMMENT ON COLUMN finding_waiver_move.waiver_id IS 'the waiver; it keeps its id wherever it goes';
COMMENT ON COLUMN finding_waiver_move.person_id IS 'the file it belonged to before; no reference, for that file may be closed or gone';
COMMENT ON COLUMN finding_waiver_move.to_area IS 'village in which it stands from then on';
COMMENT ON COLUMN finding_waiver_move.to_person IS 'the file it belongs to from then on';
COMMENT ON COLUMN finding_waiver_move.moved_at IS 'when; the moment of the merge or move itself';
COMMENT ON COLUMN finding_waiver_move.why IS 'moved (the file moved), merged (the file was closed into another), unmerged (it was taken out again)';
CREATE INDEX finding_waiver_move_person ON public.finding_waiver_move USING btree (county, person_id, moved_at);

CREATE TABLE follow_up (
  county integer NOT NULL,
  area bigint NOT NULL,
  id bigint DEFAULT nextval('ledger_id'::regclass) NOT NULL,
  person_id bigint NOT NULL,
  traveller_id bigint NOT NULL,
  after_days smallint NOT NULL,
  done_on date NOT NULL,
  outcome text NOT NULL,
  wages text,
  note text,
  known_from timestamp with time zone NOT NULL,
  source text NOT NULL,
  recorded_by bigint,
  CONSTRAINT follow_up_pkey PRIMARY KEY (county, id),
  CONSTRAINT follow_up_check CHECK (((area / 1000000) = county)),
  CONSTRAINT follow_up_outcome_check CHECK ((outcome = ANY (ARRAY['there'::text, 'other_employer'::text, 'unreached'::text]))),
  CONSTRAINT follow_up_wages_check CHECK ((wages = ANY (ARRAY['paid'::text, 'late'::text, 'less'::text, 'unpaid'::text])))
);
COMMENT ON TABLE follow_up IS '输送回访: what was heard of somebody who travelled, some days after arrival';
COMMENT ON COLUMN follow_up.county IS 'distribution key: the six digits of the county the file lies in; never updated';
COMMENT ON COLUMN follow_up.area IS '12-digit division code (today''s division) of the village the row belongs to';
COMMENT ON COLUMN follow_up.id IS 'ledger id';
COMMENT ON COLUMN follow_up.person_id IS 'who travelled';
COMMENT ON COLUMN follow_up.traveller_id IS 'id of the row of traveller';
COMMENT ON COLUMN follow_up.after_days IS 'which follow-up: days after arrival, as the plan sets them';
COMMENT ON COLUMN follow_up.done_on IS 'day on which it was heard';
COMMENT ON COLUMN follow_up.outcome IS 'there, other_employer, unreached; who is back is recorded as returned';
COMMENT ON COLUMN follow_up.wages IS 'what was said of the wages: paid, late, less than agreed, unpaid; null = not asked';
COMMENT ON COLUMN follow_up.note IS 'further words; null = none';
COMMENT ON COLUMN follow_up.known_from IS 'when the ledger came to know it; passed as a parameter';
COMMENT ON COLUMN follow_up.source IS 'where it comes from: an officer, a list, or demo';
COMMENT ON COLUMN follow_up.recorded_by IS 'post under which the row was entered; null = loaded';
CREATE INDEX follow_up_area ON public.follow_up USING btree (area);
CREATE INDEX follow_up_person ON public.follow_up USING btree (county, person_id);
CREATE INDEX follow_up_traveller ON public.follow_up USING btree (traveller_id);

CREATE TABLE follow_up_history (
  county integer NOT NULL,
  area bigint NOT NULL,
  id bigint NOT NULL,
  person_id bigint NOT NULL,
  traveller_id bigint NOT NULL,
  after_days smallint NOT NULL,
  done_on date NOT NULL,
  outcome text NOT NULL,
  wages text,
  note text,
  known_from timestamp with time zone NOT NULL,
  source text NOT NULL,
  recorded_by bigint,
  known_to timestamp with time zone NOT NULL,
  superseded_by text NOT NULL,
  CONSTRAINT follow_up_history_pkey PRIMARY KEY (county, id, known_from),
  CONSTRAINT follow_up_history_check CHECK ((known_to > known_from))
);
COMMENT ON TABLE follow_up_history IS '输送回访: what was heard of somebody who travelled, some days after arrival (superseded rows: what the ledger said from known_from to known_to)';
COMMENT ON COLUMN follow_up_history.county IS 'distribution key: the six digits of the county the file lies in; never updated';
COMMENT ON COLUMN follow_up_history.area IS '12-digit division code (today''s division) of the village the row belongs to';
COMMENT ON COLUMN follow_up_history.id IS 'ledger id';
COMMENT ON COLUMN follow_up_history.person_id IS 'who travelled';
COMMENT ON COLUMN follow_up_history.traveller_id IS 'id of the row of traveller';
COMMENT ON COLUMN follow_up_history.after_days IS 'which follow-up: days after arrival, as the plan sets them';
COMMENT ON COLUMN follow_up_history.done_on IS 'day on which it was heard';
COMMENT ON COLUMN follow_up_history.outcome IS 'there, other_employer, unreached; who is back is recorded as returned';
COMMENT ON COLUMN follow_up_history.wages IS 'what was said of the wages: paid, late, less than agreed, unpaid; null = not asked';
COMMENT ON COLUMN follow_up_history.note IS 'further words; null = none';
COMMENT ON COLUMN follow_up_history.known_from IS 'when the ledger came to know it; passed as a parameter';
COMMENT ON COLUMN follow_up_history.source IS 'where it comes from: an officer, a list, or demo';
COMMENT ON COLUMN follow_up_history.recorded_by IS 'post under which the row was entered; null = loaded';
COMMENT ON COLUMN follow_up_history.known_to IS 'when the ledger stopped saying so';
COMMENT ON COLUMN follow_up_history.superseded_by IS 'why: a code of supersededBy';
CREATE INDEX follow_up_history_person ON public.follow_up_history USING btree (county, person_id);

CREATE TABLE grant_paid (
  county integer NOT NULL,
  area bigint NOT NULL,
  id bigint DEFAULT nextval('ledger_id'::regclass) NOT NULL,
  person_id bigint NOT NULL,
  programme text NOT NULL,
  period text NOT NULL,
  amount_fen bigint NOT NULL,
  paid_on date NOT NULL,
  valid_from date NOT NULL,
  valid_to date,
  known_from timestamp with time zone NOT NULL,
  source text NOT NULL,
  evidence text,
  verified_on date,
  verified_method text,
  verified_by text,
  verified_until date,
  recorded_by bigint,
  CONSTRAINT grant_paid_pkey PRIMARY KEY (county, id),
  CONSTRAINT grant_paid_county_person_id_programme_period_key UNIQUE (county, person_id, programme, period),
  CONSTRAINT grant_paid_check CHECK (((area / 1000000) = county)),
  CONSTRAINT grant_paid_check1 CHECK ((valid_to > valid_from))
);
COMMENT ON TABLE grant_paid IS '补贴: money paid under a programme';
COMMENT ON COLUMN grant_paid.county IS 'distribution key: the six digits of the county the file lies in; never updated';
COMMENT ON COLUMN grant_paid.area IS '12-digit division code (today''s division) of the village the row belongs to';
COMMENT ON COLUMN grant_paid.id IS 'ledger id, unique within the county';
COMMENT ON COLUMN grant_paid.person_id IS 'the person whose spell it is';
COMMENT ON COLUMN grant_paid.programme IS 'key of the programme';
COMMENT ON COLUMN grant_paid.period IS 'what it was paid for, such as 2024 or 2022-Q3';
COMMENT ON COLUMN grant_paid.amount_fen IS 'amount in fen';
COMMENT ON COLUMN grant_paid.paid_on IS 'day of payment';
COMMENT ON COLUMN grant_paid.valid_from IS 'first day on which it was true';
COMMENT ON COLUMN grant_paid.valid_to IS 'first day on which it was no longer true; null = still true';
COMMENT ON COLUMN grant_paid.known_from IS 'when the ledger came to know it; passed as a parameter';
COMMENT ON COLUMN grant_paid.source IS 'where it comes from: a list, a register, an officer, or demo';
COMMENT ON COLUMN grant_paid.evidence IS '佐证: what shows that it is so (contract, call, visit, register_match, roster, payslip)';
COMMENT ON COLUMN grant_paid.verified_on IS '核实: day of the last confirmation; null = never confirmed';
COMMENT ON COLUMN grant_paid.verified_method IS 'how it was confirmed: phone, visit, register_match';
COMMENT ON COLUMN grant_paid.verified_by IS 'post or register that confirmed it';
COMMENT ON COLUMN grant_paid.verified_until IS 'the confirmation counts until this day';
COMMENT ON COLUMN grant_paid.recorded_by IS 'post under which the row was entered; null = loaded from a list';
CREATE INDEX grant_paid_area ON public.grant_paid USING btree (area, id);
CREATE INDEX grant_paid_person ON public.grant_paid USING btree (county, person_id);

CREATE TABLE grant_paid_history (
  county integer NOT NULL,
  area bigint NOT NULL,
  id bigint NOT NULL,
  person_id bigint NOT NULL,
  programme text NOT NULL,
  period text NOT NULL,
  amount_fen bigint NOT NULL,
  paid_on date NOT NULL,
  valid_from date NOT NULL,
  valid_to date,
  known_from timestamp with time zone NOT NULL,
  source text NOT NULL,
  evidence text,
  verified_on date,
  verified_method text,
  verified_by text,
  verified_until date,
  recorded_by bigint,
  known_to timestamp with time zone NOT NULL,
  superseded_by text NOT NULL,
  CONSTRAINT grant_paid_history_pkey PRIMARY KEY (county, id, known_from),
  CONSTRAINT grant_paid_history_check CHECK ((known_to > known_from))
);
COMMENT ON TABLE grant_paid_history IS '补贴: money paid under a programme (superseded rows: what the ledger said from known_from to known_to)';
COMMENT ON COLUMN grant_paid_history.county IS 'distribution key: the six digits of the county the file lies in; never updated';
COMMENT ON COLUMN grant_paid_history.area IS '12-digit division code (today''s division) of the village the row belongs to';
COMMENT ON COLUMN grant_paid_history.id IS 'ledger id, unique within the county';
COMMENT ON COLUMN grant_paid_history.person_id IS 'the person whose spell it is';
COMMENT ON COLUMN grant_paid_history.programme IS 'key of the programme';
COMMENT ON COLUMN grant_paid_history.period IS 'what it was paid for, such as 2024 or 2022-Q3';
COMMENT ON COLUMN grant_paid_history.amount_fen IS 'amount in fen';
COMMENT ON COLUMN grant_paid_history.paid_on IS 'day of payment';
COMMENT ON COLUMN grant_paid_history.valid_from IS 'first day on which it was true';
COMMENT ON COLUMN grant_paid_history.valid_to IS 'first day on which it was no longer true; null = still true';
COMMENT ON COLUMN grant_paid_history.known_from IS 'when the ledger came to know it; passed as a parameter';
COMMENT ON COLUMN grant_paid_history.source IS 'where it comes from: a list, a register, an officer, or demo';
COMMENT ON COLUMN grant_paid_history.evidence IS '佐证: what shows that it is so (contract, call, visit, register_match, roster, payslip)';
COMMENT ON COLUMN grant_paid_history.verified_on IS '核实: day of the last confirmation; null = never confirmed';
COMMENT ON COLUMN grant_paid_history.verified_method IS 'how it was confirmed: phone, visit, register_match';
COMMENT ON COLUMN grant_paid_history.verified_by IS 'post or register that confirmed it';
COMMENT ON COLUMN grant_paid_history.verified_until IS 'the confirmation counts until this day';
COMMENT ON COLUMN grant_paid_history.recorded_by IS 'post under which the row was entered; null = loaded from a list';
COMMENT ON COLUMN grant_paid_history.known_to IS 'when the ledger stopped saying so';
COMMENT ON COLUMN grant_paid_history.superseded_by IS 'why: correction, ended, verified, withdrawn, moved';
CREATE INDEX grant_paid_history_person ON public.grant_paid_history USING btree (county, person_id);

CREATE TABLE household (
  county integer NOT NULL,
  area bigint NOT NULL,
  id bigint DEFAULT nextval('ledger_id'::regclass) NOT NULL,
  code text,
  relocated boolean,
  unsafe_house boolean,
  income_per_head_fen bigint,
  address_cipher bytea,
  valid_from date NOT NULL,
  valid_to date,
  known_from timestamp with time zone NOT NULL,
  source text NOT NULL,
  evidence text,
  verified_on date,
  verified_method text,
  verified_by text,
  verified_until date,
  recorded_by bigint,
  CONSTRAINT household_pkey PRIMARY KEY (county, id),
  CONSTRAINT household_check CHECK (((area / 1000000) = county)),
  CONSTRAINT household_check1 CHECK ((valid_to > valid_from))
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
CREATE INDEX household_area ON public.household USING btree (area, id);
CREATE INDEX household_code ON public.household USING btree (county, code);

CREATE TABLE household_change (
  county integer NOT NULL,
  area bigint NOT NULL,
  id bigint DEFAULT nextval('ledger_id'::regclass) NOT NULL,
  kind text NOT NULL,
  household_id bigint NOT NULL,
  from_household bigint,
  persons bigint[] NOT NULL,
  changed_on date NOT NULL,
  reason text NOT NULL,
  recorded_by bigint NOT NULL,
  recorded_at timestamp with time zone NOT NULL,
  CONSTRAINT household_change_pkey PRIMARY KEY (county, id),
  CONSTRAINT household_change_check CHECK (((area / 1000000) = county)),
  CONSTRAINT household_change_kind_check CHECK ((kind = ANY (ARRAY['split'::text, 'join'::text, 'head'::text, 'leave'::text])))
);
COMMENT ON TABLE household_change IS '户的变更: who left or joined a household or became its head, and on which day';
COMMENT ON COLUMN household_change.county IS 'distribution key: county of the household';
COMMENT ON COLUMN household_change.area IS 'village of the household';
COMMENT ON COLUMN household_change.id IS 'ledger id, unique within the county';
COMMENT ON COLUMN household_change.kind IS 'split (a new household), join (an existing one), head (another head), leave (a file moved away)';
COMMENT ON COLUMN household_change.household_id IS 'the household as it is after: the new one, the joined one, the one with a new head';
COMMENT ON COLUMN household_change.from_household IS 'the household that was left, if any';
COMMENT ON COLUMN household_change.persons IS 'ledger ids of those whose household or relation changed';
COMMENT ON COLUMN household_change.changed_on IS 'day on which it came to be so';
COMMENT ON COLUMN household_change.reason IS 'why';
COMMENT ON COLUMN household_change.recorded_by IS 'post that recorded it';
COMMENT ON COLUMN household_change.recorded_at IS 'when it was recorded';
CREATE INDEX household_change_of ON public.household_change USING btree (county, household_id);

CREATE TABLE household_history (
  county integer NOT NULL,
  area bigint NOT NULL,
  id bigint NOT NULL,
  code text,
  relocated boolean,
  unsafe_house boolean,
  income_per_head_fen bigint,
  address_cipher bytea,
  valid_from date NOT NULL,
  valid_to date,
  known_from timestamp with time zone NOT NULL,
  source text NOT NULL,
  evidence text,
  verified_on date,
  verified_method text,
  verified_by text,
  verified_until date,
  recorded_by bigint,
  known_to timestamp with time zone NOT NULL,
  superseded_by text NOT NULL,
  CONSTRAINT household_history_pkey PRIMARY KEY (county, id, known_from),
  CONSTRAINT household_history_check CHECK ((known_to > known_from))
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

CREATE TABLE import (
  county integer NOT NULL,
  area bigint NOT NULL,
  id bigint DEFAULT nextval('ledger_id'::regclass) NOT NULL,
  officer_id bigint NOT NULL,
  post_id bigint NOT NULL,
  officer_name text NOT NULL,
  post_title text NOT NULL,
  lo bigint NOT NULL,
  hi bigint NOT NULL,
  file_name text NOT NULL,
  file_hash bytea NOT NULL,
  file_bytes bigint NOT NULL,
  list text,
  rank smallint DEFAULT 0 NOT NULL,
  as_of date NOT NULL,
  choice jsonb DEFAULT '{}'::jsonb NOT NULL,
  received_at timestamp with time zone NOT NULL,
  read_at timestamp with time zone,
  matched_at timestamp with time zone,
  applied_at timestamp with time zone,
  undone_at timestamp with time zone,
  asked text,
  asked_at timestamp with time zone,
  stopped_at timestamp with time zone,
  read_rows integer DEFAULT 0 NOT NULL,
  share real DEFAULT 0 NOT NULL,
  tallies jsonb DEFAULT '{}'::jsonb NOT NULL,
  problem jsonb,
  begun_at timestamp with time zone,
  mends bigint,
  reading jsonb DEFAULT '{}'::jsonb NOT NULL,
  discarded_at timestamp with time zone,
  CONSTRAINT import_pkey PRIMARY KEY (county, id),
  CONSTRAINT import_asked_check CHECK ((asked = ANY (ARRAY['read'::text, 'match'::text, 'apply'::text, 'undo'::text]))),
  CONSTRAINT import_check CHECK (((area / 1000000) = county))
);
COMMENT ON TABLE import IS '导入: one list that was brought in, from the file to the ledger and, undone, back; its state follows from its dates';
COMMENT ON COLUMN import.county IS 'distribution key: the six digits of the area';
COMMENT ON COLUMN import.area IS 'area of the post that brought the list: who sees that post''s area sees the import';
COMMENT ON COLUMN import.id IS 'ledger id';
COMMENT ON COLUMN import.officer_id IS 'who brought it';
COMMENT ON COLUMN import.post_id IS 'under which post';
COMMENT ON COLUMN import.officer_name IS 'name of who brought it, told to whoever brings the same file';
COMMENT ON COLUMN import.post_title IS 'title of that post';
COMMENT ON COLUMN import.lo IS 'scope of that post when the file was brought: rows are taken within [lo, hi)';
COMMENT ON COLUMN import.hi IS 'first code beyond the scope';
COMMENT ON COLUMN import.file_name IS 'as the officer''s machine called it';
COMMENT ON COLUMN import.file_hash IS 'SM3 of the file: the same file brought again is noticed';
COMMENT ON COLUMN import.file_bytes IS 'its size';
COMMENT ON COLUMN import.list IS 'key of the list''s definition; null = not chosen yet';
COMMENT ON COLUMN import.rank IS 'rank of the list among sources when it was chosen';
COMMENT ON COLUMN import.as_of IS 'the day the list speaks of: between lists of one rank the later is believed';
COMMENT ON COLUMN import.choice IS 'how it is read: sheet, rows of headings, columns mapped by hand';
COMMENT ON COLUMN import.received_at IS 'when the file was whole';
COMMENT ON COLUMN import.read_at IS 'when every row was read and staged';
COMMENT ON COLUMN import.matched_at IS 'when every row was matched and compared';
COMMENT ON COLUMN import.applied_at IS 'when every row that could be taken was in the ledger';
COMMENT ON COLUMN import.undone_at IS 'when all of it was taken back';
COMMENT ON COLUMN import.asked IS 'what is to be done now; null = nothing: a killed server takes it up again';
COMMENT ON COLUMN import.asked_at IS 'since when';
COMMENT ON COLUMN import.stopped_at IS 'when an officer stopped what was asked';
COMMENT ON COLUMN import.read_rows IS 'rows staged so far';
COMMENT ON COLUMN import.share IS 'share of the file read so far';
COMMENT ON COLUMN import.tallies IS 'rows by outcome, as last counted';
COMMENT ON COLUMN import.problem IS 'why the work could not be done, in both languages';
COMMENT ON COLUMN import.begun_at IS 'when its rows began to be taken: from then on the ledger may hold some of them, and the file is not read anew';
COMMENT ON COLUMN import.mends IS 'the import whose refused rows, mended, this file brings back; null = none';
COMMENT ON COLUMN import.reading IS 'what reading did to the file beyond its cells: rows left out and why, titles above the headings, merged cells, signs made plain';
COMMENT ON COLUMN import.discarded_at IS 'when it was discarded with its file, nothing of it being in the ledger';
CREATE INDEX import_area ON public.import USING btree (area, id);
CREATE INDEX import_asked ON public.import USING btree (id) WHERE (asked IS NOT NULL);
CREATE INDEX import_hash ON public.import USING btree (file_hash);

CREATE TABLE import_chunk (
  county integer NOT NULL,
  area bigint NOT NULL,
  import_id bigint NOT NULL,
  work text NOT NULL,
  round smallint NOT NULL,
  from_row integer NOT NULL,
  to_row integer NOT NULL,
  rows integer NOT NULL,
  done_at timestamp with time zone NOT NULL,
  CONSTRAINT import_chunk_pkey PRIMARY KEY (county, import_id, work, round, from_row),
  CONSTRAINT import_chunk_check CHECK (((area / 1000000) = county)),
  CONSTRAINT import_chunk_work_check CHECK ((work = ANY (ARRAY['read'::text, 'match'::text, 'apply'::text, 'undo'::text])))
);
COMMENT ON TABLE import_chunk IS '导入进度: a part of an import that is done, written in the transaction that did it';
COMMENT ON COLUMN import_chunk.county IS 'distribution key: the six digits of the area';
COMMENT ON COLUMN import_chunk.area IS 'area of the post that brought the list: who sees that post''s area sees the import';
COMMENT ON COLUMN import_chunk.import_id IS 'the import';
COMMENT ON COLUMN import_chunk.work IS 'what was done';
COMMENT ON COLUMN import_chunk.round IS 'which rows about their subject';
COMMENT ON COLUMN import_chunk.from_row IS 'first row of the part';
COMMENT ON COLUMN import_chunk.to_row IS 'last row of the part';
COMMENT ON COLUMN import_chunk.rows IS 'rows in it';
COMMENT ON COLUMN import_chunk.done_at IS 'when; what the ledger was told in it is known from then';

CREATE TABLE import_outcome (
  county integer NOT NULL,
  area bigint NOT NULL,
  import_id bigint NOT NULL,
  row integer NOT NULL,
  outcome text NOT NULL,
  to_county integer,
  to_id bigint,
  differences jsonb,
  faults jsonb,
  candidates bigint[],
  CONSTRAINT import_outcome_pkey PRIMARY KEY (county, import_id, "row"),
  CONSTRAINT import_outcome_check CHECK (((area / 1000000) = county)),
  CONSTRAINT import_outcome_outcome_check CHECK ((outcome = ANY (ARRAY['new'::text, 'changed'::text, 'same'::text, 'refused'::text, 'review'::text, 'waiting'::text])))
);
COMMENT ON TABLE import_outcome IS '导入结果: what becomes, or became, of a row';
COMMENT ON COLUMN import_outcome.county IS 'distribution key: the six digits of the area';
COMMENT ON COLUMN import_outcome.area IS 'area of the post that brought the list: who sees that post''s area sees the import';
COMMENT ON COLUMN import_outcome.import_id IS 'the import';
COMMENT ON COLUMN import_outcome.row IS 'the row';
COMMENT ON COLUMN import_outcome.outcome IS 'new, changed, same, refused, review (an officer must say whose it is), waiting (for an earlier row of the file)';
COMMENT ON COLUMN import_outcome.to_county IS 'county of the file the row belongs to';
COMMENT ON COLUMN import_outcome.to_id IS 'that file, household or site';
COMMENT ON COLUMN import_outcome.differences IS 'field by field: what stood, what the row says, which is believed and why; null = none';
COMMENT ON COLUMN import_outcome.faults IS 'why it was refused, and what is told of it; null = nothing';
COMMENT ON COLUMN import_outcome.candidates IS 'files it may belong to';
CREATE INDEX import_outcome_kind ON public.import_outcome USING btree (county, import_id, outcome, "row");

CREATE TABLE import_row (
  county integer NOT NULL,
  area bigint NOT NULL,
  import_id bigint NOT NULL,
  row integer NOT NULL,
  round smallint DEFAULT 1 NOT NULL,
  first_row integer,
  twin boolean DEFAULT false NOT NULL,
  subject bytea,
  id_index bytea,
  indexes bytea[] DEFAULT '{}'::bytea[] NOT NULL,
  sealed bytea,
  values text[] NOT NULL,
  to_area bigint,
  faults jsonb,
  refused boolean DEFAULT false NOT NULL,
  decision bigint,
  decision_county integer,
  decided_by bigint,
  CONSTRAINT import_row_pkey PRIMARY KEY (county, import_id, "row"),
  CONSTRAINT import_row_check CHECK (((area / 1000000) = county))
);
COMMENT ON TABLE import_row IS '导入行: a row of a list as it was read, typed; sealed values stand masked, with their blind indexes beside them';
COMMENT ON COLUMN import_row.county IS 'distribution key: the six digits of the area';
COMMENT ON COLUMN import_row.area IS 'area of the post that brought the list: who sees that post''s area sees the import';
COMMENT ON COLUMN import_row.import_id IS 'the import';
COMMENT ON COLUMN import_row.row IS 'as the spreadsheet numbers it';
COMMENT ON COLUMN import_row.round IS '1 = first row of the file about its subject; further rows about the same are compared after it was taken';
COMMENT ON COLUMN import_row.first_row IS 'the row before which this one must be taken; null for round 1';
COMMENT ON COLUMN import_row.twin IS 'says word for word what an earlier row says';
COMMENT ON COLUMN import_row.subject IS 'whom the row speaks of: blind index of the identity number, or a digest of the first clause that is filled; null = cannot be told';
COMMENT ON COLUMN import_row.id_index IS 'blind index of the subject''s identity number; null = blank or invalid, matches nobody';
COMMENT ON COLUMN import_row.indexes IS 'blind indexes of the sealed columns, in the order of the list''s columns';
COMMENT ON COLUMN import_row.sealed IS 'the sealed values themselves, encrypted and bound to this import and row';
COMMENT ON COLUMN import_row.values IS 'in the order of the list''s columns; numbers, phones and accounts masked';
COMMENT ON COLUMN import_row.to_area IS 'the area the row names; null = none';
COMMENT ON COLUMN import_row.faults IS 'what was wrong when it was read; null = nothing';
COMMENT ON COLUMN import_row.refused IS 'cannot be taken until its faults are mended';
COMMENT ON COLUMN import_row.decision IS 'an officer''s word on a row in review: the id of the file it belongs to, 0 = open a new one, -1 = leave the row out';
COMMENT ON COLUMN import_row.decision_county IS 'county of the file that was decided on';
COMMENT ON COLUMN import_row.decided_by IS 'post that decided';
CREATE INDEX import_row_round ON public.import_row USING btree (county, import_id, round, "row") WHERE (round > 1);

CREATE TABLE import_warning (
  county integer NOT NULL,
  area bigint NOT NULL,
  import_id bigint NOT NULL,
  row integer NOT NULL,
  predicate text NOT NULL,
  CONSTRAINT import_warning_pkey PRIMARY KEY (county, import_id, "row", predicate),
  CONSTRAINT import_warning_check CHECK (((area / 1000000) = county))
);
COMMENT ON TABLE import_warning IS '导入提示: a finding that a row would bring, as the preview found it; the row is taken all the same';
COMMENT ON COLUMN import_warning.county IS 'distribution key: the six digits of the area';
COMMENT ON COLUMN import_warning.area IS 'area of the post that brought the list: who sees that post''s area sees the import';
COMMENT ON COLUMN import_warning.import_id IS 'the import';
COMMENT ON COLUMN import_warning.row IS 'the row';
COMMENT ON COLUMN import_warning.predicate IS 'key of the finding in the plan';

CREATE TABLE insurance (
  county integer NOT NULL,
  area bigint NOT NULL,
  id bigint DEFAULT nextval('ledger_id'::regclass) NOT NULL,
  person_id bigint NOT NULL,
  kind text NOT NULL,
  tier_fen bigint,
  payer text,
  valid_from date NOT NULL,
  valid_to date,
  known_from timestamp with time zone NOT NULL,
  source text NOT NULL,
  evidence text,
  verified_on date,
  verified_method text,
  verified_by text,
  verified_until date,
  recorded_by bigint,
  employer text,
  credit_code text,
  CONSTRAINT insurance_pkey PRIMARY KEY (county, id),
  CONSTRAINT insurance_no_overlap EXCLUDE USING gist (((person_id + 0)) WITH =, county WITH =, kind WITH =, daterange(valid_from, valid_to) WITH &&),
  CONSTRAINT insurance_check CHECK (((area / 1000000) = county)),
  CONSTRAINT insurance_check1 CHECK ((valid_to > valid_from))
);
COMMENT ON TABLE insurance IS 'a spell of social insurance';
COMMENT ON COLUMN insurance.county IS 'distribution key: the six digits of the county the file lies in; never updated';
COMMENT ON COLUMN insurance.area IS '12-digit division code (today''s division) of the village the row belongs to';
COMMENT ON COLUMN insurance.id IS 'ledger id, unique within the county';
COMMENT ON COLUMN insurance.person_id IS 'the person whose spell it is';
COMMENT ON COLUMN insurance.kind IS 'pension_resident, pension_employee, medical, injury, unemployment';
COMMENT ON COLUMN insurance.tier_fen IS 'yearly tier in fen, resident pension';
COMMENT ON COLUMN insurance.payer IS 'self, programme, employer';
COMMENT ON COLUMN insurance.valid_from IS 'first day on which it was true';
COMMENT ON COLUMN insurance.valid_to IS 'first day on which it was no longer true; null = still true';
COMMENT ON COLUMN insurance.known_from IS 'when the ledger came to know it; passed as a parameter';
COMMENT ON COLUMN insurance.source IS 'where it comes from: a list, a register, an officer, or demo';
COMMENT ON COLUMN insurance.evidence IS '佐证: what shows that it is so (contract, call, visit, register_match, roster, payslip)';
COMMENT ON COLUMN insurance.verified_on IS '核实: day of the last confirmation; null = never confirmed';
COMMENT ON COLUMN insurance.verified_method IS 'how it was confirmed: phone, visit, register_match';
COMMENT ON COLUMN insurance.verified_by IS 'post or register that confirmed it';
COMMENT ON COLUMN insurance.verified_until IS 'the confirmation counts until this day';
COMMENT ON COLUMN insurance.recorded_by IS 'post under which the row was entered; null = loaded from a list';
COMMENT ON COLUMN insurance.employer IS 'through which employer; null = not recorded, or through none';
COMMENT ON COLUMN insurance.credit_code IS 'of that employer (GB 32100); null = not recorded';
CREATE INDEX insurance_area ON public.insurance USING btree (area);
CREATE INDEX insurance_person ON public.insurance USING btree (county, person_id);

CREATE TABLE insurance_history (
  county integer NOT NULL,
  area bigint NOT NULL,
  id bigint NOT NULL,
  person_id bigint NOT NULL,
  kind text NOT NULL,
  tier_fen bigint,
  payer text,
  valid_from date NOT NULL,
  valid_to date,
  known_from timestamp with time zone NOT NULL,
  source text NOT NULL,
  evidence text,
  verified_on date,
  verified_method text,
  verified_by text,
  verified_until date,
  recorded_by bigint,
  employer text,
  credit_code text,
  known_to timestamp with time zone NOT NULL,
  superseded_by text NOT NULL,
  CONSTRAINT insurance_history_pkey PRIMARY KEY (county, id, known_from),
  CONSTRAINT insurance_history_check CHECK ((known_to > known_from))
);
COMMENT ON TABLE insurance_history IS 'a spell of social insurance (superseded rows: what the ledger said from known_from to known_to)';
COMMENT ON COLUMN insurance_history.county IS 'distribution key: the six digits of the county the file lies in; never updated';
COMMENT ON COLUMN insurance_history.area IS '12-digit division code (today''s division) of the village the row belongs to';
COMMENT ON COLUMN insurance_history.id IS 'ledger id, unique within the county';
COMMENT ON COLUMN insurance_history.person_id IS 'the person whose spell it is';
COMMENT ON COLUMN insurance_history.kind IS 'pension_resident, pension_employee, medical, injury, unemployment';
COMMENT ON COLUMN insurance_history.tier_fen IS 'yearly tier in fen, resident pension';
COMMENT ON COLUMN insurance_history.payer IS 'self, programme, employer';
COMMENT ON COLUMN insurance_history.valid_from IS 'first day on which it was true';
COMMENT ON COLUMN insurance_history.valid_to IS 'first day on which it was no longer true; null = still true';
COMMENT ON COLUMN insurance_history.known_from IS 'when the ledger came to know it; passed as a parameter';
COMMENT ON COLUMN insurance_history.source IS 'where it comes from: a list, a register, an officer, or demo';
COMMENT ON COLUMN insurance_history.evidence IS '佐证: what shows that it is so (contract, call, visit, register_match, roster, payslip)';
COMMENT ON COLUMN insurance_history.verified_on IS '核实: day of the last confirmation; null = never confirmed';
COMMENT ON COLUMN insurance_history.verified_method IS 'how it was confirmed: phone, visit, register_match';
COMMENT ON COLUMN insurance_history.verified_by IS 'post or register that confirmed it';
COMMENT ON COLUMN insurance_history.verified_until IS 'the confirmation counts until this day';
COMMENT ON COLUMN insurance_history.recorded_by IS 'post under which the row was entered; null = loaded from a list';
COMMENT ON COLUMN insurance_history.employer IS 'through which employer; null = not recorded, or through none';
COMMENT ON COLUMN insurance_history.credit_code IS 'of that employer (GB 32100); null = not recorded';
COMMENT ON COLUMN insurance_history.known_to IS 'when the ledger stopped saying so';
COMMENT ON COLUMN insurance_history.superseded_by IS 'why: correction, ended, verified, withdrawn, moved';
CREATE INDEX insurance_history_person ON public.insurance_history USING btree (county, person_id);

CREATE TABLE ledger_head (
  county integer NOT NULL,
  changed_at timestamp with time zone NOT NULL,
  CONSTRAINT ledger_head_pkey PRIMARY KEY (county)
);
COMMENT ON TABLE ledger_head IS 'when each county''s ledger last changed: figures of now are figures known at the newest of these';
COMMENT ON COLUMN ledger_head.county IS 'county';
COMMENT ON COLUMN ledger_head.changed_at IS 'known_from of the newest change; passed as a parameter';

CREATE TABLE list_claim (
  county integer NOT NULL,
  area bigint NOT NULL,
  record text NOT NULL,
  record_id bigint NOT NULL,
  import_id bigint NOT NULL,
  row integer NOT NULL,
  rank smallint NOT NULL,
  as_of date NOT NULL,
  effect text NOT NULL,
  facts bigint NOT NULL,
  firm bigint NOT NULL,
  won bigint NOT NULL,
  said_at timestamp with time zone NOT NULL,
  restored_at timestamp with time zone,
  CONSTRAINT list_claim_pkey PRIMARY KEY (county, record_id, import_id, "row"),
  CONSTRAINT list_claim_check CHECK (((area / 1000000) = county)),
  CONSTRAINT list_claim_effect_check CHECK ((effect = ANY (ARRAY['opened'::text, 'changed'::text, 'same'::text, 'kept'::text])))
);
COMMENT ON TABLE list_claim IS '清单说法: which facts of a record of the ledger a row of an import spoke of, and how far it was believed; what stands is what the strongest claim says';
COMMENT ON COLUMN list_claim.county IS 'distribution key: the six digits of the area';
COMMENT ON COLUMN list_claim.area IS 'area of the record, so that whoever may write it sees what was said of it';
COMMENT ON COLUMN list_claim.record IS 'kind of record';
COMMENT ON COLUMN list_claim.record_id IS 'the record';
COMMENT ON COLUMN list_claim.import_id IS 'the import';
COMMENT ON COLUMN list_claim.row IS 'the row of the import; 0 = an officer''s word that was there before, kept when a list first spoke of the record';
COMMENT ON COLUMN list_claim.rank IS 'rank of the list among sources';
COMMENT ON COLUMN list_claim.as_of IS 'the day the list speaks of';
COMMENT ON COLUMN list_claim.effect IS 'opened the record, changed it, said the same, or was weaker than what stood';
COMMENT ON COLUMN list_claim.facts IS 'facts spoken of: bits in the order of domain/lists/import-facts.ts';
COMMENT ON COLUMN list_claim.firm IS 'of these, the ones the list may replace; the others only fill blanks';
COMMENT ON COLUMN list_claim.won IS 'of these, the ones it changed';
COMMENT ON COLUMN list_claim.said_at IS 'when: the record''s known_from where it was opened or changed';
COMMENT ON COLUMN list_claim.restored_at IS 'known_from of the record since an undone import gave it back what this claim had made of it';
CREATE INDEX list_claim_written ON public.list_claim USING btree (import_id, record) WHERE (effect = ANY (ARRAY['opened'::text, 'changed'::text]));

CREATE TABLE list_mapping (
  county integer NOT NULL,
  area bigint NOT NULL,
  list text NOT NULL,
  headings bytea NOT NULL,
  mapping jsonb NOT NULL,
  told_at timestamp with time zone NOT NULL,
  told_by bigint NOT NULL,
  CONSTRAINT list_mapping_pkey PRIMARY KEY (county, area, list, headings),
  CONSTRAINT list_mapping_check CHECK (((area / 1000000) = county))
);
COMMENT ON TABLE list_mapping IS '表头对应: which column of a list each heading means, as an officer of the area told it once';
COMMENT ON COLUMN list_mapping.county IS 'distribution key: the six digits of the area';
COMMENT ON COLUMN list_mapping.area IS 'area of the post that told it';
COMMENT ON COLUMN list_mapping.list IS 'key of the list';
COMMENT ON COLUMN list_mapping.headings IS 'SM3 of the set of headings';
COMMENT ON COLUMN list_mapping.mapping IS 'heading to column key; null = not taken';
COMMENT ON COLUMN list_mapping.told_at IS 'when';
COMMENT ON COLUMN list_mapping.told_by IS 'post that told it';

CREATE TABLE match_person (
  county integer NOT NULL,
  area bigint NOT NULL,
  run_id bigint NOT NULL,
  person_id bigint NOT NULL,
  tier smallint NOT NULL,
  priority integer NOT NULL,
  asked boolean NOT NULL,
  occupation text,
  reason text,
  better integer NOT NULL,
  scenario boolean,
  CONSTRAINT match_person_pkey PRIMARY KEY (county, run_id, person_id),
  CONSTRAINT match_person_check CHECK (((area / 1000000) = county))
);
COMMENT ON TABLE match_person IS '匹配对象: a person of a run of matching, placed or not, as the file stood then';
COMMENT ON COLUMN match_person.county IS 'distribution key: the six digits of the county the file lay in when the run read it';
COMMENT ON COLUMN match_person.area IS '12-digit division code (today''s division) of the village the file lay in when the run read it';
COMMENT ON COLUMN match_person.run_id IS 'the run';
COMMENT ON COLUMN match_person.person_id IS 'the person; no reference, because the result stays as it was when a file moves or is merged';
COMMENT ON COLUMN match_person.tier IS '帮扶层级: from 1, the first served first; never shown to employers';
COMMENT ON COLUMN match_person.priority IS 'where the person stands in the public order, without skill bands; greater is before';
COMMENT ON COLUMN match_person.asked IS 'whether the person was asked what work they would take; false = occupations worked in, in the home county';
COMMENT ON COLUMN match_person.occupation IS 'small class of the classification that was looked for first; null = none is known';
COMMENT ON COLUMN match_person.reason IS 'why the run has no vacancy for the person; null = it has one';
COMMENT ON COLUMN match_person.better IS 'eligible vacancies the person would rather have than what they got; all of them if they got none';
COMMENT ON COLUMN match_person.scenario IS 'whether the scenario "most placements" would place the person; null = not computed';
CREATE INDEX match_person_area ON public.match_person USING btree (run_id, area);
CREATE INDEX match_person_person ON public.match_person USING btree (county, person_id);
CREATE INDEX match_person_run ON public.match_person USING btree (run_id, person_id);

CREATE TABLE match_proposal (
  county integer NOT NULL,
  area bigint NOT NULL,
  run_id bigint NOT NULL,
  person_id bigint NOT NULL,
  rank smallint NOT NULL,
  vacancy_id bigint NOT NULL,
  occupation_points smallint NOT NULL,
  skill_points smallint NOT NULL,
  place_points smallint NOT NULL,
  wage_points smallint NOT NULL,
  home_points smallint NOT NULL,
  points integer NOT NULL,
  priority integer NOT NULL,
  cut_off integer,
  CONSTRAINT match_proposal_pkey PRIMARY KEY (county, run_id, person_id, rank),
  CONSTRAINT match_proposal_check CHECK (((area / 1000000) = county))
);
COMMENT ON TABLE match_proposal IS '匹配建议: a vacancy that a run proposes to a person, with what it is worth to them and where they stand';
COMMENT ON COLUMN match_proposal.county IS 'distribution key: the six digits of the county the file lay in when the run read it';
COMMENT ON COLUMN match_proposal.area IS '12-digit division code (today''s division) of the village the file lay in when the run read it';
COMMENT ON COLUMN match_proposal.run_id IS 'the run';
COMMENT ON COLUMN match_proposal.person_id IS 'the person; no reference, because the result stays as it was when a file moves or is merged';
COMMENT ON COLUMN match_proposal.rank IS '1 = the reserved vacancy (预留岗位), more = back-ups (备选岗位)';
COMMENT ON COLUMN match_proposal.vacancy_id IS 'the vacancy';
COMMENT ON COLUMN match_proposal.occupation_points IS 'points for the occupation';
COMMENT ON COLUMN match_proposal.skill_points IS 'points for verified skill';
COMMENT ON COLUMN match_proposal.place_points IS 'points for the place';
COMMENT ON COLUMN match_proposal.wage_points IS 'points for the wage';
COMMENT ON COLUMN match_proposal.home_points IS 'points for being near home';
COMMENT ON COLUMN match_proposal.points IS 'all points together: what the vacancy is worth to the person';
COMMENT ON COLUMN match_proposal.priority IS 'where the person stands in the public order of this vacancy; greater is before';
COMMENT ON COLUMN match_proposal.cut_off IS 'where the last admitted of the vacancy stands; null = places were left';
CREATE INDEX match_proposal_person ON public.match_proposal USING btree (run_id, person_id);
CREATE INDEX match_proposal_vacancy ON public.match_proposal USING btree (run_id, vacancy_id);

CREATE TABLE match_run (
  id bigint DEFAULT nextval('ledger_id'::regclass) NOT NULL,
  plan text NOT NULL,
  frame_area bigint NOT NULL,
  on_day date NOT NULL,
  cause text NOT NULL,
  people text NOT NULL,
  kinds text[] NOT NULL,
  openings_share smallint NOT NULL,
  back_ups smallint NOT NULL,
  factor smallint NOT NULL,
  extent text NOT NULL,
  seed text NOT NULL,
  weights jsonb NOT NULL,
  tiers jsonb NOT NULL,
  engine text NOT NULL,
  asked_at timestamp with time zone NOT NULL,
  officer_id bigint,
  officer_name text,
  post_id bigint,
  post_title text,
  begun_at timestamp with time zone,
  alive_at timestamp with time zone,
  share real DEFAULT 0 NOT NULL,
  stop_asked_at timestamp with time zone,
  ended_at timestamp with time zone,
  problem jsonb,
  known_at timestamp with time zone,
  inputs_hash text,
  result_hash text,
  counts jsonb,
  certificate jsonb,
  seconds jsonb,
  replay_asked_at timestamp with time zone,
  replayed_at timestamp with time zone,
  replay jsonb,
  pruned_at timestamp with time zone,
  CONSTRAINT match_run_pkey PRIMARY KEY (id),
  CONSTRAINT match_run_back_ups_check CHECK (((back_ups >= 0) AND (back_ups <= 4))),
  CONSTRAINT match_run_cause_check CHECK ((cause = ANY (ARRAY['hand'::text, 'schedule'::text]))),
  CONSTRAINT match_run_extent_check CHECK ((extent = ANY (ARRAY['full'::text, 'quick'::text]))),
  CONSTRAINT match_run_factor_check CHECK (((factor >= 1) AND (factor <= 3))),
  CONSTRAINT match_run_openings_share_check CHECK (((openings_share >= 1) AND (openings_share <= 100))),
  CONSTRAINT match_run_people_check CHECK ((people = ANY (ARRAY['need'::text, 'wish'::text])))
);
COMMENT ON TABLE match_run IS '人岗匹配: one run that places everybody who looks for work over the openings there are; holds nobody';
COMMENT ON COLUMN match_run.id IS 'ledger id';
COMMENT ON COLUMN match_run.plan IS 'key of the plan whose need names the people';
COMMENT ON COLUMN match_run.frame_area IS 'area whose people are placed; vacancies are those of everywhere';
COMMENT ON COLUMN match_run.on_day IS 'the day that ages, wishes, memberships and vacancies are read for';
COMMENT ON COLUMN match_run.cause IS 'hand: an officer asked for it; schedule: every night';
COMMENT ON COLUMN match_run.people IS 'need: whoever has the need for work; wish: whoever has a work wish in force';
COMMENT ON COLUMN match_run.kinds IS 'kinds of vacancies it gives out';
COMMENT ON COLUMN match_run.openings_share IS 'of the openings left of a vacancy, how many of a hundred it gives out; at least one';
COMMENT ON COLUMN match_run.back_ups IS 'further vacancies a person, 0 to 4';
COMMENT ON COLUMN match_run.factor IS 'places for back-ups, as a multiple of the openings';
COMMENT ON COLUMN match_run.extent IS 'of the certificate: full, also with the most that could be placed; quick, without';
COMMENT ON COLUMN match_run.seed IS 'the lottery is drawn from it; published';
COMMENT ON COLUMN match_run.weights IS 'the weights as they were, with their version';
COMMENT ON COLUMN match_run.tiers IS 'the assistance tiers as they were, with their version';
COMMENT ON COLUMN match_run.engine IS 'version of the program that was asked';
COMMENT ON COLUMN match_run.asked_at IS 'when it was asked for; passed as a parameter';
COMMENT ON COLUMN match_run.officer_id IS 'who asked; null = the schedule';
COMMENT ON COLUMN match_run.officer_name IS 'as shown';
COMMENT ON COLUMN match_run.post_id IS 'under which post';
COMMENT ON COLUMN match_run.post_title IS 'as shown';
COMMENT ON COLUMN match_run.begun_at IS 'when it began; null = waits';
COMMENT ON COLUMN match_run.alive_at IS 'when it last said that it goes on; one that has been silent for long was killed';
COMMENT ON COLUMN match_run.share IS 'how far it is, from 0 to 1; the phase follows from it';
COMMENT ON COLUMN match_run.stop_asked_at IS 'when somebody stopped it';
COMMENT ON COLUMN match_run.ended_at IS 'when it was done, stopped, broken off or refused';
COMMENT ON COLUMN match_run.problem IS 'why it ended without a result, in both languages; null = it has one, or was stopped';
COMMENT ON COLUMN match_run.known_at IS 'the moment of knowledge of all it read: with the settings it makes the same run again';
COMMENT ON COLUMN match_run.inputs_hash IS 'SHA-256 of all it read';
COMMENT ON COLUMN match_run.result_hash IS 'SHA-256 of all it proposes; null = not done';
COMMENT ON COLUMN match_run.counts IS 'people, vacancies, openings, placed and the like';
COMMENT ON COLUMN match_run.certificate IS 'what the independent checker found over all eligible pairs';
COMMENT ON COLUMN match_run.seconds IS 'how long each phase took';
COMMENT ON COLUMN match_run.replay_asked_at IS 'when it was last asked to be computed again and compared';
COMMENT ON COLUMN match_run.replayed_at IS 'when that was done';
COMMENT ON COLUMN match_run.replay IS 'what came of it: whether inputs and result are the same';
COMMENT ON COLUMN match_run.pruned_at IS 'when its proposals were taken away, but for those a referral rests on; null = all of them stand';
CREATE INDEX match_run_ended ON public.match_run USING btree (ended_at, id);
CREATE UNIQUE INDEX match_run_open ON public.match_run USING btree (plan) WHERE (ended_at IS NULL);

CREATE TABLE match_vacancy (
  run_id bigint NOT NULL,
  vacancy_id bigint NOT NULL,
  occupation text NOT NULL,
  openings integer NOT NULL,
  given integer NOT NULL,
  cut_off integer,
  back_ups integer NOT NULL,
  back_up_cut_off integer,
  CONSTRAINT match_vacancy_pkey PRIMARY KEY (run_id, vacancy_id)
);
COMMENT ON TABLE match_vacancy IS '匹配岗位: a vacancy of a run, how many of its openings were given, and its cut-off';
COMMENT ON COLUMN match_vacancy.run_id IS 'the run';
COMMENT ON COLUMN match_vacancy.vacancy_id IS 'the vacancy';
COMMENT ON COLUMN match_vacancy.occupation IS 'small class of the classification it was read as';
COMMENT ON COLUMN match_vacancy.openings IS 'openings the run could give out';
COMMENT ON COLUMN match_vacancy.given IS 'openings it gave out';
COMMENT ON COLUMN match_vacancy.cut_off IS '录取线: where the last admitted stands in the public order; null = places were left';
COMMENT ON COLUMN match_vacancy.back_ups IS 'people to whom it is proposed as a back-up';
COMMENT ON COLUMN match_vacancy.back_up_cut_off IS 'where the last of these stands; null = places were left';

CREATE TABLE membership (
  county integer NOT NULL,
  area bigint NOT NULL,
  id bigint DEFAULT nextval('ledger_id'::regclass) NOT NULL,
  person_id bigint NOT NULL,
  kind text NOT NULL,
  risk text,
  risk_removed_on date,
  valid_from date NOT NULL,
  valid_to date,
  known_from timestamp with time zone NOT NULL,
  source text NOT NULL,
  evidence text,
  verified_on date,
  verified_method text,
  verified_by text,
  verified_until date,
  recorded_by bigint,
  CONSTRAINT membership_pkey PRIMARY KEY (county, id),
  CONSTRAINT membership_no_overlap EXCLUDE USING gist (((person_id + 0)) WITH =, county WITH =, kind WITH =, daterange(valid_from, valid_to) WITH &&),
  CONSTRAINT membership_check CHECK (((area / 1000000) = county)),
  CONSTRAINT membership_check1 CHECK ((valid_to > valid_from))
);
COMMENT ON TABLE membership IS '身份类别: a dated status with its source';
COMMENT ON COLUMN membership.county IS 'distribution key: the six digits of the county the file lies in; never updated';
COMMENT ON COLUMN membership.area IS '12-digit division code (today''s division) of the village the row belongs to';
COMMENT ON COLUMN membership.id IS 'ledger id, unique within the county';
COMMENT ON COLUMN membership.person_id IS 'the person whose spell it is';
COMMENT ON COLUMN membership.kind IS 'lifted, unstable, marginal, sudden, low_income, low_income_edge, destitute, rigid_expense, disabled, relocated, key_income';
COMMENT ON COLUMN membership.risk IS 'monitored kinds: main risk (illness, disability, education, disaster, labour_shortage, job_loss, other)';
COMMENT ON COLUMN membership.risk_removed_on IS 'monitored kinds: day the risk was recorded as removed';
COMMENT ON COLUMN membership.valid_from IS 'first day on which it was true';
COMMENT ON COLUMN membership.valid_to IS 'first day on which it was no longer true; null = still true';
COMMENT ON COLUMN membership.known_from IS 'when the ledger came to know it; passed as a parameter';
COMMENT ON COLUMN membership.source IS 'where it comes from: a list, a register, an officer, or demo';
COMMENT ON COLUMN membership.evidence IS '佐证: what shows that it is so (contract, call, visit, register_match, roster, payslip)';
COMMENT ON COLUMN membership.verified_on IS '核实: day of the last confirmation; null = never confirmed';
COMMENT ON COLUMN membership.verified_method IS 'how it was confirmed: phone, visit, register_match';
COMMENT ON COLUMN membership.verified_by IS 'post or register that confirmed it';
COMMENT ON COLUMN membership.verified_until IS 'the confirmation counts until this day';
COMMENT ON COLUMN membership.recorded_by IS 'post under which the row was entered; null = loaded from a list';
CREATE INDEX membership_area ON public.membership USING btree (area);
CREATE INDEX membership_kind ON public.membership USING btree (county, kind, person_id);
CREATE INDEX membership_person ON public.membership USING btree (county, person_id);

CREATE TABLE membership_history (
  county integer NOT NULL,
  area bigint NOT NULL,
  id bigint NOT NULL,
  person_id bigint NOT NULL,
  kind text NOT NULL,
  risk text,
  risk_removed_on date,
  valid_from date NOT NULL,
  valid_to date,
  known_from timestamp with time zone NOT NULL,
  source text NOT NULL,
  evidence text,
  verified_on date,
  verified_method text,
  verified_by text,
  verified_until date,
  recorded_by bigint,
  known_to timestamp with time zone NOT NULL,
  superseded_by text NOT NULL,
  CONSTRAINT membership_history_pkey PRIMARY KEY (county, id, known_from),
  CONSTRAINT membership_history_check CHECK ((known_to > known_from))
);
COMMENT ON TABLE membership_history IS '身份类别: a dated status with its source (superseded rows: what the ledger said from known_from to known_to)';
COMMENT ON COLUMN membership_history.county IS 'distribution key: the six digits of the county the file lies in; never updated';
COMMENT ON COLUMN membership_history.area IS '12-digit division code (today''s division) of the village the row belongs to';
COMMENT ON COLUMN membership_history.id IS 'ledger id, unique within the county';
COMMENT ON COLUMN membership_history.person_id IS 'the person whose spell it is';
COMMENT ON COLUMN membership_history.kind IS 'lifted, unstable, marginal, sudden, low_income, low_income_edge, destitute, rigid_expense, disabled, relocated, key_income';
COMMENT ON COLUMN membership_history.risk IS 'monitored kinds: main risk (illness, disability, education, disaster, labour_shortage, job_loss, other)';
COMMENT ON COLUMN membership_history.risk_removed_on IS 'monitored kinds: day the risk was recorded as removed';
COMMENT ON COLUMN membership_history.valid_from IS 'first day on which it was true';
COMMENT ON COLUMN membership_history.valid_to IS 'first day on which it was no longer true; null = still true';
COMMENT ON COLUMN membership_history.known_from IS 'when the ledger came to know it; passed as a parameter';
COMMENT ON COLUMN membership_history.source IS 'where it comes from: a list, a register, an officer, or demo';
COMMENT ON COLUMN membership_history.evidence IS '佐证: what shows that it is so (contract, call, visit, register_match, roster, payslip)';
COMMENT ON COLUMN membership_history.verified_on IS '核实: day of the last confirmation; null = never confirmed';
COMMENT ON COLUMN membership_history.verified_method IS 'how it was confirmed: phone, visit, register_match';
COMMENT ON COLUMN membership_history.verified_by IS 'post or register that confirmed it';
COMMENT ON COLUMN membership_history.verified_until IS 'the confirmation counts until this day';
COMMENT ON COLUMN membership_history.recorded_by IS 'post under which the row was entered; null = loaded from a list';
COMMENT ON COLUMN membership_history.known_to IS 'when the ledger stopped saying so';
COMMENT ON COLUMN membership_history.superseded_by IS 'why: correction, ended, verified, withdrawn, moved';
CREATE INDEX membership_history_person ON public.membership_history USING btree (county, person_id);

CREATE TABLE merged_file (
  county integer NOT NULL,
  area bigint NOT NULL,
  id bigint DEFAULT nextval('ledger_id'::regclass) NOT NULL,
  closed_id bigint NOT NULL,
  survivor_id bigint NOT NULL,
  closed_said timestamp with time zone NOT NULL,
  survivor_said timestamp with time zone,
  number_moved boolean NOT NULL,
  merged_at timestamp with time zone NOT NULL,
  merged_by bigint NOT NULL,
  unmerged_at timestamp with time zone,
  unmerged_by bigint,
  CONSTRAINT merged_file_pkey PRIMARY KEY (county, id),
  CONSTRAINT merged_file_check CHECK (((area / 1000000) = county)),
  CONSTRAINT merged_file_check1 CHECK ((unmerged_at > merged_at))
);
COMMENT ON TABLE merged_file IS '并档: a file that was closed into another, and where the other is found; enough to take it apart again';
COMMENT ON COLUMN merged_file.county IS 'distribution key: county of both files';
COMMENT ON COLUMN merged_file.area IS 'village of the closed file';
COMMENT ON COLUMN merged_file.id IS 'ledger id, unique within the county';
COMMENT ON COLUMN merged_file.closed_id IS 'the file that was closed';
COMMENT ON COLUMN merged_file.survivor_id IS 'the file that has everything now';
COMMENT ON COLUMN merged_file.closed_said IS 'known_from of the closed file''s last version, which stands in the history';
COMMENT ON COLUMN merged_file.survivor_said IS 'known_from of the survivor''s version before, where the merge changed a field of it';
COMMENT ON COLUMN merged_file.number_moved IS 'the survivor took the identity number of the closed file';
COMMENT ON COLUMN merged_file.merged_at IS 'when it was merged: known_from of every row that moved';
COMMENT ON COLUMN merged_file.merged_by IS 'post that approved the merge';
COMMENT ON COLUMN merged_file.unmerged_at IS 'when it was taken apart again; null = merged';
COMMENT ON COLUMN merged_file.unmerged_by IS 'post that approved taking it apart';
CREATE UNIQUE INDEX merged_file_closed ON public.merged_file USING btree (county, closed_id) WHERE (unmerged_at IS NULL);
CREATE INDEX merged_file_survivor ON public.merged_file USING btree (county, survivor_id);

CREATE TABLE occupation_word (
  county integer NOT NULL,
  area bigint NOT NULL,
  words text NOT NULL,
  occupation text NOT NULL,
  told_at timestamp with time zone NOT NULL,
  told_by bigint NOT NULL,
  CONSTRAINT occupation_word_pkey PRIMARY KEY (county, area, words),
  CONSTRAINT occupation_word_check CHECK (((area / 1000000) = county)),
  CONSTRAINT occupation_word_occupation_check CHECK ((occupation ~ '^[1-8](-\d{2}){2,3}$'::text))
);
COMMENT ON TABLE occupation_word IS '职业叫法: which occupation the words of a row mean, as an officer of the area told it once';
COMMENT ON COLUMN occupation_word.county IS 'distribution key: the six digits of the area';
COMMENT ON COLUMN occupation_word.area IS 'area of the post that told it';
COMMENT ON COLUMN occupation_word.words IS 'the trade and the title of the row, as written';
COMMENT ON COLUMN occupation_word.occupation IS 'code of the classification of 2022';
COMMENT ON COLUMN occupation_word.told_at IS 'when; passed as a parameter';
COMMENT ON COLUMN occupation_word.told_by IS 'post that told it';

CREATE TABLE officer (
  id bigint DEFAULT nextval('ledger_id'::regclass) NOT NULL,
  sign_in text NOT NULL,
  name text NOT NULL,
  password_hash text NOT NULL,
  totp_cipher bytea,
  totp_step bigint,
  demo boolean DEFAULT false NOT NULL,
  created_at timestamp with time zone NOT NULL,
  disabled_at timestamp with time zone,
  password_due boolean DEFAULT false NOT NULL,
  CONSTRAINT officer_pkey PRIMARY KEY (id),
  CONSTRAINT officer_sign_in_key UNIQUE (sign_in),
  CONSTRAINT officer_sign_in_check CHECK (((sign_in = lower(sign_in)) AND ((char_length(sign_in) >= 1) AND (char_length(sign_in) <= 60))))
);
COMMENT ON TABLE officer IS '工作人员: somebody who signs in; what may be done hangs on the post';
COMMENT ON COLUMN officer.id IS 'ledger id';
COMMENT ON COLUMN officer.sign_in IS 'sign-in name, small letters';
COMMENT ON COLUMN officer.name IS 'name of the officer';
COMMENT ON COLUMN officer.password_hash IS 'argon2id with its parameters and salt, PHC string';
COMMENT ON COLUMN officer.totp_cipher IS 'secret of the second factor, encrypted; null = not enrolled';
COMMENT ON COLUMN officer.totp_step IS 'last time step whose code was accepted: a code counts once';
COMMENT ON COLUMN officer.demo IS 'made with the demonstration city; its password is printed on the sign-in page';
COMMENT ON COLUMN officer.created_at IS 'when the account was opened';
COMMENT ON COLUMN officer.disabled_at IS 'when the account was closed; null = open';
COMMENT ON COLUMN officer.password_due IS 'the password was handed over by an administrator: nothing but choosing another may be done with it';

CREATE TABLE person (
  county integer NOT NULL,
  area bigint NOT NULL,
  id bigint DEFAULT nextval('ledger_id'::regclass) NOT NULL,
  household_id bigint,
  relation text,
  name text NOT NULL,
  pinyin text NOT NULL,
  initials text NOT NULL,
  grams text[] NOT NULL,
  sex text,
  birth_date date,
  death_date date,
  ethnic text,
  education text,
  in_school boolean,
  health text,
  capacity text,
  disability_grade smallint,
  id_kind text NOT NULL,
  id_cipher bytea,
  id_index bytea,
  id_mask text,
  phone_cipher bytea,
  phone_index bytea,
  phone_mask text,
  bank_cipher bytea,
  bank_index bytea,
  bank_mask text,
  opened_on date NOT NULL,
  version integer DEFAULT 1 NOT NULL,
  known_from timestamp with time zone NOT NULL,
  source text NOT NULL,
  evidence text,
  verified_on date,
  verified_method text,
  verified_by text,
  verified_until date,
  recorded_by bigint,
  CONSTRAINT person_pkey PRIMARY KEY (county, id),
  CONSTRAINT person_check CHECK (((area / 1000000) = county))
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
CREATE INDEX person_area ON public.person USING btree (area, id);
CREATE INDEX person_bank_index ON public.person USING btree (bank_index);
CREATE INDEX person_grams ON public.person USING gin (grams);
CREATE INDEX person_household ON public.person USING btree (county, household_id);
CREATE INDEX person_id_index ON public.person USING btree (id_index);
CREATE INDEX person_initials ON public.person USING btree (initials text_pattern_ops, area);
CREATE INDEX person_known_from ON public.person USING brin (known_from) WITH (pages_per_range='32', autosummarize='on');
CREATE INDEX person_name_birth ON public.person USING btree (name, birth_date);
CREATE INDEX person_phone_index ON public.person USING btree (phone_index);
CREATE INDEX person_pinyin ON public.person USING btree (replace(pinyin, ' '::text, ''::text) text_pattern_ops, area);
CREATE INDEX person_sound_birth ON public.person USING btree (pinyin, birth_date);
CREATE INDEX person_unnumbered ON public.person USING btree (county, area) WHERE (id_index IS NULL);

CREATE TABLE person_history (
  county integer NOT NULL,
  area bigint NOT NULL,
  id bigint NOT NULL,
  household_id bigint,
  relation text,
  name text NOT NULL,
  pinyin text NOT NULL,
  initials text NOT NULL,
  grams text[] NOT NULL,
  sex text,
  birth_date date,
  death_date date,
  ethnic text,
  education text,
  in_school boolean,
  health text,
  capacity text,
  disability_grade smallint,
  id_kind text NOT NULL,
  id_cipher bytea,
  id_index bytea,
  id_mask text,
  phone_cipher bytea,
  phone_index bytea,
  phone_mask text,
  bank_cipher bytea,
  bank_index bytea,
  bank_mask text,
  opened_on date NOT NULL,
  version integer NOT NULL,
  known_from timestamp with time zone NOT NULL,
  source text NOT NULL,
  evidence text,
  verified_on date,
  verified_method text,
  verified_by text,
  verified_until date,
  recorded_by bigint,
  known_to timestamp with time zone NOT NULL,
  superseded_by text NOT NULL,
  CONSTRAINT person_history_pkey PRIMARY KEY (county, id, known_from),
  CONSTRAINT person_history_check CHECK ((known_to > known_from))
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

CREATE TABLE person_identity (
  id_index bytea NOT NULL,
  county integer NOT NULL,
  person_id bigint NOT NULL,
  CONSTRAINT person_identity_pkey PRIMARY KEY (id_index)
);
COMMENT ON TABLE person_identity IS 'city-wide registry: one identity number, one person; no login reads it, register_identity() and find_by_identity() do';
COMMENT ON COLUMN person_identity.id_index IS 'blind index (HMAC-SM3) of the normalised identity number';
COMMENT ON COLUMN person_identity.county IS 'county of the file';
COMMENT ON COLUMN person_identity.person_id IS 'the person';

CREATE TABLE possible_duplicate (
  county integer NOT NULL,
  area bigint NOT NULL,
  person_id bigint NOT NULL,
  other_id bigint NOT NULL,
  CONSTRAINT possible_duplicate_pkey PRIMARY KEY (county, person_id, other_id),
  CONSTRAINT possible_duplicate_check CHECK (((area / 1000000) = county)),
  CONSTRAINT possible_duplicate_check1 CHECK ((person_id <> other_id))
);
COMMENT ON TABLE possible_duplicate IS '疑似重复: pairs of files of a county that shared what possible duplicates are looked for by, when the county was searched last; each pair from both its sides, so that either village finds it. Not a fact of the ledger: made anew by every search, and scored when it is read';
COMMENT ON COLUMN possible_duplicate.county IS 'distribution key: county of both files';
COMMENT ON COLUMN possible_duplicate.area IS 'village of the file that the row belongs to';
COMMENT ON COLUMN possible_duplicate.person_id IS 'the file that the row belongs to';
COMMENT ON COLUMN possible_duplicate.other_id IS 'the other file; it is shown only to a post that sees it as well';
CREATE INDEX possible_duplicate_area ON public.possible_duplicate USING btree (area, person_id, other_id);

CREATE TABLE post (
  id bigint DEFAULT nextval('ledger_id'::regclass) NOT NULL,
  officer_id bigint NOT NULL,
  role text NOT NULL,
  title text NOT NULL,
  lo bigint,
  hi bigint,
  duty text GENERATED ALWAYS AS (
CASE
    WHEN (role = ANY (ARRAY['system'::text, 'security'::text, 'audit'::text])) THEN role
    ELSE 'files'::text
END) STORED NOT NULL,
  started_on date NOT NULL,
  ended_on date,
  credit_code text,
  CONSTRAINT post_pkey PRIMARY KEY (id),
  CONSTRAINT post_employer_apart EXCLUDE USING gist (officer_id WITH =, (((role = 'employer'::text))::integer) WITH <>) WHERE ((ended_on IS NULL)),
  CONSTRAINT post_separation EXCLUDE USING gist (officer_id WITH =, duty WITH <>) WHERE ((ended_on IS NULL)),
  CONSTRAINT post_credit_code_check CHECK ((credit_code ~ '^[0-9A-Z]{18}$'::text)),
  CONSTRAINT post_employer_code CHECK (((role = 'employer'::text) = (credit_code IS NOT NULL))),
  CONSTRAINT post_ends_later CHECK ((ended_on > started_on)),
  CONSTRAINT post_scope CHECK (
CASE role
    WHEN 'village'::text THEN ((hi - lo) = 1)
    WHEN 'town'::text THEN (((hi - lo) = 1000) AND ((lo % (1000)::bigint) = 0))
    WHEN 'county'::text THEN (((hi - lo) = 1000000) AND ((lo % (1000000)::bigint) = 0))
    WHEN 'city'::text THEN (((hi - lo) = '10000000000'::bigint) AND ((lo % '10000000000'::bigint) = 0))
    WHEN 'employer'::text THEN (((hi - lo) = 1000000) AND ((lo % (1000000)::bigint) = 0))
    WHEN 'system'::text THEN ((lo IS NULL) AND (hi IS NULL))
    WHEN 'security'::text THEN ((lo IS NULL) AND (hi IS NULL))
    WHEN 'audit'::text THEN ((lo IS NULL) AND (hi IS NULL))
    ELSE false
END),
  CONSTRAINT post_scope_known CHECK (((role = ANY (ARRAY['system'::text, 'security'::text, 'audit'::text])) OR ((lo IS NOT NULL) AND (hi IS NOT NULL))))
);
COMMENT ON TABLE post IS '岗位身份: the role and the area under which an officer acts, one at a time';
COMMENT ON COLUMN post.id IS 'ledger id';
COMMENT ON COLUMN post.officer_id IS 'whose post it is';
COMMENT ON COLUMN post.role IS 'village, town, county, city; system, security, audit; employer';
COMMENT ON COLUMN post.title IS 'as shown: 云阳县人社局';
COMMENT ON COLUMN post.lo IS 'code of the area (today''s division), first of the interval read; null for administrators, who read no file; of an employer, the county that opened the account: an employer reads no interval';
COMMENT ON COLUMN post.hi IS 'first code beyond the area; the post reads [lo, hi)';
COMMENT ON COLUMN post.duty IS 'files or one of the three administrations: nobody holds two of them at a time';
COMMENT ON COLUMN post.started_on IS 'first day of the post';
COMMENT ON COLUMN post.ended_on IS 'first day on which it was no longer held; null = held';
COMMENT ON COLUMN post.credit_code IS '统一社会信用代码 of the employer whose vacancies the post sees; null for officers';
CREATE INDEX post_officer ON public.post USING btree (officer_id);
CREATE UNIQUE INDEX post_one_employer ON public.post USING btree (lo, credit_code) WHERE ((role = 'employer'::text) AND (ended_on IS NULL));

CREATE TABLE public_post (
  county integer NOT NULL,
  area bigint NOT NULL,
  id bigint DEFAULT nextval('ledger_id'::regclass) NOT NULL,
  person_id bigint NOT NULL,
  stream text NOT NULL,
  duty text NOT NULL,
  employer text,
  monthly_pay_fen bigint,
  valid_from date NOT NULL,
  valid_to date,
  known_from timestamp with time zone NOT NULL,
  source text NOT NULL,
  evidence text,
  verified_on date,
  verified_method text,
  verified_by text,
  verified_until date,
  recorded_by bigint,
  CONSTRAINT public_post_pkey PRIMARY KEY (county, id),
  CONSTRAINT public_post_no_overlap EXCLUDE USING gist (((person_id + 0)) WITH =, county WITH =, daterange(valid_from, valid_to) WITH &&),
  CONSTRAINT public_post_check CHECK (((area / 1000000) = county)),
  CONSTRAINT public_post_check1 CHECK ((valid_to > valid_from))
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
CREATE INDEX public_post_area ON public.public_post USING btree (area);
CREATE INDEX public_post_person ON public.public_post USING btree (county, person_id);

CREATE TABLE public_post_history (
  county integer NOT NULL,
  area bigint NOT NULL,
  id bigint NOT NULL,
  person_id bigint NOT NULL,
  stream text NOT NULL,
  duty text NOT NULL,
  employer text,
  monthly_pay_fen bigint,
  valid_from date NOT NULL,
  valid_to date,
  known_from timestamp with time zone NOT NULL,
  source text NOT NULL,
  evidence text,
  verified_on date,
  verified_method text,
  verified_by text,
  verified_until date,
  recorded_by bigint,
  known_to timestamp with time zone NOT NULL,
  superseded_by text NOT NULL,
  CONSTRAINT public_post_history_pkey PRIMARY KEY (county, id, known_from),
  CONSTRAINT public_post_history_check CHECK ((known_to > known_from))
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
CREATE INDEX public_post_history_person ON public.public_post_history USING btree (county, person_id);

CREATE TABLE referral (
  county integer NOT NULL,
  area bigint NOT NULL,
  id bigint DEFAULT nextval('ledger_id'::regclass) NOT NULL,
  person_id bigint NOT NULL,
  vacancy_county integer NOT NULL,
  vacancy_id bigint NOT NULL,
  title text NOT NULL,
  employer text NOT NULL,
  origin text NOT NULL,
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
  valid_from date NOT NULL,
  valid_to date,
  known_from timestamp with time zone NOT NULL,
  source text NOT NULL,
  evidence text,
  verified_on date,
  verified_method text,
  verified_by text,
  verified_until date,
  recorded_by bigint,
  CONSTRAINT referral_pkey PRIMARY KEY (county, id),
  CONSTRAINT referral_no_overlap EXCLUDE USING gist (((person_id + 0)) WITH =, county WITH =, vacancy_id WITH =, daterange(valid_from, valid_to) WITH &&),
  CONSTRAINT referral_check CHECK (((area / 1000000) = county)),
  CONSTRAINT referral_check1 CHECK ((valid_to >= valid_from)),
  CONSTRAINT referral_check2 CHECK ((trial_to > trial_from)),
  CONSTRAINT referral_check3 CHECK (((placed_on IS NULL) = (employment_id IS NULL))),
  CONSTRAINT referral_check4 CHECK (((placed_on IS NULL) OR (end_reason IS NULL))),
  CONSTRAINT referral_check5 CHECK (((valid_to IS NULL) = ((end_reason IS NULL) AND (placed_on IS NULL)))),
  CONSTRAINT referral_check6 CHECK (((person_answer IS NULL) = (person_answered_on IS NULL))),
  CONSTRAINT referral_check7 CHECK (((employer_answer IS NULL) = (employer_answered_on IS NULL))),
  CONSTRAINT referral_employer_answer_check CHECK ((employer_answer = ANY (ARRAY['accepted'::text, 'declined'::text]))),
  CONSTRAINT referral_interview_result_check CHECK ((interview_result = ANY (ARRAY['passed'::text, 'failed'::text, 'absent'::text]))),
  CONSTRAINT referral_origin_check CHECK ((origin = ANY (ARRAY['offer'::text, 'run'::text, 'person'::text]))),
  CONSTRAINT referral_person_answer_check CHECK ((person_answer = ANY (ARRAY['accepted'::text, 'declined'::text])))
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
CREATE INDEX referral_area ON public.referral USING btree (area);
CREATE INDEX referral_id ON public.referral USING btree (id);
CREATE INDEX referral_person ON public.referral USING btree (county, person_id);
CREATE INDEX referral_vacancy ON public.referral USING btree (vacancy_county, vacancy_id);

CREATE TABLE referral_history (
  county integer NOT NULL,
  area bigint NOT NULL,
  id bigint NOT NULL,
  person_id bigint NOT NULL,
  vacancy_county integer NOT NULL,
  vacancy_id bigint NOT NULL,
  title text NOT NULL,
  employer text NOT NULL,
  origin text NOT NULL,
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
  valid_from date NOT NULL,
  valid_to date,
  known_from timestamp with time zone NOT NULL,
  source text NOT NULL,
  evidence text,
  verified_on date,
  verified_method text,
  verified_by text,
  verified_until date,
  recorded_by bigint,
  known_to timestamp with time zone NOT NULL,
  superseded_by text NOT NULL,
  CONSTRAINT referral_history_pkey PRIMARY KEY (county, id, known_from),
  CONSTRAINT referral_history_check CHECK ((known_to > known_from))
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
CREATE INDEX referral_history_person ON public.referral_history USING btree (county, person_id);

CREATE TABLE reporting_unit (
  key text NOT NULL,
  name text NOT NULL,
  name_en text NOT NULL,
  assumption text,
  source text NOT NULL,
  CONSTRAINT reporting_unit_pkey PRIMARY KEY (key)
);
COMMENT ON TABLE reporting_unit IS '统计单位: who reports without being a division (高新区, 万盛经开区)';
COMMENT ON COLUMN reporting_unit.key IS 'short key';
COMMENT ON COLUMN reporting_unit.name IS 'Chinese name';
COMMENT ON COLUMN reporting_unit.name_en IS 'English name';
COMMENT ON COLUMN reporting_unit.assumption IS 'what about its towns is assumed and not sourced';
COMMENT ON COLUMN reporting_unit.source IS 'which papers address it as a reporting unit';

CREATE TABLE reporting_unit_area (
  unit text NOT NULL,
  area bigint NOT NULL,
  CONSTRAINT reporting_unit_area_pkey PRIMARY KEY (unit, area)
);
COMMENT ON TABLE reporting_unit_area IS 'the towns a reporting unit reports for';
COMMENT ON COLUMN reporting_unit_area.unit IS 'the unit';
COMMENT ON COLUMN reporting_unit_area.area IS 'code of a town';

CREATE TABLE retention_answer (
  county integer NOT NULL,
  area bigint NOT NULL,
  id bigint DEFAULT nextval('ledger_id'::regclass) NOT NULL,
  person_id bigint NOT NULL,
  referral_id bigint NOT NULL,
  month smallint NOT NULL,
  outcome text NOT NULL,
  reason text,
  retry_on date,
  valid_from date NOT NULL,
  valid_to date,
  known_from timestamp with time zone NOT NULL,
  source text NOT NULL,
  evidence text,
  verified_on date,
  verified_method text,
  verified_by text,
  verified_until date,
  recorded_by bigint,
  CONSTRAINT retention_answer_pkey PRIMARY KEY (county, id),
  CONSTRAINT retention_answer_check CHECK (((area / 1000000) = county)),
  CONSTRAINT retention_answer_check1 CHECK (((outcome = 'unreached'::text) = (retry_on IS NOT NULL))),
  CONSTRAINT retention_answer_month_check CHECK ((month > 0)),
  CONSTRAINT retention_answer_outcome_check CHECK ((outcome = ANY (ARRAY['there'::text, 'left'::text, 'unreached'::text])))
);
COMMENT ON TABLE retention_answer IS '稳岗回访: what was heard of a placed person, so many months after the placement';
COMMENT ON COLUMN retention_answer.county IS 'distribution key: the six digits of the county the file lies in; never updated';
COMMENT ON COLUMN retention_answer.area IS '12-digit division code (today''s division) of the village the row belongs to';
COMMENT ON COLUMN retention_answer.id IS 'ledger id, unique within the county';
COMMENT ON COLUMN retention_answer.person_id IS 'the person who was placed';
COMMENT ON COLUMN retention_answer.referral_id IS 'the referral that became the placement, in the same county; no foreign key, for the rows of a file move county table by table';
COMMENT ON COLUMN retention_answer.month IS 'how many months after the placement: one of the plan''s';
COMMENT ON COLUMN retention_answer.outcome IS 'still there, left, or not reached';
COMMENT ON COLUMN retention_answer.reason IS 'why the work ended; null = it did not, or not asked';
COMMENT ON COLUMN retention_answer.retry_on IS 'not reached: day on which it is tried again';
COMMENT ON COLUMN retention_answer.valid_from IS 'day on which it was heard';
COMMENT ON COLUMN retention_answer.valid_to IS 'never set: what was heard on a day stays heard';
COMMENT ON COLUMN retention_answer.known_from IS 'when the ledger came to know it; passed as a parameter';
COMMENT ON COLUMN retention_answer.source IS 'where it comes from: an officer, or demo';
COMMENT ON COLUMN retention_answer.evidence IS '佐证: what shows that it is so; null = none named';
COMMENT ON COLUMN retention_answer.verified_on IS '核实: day of the last confirmation; null = never confirmed';
COMMENT ON COLUMN retention_answer.verified_method IS 'how it was confirmed: phone, visit, register_match';
COMMENT ON COLUMN retention_answer.verified_by IS 'post or register that confirmed it';
COMMENT ON COLUMN retention_answer.verified_until IS 'the confirmation counts until this day';
COMMENT ON COLUMN retention_answer.recorded_by IS 'post under which the row was entered; null = loaded';
CREATE INDEX retention_answer_area ON public.retention_answer USING btree (area);
CREATE INDEX retention_answer_person ON public.retention_answer USING btree (county, person_id);
CREATE INDEX retention_answer_referral ON public.retention_answer USING btree (county, referral_id);

CREATE TABLE retention_answer_history (
  county integer NOT NULL,
  area bigint NOT NULL,
  id bigint NOT NULL,
  person_id bigint NOT NULL,
  referral_id bigint NOT NULL,
  month smallint NOT NULL,
  outcome text NOT NULL,
  reason text,
  retry_on date,
  valid_from date NOT NULL,
  valid_to date,
  known_from timestamp with time zone NOT NULL,
  source text NOT NULL,
  evidence text,
  verified_on date,
  verified_method text,
  verified_by text,
  verified_until date,
  recorded_by bigint,
  known_to timestamp with time zone NOT NULL,
  superseded_by text NOT NULL,
  CONSTRAINT retention_answer_history_pkey PRIMARY KEY (county, id, known_from),
  CONSTRAINT retention_answer_history_check CHECK ((known_to > known_from))
);
COMMENT ON TABLE retention_answer_history IS '稳岗回访: what was heard of a placed person, so many months after the placement (superseded rows: what the ledger said from known_from to known_to)';
COMMENT ON COLUMN retention_answer_history.county IS 'distribution key: the six digits of the county the file lies in; never updated';
COMMENT ON COLUMN retention_answer_history.area IS '12-digit division code (today''s division) of the village the row belongs to';
COMMENT ON COLUMN retention_answer_history.id IS 'ledger id, unique within the county';
COMMENT ON COLUMN retention_answer_history.person_id IS 'the person who was placed';
COMMENT ON COLUMN retention_answer_history.referral_id IS 'the referral that became the placement, in the same county';
COMMENT ON COLUMN retention_answer_history.month IS 'how many months after the placement: one of the plan''s';
COMMENT ON COLUMN retention_answer_history.outcome IS 'still there, left, or not reached';
COMMENT ON COLUMN retention_answer_history.reason IS 'why the work ended; null = it did not, or not asked';
COMMENT ON COLUMN retention_answer_history.retry_on IS 'not reached: day on which it is tried again';
COMMENT ON COLUMN retention_answer_history.valid_from IS 'day on which it was heard';
COMMENT ON COLUMN retention_answer_history.valid_to IS 'never set: what was heard on a day stays heard';
COMMENT ON COLUMN retention_answer_history.known_from IS 'when the ledger came to know it; passed as a parameter';
COMMENT ON COLUMN retention_answer_history.source IS 'where it comes from: an officer, or demo';
COMMENT ON COLUMN retention_answer_history.evidence IS '佐证: what shows that it is so; null = none named';
COMMENT ON COLUMN retention_answer_history.verified_on IS '核实: day of the last confirmation; null = never confirmed';
COMMENT ON COLUMN retention_answer_history.verified_method IS 'how it was confirmed: phone, visit, register_match';
COMMENT ON COLUMN retention_answer_history.verified_by IS 'post or register that confirmed it';
COMMENT ON COLUMN retention_answer_history.verified_until IS 'the confirmation counts until this day';
COMMENT ON COLUMN retention_answer_history.recorded_by IS 'post under which the row was entered; null = loaded';
COMMENT ON COLUMN retention_answer_history.known_to IS 'when the ledger stopped saying so';
COMMENT ON COLUMN retention_answer_history.superseded_by IS 'why: correction, withdrawn, moved, …';
CREATE INDEX retention_answer_history_person ON public.retention_answer_history USING btree (county, person_id);

CREATE TABLE ricebowl_installation (
  singleton boolean DEFAULT true NOT NULL,
  keys text NOT NULL,
  created_at timestamp with time zone NOT NULL,
  CONSTRAINT ricebowl_installation_pkey PRIMARY KEY (singleton),
  CONSTRAINT ricebowl_installation_singleton_check CHECK (singleton)
);
COMMENT ON TABLE ricebowl_installation IS 'One row: which installation this database belongs to';
COMMENT ON COLUMN ricebowl_installation.singleton IS 'Always true: there is one row';
COMMENT ON COLUMN ricebowl_installation.keys IS 'Fingerprint of the keys.json that its encrypted columns were written with';
COMMENT ON COLUMN ricebowl_installation.created_at IS 'When the database was first opened';

CREATE TABLE ricebowl_migration (
  name text NOT NULL,
  hash text NOT NULL,
  applied_at timestamp with time zone NOT NULL,
  took_ms integer NOT NULL,
  CONSTRAINT ricebowl_migration_pkey PRIMARY KEY (name)
);
COMMENT ON TABLE ricebowl_migration IS 'Which migrations this database has had';
COMMENT ON COLUMN ricebowl_migration.name IS 'File name in db/migrations';
COMMENT ON COLUMN ricebowl_migration.hash IS 'SHA-256 of the file as it was applied';
COMMENT ON COLUMN ricebowl_migration.applied_at IS 'When it was applied';
COMMENT ON COLUMN ricebowl_migration.took_ms IS 'How long it took, in milliseconds';

CREATE TABLE roster (
  county integer NOT NULL,
  area bigint NOT NULL,
  id bigint DEFAULT nextval('ledger_id'::regclass) NOT NULL,
  person_id bigint NOT NULL,
  site_id bigint NOT NULL,
  role text NOT NULL,
  valid_from date NOT NULL,
  valid_to date,
  known_from timestamp with time zone NOT NULL,
  source text NOT NULL,
  evidence text,
  verified_on date,
  verified_method text,
  verified_by text,
  verified_until date,
  recorded_by bigint,
  CONSTRAINT roster_pkey PRIMARY KEY (county, id),
  CONSTRAINT roster_no_overlap EXCLUDE USING gist (((person_id + 0)) WITH =, county WITH =, site_id WITH =, daterange(valid_from, valid_to) WITH &&),
  CONSTRAINT roster_check CHECK (((area / 1000000) = county)),
  CONSTRAINT roster_check1 CHECK ((valid_to > valid_from))
);
COMMENT ON TABLE roster IS 'a person on the roster of a site';
COMMENT ON COLUMN roster.county IS 'distribution key: the six digits of the county the file lies in; never updated';
COMMENT ON COLUMN roster.area IS '12-digit division code (today''s division) of the village the row belongs to';
COMMENT ON COLUMN roster.id IS 'ledger id, unique within the county';
COMMENT ON COLUMN roster.person_id IS 'the person whose spell it is';
COMMENT ON COLUMN roster.site_id IS 'the site, in the county of the person';
COMMENT ON COLUMN roster.role IS 'worker, founder, trainee, member';
COMMENT ON COLUMN roster.valid_from IS 'first day on which it was true';
COMMENT ON COLUMN roster.valid_to IS 'first day on which it was no longer true; null = still true';
COMMENT ON COLUMN roster.known_from IS 'when the ledger came to know it; passed as a parameter';
COMMENT ON COLUMN roster.source IS 'where it comes from: a list, a register, an officer, or demo';
COMMENT ON COLUMN roster.evidence IS '佐证: what shows that it is so (contract, call, visit, register_match, roster, payslip)';
COMMENT ON COLUMN roster.verified_on IS '核实: day of the last confirmation; null = never confirmed';
COMMENT ON COLUMN roster.verified_method IS 'how it was confirmed: phone, visit, register_match';
COMMENT ON COLUMN roster.verified_by IS 'post or register that confirmed it';
COMMENT ON COLUMN roster.verified_until IS 'the confirmation counts until this day';
COMMENT ON COLUMN roster.recorded_by IS 'post under which the row was entered; null = loaded from a list';
CREATE INDEX roster_area ON public.roster USING btree (area);
CREATE INDEX roster_person ON public.roster USING btree (county, person_id);
CREATE INDEX roster_site ON public.roster USING btree (county, site_id);

CREATE TABLE roster_history (
  county integer NOT NULL,
  area bigint NOT NULL,
  id bigint NOT NULL,
  person_id bigint NOT NULL,
  site_id bigint NOT NULL,
  role text NOT NULL,
  valid_from date NOT NULL,
  valid_to date,
  known_from timestamp with time zone NOT NULL,
  source text NOT NULL,
  evidence text,
  verified_on date,
  verified_method text,
  verified_by text,
  verified_until date,
  recorded_by bigint,
  known_to timestamp with time zone NOT NULL,
  superseded_by text NOT NULL,
  CONSTRAINT roster_history_pkey PRIMARY KEY (county, id, known_from),
  CONSTRAINT roster_history_check CHECK ((known_to > known_from))
);
COMMENT ON TABLE roster_history IS 'a person on the roster of a site (superseded rows: what the ledger said from known_from to known_to)';
COMMENT ON COLUMN roster_history.county IS 'distribution key: the six digits of the county the file lies in; never updated';
COMMENT ON COLUMN roster_history.area IS '12-digit division code (today''s division) of the village the row belongs to';
COMMENT ON COLUMN roster_history.id IS 'ledger id, unique within the county';
COMMENT ON COLUMN roster_history.person_id IS 'the person whose spell it is';
COMMENT ON COLUMN roster_history.site_id IS 'the site, in the county of the person';
COMMENT ON COLUMN roster_history.role IS 'worker, founder, trainee, member';
COMMENT ON COLUMN roster_history.valid_from IS 'first day on which it was true';
COMMENT ON COLUMN roster_history.valid_to IS 'first day on which it was no longer true; null = still true';
COMMENT ON COLUMN roster_history.known_from IS 'when the ledger came to know it; passed as a parameter';
COMMENT ON COLUMN roster_history.source IS 'where it comes from: a list, a register, an officer, or demo';
COMMENT ON COLUMN roster_history.evidence IS '佐证: what shows that it is so (contract, call, visit, register_match, roster, payslip)';
COMMENT ON COLUMN roster_history.verified_on IS '核实: day of the last confirmation; null = never confirmed';
COMMENT ON COLUMN roster_history.verified_method IS 'how it was confirmed: phone, visit, register_match';
COMMENT ON COLUMN roster_history.verified_by IS 'post or register that confirmed it';
COMMENT ON COLUMN roster_history.verified_until IS 'the confirmation counts until this day';
COMMENT ON COLUMN roster_history.recorded_by IS 'post under which the row was entered; null = loaded from a list';
COMMENT ON COLUMN roster_history.known_to IS 'when the ledger stopped saying so';
COMMENT ON COLUMN roster_history.superseded_by IS 'why: correction, ended, verified, withdrawn, moved';
CREATE INDEX roster_history_person ON public.roster_history USING btree (county, person_id);

CREATE TABLE round_answer (
  county integer NOT NULL,
  area bigint NOT NULL,
  id bigint DEFAULT nextval('ledger_id'::regclass) NOT NULL,
  person_id bigint NOT NULL,
  round text NOT NULL,
  outcome text NOT NULL,
  employment_id bigint,
  reason text,
  happened_on date,
  valid_from date NOT NULL,
  valid_to date NOT NULL,
  known_from timestamp with time zone NOT NULL,
  source text NOT NULL,
  evidence text,
  verified_on date NOT NULL,
  verified_method text NOT NULL,
  verified_by text,
  verified_until date,
  recorded_by bigint,
  CONSTRAINT round_answer_pkey PRIMARY KEY (county, id),
  CONSTRAINT round_answer_check CHECK (((area / 1000000) = county)),
  CONSTRAINT round_answer_check1 CHECK ((valid_to > valid_from)),
  CONSTRAINT round_answer_outcome_check CHECK ((outcome = ANY (ARRAY['same'::text, 'changed'::text, 'ended'::text, 'unreached'::text, 'moved_away'::text, 'died'::text])))
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
CREATE INDEX round_answer_person ON public.round_answer USING btree (county, person_id);

CREATE TABLE round_answer_history (
  county integer NOT NULL,
  area bigint NOT NULL,
  id bigint NOT NULL,
  person_id bigint NOT NULL,
  round text NOT NULL,
  outcome text NOT NULL,
  employment_id bigint,
  reason text,
  happened_on date,
  valid_from date NOT NULL,
  valid_to date NOT NULL,
  known_from timestamp with time zone NOT NULL,
  source text NOT NULL,
  evidence text,
  verified_on date NOT NULL,
  verified_method text NOT NULL,
  verified_by text,
  verified_until date,
  recorded_by bigint,
  known_to timestamp with time zone NOT NULL,
  superseded_by text NOT NULL,
  CONSTRAINT round_answer_history_pkey PRIMARY KEY (county, id, known_from),
  CONSTRAINT round_answer_history_check CHECK ((known_to > known_from))
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
CREATE INDEX round_answer_history_person ON public.round_answer_history USING btree (county, person_id);

CREATE TABLE sample (
  id bigint DEFAULT nextval('ledger_id'::regclass) NOT NULL,
  plan text NOT NULL,
  indicator text NOT NULL,
  frame_area bigint NOT NULL,
  division date NOT NULL,
  on_day date NOT NULL,
  known_at timestamp with time zone NOT NULL,
  confidence double precision NOT NULL,
  error double precision NOT NULL,
  expected double precision NOT NULL,
  minimum integer NOT NULL,
  allocation text NOT NULL,
  seed text NOT NULL,
  frame_hash text NOT NULL,
  drawn_at timestamp with time zone NOT NULL,
  drawn_by text NOT NULL,
  post_id bigint NOT NULL,
  CONSTRAINT sample_pkey PRIMARY KEY (id)
);
COMMENT ON TABLE sample IS '抽样核实: a random sample of the people behind a figure; holds nobody, and is never changed';
COMMENT ON COLUMN sample.id IS 'ledger id';
COMMENT ON COLUMN sample.plan IS 'key of the plan';
COMMENT ON COLUMN sample.indicator IS 'key of the indicator whose figure is verified';
COMMENT ON COLUMN sample.frame_area IS 'area whose figure it is, in the division below';
COMMENT ON COLUMN sample.division IS 'first day of the division in which the area was read';
COMMENT ON COLUMN sample.on_day IS 'the day of the figure';
COMMENT ON COLUMN sample.known_at IS 'the moment of knowledge: with the day, it makes the same list again';
COMMENT ON COLUMN sample.confidence IS 'of the error band: 0.9, 0.95 or 0.99';
COMMENT ON COLUMN sample.error IS 'wanted half width of the band, as a share';
COMMENT ON COLUMN sample.expected IS 'share held likely when the size was reckoned';
COMMENT ON COLUMN sample.minimum IS 'least people of a county';
COMMENT ON COLUMN sample.allocation IS 'proportional, or neyman where an earlier sample told the shares';
COMMENT ON COLUMN sample.seed IS 'with the ids, it makes the same draw again';
COMMENT ON COLUMN sample.frame_hash IS 'SHA-256 of the ids drawn from, ascending, one a line';
COMMENT ON COLUMN sample.drawn_at IS 'when it was drawn';
COMMENT ON COLUMN sample.drawn_by IS 'title of the post that drew it';
COMMENT ON COLUMN sample.post_id IS 'post that drew it';
CREATE INDEX sample_figure ON public.sample USING btree (plan, indicator, drawn_at);

CREATE TABLE sample_county (
  county integer NOT NULL,
  area bigint NOT NULL,
  sample_id bigint NOT NULL,
  size integer NOT NULL,
  drawn integer NOT NULL,
  CONSTRAINT sample_county_pkey PRIMARY KEY (county, area, sample_id),
  CONSTRAINT sample_county_check CHECK (((area / 1000000) = county))
);
COMMENT ON TABLE sample_county IS '抽样层: a county of a sample, with its size in the figure';
COMMENT ON COLUMN sample_county.county IS 'distribution key: six digits of the county';
COMMENT ON COLUMN sample_county.area IS 'the county''s 12-digit code';
COMMENT ON COLUMN sample_county.sample_id IS 'the sample';
COMMENT ON COLUMN sample_county.size IS 'people the figure counted in the county';
COMMENT ON COLUMN sample_county.drawn IS 'people drawn of them';
CREATE INDEX sample_county_sample ON public.sample_county USING btree (sample_id);

CREATE TABLE sample_person (
  county integer NOT NULL,
  area bigint NOT NULL,
  sample_id bigint NOT NULL,
  person_id bigint NOT NULL,
  place integer NOT NULL,
  answer text,
  reason text,
  answered_on date,
  method text,
  answered_by text,
  recorded_by bigint,
  known_from timestamp with time zone NOT NULL,
  CONSTRAINT sample_person_pkey PRIMARY KEY (county, sample_id, person_id),
  CONSTRAINT sample_person_answer_check CHECK ((answer = ANY (ARRAY['held'::text, 'failed'::text, 'unreached'::text]))),
  CONSTRAINT sample_person_check CHECK (((area / 1000000) = county))
);
COMMENT ON TABLE sample_person IS '抽样对象: a person drawn for call-back, and what was found';
COMMENT ON COLUMN sample_person.county IS 'distribution key: the six digits of the county the file lay in when it was drawn';
COMMENT ON COLUMN sample_person.area IS '12-digit division code of the village the file lay in when it was drawn';
COMMENT ON COLUMN sample_person.sample_id IS 'the sample';
COMMENT ON COLUMN sample_person.person_id IS 'the person drawn; no reference, because the list stays as it was drawn when a file moves or is merged';
COMMENT ON COLUMN sample_person.place IS 'place in the county by the hash of seed and id';
COMMENT ON COLUMN sample_person.answer IS 'held (true), failed (not true), unreached; null = not asked yet';
COMMENT ON COLUMN sample_person.reason IS 'why it is not true: never, ended, differs, wrong_person, other';
COMMENT ON COLUMN sample_person.answered_on IS 'day of the call';
COMMENT ON COLUMN sample_person.method IS 'how: phone, visit';
COMMENT ON COLUMN sample_person.answered_by IS 'title of the post that called';
COMMENT ON COLUMN sample_person.recorded_by IS 'post that entered the answer';
COMMENT ON COLUMN sample_person.known_from IS 'when the answer came to be known; passed as a parameter';
CREATE INDEX sample_person_sample ON public.sample_person USING btree (sample_id, county, place);

CREATE TABLE sample_person_history (
  county integer NOT NULL,
  area bigint NOT NULL,
  sample_id bigint NOT NULL,
  person_id bigint NOT NULL,
  place integer NOT NULL,
  answer text,
  reason text,
  answered_on date,
  method text,
  answered_by text,
  recorded_by bigint,
  known_from timestamp with time zone NOT NULL,
  known_to timestamp with time zone NOT NULL,
  superseded_by text NOT NULL,
  CONSTRAINT sample_person_history_pkey PRIMARY KEY (county, sample_id, person_id, known_from),
  CONSTRAINT sample_person_history_check CHECK ((known_to > known_from))
);
COMMENT ON TABLE sample_person_history IS '抽样对象: what was said of a call-back from known_from to known_to';
COMMENT ON COLUMN sample_person_history.county IS 'distribution key: the six digits of the county the file lay in when it was drawn';
COMMENT ON COLUMN sample_person_history.area IS '12-digit division code of the village the file lay in when it was drawn';
COMMENT ON COLUMN sample_person_history.sample_id IS 'the sample';
COMMENT ON COLUMN sample_person_history.person_id IS 'the person drawn; no reference, because the list stays as it was drawn when a file moves or is merged';
COMMENT ON COLUMN sample_person_history.place IS 'place in the county by the hash of seed and id';
COMMENT ON COLUMN sample_person_history.answer IS 'held (true), failed (not true), unreached; null = not asked yet';
COMMENT ON COLUMN sample_person_history.reason IS 'why it is not true: never, ended, differs, wrong_person, other';
COMMENT ON COLUMN sample_person_history.answered_on IS 'day of the call';
COMMENT ON COLUMN sample_person_history.method IS 'how: phone, visit';
COMMENT ON COLUMN sample_person_history.answered_by IS 'title of the post that called';
COMMENT ON COLUMN sample_person_history.recorded_by IS 'post that entered the answer';
COMMENT ON COLUMN sample_person_history.known_from IS 'when the answer came to be known; passed as a parameter';
COMMENT ON COLUMN sample_person_history.known_to IS 'when the ledger stopped saying so';
COMMENT ON COLUMN sample_person_history.superseded_by IS 'why: correction';

CREATE TABLE saved_filter (
  id bigint DEFAULT nextval('ledger_id'::regclass) NOT NULL,
  officer_id bigint NOT NULL,
  name text NOT NULL,
  predicate text NOT NULL,
  saved_at timestamp with time zone NOT NULL,
  CONSTRAINT saved_filter_pkey PRIMARY KEY (id),
  CONSTRAINT saved_filter_officer_id_name_key UNIQUE (officer_id, name)
);
COMMENT ON TABLE saved_filter IS '已存条件: a predicate an officer keeps under a name; one''s own and nobody else''s';
COMMENT ON COLUMN saved_filter.id IS 'ledger id';
COMMENT ON COLUMN saved_filter.officer_id IS 'whose it is';
COMMENT ON COLUMN saved_filter.name IS 'as the officer named it';
COMMENT ON COLUMN saved_filter.predicate IS 'FEEL over the facts of a person';
COMMENT ON COLUMN saved_filter.saved_at IS 'when; passed as a parameter';

CREATE TABLE session (
  token_hash bytea NOT NULL,
  officer_id bigint NOT NULL,
  post_id bigint NOT NULL,
  started_at timestamp with time zone NOT NULL,
  seen_at timestamp with time zone NOT NULL,
  expires_at timestamp with time zone NOT NULL,
  revoked_at timestamp with time zone,
  CONSTRAINT session_pkey PRIMARY KEY (token_hash),
  CONSTRAINT session_check CHECK ((expires_at > started_at)),
  CONSTRAINT session_token_hash_check CHECK ((octet_length(token_hash) = 32))
);
COMMENT ON TABLE session IS '会话: one sign-in of an officer, acting under exactly one post; can be revoked at once';
COMMENT ON COLUMN session.token_hash IS 'SM3 of the 256-bit token in the cookie; the token itself is stored nowhere';
COMMENT ON COLUMN session.officer_id IS 'who signed in';
COMMENT ON COLUMN session.post_id IS 'the post acted under; choosing another changes it';
COMMENT ON COLUMN session.started_at IS 'when it began';
COMMENT ON COLUMN session.seen_at IS 'last request, to the minute; after 30 idle minutes the session is over';
COMMENT ON COLUMN session.expires_at IS 'over at the latest then, twelve hours after it began';
COMMENT ON COLUMN session.revoked_at IS 'when it was ended by signing out, by closing the account or by a new sign-in; null = not';
CREATE INDEX session_officer ON public.session USING btree (officer_id) WHERE (revoked_at IS NULL);

CREATE TABLE setting (
  key text NOT NULL,
  value jsonb NOT NULL,
  CONSTRAINT setting_pkey PRIMARY KEY (key)
);
COMMENT ON TABLE setting IS 'facts about this installation: demo scale and day, figures shown by default';
COMMENT ON COLUMN setting.key IS 'name';
COMMENT ON COLUMN setting.value IS 'value';

CREATE TABLE sign_in_attempt (
  account bytea NOT NULL,
  window_from timestamp with time zone NOT NULL,
  failures integer NOT NULL,
  CONSTRAINT sign_in_attempt_pkey PRIMARY KEY (account),
  CONSTRAINT sign_in_attempt_account_check CHECK ((octet_length(account) = 32))
);
COMMENT ON TABLE sign_in_attempt IS '登录尝试: failures of a sign-in name within its quarter of an hour, whether or not such an account exists';
COMMENT ON COLUMN sign_in_attempt.account IS 'HMAC-SM3 of the sign-in name: what people mistype into the field is not kept';
COMMENT ON COLUMN sign_in_attempt.window_from IS 'first attempt of the window; fixed, so that further attempts do not prolong a lock-out';
COMMENT ON COLUMN sign_in_attempt.failures IS 'attempts in the window that have not succeeded';

CREATE TABLE site (
  county integer NOT NULL,
  area bigint NOT NULL,
  id bigint DEFAULT nextval('ledger_id'::regclass) NOT NULL,
  kind text NOT NULL,
  name text NOT NULL,
  level text,
  capacity integer,
  grade text,
  credit_code text,
  extra jsonb DEFAULT '{}'::jsonb NOT NULL,
  valid_from date NOT NULL,
  valid_to date,
  known_from timestamp with time zone NOT NULL,
  source text NOT NULL,
  evidence text,
  verified_on date,
  verified_method text,
  verified_by text,
  verified_until date,
  recorded_by bigint,
  CONSTRAINT site_pkey PRIMARY KEY (county, id),
  CONSTRAINT site_check CHECK (((area / 1000000) = county)),
  CONSTRAINT site_check1 CHECK ((valid_to > valid_from))
);
COMMENT ON TABLE site IS '载体: a place or body that a plan builds; valid_from = recognised on, valid_to = withdrawn on';
COMMENT ON COLUMN site.county IS 'distribution key: the six digits of the county the file lies in; never updated';
COMMENT ON COLUMN site.area IS '12-digit division code (today''s division) of the village the row belongs to';
COMMENT ON COLUMN site.id IS 'ledger id, unique within the county';
COMMENT ON COLUMN site.kind IS 'a kind of the plan: workshop, return_home_park, incubator, …';
COMMENT ON COLUMN site.name IS 'name';
COMMENT ON COLUMN site.level IS 'national, municipal, county';
COMMENT ON COLUMN site.capacity IS 'places it can take';
COMMENT ON COLUMN site.grade IS 'last yearly evaluation: excellent, good, pass, fail';
COMMENT ON COLUMN site.credit_code IS 'unified social credit code (GB 32100)';
COMMENT ON COLUMN site.extra IS 'further fields of the kind, as the plan defines them';
COMMENT ON COLUMN site.valid_from IS 'first day on which it was true';
COMMENT ON COLUMN site.valid_to IS 'first day on which it was no longer true; null = still true';
COMMENT ON COLUMN site.known_from IS 'when the ledger came to know it; passed as a parameter';
COMMENT ON COLUMN site.source IS 'where it comes from: a list, a register, an officer, or demo';
COMMENT ON COLUMN site.evidence IS '佐证: what shows that it is so (contract, call, visit, register_match, roster, payslip)';
COMMENT ON COLUMN site.verified_on IS '核实: day of the last confirmation; null = never confirmed';
COMMENT ON COLUMN site.verified_method IS 'how it was confirmed: phone, visit, register_match';
COMMENT ON COLUMN site.verified_by IS 'post or register that confirmed it';
COMMENT ON COLUMN site.verified_until IS 'the confirmation counts until this day';
COMMENT ON COLUMN site.recorded_by IS 'post under which the row was entered; null = loaded from a list';
CREATE INDEX site_area ON public.site USING btree (area, id);
CREATE INDEX site_kind ON public.site USING btree (kind, area, id);

CREATE TABLE site_grade (
  county integer NOT NULL,
  area bigint NOT NULL,
  id bigint DEFAULT nextval('ledger_id'::regclass) NOT NULL,
  site_id bigint NOT NULL,
  year integer NOT NULL,
  grade text NOT NULL,
  valid_from date NOT NULL,
  valid_to date,
  known_from timestamp with time zone NOT NULL,
  source text NOT NULL,
  evidence text,
  verified_on date,
  verified_method text,
  verified_by text,
  verified_until date,
  recorded_by bigint,
  staff integer,
  counted_on date,
  CONSTRAINT site_grade_pkey PRIMARY KEY (county, id),
  CONSTRAINT site_grade_county_site_id_year_key UNIQUE (county, site_id, year),
  CONSTRAINT site_grade_check CHECK (((area / 1000000) = county)),
  CONSTRAINT site_grade_check1 CHECK ((valid_to > valid_from)),
  CONSTRAINT site_grade_staff_check CHECK ((staff >= 0))
);
COMMENT ON TABLE site_grade IS 'yearly evaluation of a site';
COMMENT ON COLUMN site_grade.county IS 'distribution key: the six digits of the county the file lies in; never updated';
COMMENT ON COLUMN site_grade.area IS '12-digit division code (today''s division) of the village the row belongs to';
COMMENT ON COLUMN site_grade.id IS 'ledger id, unique within the county';
COMMENT ON COLUMN site_grade.site_id IS 'the site';
COMMENT ON COLUMN site_grade.year IS 'year evaluated';
COMMENT ON COLUMN site_grade.grade IS 'excellent, good, pass, fail';
COMMENT ON COLUMN site_grade.valid_from IS 'first day on which it was true';
COMMENT ON COLUMN site_grade.valid_to IS 'first day on which it was no longer true; null = still true';
COMMENT ON COLUMN site_grade.known_from IS 'when the ledger came to know it; passed as a parameter';
COMMENT ON COLUMN site_grade.source IS 'where it comes from: a list, a register, an officer, or demo';
COMMENT ON COLUMN site_grade.evidence IS '佐证: what shows that it is so (contract, call, visit, register_match, roster, payslip)';
COMMENT ON COLUMN site_grade.verified_on IS '核实: day of the last confirmation; null = never confirmed';
COMMENT ON COLUMN site_grade.verified_method IS 'how it was confirmed: phone, visit, register_match';
COMMENT ON COLUMN site_grade.verified_by IS 'post or register that confirmed it';
COMMENT ON COLUMN site_grade.verified_until IS 'the confirmation counts until this day';
COMMENT ON COLUMN site_grade.recorded_by IS 'post under which the row was entered; null = loaded from a list';
COMMENT ON COLUMN site_grade.staff IS 'people counted as stable staff, by name, on the day of counting; null = the source states only the grade';
COMMENT ON COLUMN site_grade.counted_on IS 'the day on which the staff was counted';
CREATE INDEX site_grade_area ON public.site_grade USING btree (area, id);

CREATE TABLE site_grade_history (
  county integer NOT NULL,
  area bigint NOT NULL,
  id bigint NOT NULL,
  site_id bigint NOT NULL,
  year integer NOT NULL,
  grade text NOT NULL,
  valid_from date NOT NULL,
  valid_to date,
  known_from timestamp with time zone NOT NULL,
  source text NOT NULL,
  evidence text,
  verified_on date,
  verified_method text,
  verified_by text,
  verified_until date,
  recorded_by bigint,
  staff integer,
  counted_on date,
  known_to timestamp with time zone NOT NULL,
  superseded_by text NOT NULL,
  CONSTRAINT site_grade_history_pkey PRIMARY KEY (county, id, known_from),
  CONSTRAINT site_grade_history_check CHECK ((known_to > known_from))
);
COMMENT ON TABLE site_grade_history IS 'yearly evaluation of a site (superseded rows: what the ledger said from known_from to known_to)';
COMMENT ON COLUMN site_grade_history.county IS 'distribution key: the six digits of the county the file lies in; never updated';
COMMENT ON COLUMN site_grade_history.area IS '12-digit division code (today''s division) of the village the row belongs to';
COMMENT ON COLUMN site_grade_history.id IS 'ledger id, unique within the county';
COMMENT ON COLUMN site_grade_history.site_id IS 'the site';
COMMENT ON COLUMN site_grade_history.year IS 'year evaluated';
COMMENT ON COLUMN site_grade_history.grade IS 'excellent, good, pass, fail';
COMMENT ON COLUMN site_grade_history.valid_from IS 'first day on which it was true';
COMMENT ON COLUMN site_grade_history.valid_to IS 'first day on which it was no longer true; null = still true';
COMMENT ON COLUMN site_grade_history.known_from IS 'when the ledger came to know it; passed as a parameter';
COMMENT ON COLUMN site_grade_history.source IS 'where it comes from: a list, a register, an officer, or demo';
COMMENT ON COLUMN site_grade_history.evidence IS '佐证: what shows that it is so (contract, call, visit, register_match, roster, payslip)';
COMMENT ON COLUMN site_grade_history.verified_on IS '核实: day of the last confirmation; null = never confirmed';
COMMENT ON COLUMN site_grade_history.verified_method IS 'how it was confirmed: phone, visit, register_match';
COMMENT ON COLUMN site_grade_history.verified_by IS 'post or register that confirmed it';
COMMENT ON COLUMN site_grade_history.verified_until IS 'the confirmation counts until this day';
COMMENT ON COLUMN site_grade_history.recorded_by IS 'post under which the row was entered; null = loaded from a list';
COMMENT ON COLUMN site_grade_history.staff IS 'people counted as stable staff, by name, on the day of counting; null = the source states only the grade';
COMMENT ON COLUMN site_grade_history.counted_on IS 'the day on which the staff was counted';
COMMENT ON COLUMN site_grade_history.known_to IS 'when the ledger stopped saying so';
COMMENT ON COLUMN site_grade_history.superseded_by IS 'why: correction, ended, verified, withdrawn, moved';

CREATE TABLE site_history (
  county integer NOT NULL,
  area bigint NOT NULL,
  id bigint NOT NULL,
  kind text NOT NULL,
  name text NOT NULL,
  level text,
  capacity integer,
  grade text,
  credit_code text,
  extra jsonb DEFAULT '{}'::jsonb NOT NULL,
  valid_from date NOT NULL,
  valid_to date,
  known_from timestamp with time zone NOT NULL,
  source text NOT NULL,
  evidence text,
  verified_on date,
  verified_method text,
  verified_by text,
  verified_until date,
  recorded_by bigint,
  known_to timestamp with time zone NOT NULL,
  superseded_by text NOT NULL,
  CONSTRAINT site_history_pkey PRIMARY KEY (county, id, known_from),
  CONSTRAINT site_history_check CHECK ((known_to > known_from))
);
COMMENT ON TABLE site_history IS '载体: a place or body that a plan builds; valid_from = recognised on, valid_to = withdrawn on (superseded rows: what the ledger said from known_from to known_to)';
COMMENT ON COLUMN site_history.county IS 'distribution key: the six digits of the county the file lies in; never updated';
COMMENT ON COLUMN site_history.area IS '12-digit division code (today''s division) of the village the row belongs to';
COMMENT ON COLUMN site_history.id IS 'ledger id, unique within the county';
COMMENT ON COLUMN site_history.kind IS 'a kind of the plan: workshop, return_home_park, incubator, …';
COMMENT ON COLUMN site_history.name IS 'name';
COMMENT ON COLUMN site_history.level IS 'national, municipal, county';
COMMENT ON COLUMN site_history.capacity IS 'places it can take';
COMMENT ON COLUMN site_history.grade IS 'last yearly evaluation: excellent, good, pass, fail';
COMMENT ON COLUMN site_history.credit_code IS 'unified social credit code (GB 32100)';
COMMENT ON COLUMN site_history.extra IS 'further fields of the kind, as the plan defines them';
COMMENT ON COLUMN site_history.valid_from IS 'first day on which it was true';
COMMENT ON COLUMN site_history.valid_to IS 'first day on which it was no longer true; null = still true';
COMMENT ON COLUMN site_history.known_from IS 'when the ledger came to know it; passed as a parameter';
COMMENT ON COLUMN site_history.source IS 'where it comes from: a list, a register, an officer, or demo';
COMMENT ON COLUMN site_history.evidence IS '佐证: what shows that it is so (contract, call, visit, register_match, roster, payslip)';
COMMENT ON COLUMN site_history.verified_on IS '核实: day of the last confirmation; null = never confirmed';
COMMENT ON COLUMN site_history.verified_method IS 'how it was confirmed: phone, visit, register_match';
COMMENT ON COLUMN site_history.verified_by IS 'post or register that confirmed it';
COMMENT ON COLUMN site_history.verified_until IS 'the confirmation counts until this day';
COMMENT ON COLUMN site_history.recorded_by IS 'post under which the row was entered; null = loaded from a list';
COMMENT ON COLUMN site_history.known_to IS 'when the ledger stopped saying so';
COMMENT ON COLUMN site_history.superseded_by IS 'why: correction, ended, verified, withdrawn, moved';

CREATE TABLE snapshot (
  id bigint DEFAULT nextval('ledger_id'::regclass) NOT NULL,
  plan text NOT NULL,
  on_day date NOT NULL,
  edition integer NOT NULL,
  known_at timestamp with time zone NOT NULL,
  frozen_at timestamp with time zone NOT NULL,
  definition text NOT NULL,
  unit_division date NOT NULL,
  areas integer NOT NULL,
  previous text NOT NULL,
  seal text NOT NULL,
  reread integer NOT NULL,
  officer_name text,
  post_id bigint,
  post_title text,
  CONSTRAINT snapshot_pkey PRIMARY KEY (id),
  CONSTRAINT snapshot_plan_on_day_edition_key UNIQUE (plan, on_day, edition)
);
COMMENT ON TABLE snapshot IS '快照: the figures of all areas for a month end, frozen at one moment of knowledge; never changed, a newer edition stands beside it';
COMMENT ON COLUMN snapshot.id IS 'ledger id';
COMMENT ON COLUMN snapshot.plan IS 'key of the plan';
COMMENT ON COLUMN snapshot.on_day IS 'last day of the month the figures speak of';
COMMENT ON COLUMN snapshot.edition IS '1 for the first freezing of the month, one more for each that replaced it before the month was closed';
COMMENT ON COLUMN snapshot.known_at IS 'the moment of knowledge: the lists behind the figures are read again as known then';
COMMENT ON COLUMN snapshot.frozen_at IS 'when it was frozen; passed as a parameter';
COMMENT ON COLUMN snapshot.definition IS 'the definitions it was counted by';
COMMENT ON COLUMN snapshot.unit_division IS 'first day of the division whose areas are the units that confirm';
COMMENT ON COLUMN snapshot.areas IS 'how many areas it holds, over all divisions';
COMMENT ON COLUMN snapshot.previous IS 'seal of the snapshot of the plan frozen before this one; empty for the first';
COMMENT ON COLUMN snapshot.seal IS 'SM3 chained over the head and the hash of every area';
COMMENT ON COLUMN snapshot.reread IS 'how many indicators were read again from the lists when it was frozen, and were equal';
COMMENT ON COLUMN snapshot.officer_name IS 'who froze it; null = from the command line';
COMMENT ON COLUMN snapshot.post_id IS 'under which post';
COMMENT ON COLUMN snapshot.post_title IS 'the post as shown';

CREATE TABLE snapshot_area (
  county integer NOT NULL,
  area bigint NOT NULL,
  snapshot bigint NOT NULL,
  division date NOT NULL,
  figures text NOT NULL,
  hash text NOT NULL,
  CONSTRAINT snapshot_area_pkey PRIMARY KEY (snapshot, division, county, area),
  CONSTRAINT snapshot_area_check CHECK (((area / 1000000) = county))
);
COMMENT ON TABLE snapshot_area IS '区划快照: the frozen figures of one area; no login may change or remove a row';
COMMENT ON COLUMN snapshot_area.county IS 'county digits of the area, 500000 for the city';
COMMENT ON COLUMN snapshot_area.area IS 'the area, of every level';
COMMENT ON COLUMN snapshot_area.snapshot IS 'the snapshot';
COMMENT ON COLUMN snapshot_area.division IS 'first day of the division the area belongs to';
COMMENT ON COLUMN snapshot_area.figures IS 'canonical JSON by indicator, as figure_area.tallies; the very text that was hashed';
COMMENT ON COLUMN snapshot_area.hash IS 'SM3 over plan, day, definition, division, area and figures; the moment of knowledge is sealed at the head of the snapshot';

CREATE TABLE snapshot_definition (
  hash text NOT NULL,
  definitions text NOT NULL,
  CONSTRAINT snapshot_definition_pkey PRIMARY KEY (hash)
);
COMMENT ON TABLE snapshot_definition IS '快照口径: the definitions snapshots were counted by, kept once for all that share them';
COMMENT ON COLUMN snapshot_definition.hash IS 'SM3 of the text';
COMMENT ON COLUMN snapshot_definition.definitions IS 'canonical JSON: indicators, dated parameters, first and last day of the plan, hash of the fact catalogue';

CREATE TABLE supervision_order (
  county integer NOT NULL,
  area bigint NOT NULL,
  id bigint DEFAULT nextval('ledger_id'::regclass) NOT NULL,
  sender_area bigint NOT NULL,
  subject text NOT NULL,
  plan text NOT NULL,
  subject_key text NOT NULL,
  open_then integer,
  words text NOT NULL,
  due_on date NOT NULL,
  sent_at timestamp with time zone NOT NULL,
  sent_by text NOT NULL,
  sent_officer bigint NOT NULL,
  CONSTRAINT supervision_order_pkey PRIMARY KEY (county, id),
  CONSTRAINT supervision_order_check CHECK (((area / 1000000) = county)),
  CONSTRAINT supervision_order_downward CHECK ((sender_area <> area)),
  CONSTRAINT supervision_order_subject_check CHECK ((subject = ANY (ARRAY['finding'::text, 'indicator'::text])))
);
COMMENT ON TABLE supervision_order IS '督办: an order to the unit of an area to act on a finding or a lagging figure; its state follows from its steps';
COMMENT ON COLUMN supervision_order.county IS 'county of the unit that must act';
COMMENT ON COLUMN supervision_order.area IS 'area of the unit that must act: a county, a town or a village';
COMMENT ON COLUMN supervision_order.id IS 'ledger id';
COMMENT ON COLUMN supervision_order.sender_area IS 'area of the unit that sent it; the area of the order lies in it';
COMMENT ON COLUMN supervision_order.subject IS 'finding or indicator';
COMMENT ON COLUMN supervision_order.plan IS 'key of the plan';
COMMENT ON COLUMN supervision_order.subject_key IS 'key of the finding or the indicator';
COMMENT ON COLUMN supervision_order.open_then IS 'findings open in the area when it was sent; null for a figure';
COMMENT ON COLUMN supervision_order.words IS 'what is asked';
COMMENT ON COLUMN supervision_order.due_on IS 'last day on which an answer is in time';
COMMENT ON COLUMN supervision_order.sent_at IS 'when it was sent';
COMMENT ON COLUMN supervision_order.sent_by IS 'post that sent it';
COMMENT ON COLUMN supervision_order.sent_officer IS 'who sent it';
CREATE INDEX supervision_order_area ON public.supervision_order USING btree (area);
CREATE INDEX supervision_order_id ON public.supervision_order USING btree (id);
CREATE INDEX supervision_order_sender ON public.supervision_order USING btree (sender_area);

CREATE TABLE supervision_step (
  county integer NOT NULL,
  area bigint NOT NULL,
  order_id bigint NOT NULL,
  step integer NOT NULL,
  act text NOT NULL,
  words text NOT NULL,
  taken_at timestamp with time zone NOT NULL,
  taken_by text NOT NULL,
  officer_id bigint NOT NULL,
  CONSTRAINT supervision_step_pkey PRIMARY KEY (county, order_id, step),
  CONSTRAINT supervision_step_act_check CHECK ((act = ANY (ARRAY['accept'::text, 'answer'::text, 'return'::text, 'close'::text, 'withdraw'::text]))),
  CONSTRAINT supervision_step_check CHECK (((area / 1000000) = county)),
  CONSTRAINT supervision_step_step_check CHECK ((step > 0))
);
COMMENT ON TABLE supervision_step IS '督办步骤: what was done with a supervision order, one step after another; nothing is overwritten';
COMMENT ON COLUMN supervision_step.county IS 'county of the order';
COMMENT ON COLUMN supervision_step.area IS 'area of the order';
COMMENT ON COLUMN supervision_step.order_id IS 'the order';
COMMENT ON COLUMN supervision_step.step IS '1, 2, 3 …: of two who act at once on what they saw, one is refused';
COMMENT ON COLUMN supervision_step.act IS 'accept and answer by the unit that must act; return, close, withdraw by the sender';
COMMENT ON COLUMN supervision_step.words IS 'what was said; empty where nothing needs saying';
COMMENT ON COLUMN supervision_step.taken_at IS 'when';
COMMENT ON COLUMN supervision_step.taken_by IS 'post that acted';
COMMENT ON COLUMN supervision_step.officer_id IS 'who acted';

CREATE TABLE talent (
  county integer NOT NULL,
  area bigint NOT NULL,
  id bigint DEFAULT nextval('ledger_id'::regclass) NOT NULL,
  person_id bigint NOT NULL,
  kind text NOT NULL,
  name text NOT NULL,
  level text,
  preferential boolean,
  rural_service boolean,
  graduate boolean,
  valid_from date NOT NULL,
  valid_to date,
  known_from timestamp with time zone NOT NULL,
  source text NOT NULL,
  evidence text,
  verified_on date,
  verified_method text,
  verified_by text,
  verified_until date,
  recorded_by bigint,
  CONSTRAINT talent_pkey PRIMARY KEY (county, id),
  CONSTRAINT talent_check CHECK (((area / 1000000) = county)),
  CONSTRAINT talent_check1 CHECK ((valid_to > valid_from))
);
COMMENT ON TABLE talent IS 'title, award, honour, recruitment or post of rural talent';
COMMENT ON COLUMN talent.county IS 'distribution key: the six digits of the county the file lies in; never updated';
COMMENT ON COLUMN talent.area IS '12-digit division code (today''s division) of the village the row belongs to';
COMMENT ON COLUMN talent.id IS 'ledger id, unique within the county';
COMMENT ON COLUMN talent.person_id IS 'the person whose spell it is';
COMMENT ON COLUMN talent.kind IS 'title, award, honour, recruitment, village_doctor';
COMMENT ON COLUMN talent.name IS 'what exactly';
COMMENT ON COLUMN talent.level IS 'national, municipal, county, town';
COMMENT ON COLUMN talent.preferential IS 'granted under the rule for difficult and remote areas; null = not recorded';
COMMENT ON COLUMN talent.rural_service IS 'serves the countryside; null = not recorded';
COMMENT ON COLUMN talent.graduate IS 'recruited as a new college graduate; null = not recorded';
COMMENT ON COLUMN talent.valid_from IS 'first day on which it was true';
COMMENT ON COLUMN talent.valid_to IS 'first day on which it was no longer true; null = still true';
COMMENT ON COLUMN talent.known_from IS 'when the ledger came to know it; passed as a parameter';
COMMENT ON COLUMN talent.source IS 'where it comes from: a list, a register, an officer, or demo';
COMMENT ON COLUMN talent.evidence IS '佐证: what shows that it is so (contract, call, visit, register_match, roster, payslip)';
COMMENT ON COLUMN talent.verified_on IS '核实: day of the last confirmation; null = never confirmed';
COMMENT ON COLUMN talent.verified_method IS 'how it was confirmed: phone, visit, register_match';
COMMENT ON COLUMN talent.verified_by IS 'post or register that confirmed it';
COMMENT ON COLUMN talent.verified_until IS 'the confirmation counts until this day';
COMMENT ON COLUMN talent.recorded_by IS 'post under which the row was entered; null = loaded from a list';
CREATE INDEX talent_area ON public.talent USING btree (area, id);
CREATE INDEX talent_person ON public.talent USING btree (county, person_id);

CREATE TABLE talent_history (
  county integer NOT NULL,
  area bigint NOT NULL,
  id bigint NOT NULL,
  person_id bigint NOT NULL,
  kind text NOT NULL,
  name text NOT NULL,
  level text,
  preferential boolean,
  rural_service boolean,
  graduate boolean,
  valid_from date NOT NULL,
  valid_to date,
  known_from timestamp with time zone NOT NULL,
  source text NOT NULL,
  evidence text,
  verified_on date,
  verified_method text,
  verified_by text,
  verified_until date,
  recorded_by bigint,
  known_to timestamp with time zone NOT NULL,
  superseded_by text NOT NULL,
  CONSTRAINT talent_history_pkey PRIMARY KEY (county, id, known_from),
  CONSTRAINT talent_history_check CHECK ((known_to > known_from))
);
COMMENT ON TABLE talent_history IS 'title, award, honour, recruitment or post of rural talent (superseded rows: what the ledger said from known_from to known_to)';
COMMENT ON COLUMN talent_history.county IS 'distribution key: the six digits of the county the file lies in; never updated';
COMMENT ON COLUMN talent_history.area IS '12-digit division code (today''s division) of the village the row belongs to';
COMMENT ON COLUMN talent_history.id IS 'ledger id, unique within the county';
COMMENT ON COLUMN talent_history.person_id IS 'the person whose spell it is';
COMMENT ON COLUMN talent_history.kind IS 'title, award, honour, recruitment, village_doctor';
COMMENT ON COLUMN talent_history.name IS 'what exactly';
COMMENT ON COLUMN talent_history.level IS 'national, municipal, county, town';
COMMENT ON COLUMN talent_history.preferential IS 'granted under the rule for difficult and remote areas; null = not recorded';
COMMENT ON COLUMN talent_history.rural_service IS 'serves the countryside; null = not recorded';
COMMENT ON COLUMN talent_history.graduate IS 'recruited as a new college graduate; null = not recorded';
COMMENT ON COLUMN talent_history.valid_from IS 'first day on which it was true';
COMMENT ON COLUMN talent_history.valid_to IS 'first day on which it was no longer true; null = still true';
COMMENT ON COLUMN talent_history.known_from IS 'when the ledger came to know it; passed as a parameter';
COMMENT ON COLUMN talent_history.source IS 'where it comes from: a list, a register, an officer, or demo';
COMMENT ON COLUMN talent_history.evidence IS '佐证: what shows that it is so (contract, call, visit, register_match, roster, payslip)';
COMMENT ON COLUMN talent_history.verified_on IS '核实: day of the last confirmation; null = never confirmed';
COMMENT ON COLUMN talent_history.verified_method IS 'how it was confirmed: phone, visit, register_match';
COMMENT ON COLUMN talent_history.verified_by IS 'post or register that confirmed it';
COMMENT ON COLUMN talent_history.verified_until IS 'the confirmation counts until this day';
COMMENT ON COLUMN talent_history.recorded_by IS 'post under which the row was entered; null = loaded from a list';
COMMENT ON COLUMN talent_history.known_to IS 'when the ledger stopped saying so';
COMMENT ON COLUMN talent_history.superseded_by IS 'why: correction, ended, verified, withdrawn, moved';
CREATE INDEX talent_history_person ON public.talent_history USING btree (county, person_id);

CREATE TABLE training (
  county integer NOT NULL,
  area bigint NOT NULL,
  id bigint DEFAULT nextval('ledger_id'::regclass) NOT NULL,
  person_id bigint NOT NULL,
  course text NOT NULL,
  kind text NOT NULL,
  trainee text,
  hours integer,
  completed_on date,
  certificate_no text,
  certificate_on date,
  organiser text,
  valid_from date NOT NULL,
  valid_to date,
  known_from timestamp with time zone NOT NULL,
  source text NOT NULL,
  evidence text,
  verified_on date,
  verified_method text,
  verified_by text,
  verified_until date,
  recorded_by bigint,
  CONSTRAINT training_pkey PRIMARY KEY (county, id),
  CONSTRAINT training_check CHECK (((area / 1000000) = county)),
  CONSTRAINT training_check1 CHECK ((valid_to > valid_from))
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
CREATE INDEX training_area ON public.training USING btree (area, id);
CREATE INDEX training_person ON public.training USING btree (county, person_id);

CREATE TABLE training_history (
  county integer NOT NULL,
  area bigint NOT NULL,
  id bigint NOT NULL,
  person_id bigint NOT NULL,
  course text NOT NULL,
  kind text NOT NULL,
  trainee text,
  hours integer,
  completed_on date,
  certificate_no text,
  certificate_on date,
  organiser text,
  valid_from date NOT NULL,
  valid_to date,
  known_from timestamp with time zone NOT NULL,
  source text NOT NULL,
  evidence text,
  verified_on date,
  verified_method text,
  verified_by text,
  verified_until date,
  recorded_by bigint,
  known_to timestamp with time zone NOT NULL,
  superseded_by text NOT NULL,
  CONSTRAINT training_history_pkey PRIMARY KEY (county, id, known_from),
  CONSTRAINT training_history_check CHECK ((known_to > known_from))
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
CREATE INDEX training_history_person ON public.training_history USING btree (county, person_id);

CREATE TABLE traveller (
  county integer NOT NULL,
  area bigint NOT NULL,
  id bigint DEFAULT nextval('ledger_id'::regclass) NOT NULL,
  person_id bigint NOT NULL,
  batch_id bigint NOT NULL,
  boarded boolean,
  absence text,
  arrived_on date,
  missing text,
  started_on date,
  dispatch_id bigint,
  employment_id bigint,
  returned_on date,
  return_reason text,
  known_from timestamp with time zone NOT NULL,
  source text NOT NULL,
  evidence text,
  recorded_by bigint,
  CONSTRAINT traveller_pkey PRIMARY KEY (county, id),
  CONSTRAINT traveller_county_batch_id_person_id_key UNIQUE (county, batch_id, person_id),
  CONSTRAINT traveller_absence_check CHECK ((absence = ANY (ARRAY['ill'::text, 'family'::text, 'other_work'::text, 'changed_mind'::text, 'unreached'::text, 'other'::text]))),
  CONSTRAINT traveller_check CHECK (((area / 1000000) = county)),
  CONSTRAINT traveller_check1 CHECK (((absence IS NULL) OR (NOT boarded))),
  CONSTRAINT traveller_check2 CHECK (((arrived_on IS NULL) OR (boarded AND (missing IS NULL)))),
  CONSTRAINT traveller_check3 CHECK ((started_on >= arrived_on)),
  CONSTRAINT traveller_check4 CHECK ((returned_on >= arrived_on)),
  CONSTRAINT traveller_check5 CHECK (((returned_on IS NULL) = (return_reason IS NULL))),
  CONSTRAINT traveller_missing_check CHECK ((missing = ANY (ARRAY['left_on_the_way'::text, 'turned_back'::text, 'other_employer'::text, 'unreached'::text, 'other'::text]))),
  CONSTRAINT traveller_return_reason_check CHECK ((return_reason = ANY (ARRAY['wages'::text, 'work_differs'::text, 'dismissed'::text, 'ill'::text, 'family'::text, 'farming'::text, 'term_over'::text, 'other'::text])))
);
COMMENT ON TABLE traveller IS '输送人员: a person on the list of a dispatch batch, and what came of it';
COMMENT ON COLUMN traveller.county IS 'distribution key: the six digits of the county the file lies in; never updated';
COMMENT ON COLUMN traveller.area IS '12-digit division code (today''s division) of the village the row belongs to';
COMMENT ON COLUMN traveller.id IS 'ledger id';
COMMENT ON COLUMN traveller.person_id IS 'who travels';
COMMENT ON COLUMN traveller.batch_id IS 'id of the dispatch batch';
COMMENT ON COLUMN traveller.boarded IS 'was at the door when the batch left; null = not ticked yet';
COMMENT ON COLUMN traveller.absence IS 'why not at the door; null = was, or not ticked yet';
COMMENT ON COLUMN traveller.arrived_on IS 'day of arrival as the receiving station confirmed it; null = not confirmed';
COMMENT ON COLUMN traveller.missing IS 'why not arrived; null = arrived, or not confirmed yet';
COMMENT ON COLUMN traveller.started_on IS 'first day at work; null = not started';
COMMENT ON COLUMN traveller.dispatch_id IS 'id of the dispatch that the arrival wrote; null = none';
COMMENT ON COLUMN traveller.employment_id IS 'id of the employment that the start wrote; null = none';
COMMENT ON COLUMN traveller.returned_on IS 'day of coming back; null = not back';
COMMENT ON COLUMN traveller.return_reason IS 'why back; null = not back';
COMMENT ON COLUMN traveller.known_from IS 'when the ledger came to know it; passed as a parameter';
COMMENT ON COLUMN traveller.source IS 'where it comes from: an officer, a list, or demo';
COMMENT ON COLUMN traveller.evidence IS '佐证 of the arrival: sheet of the receiving station, call, register match';
COMMENT ON COLUMN traveller.recorded_by IS 'post under which the row was entered; null = loaded';
CREATE INDEX traveller_area ON public.traveller USING btree (area);
CREATE INDEX traveller_batch ON public.traveller USING btree (batch_id);
CREATE INDEX traveller_person ON public.traveller USING btree (county, person_id);

CREATE TABLE traveller_history (
  county integer NOT NULL,
  area bigint NOT NULL,
  id bigint NOT NULL,
  person_id bigint NOT NULL,
  batch_id bigint NOT NULL,
  boarded boolean,
  absence text,
  arrived_on date,
  missing text,
  started_on date,
  dispatch_id bigint,
  employment_id bigint,
  returned_on date,
  return_reason text,
  known_from timestamp with time zone NOT NULL,
  source text NOT NULL,
  evidence text,
  recorded_by bigint,
  known_to timestamp with time zone NOT NULL,
  superseded_by text NOT NULL,
  CONSTRAINT traveller_history_pkey PRIMARY KEY (county, id, known_from),
  CONSTRAINT traveller_history_check CHECK ((known_to > known_from))
);
COMMENT ON TABLE traveller_history IS '输送人员: a person on the list of a dispatch batch, and what came of it (superseded rows: what the ledger said from known_from to known_to)';
COMMENT ON COLUMN traveller_history.county IS 'distribution key: the six digits of the county the file lies in; never updated';
COMMENT ON COLUMN traveller_history.area IS '12-digit division code (today''s division) of the village the row belongs to';
COMMENT ON COLUMN traveller_history.id IS 'ledger id';
COMMENT ON COLUMN traveller_history.person_id IS 'who travels';
COMMENT ON COLUMN traveller_history.batch_id IS 'id of the dispatch batch';
COMMENT ON COLUMN traveller_history.boarded IS 'was at the door when the batch left; null = not ticked yet';
COMMENT ON COLUMN traveller_history.absence IS 'why not at the door; null = was, or not ticked yet';
COMMENT ON COLUMN traveller_history.arrived_on IS 'day of arrival as the receiving station confirmed it; null = not confirmed';
COMMENT ON COLUMN traveller_history.missing IS 'why not arrived; null = arrived, or not confirmed yet';
COMMENT ON COLUMN traveller_history.started_on IS 'first day at work; null = not started';
COMMENT ON COLUMN traveller_history.dispatch_id IS 'id of the dispatch that the arrival wrote; null = none';
COMMENT ON COLUMN traveller_history.employment_id IS 'id of the employment that the start wrote; null = none';
COMMENT ON COLUMN traveller_history.returned_on IS 'day of coming back; null = not back';
COMMENT ON COLUMN traveller_history.return_reason IS 'why back; null = not back';
COMMENT ON COLUMN traveller_history.known_from IS 'when the ledger came to know it; passed as a parameter';
COMMENT ON COLUMN traveller_history.source IS 'where it comes from: an officer, a list, or demo';
COMMENT ON COLUMN traveller_history.evidence IS '佐证 of the arrival: sheet of the receiving station, call, register match';
COMMENT ON COLUMN traveller_history.recorded_by IS 'post under which the row was entered; null = loaded';
COMMENT ON COLUMN traveller_history.known_to IS 'when the ledger stopped saying so';
COMMENT ON COLUMN traveller_history.superseded_by IS 'why: a code of supersededBy';
CREATE INDEX traveller_history_person ON public.traveller_history USING btree (county, person_id);

CREATE TABLE traveller_import (
  county integer NOT NULL,
  area bigint NOT NULL,
  import_id bigint NOT NULL,
  row integer NOT NULL,
  traveller_id bigint NOT NULL,
  said_at timestamp with time zone NOT NULL,
  CONSTRAINT traveller_import_pkey PRIMARY KEY (county, import_id, "row"),
  CONSTRAINT traveller_import_check CHECK (((area / 1000000) = county))
);
COMMENT ON TABLE traveller_import IS '输送名单导入: which traveller a row of a list put on a batch, so that the import can be taken back';
COMMENT ON COLUMN traveller_import.county IS 'distribution key: the six digits of the area';
COMMENT ON COLUMN traveller_import.area IS 'area of the post that brought the list, which sends the batches';
COMMENT ON COLUMN traveller_import.import_id IS 'the import';
COMMENT ON COLUMN traveller_import.row IS 'the row';
COMMENT ON COLUMN traveller_import.traveller_id IS 'the traveller, whose id stays when the file moves to another county';
COMMENT ON COLUMN traveller_import.said_at IS 'when the row was taken; passed as a parameter';

CREATE TABLE vacancy (
  county integer NOT NULL,
  area bigint NOT NULL,
  id bigint DEFAULT nextval('ledger_id'::regclass) NOT NULL,
  kind text NOT NULL,
  title text NOT NULL,
  occupation text NOT NULL,
  industry text,
  employer text NOT NULL,
  credit_code text,
  site_id bigint,
  licence_seen_on date,
  place bigint NOT NULL,
  openings integer NOT NULL,
  taken integer DEFAULT 0 NOT NULL,
  wage_form text NOT NULL,
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
  age_from smallint DEFAULT 16 NOT NULL,
  age_to smallint,
  age_rule text,
  hazards text[] DEFAULT '{}'::text[] NOT NULL,
  contact text,
  phone_cipher bytea,
  phone_mask text,
  detail text,
  work_from date,
  work_to date,
  refreshed_on date NOT NULL,
  open_until date NOT NULL,
  valid_from date NOT NULL,
  valid_to date,
  close_reason text,
  known_from timestamp with time zone NOT NULL,
  source text NOT NULL,
  recorded_by bigint,
  CONSTRAINT vacancy_pkey PRIMARY KEY (county, id),
  CONSTRAINT vacancy_age_from_check CHECK ((age_from >= 16)),
  CONSTRAINT vacancy_check CHECK (((area / 1000000) = county)),
  CONSTRAINT vacancy_check1 CHECK ((valid_to >= valid_from)),
  CONSTRAINT vacancy_check2 CHECK (((valid_to IS NULL) = (close_reason IS NULL))),
  CONSTRAINT vacancy_check3 CHECK (((taken >= 0) AND (taken <= openings))),
  CONSTRAINT vacancy_check4 CHECK (((wage_low_fen >= 0) AND (wage_high_fen >= wage_low_fen))),
  CONSTRAINT vacancy_check5 CHECK ((age_to >= age_from)),
  CONSTRAINT vacancy_close_reason_check CHECK ((close_reason = ANY (ARRAY['filled'::text, 'withdrawn'::text, 'unlawful'::text, 'employer_gone'::text, 'mistake'::text]))),
  CONSTRAINT vacancy_kind_check CHECK ((kind = ANY (ARRAY['employer'::text, 'workshop'::text, 'public_post'::text, 'corridor'::text]))),
  CONSTRAINT vacancy_openings_check CHECK ((openings > 0)),
  CONSTRAINT vacancy_wage_form_check CHECK ((wage_form = ANY (ARRAY['month'::text, 'day'::text, 'hour'::text, 'piece'::text])))
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
CREATE INDEX vacancy_area ON public.vacancy USING btree (area);
CREATE INDEX vacancy_newest ON public.vacancy USING btree (valid_from DESC, id DESC);
CREATE INDEX vacancy_occupation ON public.vacancy USING btree (occupation text_pattern_ops, valid_from DESC, id DESC);
CREATE INDEX vacancy_place ON public.vacancy USING btree (place);

CREATE TABLE vacancy_history (
  county integer NOT NULL,
  area bigint NOT NULL,
  id bigint NOT NULL,
  kind text NOT NULL,
  title text NOT NULL,
  occupation text NOT NULL,
  industry text,
  employer text NOT NULL,
  credit_code text,
  site_id bigint,
  licence_seen_on date,
  place bigint NOT NULL,
  openings integer NOT NULL,
  taken integer NOT NULL,
  wage_form text NOT NULL,
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
  age_from smallint NOT NULL,
  age_to smallint,
  age_rule text,
  hazards text[] NOT NULL,
  contact text,
  phone_mask text,
  detail text,
  work_from date,
  work_to date,
  refreshed_on date NOT NULL,
  open_until date NOT NULL,
  valid_from date NOT NULL,
  valid_to date,
  close_reason text,
  known_from timestamp with time zone NOT NULL,
  source text NOT NULL,
  recorded_by bigint,
  known_to timestamp with time zone NOT NULL,
  superseded_by text NOT NULL,
  CONSTRAINT vacancy_history_pkey PRIMARY KEY (county, id, known_from),
  CONSTRAINT vacancy_history_check CHECK ((known_to > known_from))
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

CREATE TABLE vacancy_import (
  county integer NOT NULL,
  area bigint NOT NULL,
  import_id bigint NOT NULL,
  row integer NOT NULL,
  vacancy_id bigint NOT NULL,
  effect text NOT NULL,
  said_at timestamp with time zone NOT NULL,
  CONSTRAINT vacancy_import_pkey PRIMARY KEY (county, import_id, "row"),
  CONSTRAINT vacancy_import_check CHECK (((area / 1000000) = county)),
  CONSTRAINT vacancy_import_effect_check CHECK ((effect = ANY (ARRAY['opened'::text, 'changed'::text])))
);
COMMENT ON TABLE vacancy_import IS '岗位导入: which vacancy a row of a list entered or refreshed, so that the import can be taken back';
COMMENT ON COLUMN vacancy_import.county IS 'distribution key: the six digits of the area';
COMMENT ON COLUMN vacancy_import.area IS 'area of the post that brought the list, which holds the vacancies it entered';
COMMENT ON COLUMN vacancy_import.import_id IS 'the import';
COMMENT ON COLUMN vacancy_import.row IS 'the row';
COMMENT ON COLUMN vacancy_import.vacancy_id IS 'the vacancy, in the county whose unit holds it';
COMMENT ON COLUMN vacancy_import.effect IS 'opened: it was entered; changed: it stood, and was refreshed';
COMMENT ON COLUMN vacancy_import.said_at IS 'since when the ledger says what the row said; passed as a parameter';

CREATE TABLE vacancy_submission (
  county integer NOT NULL,
  area bigint NOT NULL,
  id bigint DEFAULT nextval('ledger_id'::regclass) NOT NULL,
  credit_code text NOT NULL,
  facts jsonb NOT NULL,
  client_id uuid NOT NULL,
  submitted_by bigint NOT NULL,
  submitted_at timestamp with time zone NOT NULL,
  CONSTRAINT vacancy_submission_pkey PRIMARY KEY (county, id),
  CONSTRAINT vacancy_submission_county_client_id_key UNIQUE (county, client_id),
  CONSTRAINT vacancy_submission_check CHECK (((area / 1000000) = county)),
  CONSTRAINT vacancy_submission_credit_code_check CHECK ((credit_code ~ '^[0-9A-Z]{18}$'::text))
);
COMMENT ON TABLE vacancy_submission IS '岗位申报: a vacancy as its employer states it, before the unit of the county has looked at it; it is offered to nobody';
COMMENT ON COLUMN vacancy_submission.county IS 'distribution key: the six digits of the county whose unit opened the employer''s account';
COMMENT ON COLUMN vacancy_submission.area IS '12-digit division code of that unit';
COMMENT ON COLUMN vacancy_submission.id IS 'ledger id; the vacancy that is entered from it has the same';
COMMENT ON COLUMN vacancy_submission.credit_code IS '统一社会信用代码 of the employer';
COMMENT ON COLUMN vacancy_submission.facts IS 'what the employer states, as the form has it; no phone';
COMMENT ON COLUMN vacancy_submission.client_id IS 'id the employer''s client gave it: sent twice it is one';
COMMENT ON COLUMN vacancy_submission.submitted_by IS 'post of the employer';
COMMENT ON COLUMN vacancy_submission.submitted_at IS 'when; passed as a parameter';

CREATE TABLE vacancy_submission_decision (
  county integer NOT NULL,
  area bigint NOT NULL,
  submission_id bigint NOT NULL,
  credit_code text NOT NULL,
  decision text NOT NULL,
  reason text,
  decided_by bigint NOT NULL,
  decided_at timestamp with time zone NOT NULL,
  CONSTRAINT vacancy_submission_decision_pkey PRIMARY KEY (county, submission_id),
  CONSTRAINT vacancy_submission_decision_check CHECK (((area / 1000000) = county)),
  CONSTRAINT vacancy_submission_decision_check1 CHECK (((decision = 'accepted'::text) OR (reason IS NOT NULL))),
  CONSTRAINT vacancy_submission_decision_decision_check CHECK ((decision = ANY (ARRAY['accepted'::text, 'returned'::text])))
);
COMMENT ON TABLE vacancy_submission_decision IS '申报核对: what the unit decided of a submission, once';
COMMENT ON COLUMN vacancy_submission_decision.county IS 'distribution key: the county of the submission';
COMMENT ON COLUMN vacancy_submission_decision.area IS 'unit of the submission';
COMMENT ON COLUMN vacancy_submission_decision.submission_id IS 'the submission';
COMMENT ON COLUMN vacancy_submission_decision.credit_code IS 'the employer, who reads what was decided';
COMMENT ON COLUMN vacancy_submission_decision.decision IS 'accepted: it was entered as a vacancy; returned: with the reason';
COMMENT ON COLUMN vacancy_submission_decision.reason IS 'what the employer is to mend; null where accepted';
COMMENT ON COLUMN vacancy_submission_decision.decided_by IS 'post that decided';
COMMENT ON COLUMN vacancy_submission_decision.decided_at IS 'when; passed as a parameter';

CREATE TABLE wage_claim (
  county integer NOT NULL,
  area bigint NOT NULL,
  id bigint DEFAULT nextval('ledger_id'::regclass) NOT NULL,
  person_id bigint NOT NULL,
  employment_id bigint,
  employer text NOT NULL,
  month_from date NOT NULL,
  month_to date NOT NULL,
  amount_fen bigint NOT NULL,
  told_by text NOT NULL,
  settlement text,
  valid_from date NOT NULL,
  valid_to date,
  known_from timestamp with time zone NOT NULL,
  source text NOT NULL,
  evidence text,
  verified_on date,
  verified_method text,
  verified_by text,
  verified_until date,
  recorded_by bigint,
  CONSTRAINT wage_claim_pkey PRIMARY KEY (county, id),
  CONSTRAINT wage_claim_amount_fen_check CHECK ((amount_fen > 0)),
  CONSTRAINT wage_claim_check CHECK (((area / 1000000) = county)),
  CONSTRAINT wage_claim_check1 CHECK ((valid_to >= valid_from)),
  CONSTRAINT wage_claim_check2 CHECK ((month_to > month_from)),
  CONSTRAINT wage_claim_check3 CHECK (((valid_to IS NULL) = (settlement IS NULL))),
  CONSTRAINT wage_claim_settlement_check CHECK ((settlement = ANY (ARRAY['paid'::text, 'mistaken'::text]))),
  CONSTRAINT wage_claim_told_by_check CHECK ((told_by = ANY (ARRAY['person'::text, 'officer'::text])))
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
CREATE INDEX wage_claim_area ON public.wage_claim USING btree (area);
CREATE INDEX wage_claim_person ON public.wage_claim USING btree (county, person_id);

CREATE TABLE wage_claim_history (
  county integer NOT NULL,
  area bigint NOT NULL,
  id bigint NOT NULL,
  person_id bigint NOT NULL,
  employment_id bigint,
  employer text NOT NULL,
  month_from date NOT NULL,
  month_to date NOT NULL,
  amount_fen bigint NOT NULL,
  told_by text NOT NULL,
  settlement text,
  valid_from date NOT NULL,
  valid_to date,
  known_from timestamp with time zone NOT NULL,
  source text NOT NULL,
  evidence text,
  verified_on date,
  verified_method text,
  verified_by text,
  verified_until date,
  recorded_by bigint,
  known_to timestamp with time zone NOT NULL,
  superseded_by text NOT NULL,
  CONSTRAINT wage_claim_history_pkey PRIMARY KEY (county, id, known_from),
  CONSTRAINT wage_claim_history_check CHECK ((known_to > known_from))
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
CREATE INDEX wage_claim_history_person ON public.wage_claim_history USING btree (county, person_id);

CREATE TABLE wish (
  county integer NOT NULL,
  area bigint NOT NULL,
  id bigint DEFAULT nextval('ledger_id'::regclass) NOT NULL,
  person_id bigint NOT NULL,
  kind text NOT NULL,
  detail text,
  valid_from date NOT NULL,
  valid_to date,
  known_from timestamp with time zone NOT NULL,
  source text NOT NULL,
  evidence text,
  verified_on date,
  verified_method text,
  verified_by text,
  verified_until date,
  recorded_by bigint,
  CONSTRAINT wish_pkey PRIMARY KEY (county, id),
  CONSTRAINT wish_check CHECK (((area / 1000000) = county)),
  CONSTRAINT wish_check1 CHECK ((valid_to > valid_from))
);
COMMENT ON TABLE wish IS 'what a person asked for, and until when the answer counts';
COMMENT ON COLUMN wish.county IS 'distribution key: the six digits of the county the file lies in; never updated';
COMMENT ON COLUMN wish.area IS '12-digit division code (today''s division) of the village the row belongs to';
COMMENT ON COLUMN wish.id IS 'ledger id, unique within the county';
COMMENT ON COLUMN wish.person_id IS 'the person whose spell it is';
COMMENT ON COLUMN wish.kind IS 'work, training, enterprise, loan, service';
COMMENT ON COLUMN wish.detail IS 'in the person''s words';
COMMENT ON COLUMN wish.valid_from IS 'first day on which it was true';
COMMENT ON COLUMN wish.valid_to IS 'first day on which it was no longer true; null = still true';
COMMENT ON COLUMN wish.known_from IS 'when the ledger came to know it; passed as a parameter';
COMMENT ON COLUMN wish.source IS 'where it comes from: a list, a register, an officer, or demo';
COMMENT ON COLUMN wish.evidence IS '佐证: what shows that it is so (contract, call, visit, register_match, roster, payslip)';
COMMENT ON COLUMN wish.verified_on IS '核实: day of the last confirmation; null = never confirmed';
COMMENT ON COLUMN wish.verified_method IS 'how it was confirmed: phone, visit, register_match';
COMMENT ON COLUMN wish.verified_by IS 'post or register that confirmed it';
COMMENT ON COLUMN wish.verified_until IS 'the confirmation counts until this day';
COMMENT ON COLUMN wish.recorded_by IS 'post under which the row was entered; null = loaded from a list';
CREATE INDEX wish_area ON public.wish USING btree (area);
CREATE INDEX wish_person ON public.wish USING btree (county, person_id);

CREATE TABLE wish_history (
  county integer NOT NULL,
  area bigint NOT NULL,
  id bigint NOT NULL,
  person_id bigint NOT NULL,
  kind text NOT NULL,
  detail text,
  valid_from date NOT NULL,
  valid_to date,
  known_from timestamp with time zone NOT NULL,
  source text NOT NULL,
  evidence text,
  verified_on date,
  verified_method text,
  verified_by text,
  verified_until date,
  recorded_by bigint,
  known_to timestamp with time zone NOT NULL,
  superseded_by text NOT NULL,
  CONSTRAINT wish_history_pkey PRIMARY KEY (county, id, known_from),
  CONSTRAINT wish_history_check CHECK ((known_to > known_from))
);
COMMENT ON TABLE wish_history IS 'what a person asked for, and until when the answer counts (superseded rows: what the ledger said from known_from to known_to)';
COMMENT ON COLUMN wish_history.county IS 'distribution key: the six digits of the county the file lies in; never updated';
COMMENT ON COLUMN wish_history.area IS '12-digit division code (today''s division) of the village the row belongs to';
COMMENT ON COLUMN wish_history.id IS 'ledger id, unique within the county';
COMMENT ON COLUMN wish_history.person_id IS 'the person whose spell it is';
COMMENT ON COLUMN wish_history.kind IS 'work, training, enterprise, loan, service';
COMMENT ON COLUMN wish_history.detail IS 'in the person''s words';
COMMENT ON COLUMN wish_history.valid_from IS 'first day on which it was true';
COMMENT ON COLUMN wish_history.valid_to IS 'first day on which it was no longer true; null = still true';
COMMENT ON COLUMN wish_history.known_from IS 'when the ledger came to know it; passed as a parameter';
COMMENT ON COLUMN wish_history.source IS 'where it comes from: a list, a register, an officer, or demo';
COMMENT ON COLUMN wish_history.evidence IS '佐证: what shows that it is so (contract, call, visit, register_match, roster, payslip)';
COMMENT ON COLUMN wish_history.verified_on IS '核实: day of the last confirmation; null = never confirmed';
COMMENT ON COLUMN wish_history.verified_method IS 'how it was confirmed: phone, visit, register_match';
COMMENT ON COLUMN wish_history.verified_by IS 'post or register that confirmed it';
COMMENT ON COLUMN wish_history.verified_until IS 'the confirmation counts until this day';
COMMENT ON COLUMN wish_history.recorded_by IS 'post under which the row was entered; null = loaded from a list';
COMMENT ON COLUMN wish_history.known_to IS 'when the ledger stopped saying so';
COMMENT ON COLUMN wish_history.superseded_by IS 'why: correction, ended, verified, withdrawn, moved';
CREATE INDEX wish_history_person ON public.wish_history USING btree (county, person_id);

CREATE TABLE work_wish (
  county integer NOT NULL,
  area bigint NOT NULL,
  id bigint DEFAULT nextval('ledger_id'::regclass) NOT NULL,
  person_id bigint NOT NULL,
  occupations text[] NOT NULL,
  reach text NOT NULL,
  provinces bigint[] DEFAULT '{}'::bigint[] NOT NULL,
  wage_floor_fen bigint,
  cannot text[] DEFAULT '{}'::text[] NOT NULL,
  busy_months smallint[] DEFAULT '{}'::smallint[] NOT NULL,
  company text,
  starts_on date,
  valid_from date NOT NULL,
  valid_to date NOT NULL,
  known_from timestamp with time zone NOT NULL,
  source text NOT NULL,
  evidence text,
  recorded_by bigint,
  CONSTRAINT work_wish_pkey PRIMARY KEY (county, id),
  CONSTRAINT work_wish_no_overlap EXCLUDE USING gist (((person_id + 0)) WITH =, county WITH =, daterange(valid_from, valid_to) WITH &&),
  CONSTRAINT work_wish_check CHECK (((area / 1000000) = county)),
  CONSTRAINT work_wish_check1 CHECK ((valid_to > valid_from)),
  CONSTRAINT work_wish_check2 CHECK (((reach = 'away'::text) = (cardinality(provinces) > 0))),
  CONSTRAINT work_wish_company_check CHECK ((company = ANY (ARRAY['alone'::text, 'couple'::text, 'neighbours'::text]))),
  CONSTRAINT work_wish_occupations_check CHECK (((cardinality(occupations) >= 1) AND (cardinality(occupations) <= 4))),
  CONSTRAINT work_wish_reach_check CHECK ((reach = ANY (ARRAY['village'::text, 'town'::text, 'county'::text, 'city'::text, 'away'::text])))
);
COMMENT ON TABLE work_wish IS '就业意愿: what work a person would take, asked once and kept with its day; one stands at a time';
COMMENT ON COLUMN work_wish.county IS 'distribution key: the six digits of the county the file lies in; never updated';
COMMENT ON COLUMN work_wish.area IS '12-digit division code (today''s division) of the village the row belongs to';
COMMENT ON COLUMN work_wish.id IS 'ledger id, unique within the county';
COMMENT ON COLUMN work_wish.person_id IS 'the person who was asked';
COMMENT ON COLUMN work_wish.occupations IS 'codes of the classification of 2022, best first; one to four';
COMMENT ON COLUMN work_wish.reach IS 'how far at most: village, town, county, city, away';
COMMENT ON COLUMN work_wish.provinces IS 'provinces the person would go to, best first; only with away';
COMMENT ON COLUMN work_wish.wage_floor_fen IS 'least wage a month in fen; null = none was named';
COMMENT ON COLUMN work_wish.cannot IS 'what the work must not ask for: lifting, standing, heights, heat, dust, noise, sight, hearing, nights, shifts, longDays, weekends';
COMMENT ON COLUMN work_wish.busy_months IS 'months (1 to 12) in which farm work or care leaves no time';
COMMENT ON COLUMN work_wish.company IS 'with whom the person would go: alone, couple, neighbours; null = not asked';
COMMENT ON COLUMN work_wish.starts_on IS 'from when the person could begin; null = at once';
COMMENT ON COLUMN work_wish.valid_from IS 'day on which the person was asked';
COMMENT ON COLUMN work_wish.valid_to IS 'first day on which the answer no longer counts';
COMMENT ON COLUMN work_wish.known_from IS 'when the ledger came to know it; passed as a parameter';
COMMENT ON COLUMN work_wish.source IS 'where it comes from: an officer, or demo';
COMMENT ON COLUMN work_wish.evidence IS '佐证: call or visit';
COMMENT ON COLUMN work_wish.recorded_by IS 'post under which the row was entered; null = loaded';
CREATE INDEX work_wish_area ON public.work_wish USING btree (area);
CREATE INDEX work_wish_person ON public.work_wish USING btree (county, person_id);

CREATE TABLE work_wish_history (
  county integer NOT NULL,
  area bigint NOT NULL,
  id bigint NOT NULL,
  person_id bigint NOT NULL,
  occupations text[] NOT NULL,
  reach text NOT NULL,
  provinces bigint[] NOT NULL,
  wage_floor_fen bigint,
  cannot text[] NOT NULL,
  busy_months smallint[] NOT NULL,
  company text,
  starts_on date,
  valid_from date NOT NULL,
  valid_to date NOT NULL,
  known_from timestamp with time zone NOT NULL,
  source text NOT NULL,
  evidence text,
  recorded_by bigint,
  known_to timestamp with time zone NOT NULL,
  superseded_by text NOT NULL,
  CONSTRAINT work_wish_history_pkey PRIMARY KEY (county, id, known_from),
  CONSTRAINT work_wish_history_check CHECK ((known_to > known_from))
);
COMMENT ON TABLE work_wish_history IS '就业意愿: what work a person would take, asked once and kept with its day; one stands at a time (superseded rows: what the ledger said from known_from to known_to)';
COMMENT ON COLUMN work_wish_history.county IS 'distribution key: the six digits of the county the file lies in; never updated';
COMMENT ON COLUMN work_wish_history.area IS '12-digit division code (today''s division) of the village the row belongs to';
COMMENT ON COLUMN work_wish_history.id IS 'ledger id, unique within the county';
COMMENT ON COLUMN work_wish_history.person_id IS 'the person who was asked';
COMMENT ON COLUMN work_wish_history.occupations IS 'codes of the classification of 2022, best first; one to four';
COMMENT ON COLUMN work_wish_history.reach IS 'how far at most: village, town, county, city, away';
COMMENT ON COLUMN work_wish_history.provinces IS 'provinces the person would go to, best first; only with away';
COMMENT ON COLUMN work_wish_history.wage_floor_fen IS 'least wage a month in fen; null = none was named';
COMMENT ON COLUMN work_wish_history.cannot IS 'what the work must not ask for: lifting, standing, heights, heat, dust, noise, sight, hearing, nights, shifts, longDays, weekends';
COMMENT ON COLUMN work_wish_history.busy_months IS 'months (1 to 12) in which farm work or care leaves no time';
COMMENT ON COLUMN work_wish_history.company IS 'with whom the person would go: alone, couple, neighbours; null = not asked';
COMMENT ON COLUMN work_wish_history.starts_on IS 'from when the person could begin; null = at once';
COMMENT ON COLUMN work_wish_history.valid_from IS 'day on which the person was asked';
COMMENT ON COLUMN work_wish_history.valid_to IS 'first day on which the answer no longer counts';
COMMENT ON COLUMN work_wish_history.known_from IS 'when the ledger came to know it; passed as a parameter';
COMMENT ON COLUMN work_wish_history.source IS 'where it comes from: an officer, or demo';
COMMENT ON COLUMN work_wish_history.evidence IS '佐证: call or visit';
COMMENT ON COLUMN work_wish_history.recorded_by IS 'post under which the row was entered; null = loaded';
COMMENT ON COLUMN work_wish_history.known_to IS 'when the ledger stopped saying so';
COMMENT ON COLUMN work_wish_history.superseded_by IS 'why: correction, ended, withdrawn, moved, died';
CREATE INDEX work_wish_history_person ON public.work_wish_history USING btree (county, person_id);


-- References

ALTER TABLE activity ADD CONSTRAINT activity_county_site_id_fkey FOREIGN KEY (county, site_id) REFERENCES site(county, id);
ALTER TABLE approval ADD CONSTRAINT approval_snapshot_fkey FOREIGN KEY (snapshot) REFERENCES snapshot(id);
ALTER TABLE assistance ADD CONSTRAINT assistance_county_person_id_fkey FOREIGN KEY (county, person_id) REFERENCES person(county, id);
ALTER TABLE attendance ADD CONSTRAINT attendance_county_person_id_fkey FOREIGN KEY (county, person_id) REFERENCES person(county, id);
ALTER TABLE attendance ADD CONSTRAINT attendance_county_site_id_fkey FOREIGN KEY (county, site_id) REFERENCES site(county, id);
ALTER TABLE closing ADD CONSTRAINT closing_snapshot_fkey FOREIGN KEY (snapshot) REFERENCES snapshot(id);
ALTER TABLE corridor_order ADD CONSTRAINT corridor_order_county_vacancy_id_fkey FOREIGN KEY (county, vacancy_id) REFERENCES vacancy(county, id);
ALTER TABLE determination ADD CONSTRAINT determination_county_person_id_fkey FOREIGN KEY (county, person_id) REFERENCES person(county, id);
ALTER TABLE dispatch ADD CONSTRAINT dispatch_county_person_id_fkey FOREIGN KEY (county, person_id) REFERENCES person(county, id);
ALTER TABLE employment ADD CONSTRAINT employment_county_person_id_fkey FOREIGN KEY (county, person_id) REFERENCES person(county, id);
ALTER TABLE enterprise ADD CONSTRAINT enterprise_county_person_id_fkey FOREIGN KEY (county, person_id) REFERENCES person(county, id);
ALTER TABLE export ADD CONSTRAINT export_officer_id_fkey FOREIGN KEY (officer_id) REFERENCES officer(id);
ALTER TABLE export ADD CONSTRAINT export_post_id_fkey FOREIGN KEY (post_id) REFERENCES post(id);
ALTER TABLE figure_area ADD CONSTRAINT figure_area_run_fkey FOREIGN KEY (run) REFERENCES figure_run(id);
ALTER TABLE figure_trend_area ADD CONSTRAINT figure_trend_area_trend_fkey FOREIGN KEY (trend) REFERENCES figure_trend(id);
ALTER TABLE follow_up ADD CONSTRAINT follow_up_county_person_id_fkey FOREIGN KEY (county, person_id) REFERENCES person(county, id);
ALTER TABLE grant_paid ADD CONSTRAINT grant_paid_county_person_id_fkey FOREIGN KEY (county, person_id) REFERENCES person(county, id);
ALTER TABLE import_chunk ADD CONSTRAINT import_chunk_county_import_id_fkey FOREIGN KEY (county, import_id) REFERENCES import(county, id);
ALTER TABLE import_warning ADD CONSTRAINT import_warning_county_import_id_fkey FOREIGN KEY (county, import_id) REFERENCES import(county, id);
ALTER TABLE insurance ADD CONSTRAINT insurance_county_person_id_fkey FOREIGN KEY (county, person_id) REFERENCES person(county, id);
ALTER TABLE match_person ADD CONSTRAINT match_person_run_id_fkey FOREIGN KEY (run_id) REFERENCES match_run(id);
ALTER TABLE match_proposal ADD CONSTRAINT match_proposal_run_id_fkey FOREIGN KEY (run_id) REFERENCES match_run(id);
ALTER TABLE match_vacancy ADD CONSTRAINT match_vacancy_run_id_fkey FOREIGN KEY (run_id) REFERENCES match_run(id);
ALTER TABLE membership ADD CONSTRAINT membership_county_person_id_fkey FOREIGN KEY (county, person_id) REFERENCES person(county, id);
ALTER TABLE person ADD CONSTRAINT person_county_household_id_fkey FOREIGN KEY (county, household_id) REFERENCES household(county, id);
ALTER TABLE post ADD CONSTRAINT post_officer_id_fkey FOREIGN KEY (officer_id) REFERENCES officer(id);
ALTER TABLE public_post ADD CONSTRAINT public_post_county_person_id_fkey FOREIGN KEY (county, person_id) REFERENCES person(county, id);
ALTER TABLE referral ADD CONSTRAINT referral_county_person_id_fkey FOREIGN KEY (county, person_id) REFERENCES person(county, id);
ALTER TABLE reporting_unit_area ADD CONSTRAINT reporting_unit_area_unit_fkey FOREIGN KEY (unit) REFERENCES reporting_unit(key);
ALTER TABLE retention_answer ADD CONSTRAINT retention_answer_county_person_id_fkey FOREIGN KEY (county, person_id) REFERENCES person(county, id);
ALTER TABLE roster ADD CONSTRAINT roster_county_person_id_fkey FOREIGN KEY (county, person_id) REFERENCES person(county, id);
ALTER TABLE roster ADD CONSTRAINT roster_county_site_id_fkey FOREIGN KEY (county, site_id) REFERENCES site(county, id);
ALTER TABLE round_answer ADD CONSTRAINT round_answer_county_person_id_fkey FOREIGN KEY (county, person_id) REFERENCES person(county, id);
ALTER TABLE sample_county ADD CONSTRAINT sample_county_sample_id_fkey FOREIGN KEY (sample_id) REFERENCES sample(id);
ALTER TABLE sample_person ADD CONSTRAINT sample_person_sample_id_fkey FOREIGN KEY (sample_id) REFERENCES sample(id);
ALTER TABLE saved_filter ADD CONSTRAINT saved_filter_officer_id_fkey FOREIGN KEY (officer_id) REFERENCES officer(id);
ALTER TABLE session ADD CONSTRAINT session_officer_id_fkey FOREIGN KEY (officer_id) REFERENCES officer(id);
ALTER TABLE session ADD CONSTRAINT session_post_id_fkey FOREIGN KEY (post_id) REFERENCES post(id);
ALTER TABLE site_grade ADD CONSTRAINT site_grade_county_site_id_fkey FOREIGN KEY (county, site_id) REFERENCES site(county, id);
ALTER TABLE snapshot ADD CONSTRAINT snapshot_definition_fkey FOREIGN KEY (definition) REFERENCES snapshot_definition(hash);
ALTER TABLE snapshot_area ADD CONSTRAINT snapshot_area_snapshot_fkey FOREIGN KEY (snapshot) REFERENCES snapshot(id);
ALTER TABLE supervision_step ADD CONSTRAINT supervision_step_county_order_id_fkey FOREIGN KEY (county, order_id) REFERENCES supervision_order(county, id);
ALTER TABLE talent ADD CONSTRAINT talent_county_person_id_fkey FOREIGN KEY (county, person_id) REFERENCES person(county, id);
ALTER TABLE training ADD CONSTRAINT training_county_person_id_fkey FOREIGN KEY (county, person_id) REFERENCES person(county, id);
ALTER TABLE traveller ADD CONSTRAINT traveller_county_person_id_fkey FOREIGN KEY (county, person_id) REFERENCES person(county, id);
ALTER TABLE traveller_import ADD CONSTRAINT traveller_import_county_import_id_fkey FOREIGN KEY (county, import_id) REFERENCES import(county, id);
ALTER TABLE vacancy ADD CONSTRAINT vacancy_county_site_id_fkey FOREIGN KEY (county, site_id) REFERENCES site(county, id);
ALTER TABLE vacancy_import ADD CONSTRAINT vacancy_import_county_import_id_fkey FOREIGN KEY (county, import_id) REFERENCES import(county, id);
ALTER TABLE vacancy_submission_decision ADD CONSTRAINT vacancy_submission_decision_county_submission_id_fkey FOREIGN KEY (county, submission_id) REFERENCES vacancy_submission(county, id);
ALTER TABLE wage_claim ADD CONSTRAINT wage_claim_county_person_id_fkey FOREIGN KEY (county, person_id) REFERENCES person(county, id);
ALTER TABLE wish ADD CONSTRAINT wish_county_person_id_fkey FOREIGN KEY (county, person_id) REFERENCES person(county, id);
ALTER TABLE work_wish ADD CONSTRAINT work_wish_county_person_id_fkey FOREIGN KEY (county, person_id) REFERENCES person(county, id);

-- Functions

CREATE OR REPLACE FUNCTION public.answer_referral(wanted bigint, seen timestamp with time zone, act text, said text, why text, day date, at timestamp with time zone, request text)
 RETURNS text
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
DECLARE
  code text := NULLIF(current_setting('ricebowl.employer', true), '');
  officer bigint := NULLIF(current_setting('ricebowl.officer', true), '')::bigint;
  post bigint := NULLIF(current_setting('ricebowl.post', true), '')::bigint;
  found_referral record;
  moment timestamptz;
  ending text;
  answer text;
BEGIN
  IF code IS NULL OR officer IS NULL OR post IS NULL THEN
    RAISE EXCEPTION 'a referral is answered by an employer under its post' USING ERRCODE = 'insufficient_privilege';
  END IF;
  IF day IS NULL OR at IS NULL OR seen IS NULL OR NOT COALESCE(CASE act
      WHEN 'employer' THEN said = 'accepted' AND why IS NULL OR said = 'declined' AND why ~ '^[a-z_]{1,40}$'
      WHEN 'interview' THEN said IS NULL AND why IS NULL
      WHEN 'interviewed' THEN said IN ('passed', 'failed', 'absent') AND why IS NULL END, FALSE) THEN
    RAISE EXCEPTION 'no answer an employer could give' USING ERRCODE = 'invalid_parameter_value';
  END IF;
  SELECT r.county, r.area, r.id, r.person_id, r.valid_from, r.valid_to, r.known_from, r.person_answered_on, r.employer_answered_on, r.interview_on,
         r.interview_result, r.trial_from, v.employer INTO found_referral
    FROM referral r JOIN vacancy v ON v.county = r.vacancy_county AND v.id = r.vacancy_id
   WHERE r.id = wanted AND r.person_answer = 'accepted' AND v.credit_code = code AND r.valid_to IS NULL FOR UPDATE OF r;
  answer := CASE
    WHEN found_referral.id IS NULL THEN 'absent'
    WHEN date_trunc('milliseconds', found_referral.known_from) <> date_trunc('milliseconds', seen) THEN 'stale'
    WHEN found_referral.trial_from IS NOT NULL THEN 'impossible'
    WHEN act = 'employer' AND (found_referral.employer_answered_on IS NOT NULL OR found_referral.interview_on IS NOT NULL) THEN 'impossible'
    WHEN act = 'interview' AND found_referral.employer_answered_on IS NULL AND found_referral.interview_on IS NULL THEN 'impossible'
    WHEN act = 'interviewed' AND found_referral.interview_on IS NULL THEN 'impossible'
    WHEN act <> 'employer' AND found_referral.interview_on IS NOT NULL AND found_referral.interview_result = 'passed' THEN 'impossible'
    WHEN day < CASE act WHEN 'employer' THEN found_referral.person_answered_on WHEN 'interview' THEN found_referral.valid_from
      ELSE found_referral.interview_on END THEN 'day'
    ELSE 'done' END;
  IF answer = 'done' THEN
    moment := GREATEST(at, found_referral.known_from + interval '1 millisecond');
    ending := CASE said WHEN 'declined' THEN 'employer_declined' WHEN 'failed' THEN 'interview_failed' WHEN 'absent' THEN 'absent' END;
    WITH kept AS (
      INSERT INTO referral_history
        SELECT r.*, moment, CASE said WHEN 'declined' THEN 'ended' ELSE 'correction' END FROM referral r
         WHERE r.county = found_referral.county AND r.id = found_referral.id)
    UPDATE referral r SET known_from = moment, recorded_by = post, evidence = 'employer',
           verified_on = day, verified_method = NULL, verified_by = found_referral.employer,
           employer_answer = CASE act WHEN 'employer' THEN said ELSE r.employer_answer END,
           employer_reason = CASE act WHEN 'employer' THEN why ELSE r.employer_reason END,
           employer_answered_on = CASE act WHEN 'employer' THEN day ELSE r.employer_answered_on END,
           interview_on = CASE act WHEN 'interview' THEN day ELSE r.interview_on END,
           interview_result = CASE act WHEN 'interview' THEN NULL WHEN 'interviewed' THEN said ELSE r.interview_result END,
           end_reason = ending, valid_to = CASE WHEN ending IS NOT NULL THEN day END
     WHERE r.county = found_referral.county AND r.id = found_referral.id;
    INSERT INTO ledger_head AS h (county, changed_at) VALUES (found_referral.county, moment)
      ON CONFLICT (county) DO UPDATE SET changed_at = GREATEST(h.changed_at + interval '1 millisecond', excluded.changed_at);
  END IF;
  INSERT INTO audit_line (officer_id, post_id, action, outcome, object_kind, object_county, object_area, object_id, fields, detail, rows, request_id)
    VALUES (officer, post, 'jobs.offer', CASE answer WHEN 'done' THEN 'done' ELSE 'refused' END, 'person', found_referral.county,
      found_referral.area, found_referral.person_id, CASE act WHEN 'employer' THEN ARRAY['employer_answer'] WHEN 'interview' THEN ARRAY['interview_on']
      ELSE ARRAY['interview_result'] END, 'referral ' || wanted || ' answered by its employer: ' || answer, CASE answer WHEN 'done' THEN 1 ELSE 0 END, request);
  RETURN answer;
END
$function$;
COMMENT ON FUNCTION answer_referral(bigint,timestamp with time zone,text,text,text,date,timestamp with time zone,text) IS 'what the acting employer says of a referral that runs to one of its own vacancies: its answer (employer), the day of an interview (interview), its result (interviewed); done, absent, stale, impossible, day; changes nothing else; logged either way';

CREATE OR REPLACE FUNCTION public.audit_unchanged()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
BEGIN
  RAISE EXCEPTION 'audit lines and seals are never changed' USING ERRCODE = 'insufficient_privilege';
END
$function$;
COMMENT ON FUNCTION audit_unchanged() IS NULL;

CREATE OR REPLACE FUNCTION public.count_placed(wanted_county integer, wanted_vacancy bigint)
 RETURNS integer
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
DECLARE
  lo bigint := NULLIF(current_setting('ricebowl.lo', true), '')::bigint;
  hi bigint := NULLIF(current_setting('ricebowl.hi', true), '')::bigint;
  placed int;
BEGIN
  IF NOT EXISTS (SELECT FROM vacancy v WHERE v.county = wanted_county AND v.id = wanted_vacancy AND v.area >= lo AND v.area < hi) THEN
    RAISE EXCEPTION 'no vacancy that the unit holds' USING ERRCODE = 'insufficient_privilege';
  END IF;
  PERFORM set_config('ricebowl.counted_vacancy', wanted_vacancy::text, true);
  SELECT count(*) INTO placed FROM (
    SELECT r.county, r.employment_id FROM referral r
      WHERE r.vacancy_county = wanted_county AND r.vacancy_id = wanted_vacancy AND r.placed_on IS NOT NULL
    UNION
    SELECT t.county, t.employment_id FROM corridor_order o JOIN dispatch_batch b ON b.order_id = o.id JOIN traveller t ON t.batch_id = b.id
      WHERE o.county = wanted_county AND o.vacancy_id = wanted_vacancy AND t.employment_id IS NOT NULL) AS w
    JOIN employment e ON e.county = w.county AND e.id = w.employment_id AND e.valid_to IS NULL;
  PERFORM set_config('ricebowl.counted_vacancy', '', true);
  RETURN placed;
END
$function$;
COMMENT ON FUNCTION count_placed(integer,bigint) IS 'people placed at a vacancy that the acting unit holds, or arrived under its order, whose work still runs, of any area: a number and nothing of anybody';

CREATE OR REPLACE FUNCTION public.feel_add_days(day date, days bigint)
 RETURNS date
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE STRICT
AS $function$
  SELECT CASE WHEN days BETWEEN DATE '0001-01-01' - day AND DATE '9999-12-31' - day THEN day + days::int END
$function$;
COMMENT ON FUNCTION feel_add_days(date,bigint) IS NULL;

CREATE OR REPLACE FUNCTION public.feel_add_months(day date, months bigint)
 RETURNS date
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE STRICT
AS $function$
  SELECT CASE
    WHEN extract(year FROM day)::bigint * 12 + extract(month FROM day)::bigint - 1 + months BETWEEN 12 AND 119999
    THEN (day + make_interval(months => months::int))::date
  END
$function$;
COMMENT ON FUNCTION feel_add_months(date,bigint) IS NULL;

CREATE OR REPLACE FUNCTION public.feel_after(s text, match text)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE STRICT
AS $function$
  SELECT CASE WHEN strpos(s, match) = 0 THEN '' ELSE substr(s, strpos(s, match) + char_length(match)) END
$function$;
COMMENT ON FUNCTION feel_after(text,text) IS NULL;

CREATE OR REPLACE FUNCTION public.feel_before(s text, match text)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE STRICT
AS $function$ SELECT left(s, greatest(strpos(s, match) - 1, 0)) $function$;
COMMENT ON FUNCTION feel_before(text,text) IS NULL;

CREATE OR REPLACE FUNCTION public.feel_date(year bigint, month bigint, day bigint)
 RETURNS date
 LANGUAGE plpgsql
 IMMUTABLE PARALLEL SAFE STRICT
AS $function$
DECLARE
  first date;
BEGIN
  IF year NOT BETWEEN 1 AND 9999 OR month NOT BETWEEN 1 AND 12 OR day NOT BETWEEN 1 AND 31 THEN
    RETURN NULL;
  END IF;
  first := make_date(year::int, month::int, 1);
  RETURN CASE WHEN extract(month FROM first + day::int - 1) = month THEN first + day::int - 1 END;
END
$function$;
COMMENT ON FUNCTION feel_date(bigint,bigint,bigint) IS NULL;

CREATE OR REPLACE FUNCTION public.feel_day_of_reaching(birth date, years bigint)
 RETURNS date
 LANGUAGE plpgsql
 IMMUTABLE PARALLEL SAFE STRICT
AS $function$
DECLARE
  reached date;
BEGIN
  IF abs(years) > 10000 THEN
    RETURN NULL;
  END IF;
  reached := feel_add_months(birth, years * 12);
  RETURN CASE WHEN extract(day FROM reached) < extract(day FROM birth) THEN feel_add_days(reached, 1) ELSE reached END;
END
$function$;
COMMENT ON FUNCTION feel_day_of_reaching(date,bigint) IS NULL;

CREATE OR REPLACE FUNCTION public.feel_divide(a numeric, b numeric)
 RETURNS numeric
 LANGUAGE plpgsql
 IMMUTABLE PARALLEL SAFE STRICT
AS $function$
DECLARE
  scale_a int := min_scale(a);
  scale_b int := min_scale(b);
  x numeric;
  y numeric;
  shift int;
  quotient numeric;
BEGIN
  IF b = 0 THEN
    RETURN NULL;
  END IF;
  x := trunc(a * ('1e' || scale_a)::numeric);
  y := trunc(b * ('1e' || scale_b)::numeric);
  shift := greatest(0, 36 - (length(abs(x)::text) - length(abs(y)::text)));
  x := x * ('1e' || shift)::numeric;
  quotient := div(x, y);
  quotient := quotient * 10 + CASE WHEN x = quotient * y THEN 0 ELSE sign(x) * sign(y) END;
  RETURN feel_round34(quotient * ('1e' || (scale_b - scale_a - shift - 1))::numeric);
END
$function$;
COMMENT ON FUNCTION feel_divide(numeric,numeric) IS NULL;

CREATE OR REPLACE FUNCTION public.feel_modulo(a numeric, b numeric)
 RETURNS numeric
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE STRICT
AS $function$
  SELECT CASE
    WHEN b = 0 THEN NULL
    WHEN mod(a, b) <> 0 AND sign(mod(a, b)) <> sign(b) THEN mod(a, b) + b
    ELSE mod(a, b)
  END
$function$;
COMMENT ON FUNCTION feel_modulo(numeric,numeric) IS NULL;

CREATE OR REPLACE FUNCTION public.feel_months_between(a date, b date)
 RETURNS integer
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE STRICT
AS $function$
  SELECT CASE
    WHEN a <= b THEN (extract(year FROM b)::int - extract(year FROM a)::int) * 12
      + extract(month FROM b)::int - extract(month FROM a)::int - (extract(day FROM b) < extract(day FROM a))::int
    ELSE -((extract(year FROM a)::int - extract(year FROM b)::int) * 12
      + extract(month FROM a)::int - extract(month FROM b)::int - (extract(day FROM a) < extract(day FROM b))::int)
  END
$function$;
COMMENT ON FUNCTION feel_months_between(date,date) IS NULL;

CREATE OR REPLACE FUNCTION public.feel_power(a numeric, exponent integer)
 RETURNS numeric
 LANGUAGE plpgsql
 IMMUTABLE PARALLEL SAFE STRICT
AS $function$
DECLARE
  raised numeric := 1;
BEGIN
  IF abs(a) >= '1e1000'::numeric OR min_scale(a) > 150 THEN
    RETURN NULL;
  END IF;
  FOR _ IN 1 .. abs(exponent) LOOP
    raised := raised * a;
  END LOOP;
  RETURN CASE WHEN exponent < 0 THEN feel_divide(1, raised) ELSE feel_round34(raised) END;
END
$function$;
COMMENT ON FUNCTION feel_power(numeric,integer) IS NULL;

CREATE OR REPLACE FUNCTION public.feel_product(factors numeric[])
 RETURNS numeric
 LANGUAGE plpgsql
 IMMUTABLE PARALLEL SAFE STRICT
AS $function$
DECLARE
  product numeric := 1;
  factor numeric;
BEGIN
  FOREACH factor IN ARRAY factors LOOP
    product := feel_round34(product * factor);
  END LOOP;
  RETURN product;
END
$function$;
COMMENT ON FUNCTION feel_product(numeric[]) IS NULL;

CREATE OR REPLACE FUNCTION public.feel_round(x numeric, decimals integer, mode text)
 RETURNS numeric
 LANGUAGE plpgsql
 IMMUTABLE PARALLEL SAFE STRICT
AS $function$
DECLARE
  unit numeric := ('1e' || (-decimals))::numeric;
  scaled numeric := x * ('1e' || decimals)::numeric;
  whole numeric := trunc(scaled);
  rest numeric := abs(scaled - whole);
  away boolean;
BEGIN
  IF rest = 0 THEN
    RETURN trim_scale(x);
  END IF;
  away := CASE mode
    WHEN 'half even' THEN rest > 0.5 OR (rest = 0.5 AND mod(whole, 2) <> 0)
    WHEN 'half up' THEN rest >= 0.5
    WHEN 'half down' THEN rest > 0.5
    WHEN 'up' THEN TRUE
    WHEN 'down' THEN FALSE
    WHEN 'floor' THEN x < 0
    WHEN 'ceiling' THEN x > 0
  END;
  RETURN trim_scale((CASE WHEN away THEN whole + sign(x) ELSE whole END) * unit);
END
$function$;
COMMENT ON FUNCTION feel_round(numeric,integer,text) IS NULL;

CREATE OR REPLACE FUNCTION public.feel_round34(x numeric)
 RETURNS numeric
 LANGUAGE plpgsql
 IMMUTABLE PARALLEL SAFE STRICT
AS $function$
DECLARE
  places int := min_scale(x);
  size int := length(trunc(abs(x) * ('1e' || places)::numeric)::text);
  rounded numeric := x;
BEGIN
  IF size > 34 THEN
    rounded := feel_round(x, places - (size - 34), 'half even');
  END IF;
  IF min_scale(rounded) > 6176 THEN
    rounded := feel_round(rounded, 6176, 'half even');
  END IF;
  RETURN CASE WHEN abs(rounded) < '1e6145'::numeric THEN trim_scale(rounded) END;
END
$function$;
COMMENT ON FUNCTION feel_round34(numeric) IS NULL;

CREATE OR REPLACE FUNCTION public.feel_substring(s text, start bigint)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE STRICT
AS $function$
  SELECT CASE
    WHEN start BETWEEN 1 AND char_length(s) THEN substr(s, start::int)
    WHEN start BETWEEN -char_length(s) AND -1 THEN right(s, (-start)::int)
  END
$function$;
COMMENT ON FUNCTION feel_substring(text,bigint) IS NULL;

CREATE OR REPLACE FUNCTION public.feel_substring(s text, start bigint, size bigint)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE STRICT
AS $function$
  SELECT CASE WHEN size >= 1 THEN left(feel_substring(s, start), least(size, char_length(s))::int) END
$function$;
COMMENT ON FUNCTION feel_substring(text,bigint,bigint) IS NULL;

CREATE OR REPLACE FUNCTION public.file_readers(wanted_county integer, wanted_person bigint, lim integer)
 RETURNS TABLE(at timestamp with time zone, action text, officer text, post text, reason text)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
BEGIN ATOMIC
 SELECT l.at,
     l.action,
     o.name,
     t.title,
     l.reason
    FROM ((audit_line l
      JOIN officer o ON ((o.id = l.officer_id)))
      JOIN post t ON ((t.id = l.post_id)))
   WHERE ((l.object_kind = 'person'::text) AND (l.object_id = file_readers.wanted_person) AND (l.outcome = 'done'::text) AND (EXISTS ( SELECT
            FROM person p
           WHERE ((p.county = file_readers.wanted_county) AND (p.id = file_readers.wanted_person) AND (p.area >= (NULLIF(current_setting('ricebowl.lo'::text, true), ''::text))::bigint) AND (p.area < (NULLIF(current_setting('ricebowl.hi'::text, true), ''::text))::bigint)))))
   ORDER BY l.id DESC
  LIMIT LEAST(file_readers.lim, 500);
END;
COMMENT ON FUNCTION file_readers(integer,bigint,integer) IS 'who opened, changed or unsealed a file within the scope set, newest first; lists that merely named the person are not among them';

CREATE OR REPLACE FUNCTION public.find_by_identity(wanted_index bytea)
 RETURNS TABLE(county integer, area bigint, id bigint)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
BEGIN ATOMIC
 SELECT p.county,
     p.area,
     p.id
    FROM (person_identity i
      JOIN person p ON (((p.county = i.county) AND (p.id = i.person_id))))
   WHERE ((i.id_index = find_by_identity.wanted_index) AND (p.area >= (NULLIF(current_setting('ricebowl.lo'::text, true), ''::text))::bigint) AND (p.area < (NULLIF(current_setting('ricebowl.hi'::text, true), ''::text))::bigint));
END;
COMMENT ON FUNCTION find_by_identity(bytea) IS 'the file that holds an identity number, if it lies within the scope set';

CREATE OR REPLACE FUNCTION public.keep_person(wanted_county integer, wanted_person bigint, seen timestamp with time zone, at timestamp with time zone, why text)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
DECLARE
  lo bigint := NULLIF(current_setting('ricebowl.lo', true), '')::bigint;
  hi bigint := NULLIF(current_setting('ricebowl.hi', true), '')::bigint;
BEGIN
  INSERT INTO person_history SELECT p.*, at, why FROM person p
    WHERE p.county = wanted_county AND p.id = wanted_person AND p.known_from = seen AND p.area >= lo AND p.area < hi FOR UPDATE;
  RETURN FOUND;
END
$function$;
COMMENT ON FUNCTION keep_person(integer,bigint,timestamp with time zone,timestamp with time zone,text) IS 'what the ledger said of a person until now, kept in the history, ciphers included; the caller changes the row in the same transaction; false = the version seen no longer stands, or is out of scope';

CREATE OR REPLACE FUNCTION public.known_identities(wanted bytea[])
 RETURNS TABLE(id_index bytea, county integer, area bigint, id bigint)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
BEGIN ATOMIC
 SELECT i.id_index,
     p.county,
     p.area,
     p.id
    FROM ((unnest(known_identities.wanted) w(id_index)
      JOIN person_identity i ON ((i.id_index = w.id_index)))
      LEFT JOIN person p ON (((p.county = i.county) AND (p.id = i.person_id) AND (p.area >= (NULLIF(current_setting('ricebowl.lo'::text, true), ''::text))::bigint) AND (p.area < (NULLIF(current_setting('ricebowl.hi'::text, true), ''::text))::bigint))))
   WHERE (NULLIF(current_setting('ricebowl.lo'::text, true), ''::text) IS NOT NULL);
END;
COMMENT ON FUNCTION known_identities(bytea[]) IS 'the files that hold identity numbers; of one outside the scope set, only that there is one';

CREATE OR REPLACE FUNCTION public.own_referrals(day date)
 RETURNS TABLE(id bigint, person_id bigint, vacancy_id bigint, title text, name text, phone_mask text, valid_from date, person_answered_on date, employer_answered_on date, interview_on date, interview_result text, trial_from date, trial_to date, placed_on date, end_reason text, valid_to date, known_from timestamp with time zone)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
DECLARE
  code text := NULLIF(current_setting('ricebowl.employer', true), '');
BEGIN
  RETURN QUERY
    SELECT r.id, r.person_id, r.vacancy_id, r.title, p.name, CASE WHEN r.valid_to IS NULL THEN p.phone_mask END, r.valid_from,
           r.person_answered_on, r.employer_answered_on, r.interview_on, r.interview_result, r.trial_from, r.trial_to, r.placed_on,
           CASE WHEN r.end_reason IN ('employer_declined', 'interview_failed', 'absent', 'trial_failed', 'placed_elsewhere', 'vacancy_closed')
             THEN r.end_reason WHEN r.end_reason IS NOT NULL THEN 'other' END,
           r.valid_to, r.known_from
      FROM vacancy v
      JOIN referral r ON r.vacancy_county = v.county AND r.vacancy_id = v.id
      JOIN person p ON p.county = r.county AND p.id = r.person_id
     WHERE v.credit_code = code AND r.person_answer = 'accepted' AND (r.valid_to IS NULL OR r.valid_to > day - 30)
       AND r.end_reason IS DISTINCT FROM 'mistake'
     ORDER BY r.valid_to DESC NULLS FIRST, r.person_answered_on, r.id LIMIT 200;
END
$function$;
COMMENT ON FUNCTION own_referrals(date) IS 'people who agreed to be referred to a vacancy of the acting employer, and where each stands: name and masked phone while it runs, the name for thirty days after; nothing else of their file; without an employer nobody';

CREATE OR REPLACE FUNCTION public.recall_person(wanted_county integer, wanted_person bigint, said timestamp with time zone, at timestamp with time zone)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
DECLARE
  lo bigint := NULLIF(current_setting('ricebowl.lo', true), '')::bigint;
  hi bigint := NULLIF(current_setting('ricebowl.hi', true), '')::bigint;
  was person%ROWTYPE;
  latest int;
BEGIN
  SELECT (jsonb_populate_record(NULL::person, to_jsonb(h) || jsonb_build_object('known_from', at))).* INTO was FROM person_history h
    WHERE h.county = wanted_county AND h.id = wanted_person AND h.known_from = said AND h.area >= lo AND h.area < hi;
  IF was.id IS NULL THEN
    RETURN false;
  END IF;
  SELECT max(v.version) INTO latest FROM (
    SELECT p.version FROM person p WHERE p.county = wanted_county AND p.id = wanted_person
    UNION ALL SELECT h.version FROM person_history h WHERE h.county = wanted_county AND h.id = wanted_person) v;
  was.version := latest + 1;
  UPDATE person p SET (household_id, relation, name, pinyin, initials, grams, sex, birth_date, death_date, ethnic, education, in_school, health, capacity, disability_grade, id_kind, id_cipher, id_index, id_mask, phone_cipher, phone_index, phone_mask, bank_cipher, bank_index, bank_mask, opened_on, version, known_from, source, evidence, verified_on, verified_method, verified_by, verified_until, recorded_by) =
      ROW (was.household_id, was.relation, was.name, was.pinyin, was.initials, was.grams, was.sex, was.birth_date, was.death_date, was.ethnic, was.education, was.in_school, was.health, was.capacity, was.disability_grade, was.id_kind, was.id_cipher, was.id_index, was.id_mask, was.phone_cipher, was.phone_index, was.phone_mask, was.bank_cipher, was.bank_index, was.bank_mask, was.opened_on, was.version, was.known_from, was.source, was.evidence, was.verified_on, was.verified_method, was.verified_by, was.verified_until, was.recorded_by)
    WHERE p.county = wanted_county AND p.id = wanted_person AND p.area = was.area;
  IF NOT FOUND THEN
    INSERT INTO person SELECT was.*;
  END IF;
  RETURN true;
END
$function$;
COMMENT ON FUNCTION recall_person(integer,bigint,timestamp with time zone,timestamp with time zone) IS 'the ledger says again of a person what a row of the history says, ciphers included, as a new version; false = there is no such row within the scope';

CREATE OR REPLACE FUNCTION public.register_identities(wanted bytea[], counties integer[], people bigint[], request text)
 RETURNS SETOF bytea
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
#variable_conflict use_column
DECLARE
  asked int := cardinality(wanted);
  made int;
BEGIN
  SELECT count(*) INTO made FROM unnest(wanted, counties, people) AS w(id_index, county, id)
    JOIN person p ON p.county = w.county AND p.id = w.id AND p.id_index = w.id_index AND p.area >= NULLIF(current_setting('ricebowl.lo', true), '')::bigint AND p.area < NULLIF(current_setting('ricebowl.hi', true), '')::bigint;
  IF made <> asked THEN
    RAISE EXCEPTION 'no such file with that identity number within the scope' USING ERRCODE = 'insufficient_privilege';
  END IF;
  INSERT INTO person_identity (id_index, county, person_id)
    SELECT w.id_index, w.county, w.id FROM unnest(wanted, counties, people) AS w(id_index, county, id) ORDER BY w.id_index ON CONFLICT DO NOTHING;
  GET DIAGNOSTICS made = ROW_COUNT;
  INSERT INTO audit_line (officer_id, post_id, action, outcome, object_kind, fields, detail, rows, request_id)
    VALUES (NULLIF(current_setting('ricebowl.officer', true), '')::bigint, NULLIF(current_setting('ricebowl.post', true), '')::bigint,
      'people.register_identity', 'done', 'person', ARRAY['identity'], 'registered ' || made || ' of ' || asked, made, request);
  RETURN QUERY SELECT i.id_index FROM unnest(wanted, counties, people) AS w(id_index, county, id)
    JOIN person_identity i ON i.id_index = w.id_index WHERE i.county <> w.county OR i.person_id <> w.id;
END
$function$;
COMMENT ON FUNCTION register_identities(bytea[],integer[],bigint[],text) IS 'registers the numbers of files within the scope; answers those that another file holds already; logged';

CREATE OR REPLACE FUNCTION public.register_identity(wanted_index bytea, wanted_county integer, wanted_person bigint, request text)
 RETURNS text
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
DECLARE
  lo bigint := NULLIF(current_setting('ricebowl.lo', true), '')::bigint;
  hi bigint := NULLIF(current_setting('ricebowl.hi', true), '')::bigint;
  mine person.area%TYPE;
  theirs record;
  answer text := 'registered';
BEGIN
  SELECT p.area INTO mine FROM person p
    WHERE p.county = wanted_county AND p.id = wanted_person AND p.id_index = wanted_index AND p.area >= lo AND p.area < hi;
  IF mine IS NULL THEN
    RAISE EXCEPTION 'no such file with that identity number within the scope' USING ERRCODE = 'insufficient_privilege';
  END IF;
  INSERT INTO person_identity (id_index, county, person_id) VALUES (wanted_index, wanted_county, wanted_person)
    ON CONFLICT DO NOTHING;
  IF NOT FOUND THEN
    SELECT i.county, i.person_id, p.area INTO theirs
      FROM person_identity i LEFT JOIN person p ON p.county = i.county AND p.id = i.person_id WHERE i.id_index = wanted_index;
    answer := CASE WHEN theirs.county = wanted_county AND theirs.person_id = wanted_person THEN 'registered'
      WHEN theirs.area >= lo AND theirs.area < hi THEN 'taken' ELSE 'elsewhere' END;
  END IF;
  INSERT INTO audit_line (officer_id, post_id, action, outcome, object_kind, object_county, object_area, object_id, fields, detail, rows, request_id)
    VALUES (NULLIF(current_setting('ricebowl.officer', true), '')::bigint, NULLIF(current_setting('ricebowl.post', true), '')::bigint,
      'people.register_identity', CASE answer WHEN 'registered' THEN 'done' ELSE 'refused' END, 'person', wanted_county, mine, wanted_person,
      ARRAY['identity'], answer, 1, request);
  RETURN answer;
END
$function$;
COMMENT ON FUNCTION register_identity(bytea,integer,bigint,text) IS 'one identity number, one person, city-wide: registered, taken (another file within the scope has it) or elsewhere (a file outside has it: hand over, do not open a second); logged either way';

CREATE OR REPLACE FUNCTION public.release_identities(counties integer[], people bigint[])
 RETURNS bigint
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
DECLARE
  freed bigint;
BEGIN
  DELETE FROM person_identity i USING unnest(counties, people) AS w(county, id), person p
    WHERE p.county = w.county AND p.id = w.id AND p.area >= NULLIF(current_setting('ricebowl.lo', true), '')::bigint AND p.area < NULLIF(current_setting('ricebowl.hi', true), '')::bigint
      AND i.id_index = p.id_index AND i.county = p.county AND i.person_id = p.id;
  GET DIAGNOSTICS freed = ROW_COUNT;
  RETURN freed;
END
$function$;
COMMENT ON FUNCTION release_identities(integer[],bigint[]) IS 'frees the numbers of files within the scope';

CREATE OR REPLACE FUNCTION public.release_identity(wanted_index bytea, wanted_county integer, wanted_person bigint)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
BEGIN
  DELETE FROM person_identity i USING person p
    WHERE i.id_index = wanted_index AND i.county = wanted_county AND i.person_id = wanted_person
      AND p.county = i.county AND p.id = i.person_id
      AND p.area >= NULLIF(current_setting('ricebowl.lo', true), '')::bigint
      AND p.area < NULLIF(current_setting('ricebowl.hi', true), '')::bigint;
  RETURN FOUND;
END
$function$;
COMMENT ON FUNCTION release_identity(bytea,integer,bigint) IS 'frees a number that a file within the scope had wrongly or hands over';

CREATE OR REPLACE FUNCTION public.restore_households(counties integer[], ids bigint[], until timestamp with time zone[], at timestamp with time zone)
 RETURNS bigint
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
DECLARE
  restored bigint;
BEGIN
  UPDATE household p SET code = h.code, relocated = h.relocated, unsafe_house = h.unsafe_house, income_per_head_fen = h.income_per_head_fen, address_cipher = h.address_cipher, valid_from = h.valid_from, valid_to = h.valid_to, source = h.source, evidence = h.evidence, verified_on = h.verified_on, verified_method = h.verified_method, verified_by = h.verified_by, verified_until = h.verified_until, recorded_by = h.recorded_by, known_from = at
    FROM unnest(counties, ids, until) AS w(county, id, until) JOIN household_history h ON h.county = w.county AND h.id = w.id AND h.known_to = w.until
    WHERE p.county = w.county AND p.id = w.id AND p.area >= NULLIF(current_setting('ricebowl.lo', true), '')::bigint AND p.area < NULLIF(current_setting('ricebowl.hi', true), '')::bigint;
  GET DIAGNOSTICS restored = ROW_COUNT;
  RETURN restored;
END
$function$;
COMMENT ON FUNCTION restore_households(integer[],bigint[],timestamp with time zone[],timestamp with time zone) IS 'says of households within the scope again what history says of them until a moment';

CREATE OR REPLACE FUNCTION public.restore_people(counties integer[], ids bigint[], until timestamp with time zone[], at timestamp with time zone)
 RETURNS bigint
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
DECLARE
  restored bigint;
BEGIN
  UPDATE person p SET household_id = h.household_id, relation = h.relation, name = h.name, pinyin = h.pinyin, initials = h.initials, grams = h.grams, sex = h.sex, birth_date = h.birth_date, death_date = h.death_date, ethnic = h.ethnic, education = h.education, in_school = h.in_school, health = h.health, capacity = h.capacity, disability_grade = h.disability_grade, id_kind = h.id_kind, id_cipher = h.id_cipher, id_index = h.id_index, id_mask = h.id_mask, phone_cipher = h.phone_cipher, phone_index = h.phone_index, phone_mask = h.phone_mask, bank_cipher = h.bank_cipher, bank_index = h.bank_index, bank_mask = h.bank_mask, opened_on = h.opened_on, version = p.version + 1, source = h.source, evidence = h.evidence, verified_on = h.verified_on, verified_method = h.verified_method, verified_by = h.verified_by, verified_until = h.verified_until, recorded_by = h.recorded_by, known_from = at
    FROM unnest(counties, ids, until) AS w(county, id, until) JOIN person_history h ON h.county = w.county AND h.id = w.id AND h.known_to = w.until
    WHERE p.county = w.county AND p.id = w.id AND p.area >= NULLIF(current_setting('ricebowl.lo', true), '')::bigint AND p.area < NULLIF(current_setting('ricebowl.hi', true), '')::bigint;
  GET DIAGNOSTICS restored = ROW_COUNT;
  RETURN restored;
END
$function$;
COMMENT ON FUNCTION restore_people(integer[],bigint[],timestamp with time zone[],timestamp with time zone) IS 'says of people within the scope again what history says of them until a moment';

CREATE OR REPLACE FUNCTION public.reveal_field(wanted_county integer, wanted_person bigint, field text, why text, request text)
 RETURNS TABLE(row_id bigint, cipher bytea)
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
#variable_conflict use_column
DECLARE
  lo bigint := NULLIF(current_setting('ricebowl.lo', true), '')::bigint;
  hi bigint := NULLIF(current_setting('ricebowl.hi', true), '')::bigint;
  officer bigint := NULLIF(current_setting('ricebowl.officer', true), '')::bigint;
  post bigint := NULLIF(current_setting('ricebowl.post', true), '')::bigint;
  person_found record;
BEGIN
  IF officer IS NULL OR post IS NULL OR char_length(btrim(why)) < 4 OR field NOT IN ('identity', 'phone', 'bank', 'address') THEN
    RAISE EXCEPTION 'a sealed field is shown to an officer under a post, for a reason' USING ERRCODE = 'insufficient_privilege';
  END IF;
  SELECT p.area, p.household_id, p.id_cipher, p.phone_cipher, p.bank_cipher INTO person_found FROM person p
    WHERE p.county = wanted_county AND p.id = wanted_person AND p.area >= lo AND p.area < hi;
  -- Logged before it is shown, in the transaction that shows it; a file outside the scope is logged as refused.
  INSERT INTO audit_line (officer_id, post_id, action, outcome, object_kind, object_county, object_area, object_id, fields, reason, rows, request_id)
    VALUES (officer, post, 'people.reveal', CASE WHEN person_found IS NULL THEN 'refused' ELSE 'done' END, 'person', wanted_county,
      person_found.area, wanted_person, ARRAY[field], why, CASE WHEN person_found IS NULL THEN 0 ELSE 1 END, request);
  IF person_found IS NULL THEN
    RETURN;
  END IF;
  IF field = 'address' THEN
    RETURN QUERY SELECT h.id, h.address_cipher FROM household h WHERE h.county = wanted_county AND h.id = person_found.household_id;
  ELSE
    RETURN QUERY SELECT wanted_person, CASE field WHEN 'identity' THEN person_found.id_cipher
      WHEN 'phone' THEN person_found.phone_cipher ELSE person_found.bank_cipher END;
  END IF;
END
$function$;
COMMENT ON FUNCTION reveal_field(integer,bigint,text,text,text) IS 'the cipher of a sealed field and the id of the row it is bound to (the household''s for an address); no row = no such file within the scope; logged either way';

CREATE OR REPLACE FUNCTION public.reveal_vacancy_phone(wanted_county integer, wanted_vacancy bigint, why text, request text)
 RETURNS bytea
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
DECLARE
  lo bigint := NULLIF(current_setting('ricebowl.lo', true), '')::bigint;
  hi bigint := NULLIF(current_setting('ricebowl.hi', true), '')::bigint;
  officer bigint := NULLIF(current_setting('ricebowl.officer', true), '')::bigint;
  post bigint := NULLIF(current_setting('ricebowl.post', true), '')::bigint;
  found_vacancy record;
BEGIN
  IF officer IS NULL OR post IS NULL OR char_length(btrim(why)) < 4 THEN
    RAISE EXCEPTION 'a sealed field is shown to an officer under a post, for a reason' USING ERRCODE = 'insufficient_privilege';
  END IF;
  SELECT v.area, v.phone_cipher INTO found_vacancy FROM vacancy v
    WHERE v.county = wanted_county AND v.id = wanted_vacancy AND lo > 0 AND hi > 0;
  -- Logged before it is shown, in the transaction that shows it.
  INSERT INTO audit_line (officer_id, post_id, action, outcome, object_kind, object_county, object_area, object_id, fields, reason, rows, request_id)
    VALUES (officer, post, 'jobs.read', CASE WHEN found_vacancy IS NULL THEN 'refused' ELSE 'done' END, 'vacancy', wanted_county,
      found_vacancy.area, wanted_vacancy, ARRAY['phone'], why, CASE WHEN found_vacancy IS NULL THEN 0 ELSE 1 END, request);
  RETURN found_vacancy.phone_cipher;
END
$function$;
COMMENT ON FUNCTION reveal_vacancy_phone(integer,bigint,text,text) IS 'the cipher of the phone of a vacancy''s contact, for whoever acts under a post with an area; null = no such vacancy, or no phone; logged either way';

CREATE OR REPLACE FUNCTION public.sealed_of(persons bigint[], request text)
 RETURNS TABLE(county integer, id bigint, id_cipher bytea, phone_cipher bytea, bank_cipher bytea)
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
#variable_conflict use_column
DECLARE
  lo bigint := NULLIF(current_setting('ricebowl.lo', true), '')::bigint;
  hi bigint := NULLIF(current_setting('ricebowl.hi', true), '')::bigint;
BEGIN
  INSERT INTO audit_line (officer_id, post_id, action, object_kind, object_ids, fields, rows, request_id)
    VALUES (NULLIF(current_setting('ricebowl.officer', true), '')::bigint, NULLIF(current_setting('ricebowl.post', true), '')::bigint,
      'people.compare', 'person', persons, ARRAY['identity', 'phone', 'bank'], cardinality(persons), request);
  RETURN QUERY SELECT p.county, p.id, p.id_cipher, p.phone_cipher, p.bank_cipher FROM person p
    WHERE p.id = ANY (persons) AND p.area >= lo AND p.area < hi;
END
$function$;
COMMENT ON FUNCTION sealed_of(bigint[],text) IS 'ciphers of files within the scope, for the server to compare them or to bind them to another row; shown to nobody, logged';

CREATE OR REPLACE FUNCTION public.search_people(wanted_grams text[], wanted_initials text, wanted_pinyin text, wanted_index bytea, lim integer)
 RETURNS TABLE(county integer, area bigint, id bigint)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
 SET plan_cache_mode TO 'force_custom_plan'
AS $function$
#variable_conflict use_column
DECLARE
  lo bigint := NULLIF(current_setting('ricebowl.lo', true), '')::bigint;
  hi bigint := NULLIF(current_setting('ricebowl.hi', true), '')::bigint;
  most int := LEAST(lim, 200);
  found int := 0;
BEGIN
  IF lo IS NULL OR hi IS NULL OR most < 1 THEN
    RETURN;
  END IF;
  IF wanted_index IS NOT NULL THEN
    RETURN QUERY SELECT p.county, p.area, p.id FROM person p
      WHERE p.id_index = wanted_index AND p.area >= lo AND p.area < hi LIMIT most;
    GET DIAGNOSTICS found = ROW_COUNT;
    most := most - found;
  END IF;
  IF cardinality(wanted_grams) > 0 THEN
    -- The shortest names first: the whole name before names that hold it. A common character is not sorted through the whole city for that.
    RETURN QUERY SELECT c.county, c.area, c.id FROM (
        SELECT p.county, p.area, p.id, p.name FROM person p
        WHERE p.grams @> wanted_grams AND p.area >= lo AND p.area < hi LIMIT 1000) c
      ORDER BY char_length(c.name), c.area, c.id LIMIT most;
    GET DIAGNOSTICS found = ROW_COUNT;
    most := most - found;
  END IF;
  IF wanted_initials <> '' THEN
    RETURN QUERY SELECT p.county, p.area, p.id FROM person p
      WHERE p.initials ^@ wanted_initials AND p.area >= lo AND p.area < hi
      ORDER BY p.initials USING ~<~, p.area LIMIT most;
    GET DIAGNOSTICS found = ROW_COUNT;
    most := most - found;
  END IF;
  IF wanted_pinyin <> '' THEN
    RETURN QUERY SELECT p.county, p.area, p.id FROM person p
      WHERE replace(p.pinyin, ' ', '') ^@ wanted_pinyin AND p.area >= lo AND p.area < hi
        AND (p.initials ^@ wanted_initials) IS NOT TRUE
      ORDER BY replace(p.pinyin, ' ', '') USING ~<~, p.area LIMIT most;
  END IF;
END
$function$;
COMMENT ON FUNCTION search_people(text[],text,text,bytea,integer) IS 'people within the scope set: by index of the identity number, by characters and pairs of the name, by initials or pinyin from the start; best first';

CREATE OR REPLACE FUNCTION public.supersede_households(counties integer[], ids bigint[], at timestamp with time zone, why text)
 RETURNS bigint
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
DECLARE
  moved bigint;
BEGIN
  INSERT INTO household_history (county, area, id, code, relocated, unsafe_house, income_per_head_fen, address_cipher, valid_from, valid_to, known_from, source, evidence, verified_on, verified_method, verified_by, verified_until, recorded_by, known_to, superseded_by)
    SELECT p.county, p.area, p.id, p.code, p.relocated, p.unsafe_house, p.income_per_head_fen, p.address_cipher, p.valid_from, p.valid_to, p.known_from, p.source, p.evidence, p.verified_on, p.verified_method, p.verified_by, p.verified_until, p.recorded_by, at, why FROM unnest(counties, ids) AS w(county, id)
      JOIN household p ON p.county = w.county AND p.id = w.id WHERE p.area >= NULLIF(current_setting('ricebowl.lo', true), '')::bigint AND p.area < NULLIF(current_setting('ricebowl.hi', true), '')::bigint;
  GET DIAGNOSTICS moved = ROW_COUNT;
  RETURN moved;
END
$function$;
COMMENT ON FUNCTION supersede_households(integer[],bigint[],timestamp with time zone,text) IS 'copies what is said of households within the scope into history, ciphers and all; the caller then says what stands instead, in the same transaction';

CREATE OR REPLACE FUNCTION public.supersede_people(counties integer[], ids bigint[], at timestamp with time zone, why text)
 RETURNS bigint
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
DECLARE
  moved bigint;
BEGIN
  INSERT INTO person_history (county, area, id, household_id, relation, name, pinyin, initials, grams, sex, birth_date, death_date, ethnic, education, in_school, health, capacity, disability_grade, id_kind, id_cipher, id_index, id_mask, phone_cipher, phone_index, phone_mask, bank_cipher, bank_index, bank_mask, opened_on, version, known_from, source, evidence, verified_on, verified_method, verified_by, verified_until, recorded_by, known_to, superseded_by)
    SELECT p.county, p.area, p.id, p.household_id, p.relation, p.name, p.pinyin, p.initials, p.grams, p.sex, p.birth_date, p.death_date, p.ethnic, p.education, p.in_school, p.health, p.capacity, p.disability_grade, p.id_kind, p.id_cipher, p.id_index, p.id_mask, p.phone_cipher, p.phone_index, p.phone_mask, p.bank_cipher, p.bank_index, p.bank_mask, p.opened_on, p.version, p.known_from, p.source, p.evidence, p.verified_on, p.verified_method, p.verified_by, p.verified_until, p.recorded_by, at, why FROM unnest(counties, ids) AS w(county, id)
      JOIN person p ON p.county = w.county AND p.id = w.id WHERE p.area >= NULLIF(current_setting('ricebowl.lo', true), '')::bigint AND p.area < NULLIF(current_setting('ricebowl.hi', true), '')::bigint;
  GET DIAGNOSTICS moved = ROW_COUNT;
  RETURN moved;
END
$function$;
COMMENT ON FUNCTION supersede_people(integer[],bigint[],timestamp with time zone,text) IS 'copies what is said of people within the scope into history, ciphers and all; the caller then says what stands instead, in the same transaction';

CREATE OR REPLACE FUNCTION public.take_opening(holder text, wanted_county integer, wanted bigint, step integer, day date, at timestamp with time zone, request text)
 RETURNS text
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
DECLARE
  lo bigint := NULLIF(current_setting('ricebowl.lo', true), '')::bigint;
  hi bigint := NULLIF(current_setting('ricebowl.hi', true), '')::bigint;
  officer bigint := NULLIF(current_setting('ricebowl.officer', true), '')::bigint;
  post bigint := NULLIF(current_setting('ricebowl.post', true), '')::bigint;
  found record;
  found_vacancy record;
  moment timestamptz;
  answer text;
BEGIN
  IF officer IS NULL OR post IS NULL OR step IS NULL OR step NOT IN (1, -1) THEN
    RAISE EXCEPTION 'an opening is taken or given back by an officer under a post, one at a time' USING ERRCODE = 'insufficient_privilege';
  END IF;
  -- `open` says whether the holder stands so that an opening can be taken, `kept` whether one was taken for it that can be given back.
  IF holder = 'referral' THEN
    SELECT r.vacancy_county, r.vacancy_id, r.valid_to IS NULL AS open, r.placed_on IS NOT NULL AS kept INTO found FROM referral r
      WHERE r.county = wanted_county AND r.id = wanted AND r.area >= lo AND r.area < hi;
  ELSIF holder = 'traveller' THEN
    SELECT o.county AS vacancy_county, o.vacancy_id,
           t.boarded AND t.missing IS NULL AND t.employment_id IS NULL AND t.returned_on IS NULL AND b.left_on IS NOT NULL AS open, FALSE AS kept INTO found
      FROM traveller t JOIN dispatch_batch b ON b.id = t.batch_id JOIN corridor_order o ON o.id = b.order_id
      WHERE t.county = wanted_county AND t.id = wanted AND t.area >= lo AND t.area < hi;
  END IF;
  IF found IS NULL OR (step = 1 AND found.open IS NOT TRUE) OR (step = -1 AND NOT found.kept) THEN
    RAISE EXCEPTION 'nobody within the scope stands so that an opening could be taken or given back' USING ERRCODE = 'insufficient_privilege';
  END IF;
  -- One after the other: whoever comes second sees what the first has taken.
  SELECT v.area, v.openings, v.taken, v.valid_from, v.valid_to, v.known_from INTO found_vacancy FROM vacancy v
    WHERE v.county = found.vacancy_county AND v.id = found.vacancy_id FOR UPDATE;
  answer := CASE
    WHEN found_vacancy IS NULL THEN 'absent'
    WHEN step = 1 AND found_vacancy.valid_to <= day THEN 'closed'
    WHEN step = 1 AND found_vacancy.taken >= found_vacancy.openings THEN 'full'
    WHEN step = -1 AND found_vacancy.taken <= 0 THEN 'none_taken'
    ELSE 'done' END;
  IF answer = 'done' THEN
    -- Two in one millisecond: the later version begins after the earlier, as far as clients can tell.
    moment := GREATEST(at, found_vacancy.known_from + interval '1 millisecond');
    INSERT INTO vacancy_history (county, area, id, kind, title, occupation, industry, employer, credit_code, site_id, licence_seen_on, place, openings, taken, wage_form, wage_low_fen, wage_high_fen, hours_per_day, days_per_month, hours, season, board, lodging, training, education, skills, certificate, age_from, age_to, age_rule, hazards, contact, phone_mask, detail, work_from, work_to, refreshed_on, open_until, valid_from, valid_to, close_reason, known_from, source, recorded_by, known_to, superseded_by)
      SELECT v.county, v.area, v.id, v.kind, v.title, v.occupation, v.industry, v.employer, v.credit_code, v.site_id, v.licence_seen_on, v.place, v.openings, v.taken, v.wage_form, v.wage_low_fen, v.wage_high_fen, v.hours_per_day, v.days_per_month, v.hours, v.season, v.board, v.lodging, v.training, v.education, v.skills, v.certificate, v.age_from, v.age_to, v.age_rule, v.hazards, v.contact, v.phone_mask, v.detail, v.work_from, v.work_to, v.refreshed_on, v.open_until, v.valid_from, v.valid_to, v.close_reason, v.known_from, v.source, v.recorded_by, moment, 'taken' FROM vacancy v
       WHERE v.county = found.vacancy_county AND v.id = found.vacancy_id;
    UPDATE vacancy v SET taken = found_vacancy.taken + step, known_from = moment, recorded_by = post
      WHERE v.county = found.vacancy_county AND v.id = found.vacancy_id;
  END IF;
  INSERT INTO audit_line (officer_id, post_id, action, outcome, object_kind, object_county, object_area, object_id, fields, detail, rows, request_id)
    VALUES (officer, post, 'jobs.take', CASE answer WHEN 'done' THEN 'done' ELSE 'refused' END, 'vacancy', found.vacancy_county,
      found_vacancy.area, found.vacancy_id, ARRAY['taken'], answer, CASE answer WHEN 'done' THEN 1 ELSE 0 END, request);
  RETURN answer;
END
$function$;
COMMENT ON FUNCTION take_opening(text,integer,bigint,integer,date,timestamp with time zone,text) IS 'one opening more (1) or less (-1) of the vacancy of a referral within the scope, or one more of the order of a traveller within it, never beyond the openings: done, full, closed, none_taken, absent; changes nothing else of it; logged either way';


-- Triggers

CREATE TRIGGER audit_line_unchanged BEFORE DELETE OR UPDATE OR TRUNCATE ON public.audit_line FOR EACH STATEMENT EXECUTE FUNCTION audit_unchanged();
CREATE TRIGGER audit_seal_unchanged BEFORE DELETE OR UPDATE OR TRUNCATE ON public.audit_seal FOR EACH STATEMENT EXECUTE FUNCTION audit_unchanged();

-- Access

ALTER TABLE activity ENABLE ROW LEVEL SECURITY;
ALTER TABLE activity FORCE ROW LEVEL SECURITY;
ALTER TABLE activity_history ENABLE ROW LEVEL SECURITY;
ALTER TABLE activity_history FORCE ROW LEVEL SECURITY;
ALTER TABLE approval ENABLE ROW LEVEL SECURITY;
ALTER TABLE approval FORCE ROW LEVEL SECURITY;
ALTER TABLE assistance ENABLE ROW LEVEL SECURITY;
ALTER TABLE assistance FORCE ROW LEVEL SECURITY;
ALTER TABLE assistance_history ENABLE ROW LEVEL SECURITY;
ALTER TABLE assistance_history FORCE ROW LEVEL SECURITY;
ALTER TABLE attendance ENABLE ROW LEVEL SECURITY;
ALTER TABLE attendance FORCE ROW LEVEL SECURITY;
ALTER TABLE attendance_history ENABLE ROW LEVEL SECURITY;
ALTER TABLE attendance_history FORCE ROW LEVEL SECURITY;
ALTER TABLE audit_line ENABLE ROW LEVEL SECURITY;
ALTER TABLE audit_line FORCE ROW LEVEL SECURITY;
ALTER TABLE change_request ENABLE ROW LEVEL SECURITY;
ALTER TABLE change_request FORCE ROW LEVEL SECURITY;
ALTER TABLE closing ENABLE ROW LEVEL SECURITY;
ALTER TABLE closing FORCE ROW LEVEL SECURITY;
ALTER TABLE closing_job ENABLE ROW LEVEL SECURITY;
ALTER TABLE closing_job FORCE ROW LEVEL SECURITY;
ALTER TABLE command_receipt ENABLE ROW LEVEL SECURITY;
ALTER TABLE corridor ENABLE ROW LEVEL SECURITY;
ALTER TABLE corridor FORCE ROW LEVEL SECURITY;
ALTER TABLE corridor_history ENABLE ROW LEVEL SECURITY;
ALTER TABLE corridor_history FORCE ROW LEVEL SECURITY;
ALTER TABLE corridor_order ENABLE ROW LEVEL SECURITY;
ALTER TABLE corridor_order FORCE ROW LEVEL SECURITY;
ALTER TABLE corridor_order_history ENABLE ROW LEVEL SECURITY;
ALTER TABLE corridor_order_history FORCE ROW LEVEL SECURITY;
ALTER TABLE county_count ENABLE ROW LEVEL SECURITY;
ALTER TABLE county_count FORCE ROW LEVEL SECURITY;
ALTER TABLE death ENABLE ROW LEVEL SECURITY;
ALTER TABLE death FORCE ROW LEVEL SECURITY;
ALTER TABLE determination ENABLE ROW LEVEL SECURITY;
ALTER TABLE determination FORCE ROW LEVEL SECURITY;
ALTER TABLE determination_count ENABLE ROW LEVEL SECURITY;
ALTER TABLE determination_count FORCE ROW LEVEL SECURITY;
ALTER TABLE different_people ENABLE ROW LEVEL SECURITY;
ALTER TABLE different_people FORCE ROW LEVEL SECURITY;
ALTER TABLE dispatch ENABLE ROW LEVEL SECURITY;
ALTER TABLE dispatch FORCE ROW LEVEL SECURITY;
ALTER TABLE dispatch_batch ENABLE ROW LEVEL SECURITY;
ALTER TABLE dispatch_batch FORCE ROW LEVEL SECURITY;
ALTER TABLE dispatch_batch_history ENABLE ROW LEVEL SECURITY;
ALTER TABLE dispatch_batch_history FORCE ROW LEVEL SECURITY;
ALTER TABLE dispatch_history ENABLE ROW LEVEL SECURITY;
ALTER TABLE dispatch_history FORCE ROW LEVEL SECURITY;
ALTER TABLE employment ENABLE ROW LEVEL SECURITY;
ALTER TABLE employment FORCE ROW LEVEL SECURITY;
ALTER TABLE employment_history ENABLE ROW LEVEL SECURITY;
ALTER TABLE employment_history FORCE ROW LEVEL SECURITY;
ALTER TABLE enterprise ENABLE ROW LEVEL SECURITY;
ALTER TABLE enterprise FORCE ROW LEVEL SECURITY;
ALTER TABLE enterprise_history ENABLE ROW LEVEL SECURITY;
ALTER TABLE enterprise_history FORCE ROW LEVEL SECURITY;
ALTER TABLE export ENABLE ROW LEVEL SECURITY;
ALTER TABLE export FORCE ROW LEVEL SECURITY;
ALTER TABLE figure_area ENABLE ROW LEVEL SECURITY;
ALTER TABLE figure_area FORCE ROW LEVEL SECURITY;
ALTER TABLE figure_trend_area ENABLE ROW LEVEL SECURITY;
ALTER TABLE figure_trend_area FORCE ROW LEVEL SECURITY;
ALTER TABLE finding_flow ENABLE ROW LEVEL SECURITY;
ALTER TABLE finding_flow FORCE ROW LEVEL SECURITY;
ALTER TABLE finding_waiver ENABLE ROW LEVEL SECURITY;
ALTER TABLE finding_waiver FORCE ROW LEVEL SECURITY;
ALTER TABLE finding_waiver_move ENABLE ROW LEVEL SECURITY;
ALTER TABLE finding_waiver_move FORCE ROW LEVEL SECURITY;
ALTER TABLE follow_up ENABLE ROW LEVEL SECURITY;
ALTER TABLE follow_up FORCE ROW LEVEL SECURITY;
ALTER TABLE follow_up_history ENABLE ROW LEVEL SECURITY;
ALTER TABLE follow_up_history FORCE ROW LEVEL SECURITY;
ALTER TABLE grant_paid ENABLE ROW LEVEL SECURITY;
ALTER TABLE grant_paid FORCE ROW LEVEL SECURITY;
ALTER TABLE grant_paid_history ENABLE ROW LEVEL SECURITY;
ALTER TABLE grant_paid_history FORCE ROW LEVEL SECURITY;
ALTER TABLE household ENABLE ROW LEVEL SECURITY;
ALTER TABLE household FORCE ROW LEVEL SECURITY;
ALTER TABLE household_change ENABLE ROW LEVEL SECURITY;
ALTER TABLE household_change FORCE ROW LEVEL SECURITY;
ALTER TABLE household_history ENABLE ROW LEVEL SECURITY;
ALTER TABLE household_history FORCE ROW LEVEL SECURITY;
ALTER TABLE import ENABLE ROW LEVEL SECURITY;
ALTER TABLE import FORCE ROW LEVEL SECURITY;
ALTER TABLE import_chunk ENABLE ROW LEVEL SECURITY;
ALTER TABLE import_chunk FORCE ROW LEVEL SECURITY;
ALTER TABLE import_outcome ENABLE ROW LEVEL SECURITY;
ALTER TABLE import_outcome FORCE ROW LEVEL SECURITY;
ALTER TABLE import_row ENABLE ROW LEVEL SECURITY;
ALTER TABLE import_row FORCE ROW LEVEL SECURITY;
ALTER TABLE import_warning ENABLE ROW LEVEL SECURITY;
ALTER TABLE import_warning FORCE ROW LEVEL SECURITY;
ALTER TABLE insurance ENABLE ROW LEVEL SECURITY;
ALTER TABLE insurance FORCE ROW LEVEL SECURITY;
ALTER TABLE insurance_history ENABLE ROW LEVEL SECURITY;
ALTER TABLE insurance_history FORCE ROW LEVEL SECURITY;
ALTER TABLE list_claim ENABLE ROW LEVEL SECURITY;
ALTER TABLE list_claim FORCE ROW LEVEL SECURITY;
ALTER TABLE list_mapping ENABLE ROW LEVEL SECURITY;
ALTER TABLE list_mapping FORCE ROW LEVEL SECURITY;
ALTER TABLE match_person ENABLE ROW LEVEL SECURITY;
ALTER TABLE match_person FORCE ROW LEVEL SECURITY;
ALTER TABLE match_proposal ENABLE ROW LEVEL SECURITY;
ALTER TABLE match_proposal FORCE ROW LEVEL SECURITY;
ALTER TABLE membership ENABLE ROW LEVEL SECURITY;
ALTER TABLE membership FORCE ROW LEVEL SECURITY;
ALTER TABLE membership_history ENABLE ROW LEVEL SECURITY;
ALTER TABLE membership_history FORCE ROW LEVEL SECURITY;
ALTER TABLE merged_file ENABLE ROW LEVEL SECURITY;
ALTER TABLE merged_file FORCE ROW LEVEL SECURITY;
ALTER TABLE occupation_word ENABLE ROW LEVEL SECURITY;
ALTER TABLE occupation_word FORCE ROW LEVEL SECURITY;
ALTER TABLE person ENABLE ROW LEVEL SECURITY;
ALTER TABLE person FORCE ROW LEVEL SECURITY;
ALTER TABLE person_history ENABLE ROW LEVEL SECURITY;
ALTER TABLE person_history FORCE ROW LEVEL SECURITY;
ALTER TABLE possible_duplicate ENABLE ROW LEVEL SECURITY;
ALTER TABLE possible_duplicate FORCE ROW LEVEL SECURITY;
ALTER TABLE public_post ENABLE ROW LEVEL SECURITY;
ALTER TABLE public_post FORCE ROW LEVEL SECURITY;
ALTER TABLE public_post_history ENABLE ROW LEVEL SECURITY;
ALTER TABLE public_post_history FORCE ROW LEVEL SECURITY;
ALTER TABLE referral ENABLE ROW LEVEL SECURITY;
ALTER TABLE referral FORCE ROW LEVEL SECURITY;
ALTER TABLE referral_history ENABLE ROW LEVEL SECURITY;
ALTER TABLE referral_history FORCE ROW LEVEL SECURITY;
ALTER TABLE retention_answer ENABLE ROW LEVEL SECURITY;
ALTER TABLE retention_answer FORCE ROW LEVEL SECURITY;
ALTER TABLE retention_answer_history ENABLE ROW LEVEL SECURITY;
ALTER TABLE retention_answer_history FORCE ROW LEVEL SECURITY;
ALTER TABLE roster ENABLE ROW LEVEL SECURITY;
ALTER TABLE roster FORCE ROW LEVEL SECURITY;
ALTER TABLE roster_history ENABLE ROW LEVEL SECURITY;
ALTER TABLE roster_history FORCE ROW LEVEL SECURITY;
ALTER TABLE round_answer ENABLE ROW LEVEL SECURITY;
ALTER TABLE round_answer FORCE ROW LEVEL SECURITY;
ALTER TABLE round_answer_history ENABLE ROW LEVEL SECURITY;
ALTER TABLE round_answer_history FORCE ROW LEVEL SECURITY;
ALTER TABLE sample_county ENABLE ROW LEVEL SECURITY;
ALTER TABLE sample_county FORCE ROW LEVEL SECURITY;
ALTER TABLE sample_person ENABLE ROW LEVEL SECURITY;
ALTER TABLE sample_person FORCE ROW LEVEL SECURITY;
ALTER TABLE sample_person_history ENABLE ROW LEVEL SECURITY;
ALTER TABLE sample_person_history FORCE ROW LEVEL SECURITY;
ALTER TABLE saved_filter ENABLE ROW LEVEL SECURITY;
ALTER TABLE saved_filter FORCE ROW LEVEL SECURITY;
ALTER TABLE site ENABLE ROW LEVEL SECURITY;
ALTER TABLE site FORCE ROW LEVEL SECURITY;
ALTER TABLE site_grade ENABLE ROW LEVEL SECURITY;
ALTER TABLE site_grade FORCE ROW LEVEL SECURITY;
ALTER TABLE site_grade_history ENABLE ROW LEVEL SECURITY;
ALTER TABLE site_grade_history FORCE ROW LEVEL SECURITY;
ALTER TABLE site_history ENABLE ROW LEVEL SECURITY;
ALTER TABLE site_history FORCE ROW LEVEL SECURITY;
ALTER TABLE snapshot ENABLE ROW LEVEL SECURITY;
ALTER TABLE snapshot FORCE ROW LEVEL SECURITY;
ALTER TABLE snapshot_area ENABLE ROW LEVEL SECURITY;
ALTER TABLE snapshot_area FORCE ROW LEVEL SECURITY;
ALTER TABLE supervision_order ENABLE ROW LEVEL SECURITY;
ALTER TABLE supervision_order FORCE ROW LEVEL SECURITY;
ALTER TABLE supervision_step ENABLE ROW LEVEL SECURITY;
ALTER TABLE supervision_step FORCE ROW LEVEL SECURITY;
ALTER TABLE talent ENABLE ROW LEVEL SECURITY;
ALTER TABLE talent FORCE ROW LEVEL SECURITY;
ALTER TABLE talent_history ENABLE ROW LEVEL SECURITY;
ALTER TABLE talent_history FORCE ROW LEVEL SECURITY;
ALTER TABLE training ENABLE ROW LEVEL SECURITY;
ALTER TABLE training FORCE ROW LEVEL SECURITY;
ALTER TABLE training_history ENABLE ROW LEVEL SECURITY;
ALTER TABLE training_history FORCE ROW LEVEL SECURITY;
ALTER TABLE traveller ENABLE ROW LEVEL SECURITY;
ALTER TABLE traveller FORCE ROW LEVEL SECURITY;
ALTER TABLE traveller_history ENABLE ROW LEVEL SECURITY;
ALTER TABLE traveller_history FORCE ROW LEVEL SECURITY;
ALTER TABLE traveller_import ENABLE ROW LEVEL SECURITY;
ALTER TABLE traveller_import FORCE ROW LEVEL SECURITY;
ALTER TABLE vacancy ENABLE ROW LEVEL SECURITY;
ALTER TABLE vacancy FORCE ROW LEVEL SECURITY;
ALTER TABLE vacancy_history ENABLE ROW LEVEL SECURITY;
ALTER TABLE vacancy_history FORCE ROW LEVEL SECURITY;
ALTER TABLE vacancy_import ENABLE ROW LEVEL SECURITY;
ALTER TABLE vacancy_import FORCE ROW LEVEL SECURITY;
ALTER TABLE vacancy_submission ENABLE ROW LEVEL SECURITY;
ALTER TABLE vacancy_submission FORCE ROW LEVEL SECURITY;
ALTER TABLE vacancy_submission_decision ENABLE ROW LEVEL SECURITY;
ALTER TABLE vacancy_submission_decision FORCE ROW LEVEL SECURITY;
ALTER TABLE wage_claim ENABLE ROW LEVEL SECURITY;
ALTER TABLE wage_claim FORCE ROW LEVEL SECURITY;
ALTER TABLE wage_claim_history ENABLE ROW LEVEL SECURITY;
ALTER TABLE wage_claim_history FORCE ROW LEVEL SECURITY;
ALTER TABLE wish ENABLE ROW LEVEL SECURITY;
ALTER TABLE wish FORCE ROW LEVEL SECURITY;
ALTER TABLE wish_history ENABLE ROW LEVEL SECURITY;
ALTER TABLE wish_history FORCE ROW LEVEL SECURITY;
ALTER TABLE work_wish ENABLE ROW LEVEL SECURITY;
ALTER TABLE work_wish FORCE ROW LEVEL SECURITY;
ALTER TABLE work_wish_history ENABLE ROW LEVEL SECURITY;
ALTER TABLE work_wish_history FORCE ROW LEVEL SECURITY;
CREATE POLICY scope ON activity AS PERMISSIVE FOR ALL TO ricebowl_job, ricebowl_officer
  USING (((area >= (NULLIF(current_setting('ricebowl.lo'::text, true), ''::text))::bigint) AND (area < (NULLIF(current_setting('ricebowl.hi'::text, true), ''::text))::bigint)))
  WITH CHECK (((area >= (NULLIF(current_setting('ricebowl.lo'::text, true), ''::text))::bigint) AND (area < (NULLIF(current_setting('ricebowl.hi'::text, true), ''::text))::bigint)));
CREATE POLICY scope ON activity_history AS PERMISSIVE FOR ALL TO ricebowl_job, ricebowl_officer
  USING (((area >= (NULLIF(current_setting('ricebowl.lo'::text, true), ''::text))::bigint) AND (area < (NULLIF(current_setting('ricebowl.hi'::text, true), ''::text))::bigint)))
  WITH CHECK (((area >= (NULLIF(current_setting('ricebowl.lo'::text, true), ''::text))::bigint) AND (area < (NULLIF(current_setting('ricebowl.hi'::text, true), ''::text))::bigint)));
CREATE POLICY scope ON approval AS PERMISSIVE FOR ALL TO ricebowl_job, ricebowl_officer
  USING (((area >= (NULLIF(current_setting('ricebowl.lo'::text, true), ''::text))::bigint) AND (area < (NULLIF(current_setting('ricebowl.hi'::text, true), ''::text))::bigint)))
  WITH CHECK (((area >= (NULLIF(current_setting('ricebowl.lo'::text, true), ''::text))::bigint) AND (area < (NULLIF(current_setting('ricebowl.hi'::text, true), ''::text))::bigint)));
CREATE POLICY scope ON assistance AS PERMISSIVE FOR ALL TO ricebowl_job, ricebowl_officer
  USING (((area >= (NULLIF(current_setting('ricebowl.lo'::text, true), ''::text))::bigint) AND (area < (NULLIF(current_setting('ricebowl.hi'::text, true), ''::text))::bigint)))
  WITH CHECK (((area >= (NULLIF(current_setting('ricebowl.lo'::text, true), ''::text))::bigint) AND (area < (NULLIF(current_setting('ricebowl.hi'::text, true), ''::text))::bigint)));
CREATE POLICY scope ON assistance_history AS PERMISSIVE FOR ALL TO ricebowl_job, ricebowl_officer
  USING (((area >= (NULLIF(current_setting('ricebowl.lo'::text, true), ''::text))::bigint) AND (area < (NULLIF(current_setting('ricebowl.hi'::text, true), ''::text))::bigint)))
  WITH CHECK (((area >= (NULLIF(current_setting('ricebowl.lo'::text, true), ''::text))::bigint) AND (area < (NULLIF(current_setting('ricebowl.hi'::text, true), ''::text))::bigint)));
CREATE POLICY scope ON attendance AS PERMISSIVE FOR ALL TO ricebowl_job, ricebowl_officer
  USING (((area >= (NULLIF(current_setting('ricebowl.lo'::text, true), ''::text))::bigint) AND (area < (NULLIF(current_setting('ricebowl.hi'::text, true), ''::text))::bigint)))
  WITH CHECK (((area >= (NULLIF(current_setting('ricebowl.lo'::text, true), ''::text))::bigint) AND (area < (NULLIF(current_setting('ricebowl.hi'::text, true), ''::text))::bigint)));
CREATE POLICY scope ON attendance_history AS PERMISSIVE FOR ALL TO ricebowl_job, ricebowl_officer
  USING (((area >= (NULLIF(current_setting('ricebowl.lo'::text, true), ''::text))::bigint) AND (area < (NULLIF(current_setting('ricebowl.hi'::text, true), ''::text))::bigint)))
  WITH CHECK (((area >= (NULLIF(current_setting('ricebowl.lo'::text, true), ''::text))::bigint) AND (area < (NULLIF(current_setting('ricebowl.hi'::text, true), ''::text))::bigint)));
CREATE POLICY read ON audit_line AS PERMISSIVE FOR SELECT TO ricebowl_audit, ricebowl_search
  USING (true);
CREATE POLICY write_any ON audit_line AS PERMISSIVE FOR INSERT TO ricebowl_access, ricebowl_audit, ricebowl_job, ricebowl_search
  WITH CHECK (true);
CREATE POLICY write_own ON audit_line AS PERMISSIVE FOR INSERT TO ricebowl_officer
  WITH CHECK (((officer_id = (NULLIF(current_setting('ricebowl.officer'::text, true), ''::text))::bigint) AND (post_id = (NULLIF(current_setting('ricebowl.post'::text, true), ''::text))::bigint)));
CREATE POLICY write_own_employer ON audit_line AS PERMISSIVE FOR INSERT TO ricebowl_organisation
  WITH CHECK (((officer_id = (NULLIF(current_setting('ricebowl.officer'::text, true), ''::text))::bigint) AND (post_id = (NULLIF(current_setting('ricebowl.post'::text, true), ''::text))::bigint)));
CREATE POLICY receiving ON change_request AS PERMISSIVE FOR SELECT TO ricebowl_officer
  USING (((to_area >= (NULLIF(current_setting('ricebowl.lo'::text, true), ''::text))::bigint) AND (to_area < (NULLIF(current_setting('ricebowl.hi'::text, true), ''::text))::bigint)));
CREATE POLICY receiving_decides ON change_request AS PERMISSIVE FOR UPDATE TO ricebowl_officer
  USING (((to_area >= (NULLIF(current_setting('ricebowl.lo'::text, true), ''::text))::bigint) AND (to_area < (NULLIF(current_setting('ricebowl.hi'::text, true), ''::text))::bigint)))
  WITH CHECK (((to_area >= (NULLIF(current_setting('ricebowl.lo'::text, true), ''::text))::bigint) AND (to_area < (NULLIF(current_setting('ricebowl.hi'::text, true), ''::text))::bigint)));
CREATE POLICY scope ON change_request AS PERMISSIVE FOR ALL TO ricebowl_job, ricebowl_officer
  USING (((area >= (NULLIF(current_setting('ricebowl.lo'::text, true), ''::text))::bigint) AND (area < (NULLIF(current_setting('ricebowl.hi'::text, true), ''::text))::bigint)))
  WITH CHECK (((area >= (NULLIF(current_setting('ricebowl.lo'::text, true), ''::text))::bigint) AND (area < (NULLIF(current_setting('ricebowl.hi'::text, true), ''::text))::bigint)));
CREATE POLICY city ON closing AS PERMISSIVE FOR INSERT TO ricebowl_job, ricebowl_officer
  WITH CHECK ((((NULLIF(current_setting('ricebowl.hi'::text, true), ''::text))::bigint - (NULLIF(current_setting('ricebowl.lo'::text, true), ''::text))::bigint) = '10000000000'::bigint));
CREATE POLICY everybody ON closing AS PERMISSIVE FOR SELECT TO ricebowl_job, ricebowl_officer
  USING (true);
CREATE POLICY city ON closing_job AS PERMISSIVE FOR INSERT TO ricebowl_officer
  WITH CHECK (((officer_id = (NULLIF(current_setting('ricebowl.officer'::text, true), ''::text))::bigint) AND (post_id = (NULLIF(current_setting('ricebowl.post'::text, true), ''::text))::bigint) AND (((NULLIF(current_setting('ricebowl.hi'::text, true), ''::text))::bigint - (NULLIF(current_setting('ricebowl.lo'::text, true), ''::text))::bigint) = '10000000000'::bigint)));
CREATE POLICY everybody ON closing_job AS PERMISSIVE FOR SELECT TO ricebowl_officer
  USING (true);
CREATE POLICY run ON closing_job AS PERMISSIVE FOR ALL TO ricebowl_job
  USING (true)
  WITH CHECK (true);
CREATE POLICY own ON command_receipt AS PERMISSIVE FOR ALL TO ricebowl_organisation
  USING ((post_id = (NULLIF(current_setting('ricebowl.post'::text, true), ''::text))::bigint))
  WITH CHECK ((post_id = (NULLIF(current_setting('ricebowl.post'::text, true), ''::text))::bigint));
CREATE POLICY served ON command_receipt AS PERMISSIVE FOR ALL TO ricebowl_job, ricebowl_officer
  USING (true)
  WITH CHECK (true);
CREATE POLICY offered ON corridor AS PERMISSIVE FOR SELECT TO ricebowl_job, ricebowl_officer
  USING ((((NULLIF(current_setting('ricebowl.lo'::text, true), ''::text))::bigint > 0) AND ((NULLIF(current_setting('ricebowl.hi'::text, true), ''::text))::bigint > 0)));
CREATE POLICY scope ON corridor AS PERMISSIVE FOR INSERT TO ricebowl_job, ricebowl_officer
  WITH CHECK (((area >= (NULLIF(current_setting('ricebowl.lo'::text, true), ''::text))::bigint) AND (area < (NULLIF(current_setting('ricebowl.hi'::text, true), ''::text))::bigint)));
CREATE POLICY scope_change ON corridor AS PERMISSIVE FOR UPDATE TO ricebowl_job, ricebowl_officer
  USING (((area >= (NULLIF(current_setting('ricebowl.lo'::text, true), ''::text))::bigint) AND (area < (NULLIF(current_setting('ricebowl.hi'::text, true), ''::text))::bigint)))
  WITH CHECK (((area >= (NULLIF(current_setting('ricebowl.lo'::text, true), ''::text))::bigint) AND (area < (NULLIF(current_setting('ricebowl.hi'::text, true), ''::text))::bigint)));
CREATE POLICY scope_withdraw ON corridor AS PERMISSIVE FOR DELETE TO ricebowl_job, ricebowl_officer
  USING (((area >= (NULLIF(current_setting('ricebowl.lo'::text, true), ''::text))::bigint) AND (area < (NULLIF(current_setting('ricebowl.hi'::text, true), ''::text))::bigint)));
CREATE POLICY offered ON corridor_history AS PERMISSIVE FOR SELECT TO ricebowl_job, ricebowl_officer
  USING ((((NULLIF(current_setting('ricebowl.lo'::text, true), ''::text))::bigint > 0) AND ((NULLIF(current_setting('ricebowl.hi'::text, true), ''::text))::bigint > 0)));
CREATE POLICY scope ON corridor_history AS PERMISSIVE FOR INSERT TO ricebowl_job, ricebowl_officer
  WITH CHECK (((area >= (NULLIF(current_setting('ricebowl.lo'::text, true), ''::text))::bigint) AND (area < (NULLIF(current_setting('ricebowl.hi'::text, true), ''::text))::bigint)));
CREATE POLICY offered ON corridor_order AS PERMISSIVE FOR SELECT TO ricebowl_job, ricebowl_officer
  USING ((((NULLIF(current_setting('ricebowl.lo'::text, true), ''::text))::bigint > 0) AND ((NULLIF(current_setting('ricebowl.hi'::text, true), ''::text))::bigint > 0)));
CREATE POLICY scope ON corridor_order AS PERMISSIVE FOR INSERT TO ricebowl_job, ricebowl_officer
  WITH CHECK (((area >= (NULLIF(current_setting('ricebowl.lo'::text, true), ''::text))::bigint) AND (area < (NULLIF(current_setting('ricebowl.hi'::text, true), ''::text))::bigint)));
CREATE POLICY scope_change ON corridor_order AS PERMISSIVE FOR UPDATE TO ricebowl_job, ricebowl_officer
  USING (((area >= (NULLIF(current_setting('ricebowl.lo'::text, true), ''::text))::bigint) AND (area < (NULLIF(current_setting('ricebowl.hi'::text, true), ''::text))::bigint)))
  WITH CHECK (((area >= (NULLIF(current_setting('ricebowl.lo'::text, true), ''::text))::bigint) AND (area < (NULLIF(current_setting('ricebowl.hi'::text, true), ''::text))::bigint)));
CREATE POLICY scope_withdraw ON corridor_order AS PERMISSIVE FOR DELETE TO ricebowl_job, ricebowl_officer
  USING (((area >= (NULLIF(current_setting('ricebowl.lo'::text, true), ''::text))::bigint) AND (area < (NULLIF(current_setting('ricebowl.hi'::text, true), ''::text))::bigint)));
CREATE POLICY take ON corridor_order AS PERMISSIVE FOR SELECT TO ricebowl_search
  USING ((((NULLIF(current_setting('ricebowl.lo'::text, true), ''::text))::bigint > 0) AND ((NULLIF(current_setting('ricebowl.hi'::text, true), ''::text))::bigint > 0)));
CREATE POLICY offered ON corridor_order_history AS PERMISSIVE FOR SELECT TO ricebowl_job, ricebowl_officer
  USING ((((NULLIF(current_setting('ricebowl.lo'::text, true), ''::text))::bigint > 0) AND ((NULLIF(current_setting('ricebowl.hi'::text, true), ''::text))::bigint > 0)));
CREATE POLICY scope ON corridor_order_history AS PERMISSIVE FOR INSERT TO ricebowl_job, ricebowl_officer
  WITH CHECK (((area >= (NULLIF(current_setting('ricebowl.lo'::text, true), ''::text))::bigint) AND (area < (NULLIF(current_setting('ricebowl.hi'::text, true), ''::text))::bigint)));
CREATE POLICY scope ON county_count AS PERMISSIVE FOR ALL TO ricebowl_job, ricebowl_officer
  USING (((area >= (NULLIF(current_setting('ricebowl.lo'::text, true), ''::text))::bigint) AND (area < (NULLIF(current_setting('ricebowl.hi'::text, true), ''::text))::bigint)))
  WITH CHECK (((area >= (NULLIF(current_setting('ricebowl.lo'::text, true), ''::text))::bigint) AND (area < (NULLIF(current_setting('ricebowl.hi'::text, true), ''::text))::bigint)));
CREATE POLICY scope ON death AS PERMISSIVE FOR ALL TO ricebowl_job, ricebowl_officer
  USING (((area >= (NULLIF(current_setting('ricebowl.lo'::text, true), ''::text))::bigint) AND (area < (NULLIF(current_setting('ricebowl.hi'::text, true), ''::text))::bigint)))
  WITH CHECK (((area >= (NULLIF(current_setting('ricebowl.lo'::text, true), ''::text))::bigint) AND (area < (NULLIF(current_setting('ricebowl.hi'::text, true), ''::text))::bigint)));
CREATE POLICY scope ON determination AS PERMISSIVE FOR ALL TO ricebowl_job, ricebowl_officer
  USING (((area >= (NULLIF(current_setting('ricebowl.lo'::text, true), ''::text))::bigint) AND (area < (NULLIF(current_setting('ricebowl.hi'::text, true), ''::text))::bigint)))
  WITH CHECK (((area >= (NULLIF(current_setting('ricebowl.lo'::text, true), ''::text))::bigint) AND (area < (NULLIF(current_setting('ricebowl.hi'::text, true), ''::text))::bigint)));
CREATE POLICY scope ON determination_count AS PERMISSIVE FOR ALL TO ricebowl_job, ricebowl_officer
  USING (((area >= (NULLIF(current_setting('ricebowl.lo'::text, true), ''::text))::bigint) AND (area < (NULLIF(current_setting('ricebowl.hi'::text, true), ''::text))::bigint)))
  WITH CHECK (((area >= (NULLIF(current_setting('ricebowl.lo'::text, true), ''::text))::bigint) AND (area < (NULLIF(current_setting('ricebowl.hi'::text, true), ''::text))::bigint)));
CREATE POLICY scope ON different_people AS PERMISSIVE FOR ALL TO ricebowl_job, ricebowl_officer
  USING (((area >= (NULLIF(current_setting('ricebowl.lo'::text, true), ''::text))::bigint) AND (area < (NULLIF(current_setting('ricebowl.hi'::text, true), ''::text))::bigint)))
  WITH CHECK (((area >= (NULLIF(current_setting('ricebowl.lo'::text, true), ''::text))::bigint) AND (area < (NULLIF(current_setting('ricebowl.hi'::text, true), ''::text))::bigint)));
CREATE POLICY scope ON dispatch AS PERMISSIVE FOR ALL TO ricebowl_job, ricebowl_officer
  USING (((area >= (NULLIF(current_setting('ricebowl.lo'::text, true), ''::text))::bigint) AND (area < (NULLIF(current_setting('ricebowl.hi'::text, true), ''::text))::bigint)))
  WITH CHECK (((area >= (NULLIF(current_setting('ricebowl.lo'::text, true), ''::text))::bigint) AND (area < (NULLIF(current_setting('ricebowl.hi'::text, true), ''::text))::bigint)));
CREATE POLICY offered ON dispatch_batch AS PERMISSIVE FOR SELECT TO ricebowl_job, ricebowl_officer
  USING ((((NULLIF(current_setting('ricebowl.lo'::text, true), ''::text))::bigint > 0) AND ((NULLIF(current_setting('ricebowl.hi'::text, true), ''::text))::bigint > 0)));
CREATE POLICY scope ON dispatch_batch AS PERMISSIVE FOR INSERT TO ricebowl_job, ricebowl_officer
  WITH CHECK (((area >= (NULLIF(current_setting('ricebowl.lo'::text, true), ''::text))::bigint) AND (area < (NULLIF(current_setting('ricebowl.hi'::text, true), ''::text))::bigint)));
CREATE POLICY scope_change ON dispatch_batch AS PERMISSIVE FOR UPDATE TO ricebowl_job, ricebowl_officer
  USING (((area >= (NULLIF(current_setting('ricebowl.lo'::text, true), ''::text))::bigint) AND (area < (NULLIF(current_setting('ricebowl.hi'::text, true), ''::text))::bigint)))
  WITH CHECK (((area >= (NULLIF(current_setting('ricebowl.lo'::text, true), ''::text))::bigint) AND (area < (NULLIF(current_setting('ricebowl.hi'::text, true), ''::text))::bigint)));
CREATE POLICY scope_withdraw ON dispatch_batch AS PERMISSIVE FOR DELETE TO ricebowl_job, ricebowl_officer
  USING (((area >= (NULLIF(current_setting('ricebowl.lo'::text, true), ''::text))::bigint) AND (area < (NULLIF(current_setting('ricebowl.hi'::text, true), ''::text))::bigint)));
CREATE POLICY take ON dispatch_batch AS PERMISSIVE FOR SELECT TO ricebowl_search
  USING ((((NULLIF(current_setting('ricebowl.lo'::text, true), ''::text))::bigint > 0) AND ((NULLIF(current_setting('ricebowl.hi'::text, true), ''::text))::bigint > 0)));
CREATE POLICY offered ON dispatch_batch_history AS PERMISSIVE FOR SELECT TO ricebowl_job, ricebowl_officer
  USING ((((NULLIF(current_setting('ricebowl.lo'::text, true), ''::text))::bigint > 0) AND ((NULLIF(current_setting('ricebowl.hi'::text, true), ''::text))::bigint > 0)));
CREATE POLICY scope ON dispatch_batch_history AS PERMISSIVE FOR INSERT TO ricebowl_job, ricebowl_officer
  WITH CHECK (((area >= (NULLIF(current_setting('ricebowl.lo'::text, true), ''::text))::bigint) AND (area < (NULLIF(current_setting('ricebowl.hi'::text, true), ''::text))::bigint)));
CREATE POLICY scope ON dispatch_history AS PERMISSIVE FOR ALL TO ricebowl_job, ricebowl_officer
  USING (((area >= (NULLIF(current_setting('ricebowl.lo'::text, true), ''::text))::bigint) AND (area < (NULLIF(current_setting('ricebowl.hi'::text, true), ''::text))::bigint)))
  WITH CHECK (((area >= (NULLIF(current_setting('ricebowl.lo'::text, true), ''::text))::bigint) AND (area < (NULLIF(current_setting('ricebowl.hi'::text, true), ''::text))::bigint)));
CREATE POLICY count_placed ON employment AS PERMISSIVE FOR SELECT TO ricebowl_search
  USING ((NULLIF(current_setting('ricebowl.counted_vacancy'::text, true), ''::text) IS NOT NULL));
CREATE POLICY scope ON employment AS PERMISSIVE FOR ALL TO ricebowl_job, ricebowl_officer
  USING (((area >= (NULLIF(current_setting('ricebowl.lo'::text, true), ''::text))::bigint) AND (area < (NULLIF(current_setting('ricebowl.hi'::text, true), ''::text))::bigint)))
  WITH CHECK (((area >= (NULLIF(current_setting('ricebowl.lo'::text, true), ''::text))::bigint) AND (area < (NULLIF(current_setting('ricebowl.hi'::text, true), ''::text))::bigint)));
CREATE POLICY scope ON employment_history AS PERMISSIVE FOR ALL TO ricebowl_job, ricebowl_officer
  USING (((area >= (NULLIF(current_setting('ricebowl.lo'::text, true), ''::text))::bigint) AND (area < (NULLIF(current_setting('ricebowl.hi'::text, true), ''::text))::bigint)))
  WITH CHECK (((area >= (NULLIF(current_setting('ricebowl.lo'::text, true), ''::text))::bigint) AND (area < (NULLIF(current_setting('ricebowl.hi'::text, true), ''::text))::bigint)));
CREATE POLICY scope ON enterprise AS PERMISSIVE FOR ALL TO ricebowl_job, ricebowl_officer
  USING (((area >= (NULLIF(current_setting('ricebowl.lo'::text, true), ''::text))::bigint) AND (area < (NULLIF(current_setting('ricebowl.hi'::text, true), ''::text))::bigint)))
  WITH CHECK (((area >= (NULLIF(current_setting('ricebowl.lo'::text, true), ''::text))::bigint) AND (area < (NULLIF(current_setting('ricebowl.hi'::text, true), ''::text))::bigint)));
CREATE POLICY scope ON enterprise_history AS PERMISSIVE FOR ALL TO ricebowl_job, ricebowl_officer
  USING (((area >= (NULLIF(current_setting('ricebowl.lo'::text, true), ''::text))::bigint) AND (area < (NULLIF(current_setting('ricebowl.hi'::text, true), ''::text))::bigint)))
  WITH CHECK (((area >= (NULLIF(current_setting('ricebowl.lo'::text, true), ''::text))::bigint) AND (area < (NULLIF(current_setting('ricebowl.hi'::text, true), ''::text))::bigint)));
CREATE POLICY own ON export AS PERMISSIVE FOR ALL TO ricebowl_officer
  USING ((officer_id = (NULLIF(current_setting('ricebowl.officer'::text, true), ''::text))::bigint))
  WITH CHECK (((officer_id = (NULLIF(current_setting('ricebowl.officer'::text, true), ''::text))::bigint) AND (post_id = (NULLIF(current_setting('ricebowl.post'::text, true), ''::text))::bigint) AND (lo = (NULLIF(current_setting('ricebowl.lo'::text, true), ''::text))::bigint) AND (hi = (NULLIF(current_setting('ricebowl.hi'::text, true), ''::text))::bigint)));
CREATE POLICY run ON export AS PERMISSIVE FOR ALL TO ricebowl_job
  USING (true)
  WITH CHECK (true);
CREATE POLICY scope ON figure_area AS PERMISSIVE FOR ALL TO ricebowl_job, ricebowl_officer
  USING (((area >= (NULLIF(current_setting('ricebowl.lo'::text, true), ''::text))::bigint) AND (area < (NULLIF(current_setting('ricebowl.hi'::text, true), ''::text))::bigint)))
  WITH CHECK (((area >= (NULLIF(current_setting('ricebowl.lo'::text, true), ''::text))::bigint) AND (area < (NULLIF(current_setting('ricebowl.hi'::text, true), ''::text))::bigint)));
CREATE POLICY scope ON figure_trend_area AS PERMISSIVE FOR ALL TO ricebowl_job, ricebowl_officer
  USING (((area >= (NULLIF(current_setting('ricebowl.lo'::text, true), ''::text))::bigint) AND (area < (NULLIF(current_setting('ricebowl.hi'::text, true), ''::text))::bigint)))
  WITH CHECK (((area >= (NULLIF(current_setting('ricebowl.lo'::text, true), ''::text))::bigint) AND (area < (NULLIF(current_setting('ricebowl.hi'::text, true), ''::text))::bigint)));
CREATE POLICY scope ON finding_flow AS PERMISSIVE FOR ALL TO ricebowl_job, ricebowl_officer
  USING (((area >= (NULLIF(current_setting('ricebowl.lo'::text, true), ''::text))::bigint) AND (area < (NULLIF(current_setting('ricebowl.hi'::text, true), ''::text))::bigint)))
  WITH CHECK (((area >= (NULLIF(current_setting('ricebowl.lo'::text, true), ''::text))::bigint) AND (area < (NULLIF(current_setting('ricebowl.hi'::text, true), ''::text))::bigint)));
CREATE POLICY scope ON finding_waiver AS PERMISSIVE FOR ALL TO ricebowl_job, ricebowl_officer
  USING (((area >= (NULLIF(current_setting('ricebowl.lo'::text, true), ''::text))::bigint) AND (area < (NULLIF(current_setting('ricebowl.hi'::text, true), ''::text))::bigint)))
  WITH CHECK (((area >= (NULLIF(current_setting('ricebowl.lo'::text, true), ''::text))::bigint) AND (area < (NULLIF(current_setting('ricebowl.hi'::text, true), ''::text))::bigint)));
CREATE POLICY scope ON finding_waiver_move AS PERMISSIVE FOR ALL TO ricebowl_job, ricebowl_officer
  USING (((area >= (NULLIF(current_setting('ricebowl.lo'::text, true), ''::text))::bigint) AND (area < (NULLIF(current_setting('ricebowl.hi'::text, true), ''::text))::bigint)))
  WITH CHECK (((area >= (NULLIF(current_setting('ricebowl.lo'::text, true), ''::text))::bigint) AND (area < (NULLIF(current_setting('ricebowl.hi'::text, true), ''::text))::bigint)));
CREATE POLICY scope ON follow_up AS PERMISSIVE FOR ALL TO ricebowl_job, ricebowl_officer
  USING (((area >= (NULLIF(current_setting('ricebowl.lo'::text, true), ''::text))::bigint) AND (area < (NULLIF(current_setting('ricebowl.hi'::text, true), ''::text))::bigint)))
  WITH CHECK (((area >= (NULLIF(current_setting('ricebowl.lo'::text, true), ''::text))::bigint) AND (area < (NULLIF(current_setting('ricebowl.hi'::text, true), ''::text))::bigint)));
CREATE POLICY scope ON follow_up_history AS PERMISSIVE FOR ALL TO ricebowl_job, ricebowl_officer
  USING (((area >= (NULLIF(current_setting('ricebowl.lo'::text, true), ''::text))::bigint) AND (area < (NULLIF(current_setting('ricebowl.hi'::text, true), ''::text))::bigint)))
  WITH CHECK (((area >= (NULLIF(current_setting('ricebowl.lo'::text, true), ''::text))::bigint) AND (area < (NULLIF(current_setting('ricebowl.hi'::text, true), ''::text))::bigint)));
CREATE POLICY scope ON grant_paid AS PERMISSIVE FOR ALL TO ricebowl_job, ricebowl_officer
  USING (((area >= (NULLIF(current_setting('ricebowl.lo'::text, true), ''::text))::bigint) AND (area < (NULLIF(current_setting('ricebowl.hi'::text, true), ''::text))::bigint)))
  WITH CHECK (((area >= (NULLIF(current_setting('ricebowl.lo'::text, true), ''::text))::bigint) AND (area < (NULLIF(current_setting('ricebowl.hi'::text, true), ''::text))::bigint)));
CREATE POLICY scope ON grant_paid_history AS PERMISSIVE FOR ALL TO ricebowl_job, ricebowl_officer
  USING (((area >= (NULLIF(current_setting('ricebowl.lo'::text, true), ''::text))::bigint) AND (area < (NULLIF(current_setting('ricebowl.hi'::text, true), ''::text))::bigint)))
  WITH CHECK (((area >= (NULLIF(current_setting('ricebowl.lo'::text, true), ''::text))::bigint) AND (area < (NULLIF(current_setting('ricebowl.hi'::text, true), ''::text))::bigint)));
CREATE POLICY move ON household AS PERMISSIVE FOR UPDATE TO ricebowl_search
  USING (((area >= (NULLIF(current_setting('ricebowl.lo'::text, true), ''::text))::bigint) AND (area < (NULLIF(current_setting('ricebowl.hi'::text, true), ''::text))::bigint)))
  WITH CHECK (((area >= (NULLIF(current_setting('ricebowl.lo'::text, true), ''::text))::bigint) AND (area < (NULLIF(current_setting('ricebowl.hi'::text, true), ''::text))::bigint)));
CREATE POLICY reveal ON household AS PERMISSIVE FOR SELECT TO ricebowl_search
  USING (((area >= (NULLIF(current_setting('ricebowl.lo'::text, true), ''::text))::bigint) AND (area < (NULLIF(current_setting('ricebowl.hi'::text, true), ''::text))::bigint)));
CREATE POLICY scope ON household AS PERMISSIVE FOR ALL TO ricebowl_job, ricebowl_officer
  USING (((area >= (NULLIF(current_setting('ricebowl.lo'::text, true), ''::text))::bigint) AND (area < (NULLIF(current_setting('ricebowl.hi'::text, true), ''::text))::bigint)))
  WITH CHECK (((area >= (NULLIF(current_setting('ricebowl.lo'::text, true), ''::text))::bigint) AND (area < (NULLIF(current_setting('ricebowl.hi'::text, true), ''::text))::bigint)));
CREATE POLICY scope ON household_change AS PERMISSIVE FOR ALL TO ricebowl_job, ricebowl_officer
  USING (((area >= (NULLIF(current_setting('ricebowl.lo'::text, true), ''::text))::bigint) AND (area < (NULLIF(current_setting('ricebowl.hi'::text, true), ''::text))::bigint)))
  WITH CHECK (((area >= (NULLIF(current_setting('ricebowl.lo'::text, true), ''::text))::bigint) AND (area < (NULLIF(current_setting('ricebowl.hi'::text, true), ''::text))::bigint)));
CREATE POLICY move ON household_history AS PERMISSIVE FOR ALL TO ricebowl_search
  USING (((area >= (NULLIF(current_setting('ricebowl.lo'::text, true), ''::text))::bigint) AND (area < (NULLIF(current_setting('ricebowl.hi'::text, true), ''::text))::bigint)))
  WITH CHECK (((area >= (NULLIF(current_setting('ricebowl.lo'::text, true), ''::text))::bigint) AND (area < (NULLIF(current_setting('ricebowl.hi'::text, true), ''::text))::bigint)));
CREATE POLICY scope ON household_history AS PERMISSIVE FOR ALL TO ricebowl_job, ricebowl_officer
  USING (((area >= (NULLIF(current_setting('ricebowl.lo'::text, true), ''::text))::bigint) AND (area < (NULLIF(current_setting('ricebowl.hi'::text, true), ''::text))::bigint)))
  WITH CHECK (((area >= (NULLIF(current_setting('ricebowl.lo'::text, true), ''::text))::bigint) AND (area < (NULLIF(current_setting('ricebowl.hi'::text, true), ''::text))::bigint)));
CREATE POLICY scope ON import AS PERMISSIVE FOR ALL TO ricebowl_job, ricebowl_officer
  USING (((area >= (NULLIF(current_setting('ricebowl.lo'::text, true), ''::text))::bigint) AND (area < (NULLIF(current_setting('ricebowl.hi'::text, true), ''::text))::bigint)))
  WITH CHECK (((area >= (NULLIF(current_setting('ricebowl.lo'::text, true), ''::text))::bigint) AND (area < (NULLIF(current_setting('ricebowl.hi'::text, true), ''::text))::bigint)));
CREATE POLICY scope ON import_chunk AS PERMISSIVE FOR ALL TO ricebowl_job, ricebowl_officer
  USING (((area >= (NULLIF(current_setting('ricebowl.lo'::text, true), ''::text))::bigint) AND (area < (NULLIF(current_setting('ricebowl.hi'::text, true), ''::text))::bigint)))
  WITH CHECK (((area >= (NULLIF(current_setting('ricebowl.lo'::text, true), ''::text))::bigint) AND (area < (NULLIF(current_setting('ricebowl.hi'::text, true), ''::text))::bigint)));
CREATE POLICY scope ON import_outcome AS PERMISSIVE FOR ALL TO ricebowl_job, ricebowl_officer
  USING (((area >= (NULLIF(current_setting('ricebowl.lo'::text, true), ''::text))::bigint) AND (area < (NULLIF(current_setting('ricebowl.hi'::text, true), ''::text))::bigint)))
  WITH CHECK (((area >= (NULLIF(current_setting('ricebowl.lo'::text, true), ''::text))::bigint) AND (area < (NULLIF(current_setting('ricebowl.hi'::text, true), ''::text))::bigint)));
CREATE POLICY scope ON import_row AS PERMISSIVE FOR ALL TO ricebowl_job, ricebowl_officer
  USING (((area >= (NULLIF(current_setting('ricebowl.lo'::text, true), ''::text))::bigint) AND (area < (NULLIF(current_setting('ricebowl.hi'::text, true), ''::text))::bigint)))
  WITH CHECK (((area >= (NULLIF(current_setting('ricebowl.lo'::text, true), ''::text))::bigint) AND (area < (NULLIF(current_setting('ricebowl.hi'::text, true), ''::text))::bigint)));
CREATE POLICY scope ON import_warning AS PERMISSIVE FOR ALL TO ricebowl_job, ricebowl_officer
  USING (((area >= (NULLIF(current_setting('ricebowl.lo'::text, true), ''::text))::bigint) AND (area < (NULLIF(current_setting('ricebowl.hi'::text, true), ''::text))::bigint)))
  WITH CHECK (((area >= (NULLIF(current_setting('ricebowl.lo'::text, true), ''::text))::bigint) AND (area < (NULLIF(current_setting('ricebowl.hi'::text, true), ''::text))::bigint)));
CREATE POLICY scope ON insurance AS PERMISSIVE FOR ALL TO ricebowl_job, ricebowl_officer
  USING (((area >= (NULLIF(current_setting('ricebowl.lo'::text, true), ''::text))::bigint) AND (area < (NULLIF(current_setting('ricebowl.hi'::text, true), ''::text))::bigint)))
  WITH CHECK (((area >= (NULLIF(current_setting('ricebowl.lo'::text, true), ''::text))::bigint) AND (area < (NULLIF(current_setting('ricebowl.hi'::text, true), ''::text))::bigint)));
CREATE POLICY scope ON insurance_history AS PERMISSIVE FOR ALL TO ricebowl_job, ricebowl_officer
  USING (((area >= (NULLIF(current_setting('ricebowl.lo'::text, true), ''::text))::bigint) AND (area < (NULLIF(current_setting('ricebowl.hi'::text, true), ''::text))::bigint)))
  WITH CHECK (((area >= (NULLIF(current_setting('ricebowl.lo'::text, true), ''::text))::bigint) AND (area < (NULLIF(current_setting('ricebowl.hi'::text, true), ''::text))::bigint)));
CREATE POLICY scope ON list_claim AS PERMISSIVE FOR ALL TO ricebowl_job, ricebowl_officer
  USING (((area >= (NULLIF(current_setting('ricebowl.lo'::text, true), ''::text))::bigint) AND (area < (NULLIF(current_setting('ricebowl.hi'::text, true), ''::text))::bigint)))
  WITH CHECK (((area >= (NULLIF(current_setting('ricebowl.lo'::text, true), ''::text))::bigint) AND (area < (NULLIF(current_setting('ricebowl.hi'::text, true), ''::text))::bigint)));
CREATE POLICY scope ON list_mapping AS PERMISSIVE FOR ALL TO ricebowl_job, ricebowl_officer
  USING (((area >= (NULLIF(current_setting('ricebowl.lo'::text, true), ''::text))::bigint) AND (area < (NULLIF(current_setting('ricebowl.hi'::text, true), ''::text))::bigint)))
  WITH CHECK (((area >= (NULLIF(current_setting('ricebowl.lo'::text, true), ''::text))::bigint) AND (area < (NULLIF(current_setting('ricebowl.hi'::text, true), ''::text))::bigint)));
CREATE POLICY scope ON match_person AS PERMISSIVE FOR ALL TO ricebowl_job, ricebowl_officer
  USING (((area >= (NULLIF(current_setting('ricebowl.lo'::text, true), ''::text))::bigint) AND (area < (NULLIF(current_setting('ricebowl.hi'::text, true), ''::text))::bigint)))
  WITH CHECK (((area >= (NULLIF(current_setting('ricebowl.lo'::text, true), ''::text))::bigint) AND (area < (NULLIF(current_setting('ricebowl.hi'::text, true), ''::text))::bigint)));
CREATE POLICY scope ON match_proposal AS PERMISSIVE FOR ALL TO ricebowl_job, ricebowl_officer
  USING (((area >= (NULLIF(current_setting('ricebowl.lo'::text, true), ''::text))::bigint) AND (area < (NULLIF(current_setting('ricebowl.hi'::text, true), ''::text))::bigint)))
  WITH CHECK (((area >= (NULLIF(current_setting('ricebowl.lo'::text, true), ''::text))::bigint) AND (area < (NULLIF(current_setting('ricebowl.hi'::text, true), ''::text))::bigint)));
CREATE POLICY scope ON membership AS PERMISSIVE FOR ALL TO ricebowl_job, ricebowl_officer
  USING (((area >= (NULLIF(current_setting('ricebowl.lo'::text, true), ''::text))::bigint) AND (area < (NULLIF(current_setting('ricebowl.hi'::text, true), ''::text))::bigint)))
  WITH CHECK (((area >= (NULLIF(current_setting('ricebowl.lo'::text, true), ''::text))::bigint) AND (area < (NULLIF(current_setting('ricebowl.hi'::text, true), ''::text))::bigint)));
CREATE POLICY scope ON membership_history AS PERMISSIVE FOR ALL TO ricebowl_job, ricebowl_officer
  USING (((area >= (NULLIF(current_setting('ricebowl.lo'::text, true), ''::text))::bigint) AND (area < (NULLIF(current_setting('ricebowl.hi'::text, true), ''::text))::bigint)))
  WITH CHECK (((area >= (NULLIF(current_setting('ricebowl.lo'::text, true), ''::text))::bigint) AND (area < (NULLIF(current_setting('ricebowl.hi'::text, true), ''::text))::bigint)));
CREATE POLICY scope ON merged_file AS PERMISSIVE FOR ALL TO ricebowl_job, ricebowl_officer
  USING (((area >= (NULLIF(current_setting('ricebowl.lo'::text, true), ''::text))::bigint) AND (area < (NULLIF(current_setting('ricebowl.hi'::text, true), ''::text))::bigint)))
  WITH CHECK (((area >= (NULLIF(current_setting('ricebowl.lo'::text, true), ''::text))::bigint) AND (area < (NULLIF(current_setting('ricebowl.hi'::text, true), ''::text))::bigint)));
CREATE POLICY scope ON occupation_word AS PERMISSIVE FOR ALL TO ricebowl_job, ricebowl_officer
  USING (((area >= (NULLIF(current_setting('ricebowl.lo'::text, true), ''::text))::bigint) AND (area < (NULLIF(current_setting('ricebowl.hi'::text, true), ''::text))::bigint)))
  WITH CHECK (((area >= (NULLIF(current_setting('ricebowl.lo'::text, true), ''::text))::bigint) AND (area < (NULLIF(current_setting('ricebowl.hi'::text, true), ''::text))::bigint)));
CREATE POLICY move ON person AS PERMISSIVE FOR UPDATE TO ricebowl_search
  USING (((area >= (NULLIF(current_setting('ricebowl.lo'::text, true), ''::text))::bigint) AND (area < (NULLIF(current_setting('ricebowl.hi'::text, true), ''::text))::bigint)))
  WITH CHECK (((area >= (NULLIF(current_setting('ricebowl.lo'::text, true), ''::text))::bigint) AND (area < (NULLIF(current_setting('ricebowl.hi'::text, true), ''::text))::bigint)));
CREATE POLICY recall ON person AS PERMISSIVE FOR INSERT TO ricebowl_search
  WITH CHECK (((area >= (NULLIF(current_setting('ricebowl.lo'::text, true), ''::text))::bigint) AND (area < (NULLIF(current_setting('ricebowl.hi'::text, true), ''::text))::bigint)));
CREATE POLICY recall_known ON person AS PERMISSIVE FOR UPDATE TO ricebowl_search
  USING (((area >= (NULLIF(current_setting('ricebowl.lo'::text, true), ''::text))::bigint) AND (area < (NULLIF(current_setting('ricebowl.hi'::text, true), ''::text))::bigint)))
  WITH CHECK (((area >= (NULLIF(current_setting('ricebowl.lo'::text, true), ''::text))::bigint) AND (area < (NULLIF(current_setting('ricebowl.hi'::text, true), ''::text))::bigint)));
CREATE POLICY scope ON person AS PERMISSIVE FOR ALL TO ricebowl_job, ricebowl_officer
  USING (((area >= (NULLIF(current_setting('ricebowl.lo'::text, true), ''::text))::bigint) AND (area < (NULLIF(current_setting('ricebowl.hi'::text, true), ''::text))::bigint)))
  WITH CHECK (((area >= (NULLIF(current_setting('ricebowl.lo'::text, true), ''::text))::bigint) AND (area < (NULLIF(current_setting('ricebowl.hi'::text, true), ''::text))::bigint)));
CREATE POLICY search ON person AS PERMISSIVE FOR SELECT TO ricebowl_search
  USING (true);
CREATE POLICY keep ON person_history AS PERMISSIVE FOR ALL TO ricebowl_search
  USING (((area >= (NULLIF(current_setting('ricebowl.lo'::text, true), ''::text))::bigint) AND (area < (NULLIF(current_setting('ricebowl.hi'::text, true), ''::text))::bigint)))
  WITH CHECK (((area >= (NULLIF(current_setting('ricebowl.lo'::text, true), ''::text))::bigint) AND (area < (NULLIF(current_setting('ricebowl.hi'::text, true), ''::text))::bigint)));
CREATE POLICY move ON person_history AS PERMISSIVE FOR ALL TO ricebowl_search
  USING (((area >= (NULLIF(current_setting('ricebowl.lo'::text, true), ''::text))::bigint) AND (area < (NULLIF(current_setting('ricebowl.hi'::text, true), ''::text))::bigint)))
  WITH CHECK (((area >= (NULLIF(current_setting('ricebowl.lo'::text, true), ''::text))::bigint) AND (area < (NULLIF(current_setting('ricebowl.hi'::text, true), ''::text))::bigint)));
CREATE POLICY scope ON person_history AS PERMISSIVE FOR ALL TO ricebowl_job, ricebowl_officer
  USING (((area >= (NULLIF(current_setting('ricebowl.lo'::text, true), ''::text))::bigint) AND (area < (NULLIF(current_setting('ricebowl.hi'::text, true), ''::text))::bigint)))
  WITH CHECK (((area >= (NULLIF(current_setting('ricebowl.lo'::text, true), ''::text))::bigint) AND (area < (NULLIF(current_setting('ricebowl.hi'::text, true), ''::text))::bigint)));
CREATE POLICY scope ON possible_duplicate AS PERMISSIVE FOR ALL TO ricebowl_job, ricebowl_officer
  USING (((area >= (NULLIF(current_setting('ricebowl.lo'::text, true), ''::text))::bigint) AND (area < (NULLIF(current_setting('ricebowl.hi'::text, true), ''::text))::bigint)))
  WITH CHECK (((area >= (NULLIF(current_setting('ricebowl.lo'::text, true), ''::text))::bigint) AND (area < (NULLIF(current_setting('ricebowl.hi'::text, true), ''::text))::bigint)));
CREATE POLICY scope ON public_post AS PERMISSIVE FOR ALL TO ricebowl_job, ricebowl_officer
  USING (((area >= (NULLIF(current_setting('ricebowl.lo'::text, true), ''::text))::bigint) AND (area < (NULLIF(current_setting('ricebowl.hi'::text, true), ''::text))::bigint)))
  WITH CHECK (((area >= (NULLIF(current_setting('ricebowl.lo'::text, true), ''::text))::bigint) AND (area < (NULLIF(current_setting('ricebowl.hi'::text, true), ''::text))::bigint)));
CREATE POLICY scope ON public_post_history AS PERMISSIVE FOR ALL TO ricebowl_job, ricebowl_officer
  USING (((area >= (NULLIF(current_setting('ricebowl.lo'::text, true), ''::text))::bigint) AND (area < (NULLIF(current_setting('ricebowl.hi'::text, true), ''::text))::bigint)))
  WITH CHECK (((area >= (NULLIF(current_setting('ricebowl.lo'::text, true), ''::text))::bigint) AND (area < (NULLIF(current_setting('ricebowl.hi'::text, true), ''::text))::bigint)));
CREATE POLICY answer ON referral AS PERMISSIVE FOR UPDATE TO ricebowl_search
  USING (((person_answer = 'accepted'::text) AND (valid_to IS NULL) AND (NULLIF(current_setting('ricebowl.employer'::text, true), ''::text) IS NOT NULL)))
  WITH CHECK (((person_answer = 'accepted'::text) AND (NULLIF(current_setting('ricebowl.employer'::text, true), ''::text) IS NOT NULL)));
CREATE POLICY count_placed ON referral AS PERMISSIVE FOR SELECT TO ricebowl_search
  USING (((placed_on IS NOT NULL) AND (vacancy_id = (NULLIF(current_setting('ricebowl.counted_vacancy'::text, true), ''::text))::bigint)));
CREATE POLICY employer ON referral AS PERMISSIVE FOR SELECT TO ricebowl_search
  USING (((person_answer = 'accepted'::text) AND (NULLIF(current_setting('ricebowl.employer'::text, true), ''::text) IS NOT NULL)));
CREATE POLICY scope ON referral AS PERMISSIVE FOR ALL TO ricebowl_job, ricebowl_officer
  USING (((area >= (NULLIF(current_setting('ricebowl.lo'::text, true), ''::text))::bigint) AND (area < (NULLIF(current_setting('ricebowl.hi'::text, true), ''::text))::bigint)))
  WITH CHECK (((area >= (NULLIF(current_setting('ricebowl.lo'::text, true), ''::text))::bigint) AND (area < (NULLIF(current_setting('ricebowl.hi'::text, true), ''::text))::bigint)));
CREATE POLICY take ON referral AS PERMISSIVE FOR SELECT TO ricebowl_search
  USING (((area >= (NULLIF(current_setting('ricebowl.lo'::text, true), ''::text))::bigint) AND (area < (NULLIF(current_setting('ricebowl.hi'::text, true), ''::text))::bigint)));
CREATE POLICY answer ON referral_history AS PERMISSIVE FOR INSERT TO ricebowl_search
  WITH CHECK (((person_answer = 'accepted'::text) AND (NULLIF(current_setting('ricebowl.employer'::text, true), ''::text) IS NOT NULL)));
CREATE POLICY scope ON referral_history AS PERMISSIVE FOR ALL TO ricebowl_job, ricebowl_officer
  USING (((area >= (NULLIF(current_setting('ricebowl.lo'::text, true), ''::text))::bigint) AND (area < (NULLIF(current_setting('ricebowl.hi'::text, true), ''::text))::bigint)))
  WITH CHECK (((area >= (NULLIF(current_setting('ricebowl.lo'::text, true), ''::text))::bigint) AND (area < (NULLIF(current_setting('ricebowl.hi'::text, true), ''::text))::bigint)));
CREATE POLICY scope ON retention_answer AS PERMISSIVE FOR ALL TO ricebowl_job, ricebowl_officer
  USING (((area >= (NULLIF(current_setting('ricebowl.lo'::text, true), ''::text))::bigint) AND (area < (NULLIF(current_setting('ricebowl.hi'::text, true), ''::text))::bigint)))
  WITH CHECK (((area >= (NULLIF(current_setting('ricebowl.lo'::text, true), ''::text))::bigint) AND (area < (NULLIF(current_setting('ricebowl.hi'::text, true), ''::text))::bigint)));
CREATE POLICY scope ON retention_answer_history AS PERMISSIVE FOR ALL TO ricebowl_job, ricebowl_officer
  USING (((area >= (NULLIF(current_setting('ricebowl.lo'::text, true), ''::text))::bigint) AND (area < (NULLIF(current_setting('ricebowl.hi'::text, true), ''::text))::bigint)))
  WITH CHECK (((area >= (NULLIF(current_setting('ricebowl.lo'::text, true), ''::text))::bigint) AND (area < (NULLIF(current_setting('ricebowl.hi'::text, true), ''::text))::bigint)));
CREATE POLICY scope ON roster AS PERMISSIVE FOR ALL TO ricebowl_job, ricebowl_officer
  USING (((area >= (NULLIF(current_setting('ricebowl.lo'::text, true), ''::text))::bigint) AND (area < (NULLIF(current_setting('ricebowl.hi'::text, true), ''::text))::bigint)))
  WITH CHECK (((area >= (NULLIF(current_setting('ricebowl.lo'::text, true), ''::text))::bigint) AND (area < (NULLIF(current_setting('ricebowl.hi'::text, true), ''::text))::bigint)));
CREATE POLICY scope ON roster_history AS PERMISSIVE FOR ALL TO ricebowl_job, ricebowl_officer
  USING (((area >= (NULLIF(current_setting('ricebowl.lo'::text, true), ''::text))::bigint) AND (area < (NULLIF(current_setting('ricebowl.hi'::text, true), ''::text))::bigint)))
  WITH CHECK (((area >= (NULLIF(current_setting('ricebowl.lo'::text, true), ''::text))::bigint) AND (area < (NULLIF(current_setting('ricebowl.hi'::text, true), ''::text))::bigint)));
CREATE POLICY scope ON round_answer AS PERMISSIVE FOR ALL TO ricebowl_job, ricebowl_officer
  USING (((area >= (NULLIF(current_setting('ricebowl.lo'::text, true), ''::text))::bigint) AND (area < (NULLIF(current_setting('ricebowl.hi'::text, true), ''::text))::bigint)))
  WITH CHECK (((area >= (NULLIF(current_setting('ricebowl.lo'::text, true), ''::text))::bigint) AND (area < (NULLIF(current_setting('ricebowl.hi'::text, true), ''::text))::bigint)));
CREATE POLICY scope ON round_answer_history AS PERMISSIVE FOR ALL TO ricebowl_job, ricebowl_officer
  USING (((area >= (NULLIF(current_setting('ricebowl.lo'::text, true), ''::text))::bigint) AND (area < (NULLIF(current_setting('ricebowl.hi'::text, true), ''::text))::bigint)))
  WITH CHECK (((area >= (NULLIF(current_setting('ricebowl.lo'::text, true), ''::text))::bigint) AND (area < (NULLIF(current_setting('ricebowl.hi'::text, true), ''::text))::bigint)));
CREATE POLICY scope ON sample_county AS PERMISSIVE FOR ALL TO ricebowl_job, ricebowl_officer
  USING (((area >= (NULLIF(current_setting('ricebowl.lo'::text, true), ''::text))::bigint) AND (area < (NULLIF(current_setting('ricebowl.hi'::text, true), ''::text))::bigint)))
  WITH CHECK (((area >= (NULLIF(current_setting('ricebowl.lo'::text, true), ''::text))::bigint) AND (area < (NULLIF(current_setting('ricebowl.hi'::text, true), ''::text))::bigint)));
CREATE POLICY scope ON sample_person AS PERMISSIVE FOR ALL TO ricebowl_job, ricebowl_officer
  USING (((area >= (NULLIF(current_setting('ricebowl.lo'::text, true), ''::text))::bigint) AND (area < (NULLIF(current_setting('ricebowl.hi'::text, true), ''::text))::bigint)))
  WITH CHECK (((area >= (NULLIF(current_setting('ricebowl.lo'::text, true), ''::text))::bigint) AND (area < (NULLIF(current_setting('ricebowl.hi'::text, true), ''::text))::bigint)));
CREATE POLICY scope ON sample_person_history AS PERMISSIVE FOR ALL TO ricebowl_job, ricebowl_officer
  USING (((area >= (NULLIF(current_setting('ricebowl.lo'::text, true), ''::text))::bigint) AND (area < (NULLIF(current_setting('ricebowl.hi'::text, true), ''::text))::bigint)))
  WITH CHECK (((area >= (NULLIF(current_setting('ricebowl.lo'::text, true), ''::text))::bigint) AND (area < (NULLIF(current_setting('ricebowl.hi'::text, true), ''::text))::bigint)));
CREATE POLICY own ON saved_filter AS PERMISSIVE FOR ALL TO ricebowl_officer
  USING ((officer_id = (NULLIF(current_setting('ricebowl.officer'::text, true), ''::text))::bigint))
  WITH CHECK ((officer_id = (NULLIF(current_setting('ricebowl.officer'::text, true), ''::text))::bigint));
CREATE POLICY scope ON site AS PERMISSIVE FOR ALL TO ricebowl_job, ricebowl_officer
  USING (((area >= (NULLIF(current_setting('ricebowl.lo'::text, true), ''::text))::bigint) AND (area < (NULLIF(current_setting('ricebowl.hi'::text, true), ''::text))::bigint)))
  WITH CHECK (((area >= (NULLIF(current_setting('ricebowl.lo'::text, true), ''::text))::bigint) AND (area < (NULLIF(current_setting('ricebowl.hi'::text, true), ''::text))::bigint)));
CREATE POLICY scope ON site_grade AS PERMISSIVE FOR ALL TO ricebowl_job, ricebowl_officer
  USING (((area >= (NULLIF(current_setting('ricebowl.lo'::text, true), ''::text))::bigint) AND (area < (NULLIF(current_setting('ricebowl.hi'::text, true), ''::text))::bigint)))
  WITH CHECK (((area >= (NULLIF(current_setting('ricebowl.lo'::text, true), ''::text))::bigint) AND (area < (NULLIF(current_setting('ricebowl.hi'::text, true), ''::text))::bigint)));
CREATE POLICY scope ON site_grade_history AS PERMISSIVE FOR ALL TO ricebowl_job, ricebowl_officer
  USING (((area >= (NULLIF(current_setting('ricebowl.lo'::text, true), ''::text))::bigint) AND (area < (NULLIF(current_setting('ricebowl.hi'::text, true), ''::text))::bigint)))
  WITH CHECK (((area >= (NULLIF(current_setting('ricebowl.lo'::text, true), ''::text))::bigint) AND (area < (NULLIF(current_setting('ricebowl.hi'::text, true), ''::text))::bigint)));
CREATE POLICY scope ON site_history AS PERMISSIVE FOR ALL TO ricebowl_job, ricebowl_officer
  USING (((area >= (NULLIF(current_setting('ricebowl.lo'::text, true), ''::text))::bigint) AND (area < (NULLIF(current_setting('ricebowl.hi'::text, true), ''::text))::bigint)))
  WITH CHECK (((area >= (NULLIF(current_setting('ricebowl.lo'::text, true), ''::text))::bigint) AND (area < (NULLIF(current_setting('ricebowl.hi'::text, true), ''::text))::bigint)));
CREATE POLICY city ON snapshot AS PERMISSIVE FOR INSERT TO ricebowl_job, ricebowl_officer
  WITH CHECK ((((NULLIF(current_setting('ricebowl.hi'::text, true), ''::text))::bigint - (NULLIF(current_setting('ricebowl.lo'::text, true), ''::text))::bigint) = '10000000000'::bigint));
CREATE POLICY everybody ON snapshot AS PERMISSIVE FOR SELECT TO ricebowl_job, ricebowl_officer
  USING (true);
CREATE POLICY scope ON snapshot_area AS PERMISSIVE FOR ALL TO ricebowl_job, ricebowl_officer
  USING (((area >= (NULLIF(current_setting('ricebowl.lo'::text, true), ''::text))::bigint) AND (area < (NULLIF(current_setting('ricebowl.hi'::text, true), ''::text))::bigint)))
  WITH CHECK (((area >= (NULLIF(current_setting('ricebowl.lo'::text, true), ''::text))::bigint) AND (area < (NULLIF(current_setting('ricebowl.hi'::text, true), ''::text))::bigint)));
CREATE POLICY scope ON supervision_order AS PERMISSIVE FOR ALL TO ricebowl_job, ricebowl_officer
  USING (((area >= (NULLIF(current_setting('ricebowl.lo'::text, true), ''::text))::bigint) AND (area < (NULLIF(current_setting('ricebowl.hi'::text, true), ''::text))::bigint)))
  WITH CHECK (((area >= (NULLIF(current_setting('ricebowl.lo'::text, true), ''::text))::bigint) AND (area < (NULLIF(current_setting('ricebowl.hi'::text, true), ''::text))::bigint)));
CREATE POLICY scope ON supervision_step AS PERMISSIVE FOR ALL TO ricebowl_job, ricebowl_officer
  USING (((area >= (NULLIF(current_setting('ricebowl.lo'::text, true), ''::text))::bigint) AND (area < (NULLIF(current_setting('ricebowl.hi'::text, true), ''::text))::bigint)))
  WITH CHECK (((area >= (NULLIF(current_setting('ricebowl.lo'::text, true), ''::text))::bigint) AND (area < (NULLIF(current_setting('ricebowl.hi'::text, true), ''::text))::bigint)));
CREATE POLICY scope ON talent AS PERMISSIVE FOR ALL TO ricebowl_job, ricebowl_officer
  USING (((area >= (NULLIF(current_setting('ricebowl.lo'::text, true), ''::text))::bigint) AND (area < (NULLIF(current_setting('ricebowl.hi'::text, true), ''::text))::bigint)))
  WITH CHECK (((area >= (NULLIF(current_setting('ricebowl.lo'::text, true), ''::text))::bigint) AND (area < (NULLIF(current_setting('ricebowl.hi'::text, true), ''::text))::bigint)));
CREATE POLICY scope ON talent_history AS PERMISSIVE FOR ALL TO ricebowl_job, ricebowl_officer
  USING (((area >= (NULLIF(current_setting('ricebowl.lo'::text, true), ''::text))::bigint) AND (area < (NULLIF(current_setting('ricebowl.hi'::text, true), ''::text))::bigint)))
  WITH CHECK (((area >= (NULLIF(current_setting('ricebowl.lo'::text, true), ''::text))::bigint) AND (area < (NULLIF(current_setting('ricebowl.hi'::text, true), ''::text))::bigint)));
CREATE POLICY scope ON training AS PERMISSIVE FOR ALL TO ricebowl_job, ricebowl_officer
  USING (((area >= (NULLIF(current_setting('ricebowl.lo'::text, true), ''::text))::bigint) AND (area < (NULLIF(current_setting('ricebowl.hi'::text, true), ''::text))::bigint)))
  WITH CHECK (((area >= (NULLIF(current_setting('ricebowl.lo'::text, true), ''::text))::bigint) AND (area < (NULLIF(current_setting('ricebowl.hi'::text, true), ''::text))::bigint)));
CREATE POLICY scope ON training_history AS PERMISSIVE FOR ALL TO ricebowl_job, ricebowl_officer
  USING (((area >= (NULLIF(current_setting('ricebowl.lo'::text, true), ''::text))::bigint) AND (area < (NULLIF(current_setting('ricebowl.hi'::text, true), ''::text))::bigint)))
  WITH CHECK (((area >= (NULLIF(current_setting('ricebowl.lo'::text, true), ''::text))::bigint) AND (area < (NULLIF(current_setting('ricebowl.hi'::text, true), ''::text))::bigint)));
CREATE POLICY count_placed ON traveller AS PERMISSIVE FOR SELECT TO ricebowl_search
  USING (((employment_id IS NOT NULL) AND (NULLIF(current_setting('ricebowl.counted_vacancy'::text, true), ''::text) IS NOT NULL)));
CREATE POLICY scope ON traveller AS PERMISSIVE FOR ALL TO ricebowl_job, ricebowl_officer
  USING (((area >= (NULLIF(current_setting('ricebowl.lo'::text, true), ''::text))::bigint) AND (area < (NULLIF(current_setting('ricebowl.hi'::text, true), ''::text))::bigint)))
  WITH CHECK (((area >= (NULLIF(current_setting('ricebowl.lo'::text, true), ''::text))::bigint) AND (area < (NULLIF(current_setting('ricebowl.hi'::text, true), ''::text))::bigint)));
CREATE POLICY take ON traveller AS PERMISSIVE FOR SELECT TO ricebowl_search
  USING (((area >= (NULLIF(current_setting('ricebowl.lo'::text, true), ''::text))::bigint) AND (area < (NULLIF(current_setting('ricebowl.hi'::text, true), ''::text))::bigint)));
CREATE POLICY scope ON traveller_history AS PERMISSIVE FOR ALL TO ricebowl_job, ricebowl_officer
  USING (((area >= (NULLIF(current_setting('ricebowl.lo'::text, true), ''::text))::bigint) AND (area < (NULLIF(current_setting('ricebowl.hi'::text, true), ''::text))::bigint)))
  WITH CHECK (((area >= (NULLIF(current_setting('ricebowl.lo'::text, true), ''::text))::bigint) AND (area < (NULLIF(current_setting('ricebowl.hi'::text, true), ''::text))::bigint)));
CREATE POLICY scope ON traveller_import AS PERMISSIVE FOR ALL TO ricebowl_job, ricebowl_officer
  USING (((area >= (NULLIF(current_setting('ricebowl.lo'::text, true), ''::text))::bigint) AND (area < (NULLIF(current_setting('ricebowl.hi'::text, true), ''::text))::bigint)))
  WITH CHECK (((area >= (NULLIF(current_setting('ricebowl.lo'::text, true), ''::text))::bigint) AND (area < (NULLIF(current_setting('ricebowl.hi'::text, true), ''::text))::bigint)));
CREATE POLICY employer ON vacancy AS PERMISSIVE FOR SELECT TO ricebowl_search
  USING ((credit_code = NULLIF(current_setting('ricebowl.employer'::text, true), ''::text)));
CREATE POLICY offered ON vacancy AS PERMISSIVE FOR SELECT TO ricebowl_job, ricebowl_officer
  USING ((((NULLIF(current_setting('ricebowl.lo'::text, true), ''::text))::bigint > 0) AND ((NULLIF(current_setting('ricebowl.hi'::text, true), ''::text))::bigint > 0)));
CREATE POLICY own ON vacancy AS PERMISSIVE FOR SELECT TO ricebowl_organisation
  USING ((credit_code = NULLIF(current_setting('ricebowl.employer'::text, true), ''::text)));
CREATE POLICY own_change ON vacancy AS PERMISSIVE FOR UPDATE TO ricebowl_organisation
  USING ((credit_code = NULLIF(current_setting('ricebowl.employer'::text, true), ''::text)))
  WITH CHECK ((credit_code = NULLIF(current_setting('ricebowl.employer'::text, true), ''::text)));
CREATE POLICY reveal ON vacancy AS PERMISSIVE FOR SELECT TO ricebowl_search
  USING ((((NULLIF(current_setting('ricebowl.lo'::text, true), ''::text))::bigint > 0) AND ((NULLIF(current_setting('ricebowl.hi'::text, true), ''::text))::bigint > 0)));
CREATE POLICY scope ON vacancy AS PERMISSIVE FOR INSERT TO ricebowl_job, ricebowl_officer
  WITH CHECK (((area >= (NULLIF(current_setting('ricebowl.lo'::text, true), ''::text))::bigint) AND (area < (NULLIF(current_setting('ricebowl.hi'::text, true), ''::text))::bigint)));
CREATE POLICY scope_change ON vacancy AS PERMISSIVE FOR UPDATE TO ricebowl_job, ricebowl_officer
  USING (((area >= (NULLIF(current_setting('ricebowl.lo'::text, true), ''::text))::bigint) AND (area < (NULLIF(current_setting('ricebowl.hi'::text, true), ''::text))::bigint)))
  WITH CHECK (((area >= (NULLIF(current_setting('ricebowl.lo'::text, true), ''::text))::bigint) AND (area < (NULLIF(current_setting('ricebowl.hi'::text, true), ''::text))::bigint)));
CREATE POLICY take ON vacancy AS PERMISSIVE FOR UPDATE TO ricebowl_search
  USING ((((NULLIF(current_setting('ricebowl.lo'::text, true), ''::text))::bigint > 0) AND ((NULLIF(current_setting('ricebowl.hi'::text, true), ''::text))::bigint > 0)))
  WITH CHECK ((((NULLIF(current_setting('ricebowl.lo'::text, true), ''::text))::bigint > 0) AND ((NULLIF(current_setting('ricebowl.hi'::text, true), ''::text))::bigint > 0)));
CREATE POLICY offered ON vacancy_history AS PERMISSIVE FOR SELECT TO ricebowl_job, ricebowl_officer
  USING ((((NULLIF(current_setting('ricebowl.lo'::text, true), ''::text))::bigint > 0) AND ((NULLIF(current_setting('ricebowl.hi'::text, true), ''::text))::bigint > 0)));
CREATE POLICY own ON vacancy_history AS PERMISSIVE FOR INSERT TO ricebowl_organisation
  WITH CHECK ((credit_code = NULLIF(current_setting('ricebowl.employer'::text, true), ''::text)));
CREATE POLICY scope ON vacancy_history AS PERMISSIVE FOR INSERT TO ricebowl_job, ricebowl_officer
  WITH CHECK (((area >= (NULLIF(current_setting('ricebowl.lo'::text, true), ''::text))::bigint) AND (area < (NULLIF(current_setting('ricebowl.hi'::text, true), ''::text))::bigint)));
CREATE POLICY take ON vacancy_history AS PERMISSIVE FOR INSERT TO ricebowl_search
  WITH CHECK ((((NULLIF(current_setting('ricebowl.lo'::text, true), ''::text))::bigint > 0) AND ((NULLIF(current_setting('ricebowl.hi'::text, true), ''::text))::bigint > 0)));
CREATE POLICY scope ON vacancy_import AS PERMISSIVE FOR ALL TO ricebowl_job, ricebowl_officer
  USING (((area >= (NULLIF(current_setting('ricebowl.lo'::text, true), ''::text))::bigint) AND (area < (NULLIF(current_setting('ricebowl.hi'::text, true), ''::text))::bigint)))
  WITH CHECK (((area >= (NULLIF(current_setting('ricebowl.lo'::text, true), ''::text))::bigint) AND (area < (NULLIF(current_setting('ricebowl.hi'::text, true), ''::text))::bigint)));
CREATE POLICY own_read ON vacancy_submission AS PERMISSIVE FOR SELECT TO ricebowl_organisation
  USING ((credit_code = NULLIF(current_setting('ricebowl.employer'::text, true), ''::text)));
CREATE POLICY own_submit ON vacancy_submission AS PERMISSIVE FOR INSERT TO ricebowl_organisation
  WITH CHECK (((credit_code = NULLIF(current_setting('ricebowl.employer'::text, true), ''::text)) AND (area = (NULLIF(current_setting('ricebowl.unit'::text, true), ''::text))::bigint) AND (submitted_by = (NULLIF(current_setting('ricebowl.post'::text, true), ''::text))::bigint)));
CREATE POLICY scope ON vacancy_submission AS PERMISSIVE FOR ALL TO ricebowl_job, ricebowl_officer
  USING (((area >= (NULLIF(current_setting('ricebowl.lo'::text, true), ''::text))::bigint) AND (area < (NULLIF(current_setting('ricebowl.hi'::text, true), ''::text))::bigint)))
  WITH CHECK (((area >= (NULLIF(current_setting('ricebowl.lo'::text, true), ''::text))::bigint) AND (area < (NULLIF(current_setting('ricebowl.hi'::text, true), ''::text))::bigint)));
CREATE POLICY own_read ON vacancy_submission_decision AS PERMISSIVE FOR SELECT TO ricebowl_organisation
  USING ((credit_code = NULLIF(current_setting('ricebowl.employer'::text, true), ''::text)));
CREATE POLICY scope ON vacancy_submission_decision AS PERMISSIVE FOR ALL TO ricebowl_job, ricebowl_officer
  USING (((area >= (NULLIF(current_setting('ricebowl.lo'::text, true), ''::text))::bigint) AND (area < (NULLIF(current_setting('ricebowl.hi'::text, true), ''::text))::bigint)))
  WITH CHECK (((area >= (NULLIF(current_setting('ricebowl.lo'::text, true), ''::text))::bigint) AND (area < (NULLIF(current_setting('ricebowl.hi'::text, true), ''::text))::bigint)));
CREATE POLICY scope ON wage_claim AS PERMISSIVE FOR ALL TO ricebowl_job, ricebowl_officer
  USING (((area >= (NULLIF(current_setting('ricebowl.lo'::text, true), ''::text))::bigint) AND (area < (NULLIF(current_setting('ricebowl.hi'::text, true), ''::text))::bigint)))
  WITH CHECK (((area >= (NULLIF(current_setting('ricebowl.lo'::text, true), ''::text))::bigint) AND (area < (NULLIF(current_setting('ricebowl.hi'::text, true), ''::text))::bigint)));
CREATE POLICY scope ON wage_claim_history AS PERMISSIVE FOR ALL TO ricebowl_job, ricebowl_officer
  USING (((area >= (NULLIF(current_setting('ricebowl.lo'::text, true), ''::text))::bigint) AND (area < (NULLIF(current_setting('ricebowl.hi'::text, true), ''::text))::bigint)))
  WITH CHECK (((area >= (NULLIF(current_setting('ricebowl.lo'::text, true), ''::text))::bigint) AND (area < (NULLIF(current_setting('ricebowl.hi'::text, true), ''::text))::bigint)));
CREATE POLICY scope ON wish AS PERMISSIVE FOR ALL TO ricebowl_job, ricebowl_officer
  USING (((area >= (NULLIF(current_setting('ricebowl.lo'::text, true), ''::text))::bigint) AND (area < (NULLIF(current_setting('ricebowl.hi'::text, true), ''::text))::bigint)))
  WITH CHECK (((area >= (NULLIF(current_setting('ricebowl.lo'::text, true), ''::text))::bigint) AND (area < (NULLIF(current_setting('ricebowl.hi'::text, true), ''::text))::bigint)));
CREATE POLICY scope ON wish_history AS PERMISSIVE FOR ALL TO ricebowl_job, ricebowl_officer
  USING (((area >= (NULLIF(current_setting('ricebowl.lo'::text, true), ''::text))::bigint) AND (area < (NULLIF(current_setting('ricebowl.hi'::text, true), ''::text))::bigint)))
  WITH CHECK (((area >= (NULLIF(current_setting('ricebowl.lo'::text, true), ''::text))::bigint) AND (area < (NULLIF(current_setting('ricebowl.hi'::text, true), ''::text))::bigint)));
CREATE POLICY scope ON work_wish AS PERMISSIVE FOR ALL TO ricebowl_job, ricebowl_officer
  USING (((area >= (NULLIF(current_setting('ricebowl.lo'::text, true), ''::text))::bigint) AND (area < (NULLIF(current_setting('ricebowl.hi'::text, true), ''::text))::bigint)))
  WITH CHECK (((area >= (NULLIF(current_setting('ricebowl.lo'::text, true), ''::text))::bigint) AND (area < (NULLIF(current_setting('ricebowl.hi'::text, true), ''::text))::bigint)));
CREATE POLICY scope ON work_wish_history AS PERMISSIVE FOR ALL TO ricebowl_job, ricebowl_officer
  USING (((area >= (NULLIF(current_setting('ricebowl.lo'::text, true), ''::text))::bigint) AND (area < (NULLIF(current_setting('ricebowl.hi'::text, true), ''::text))::bigint)))
  WITH CHECK (((area >= (NULLIF(current_setting('ricebowl.lo'::text, true), ''::text))::bigint) AND (area < (NULLIF(current_setting('ricebowl.hi'::text, true), ''::text))::bigint)));
GRANT DELETE, INSERT, SELECT, UPDATE ON TABLE activity TO ricebowl_job;
GRANT DELETE, INSERT, SELECT, UPDATE ON TABLE activity TO ricebowl_officer;
GRANT INSERT, SELECT ON TABLE activity_history TO ricebowl_job;
GRANT INSERT, SELECT ON TABLE activity_history TO ricebowl_officer;
GRANT INSERT, SELECT ON TABLE approval TO ricebowl_job;
GRANT INSERT, SELECT ON TABLE approval TO ricebowl_officer;
GRANT SELECT ON TABLE area TO PUBLIC;
GRANT SELECT ON TABLE area_link TO PUBLIC;
GRANT DELETE, INSERT, SELECT, UPDATE ON TABLE assistance TO ricebowl_job;
GRANT DELETE, INSERT, SELECT, UPDATE ON TABLE assistance TO ricebowl_officer;
GRANT INSERT, SELECT ON TABLE assistance_history TO ricebowl_job;
GRANT INSERT, SELECT ON TABLE assistance_history TO ricebowl_officer;
GRANT DELETE, INSERT, SELECT, UPDATE ON TABLE attendance TO ricebowl_job;
GRANT DELETE, INSERT, SELECT, UPDATE ON TABLE attendance TO ricebowl_officer;
GRANT INSERT, SELECT ON TABLE attendance_history TO ricebowl_job;
GRANT INSERT, SELECT ON TABLE attendance_history TO ricebowl_officer;
GRANT SELECT ON TABLE audit_line TO ricebowl_audit;
GRANT SELECT ON TABLE audit_line TO ricebowl_search;
GRANT USAGE ON SEQUENCE audit_line_id TO ricebowl_access;
GRANT USAGE ON SEQUENCE audit_line_id TO ricebowl_audit;
GRANT USAGE ON SEQUENCE audit_line_id TO ricebowl_job;
GRANT USAGE ON SEQUENCE audit_line_id TO ricebowl_officer;
GRANT USAGE ON SEQUENCE audit_line_id TO ricebowl_organisation;
GRANT USAGE ON SEQUENCE audit_line_id TO ricebowl_search;
GRANT INSERT, SELECT ON TABLE audit_seal TO ricebowl_audit;
GRANT SELECT, UPDATE ON TABLE change_request TO ricebowl_job;
GRANT INSERT, SELECT, UPDATE ON TABLE change_request TO ricebowl_officer;
GRANT INSERT, SELECT ON TABLE closing TO ricebowl_job;
GRANT INSERT, SELECT ON TABLE closing TO ricebowl_officer;
GRANT SELECT ON TABLE closing_job TO ricebowl_job;
GRANT INSERT, SELECT ON TABLE closing_job TO ricebowl_officer;
GRANT INSERT, SELECT ON TABLE command_receipt TO ricebowl_job;
GRANT INSERT, SELECT ON TABLE command_receipt TO ricebowl_officer;
GRANT INSERT, SELECT ON TABLE command_receipt TO ricebowl_organisation;
GRANT DELETE, INSERT, SELECT, UPDATE ON TABLE corridor TO ricebowl_job;
GRANT DELETE, INSERT, SELECT, UPDATE ON TABLE corridor TO ricebowl_officer;
GRANT INSERT, SELECT ON TABLE corridor_history TO ricebowl_job;
GRANT INSERT, SELECT ON TABLE corridor_history TO ricebowl_officer;
GRANT DELETE, INSERT, SELECT, UPDATE ON TABLE corridor_order TO ricebowl_job;
GRANT DELETE, INSERT, SELECT, UPDATE ON TABLE corridor_order TO ricebowl_officer;
GRANT INSERT, SELECT ON TABLE corridor_order_history TO ricebowl_job;
GRANT INSERT, SELECT ON TABLE corridor_order_history TO ricebowl_officer;
GRANT DELETE, INSERT, SELECT ON TABLE county_count TO ricebowl_job;
GRANT SELECT ON TABLE county_count TO ricebowl_officer;
GRANT INSERT, SELECT, UPDATE ON TABLE death TO ricebowl_job;
GRANT INSERT, SELECT, UPDATE ON TABLE death TO ricebowl_officer;
GRANT DELETE, INSERT, SELECT, UPDATE ON TABLE determination TO ricebowl_job;
GRANT DELETE, INSERT, SELECT, UPDATE ON TABLE determination TO ricebowl_officer;
GRANT DELETE, INSERT, SELECT, UPDATE ON TABLE determination_count TO ricebowl_job;
GRANT INSERT, SELECT, UPDATE ON TABLE determination_count TO ricebowl_officer;
GRANT INSERT, SELECT, UPDATE ON TABLE determination_run TO ricebowl_job;
GRANT SELECT ON TABLE determination_run TO ricebowl_officer;
GRANT INSERT, SELECT ON TABLE different_people TO ricebowl_job;
GRANT INSERT, SELECT ON TABLE different_people TO ricebowl_officer;
GRANT DELETE, INSERT, SELECT, UPDATE ON TABLE dispatch TO ricebowl_job;
GRANT DELETE, INSERT, SELECT, UPDATE ON TABLE dispatch TO ricebowl_officer;
GRANT DELETE, INSERT, SELECT, UPDATE ON TABLE dispatch_batch TO ricebowl_job;
GRANT DELETE, INSERT, SELECT, UPDATE ON TABLE dispatch_batch TO ricebowl_officer;
GRANT INSERT, SELECT ON TABLE dispatch_batch_history TO ricebowl_job;
GRANT INSERT, SELECT ON TABLE dispatch_batch_history TO ricebowl_officer;
GRANT INSERT, SELECT ON TABLE dispatch_history TO ricebowl_job;
GRANT INSERT, SELECT ON TABLE dispatch_history TO ricebowl_officer;
GRANT SELECT ON TABLE division_place TO PUBLIC;
GRANT INSERT, SELECT, UPDATE ON TABLE duplicate_search TO ricebowl_job;
GRANT SELECT ON TABLE duplicate_search TO ricebowl_officer;
GRANT DELETE, INSERT, SELECT, UPDATE ON TABLE employment TO ricebowl_job;
GRANT DELETE, INSERT, SELECT, UPDATE ON TABLE employment TO ricebowl_officer;
GRANT INSERT, SELECT ON TABLE employment_history TO ricebowl_job;
GRANT INSERT, SELECT ON TABLE employment_history TO ricebowl_officer;
GRANT DELETE, INSERT, SELECT, UPDATE ON TABLE enterprise TO ricebowl_job;
GRANT DELETE, INSERT, SELECT, UPDATE ON TABLE enterprise TO ricebowl_officer;
GRANT INSERT, SELECT ON TABLE enterprise_history TO ricebowl_job;
GRANT INSERT, SELECT ON TABLE enterprise_history TO ricebowl_officer;
GRANT SELECT ON TABLE export TO ricebowl_job;
GRANT INSERT, SELECT ON TABLE export TO ricebowl_officer;
GRANT DELETE, INSERT, SELECT ON TABLE figure_area TO ricebowl_job;
GRANT SELECT ON TABLE figure_area TO ricebowl_officer;
GRANT DELETE, INSERT, SELECT, UPDATE ON TABLE figure_run TO ricebowl_job;
GRANT SELECT ON TABLE figure_run TO ricebowl_officer;
GRANT DELETE, INSERT, SELECT ON TABLE figure_trend TO ricebowl_job;
GRANT SELECT ON TABLE figure_trend TO ricebowl_officer;
GRANT DELETE, INSERT, SELECT ON TABLE figure_trend_area TO ricebowl_job;
GRANT SELECT ON TABLE figure_trend_area TO ricebowl_officer;
GRANT INSERT, SELECT, UPDATE ON TABLE finding_flow TO ricebowl_job;
GRANT INSERT, SELECT, UPDATE ON TABLE finding_flow TO ricebowl_officer;
GRANT DELETE, INSERT, SELECT, UPDATE ON TABLE finding_waiver TO ricebowl_job;
GRANT INSERT, SELECT, UPDATE ON TABLE finding_waiver TO ricebowl_officer;
GRANT INSERT, SELECT ON TABLE finding_waiver_move TO ricebowl_job;
GRANT INSERT, SELECT ON TABLE finding_waiver_move TO ricebowl_officer;
GRANT DELETE, INSERT, SELECT, UPDATE ON TABLE follow_up TO ricebowl_job;
GRANT DELETE, INSERT, SELECT, UPDATE ON TABLE follow_up TO ricebowl_officer;
GRANT INSERT, SELECT ON TABLE follow_up_history TO ricebowl_job;
GRANT INSERT, SELECT ON TABLE follow_up_history TO ricebowl_officer;
GRANT DELETE, INSERT, SELECT, UPDATE ON TABLE grant_paid TO ricebowl_job;
GRANT DELETE, INSERT, SELECT, UPDATE ON TABLE grant_paid TO ricebowl_officer;
GRANT INSERT, SELECT ON TABLE grant_paid_history TO ricebowl_job;
GRANT INSERT, SELECT ON TABLE grant_paid_history TO ricebowl_officer;
GRANT DELETE, INSERT, UPDATE ON TABLE household TO ricebowl_job;
GRANT DELETE, INSERT, UPDATE ON TABLE household TO ricebowl_officer;
GRANT SELECT, UPDATE ON TABLE household TO ricebowl_search;
GRANT INSERT, SELECT ON TABLE household_change TO ricebowl_job;
GRANT INSERT, SELECT ON TABLE household_change TO ricebowl_officer;
GRANT INSERT ON TABLE household_history TO ricebowl_job;
GRANT INSERT ON TABLE household_history TO ricebowl_officer;
GRANT INSERT, SELECT ON TABLE household_history TO ricebowl_search;
GRANT INSERT, SELECT, UPDATE ON TABLE import TO ricebowl_job;
GRANT INSERT, SELECT, UPDATE ON TABLE import TO ricebowl_officer;
GRANT DELETE, INSERT, SELECT ON TABLE import_chunk TO ricebowl_job;
GRANT DELETE, INSERT, SELECT ON TABLE import_chunk TO ricebowl_officer;
GRANT DELETE, INSERT, SELECT, UPDATE ON TABLE import_outcome TO ricebowl_job;
GRANT DELETE, INSERT, SELECT, UPDATE ON TABLE import_outcome TO ricebowl_officer;
GRANT DELETE, INSERT, SELECT, UPDATE ON TABLE import_row TO ricebowl_job;
GRANT DELETE, INSERT, SELECT, UPDATE ON TABLE import_row TO ricebowl_officer;
GRANT DELETE, INSERT, SELECT ON TABLE import_warning TO ricebowl_job;
GRANT DELETE, INSERT, SELECT ON TABLE import_warning TO ricebowl_officer;
GRANT DELETE, INSERT, SELECT, UPDATE ON TABLE insurance TO ricebowl_job;
GRANT DELETE, INSERT, SELECT, UPDATE ON TABLE insurance TO ricebowl_officer;
GRANT INSERT, SELECT ON TABLE insurance_history TO ricebowl_job;
GRANT INSERT, SELECT ON TABLE insurance_history TO ricebowl_officer;
GRANT INSERT, SELECT, UPDATE ON TABLE ledger_head TO ricebowl_job;
GRANT INSERT, SELECT, UPDATE ON TABLE ledger_head TO ricebowl_officer;
GRANT INSERT, SELECT, UPDATE ON TABLE ledger_head TO ricebowl_search;
GRANT USAGE ON SEQUENCE ledger_id TO ricebowl_access;
GRANT USAGE ON SEQUENCE ledger_id TO ricebowl_job;
GRANT USAGE ON SEQUENCE ledger_id TO ricebowl_officer;
GRANT USAGE ON SEQUENCE ledger_id TO ricebowl_organisation;
GRANT DELETE, INSERT, SELECT, UPDATE ON TABLE list_claim TO ricebowl_job;
GRANT DELETE, INSERT, SELECT, UPDATE ON TABLE list_claim TO ricebowl_officer;
GRANT INSERT, SELECT, UPDATE ON TABLE list_mapping TO ricebowl_job;
GRANT INSERT, SELECT, UPDATE ON TABLE list_mapping TO ricebowl_officer;
GRANT DELETE, INSERT, SELECT ON TABLE match_person TO ricebowl_job;
GRANT SELECT ON TABLE match_person TO ricebowl_officer;
GRANT DELETE, INSERT, SELECT ON TABLE match_proposal TO ricebowl_job;
GRANT SELECT ON TABLE match_proposal TO ricebowl_officer;
GRANT INSERT, SELECT, UPDATE ON TABLE match_run TO ricebowl_job;
GRANT INSERT, SELECT ON TABLE match_run TO ricebowl_officer;
GRANT INSERT, SELECT ON TABLE match_vacancy TO ricebowl_job;
GRANT SELECT ON TABLE match_vacancy TO ricebowl_officer;
GRANT DELETE, INSERT, SELECT, UPDATE ON TABLE membership TO ricebowl_job;
GRANT DELETE, INSERT, SELECT, UPDATE ON TABLE membership TO ricebowl_officer;
GRANT INSERT, SELECT ON TABLE membership_history TO ricebowl_job;
GRANT INSERT, SELECT ON TABLE membership_history TO ricebowl_officer;
GRANT INSERT, SELECT, UPDATE ON TABLE merged_file TO ricebowl_job;
GRANT INSERT, SELECT, UPDATE ON TABLE merged_file TO ricebowl_officer;
GRANT INSERT, SELECT, UPDATE ON TABLE occupation_word TO ricebowl_job;
GRANT INSERT, SELECT, UPDATE ON TABLE occupation_word TO ricebowl_officer;
GRANT INSERT, SELECT, UPDATE ON TABLE officer TO ricebowl_access;
GRANT DELETE, INSERT, UPDATE ON TABLE person TO ricebowl_job;
GRANT DELETE, INSERT, UPDATE ON TABLE person TO ricebowl_officer;
GRANT INSERT, SELECT, UPDATE ON TABLE person TO ricebowl_search;
GRANT INSERT ON TABLE person_history TO ricebowl_job;
GRANT INSERT ON TABLE person_history TO ricebowl_officer;
GRANT INSERT, SELECT ON TABLE person_history TO ricebowl_search;
GRANT DELETE, INSERT, SELECT ON TABLE person_identity TO ricebowl_search;
GRANT DELETE, INSERT, SELECT ON TABLE possible_duplicate TO ricebowl_job;
GRANT SELECT ON TABLE possible_duplicate TO ricebowl_officer;
GRANT INSERT, SELECT, UPDATE ON TABLE post TO ricebowl_access;
GRANT DELETE, INSERT, SELECT, UPDATE ON TABLE public_post TO ricebowl_job;
GRANT DELETE, INSERT, SELECT, UPDATE ON TABLE public_post TO ricebowl_officer;
GRANT INSERT, SELECT ON TABLE public_post_history TO ricebowl_job;
GRANT INSERT, SELECT ON TABLE public_post_history TO ricebowl_officer;
GRANT DELETE, INSERT, SELECT, UPDATE ON TABLE referral TO ricebowl_job;
GRANT DELETE, INSERT, SELECT, UPDATE ON TABLE referral TO ricebowl_officer;
GRANT SELECT ON TABLE referral TO ricebowl_search;
GRANT INSERT, SELECT ON TABLE referral_history TO ricebowl_job;
GRANT INSERT, SELECT ON TABLE referral_history TO ricebowl_officer;
GRANT INSERT ON TABLE referral_history TO ricebowl_search;
GRANT SELECT ON TABLE reporting_unit TO PUBLIC;
GRANT SELECT ON TABLE reporting_unit_area TO PUBLIC;
GRANT DELETE, INSERT, SELECT, UPDATE ON TABLE retention_answer TO ricebowl_job;
GRANT DELETE, INSERT, SELECT, UPDATE ON TABLE retention_answer TO ricebowl_officer;
GRANT INSERT, SELECT ON TABLE retention_answer_history TO ricebowl_job;
GRANT INSERT, SELECT ON TABLE retention_answer_history TO ricebowl_officer;
GRANT DELETE, INSERT, SELECT, UPDATE ON TABLE roster TO ricebowl_job;
GRANT DELETE, INSERT, SELECT, UPDATE ON TABLE roster TO ricebowl_officer;
GRANT INSERT, SELECT ON TABLE roster_history TO ricebowl_job;
GRANT INSERT, SELECT ON TABLE roster_history TO ricebowl_officer;
GRANT DELETE, INSERT, SELECT, UPDATE ON TABLE round_answer TO ricebowl_job;
GRANT DELETE, INSERT, SELECT, UPDATE ON TABLE round_answer TO ricebowl_officer;
GRANT INSERT, SELECT ON TABLE round_answer_history TO ricebowl_job;
GRANT INSERT, SELECT ON TABLE round_answer_history TO ricebowl_officer;
GRANT INSERT, SELECT ON TABLE sample TO ricebowl_officer;
GRANT SELECT ON TABLE sample_county TO ricebowl_job;
GRANT INSERT, SELECT ON TABLE sample_county TO ricebowl_officer;
GRANT SELECT ON TABLE sample_person TO ricebowl_job;
GRANT INSERT, SELECT, UPDATE ON TABLE sample_person TO ricebowl_officer;
GRANT INSERT, SELECT ON TABLE sample_person_history TO ricebowl_job;
GRANT INSERT, SELECT ON TABLE sample_person_history TO ricebowl_officer;
GRANT DELETE, INSERT, SELECT, UPDATE ON TABLE saved_filter TO ricebowl_officer;
GRANT DELETE, INSERT, SELECT, UPDATE ON TABLE session TO ricebowl_access;
GRANT INSERT, SELECT, UPDATE ON TABLE setting TO ricebowl_job;
GRANT SELECT ON TABLE setting TO ricebowl_officer;
GRANT DELETE, INSERT, SELECT, UPDATE ON TABLE sign_in_attempt TO ricebowl_access;
GRANT DELETE, INSERT, SELECT, UPDATE ON TABLE site TO ricebowl_job;
GRANT DELETE, INSERT, SELECT, UPDATE ON TABLE site TO ricebowl_officer;
GRANT DELETE, INSERT, SELECT, UPDATE ON TABLE site_grade TO ricebowl_job;
GRANT DELETE, INSERT, SELECT, UPDATE ON TABLE site_grade TO ricebowl_officer;
GRANT INSERT, SELECT ON TABLE site_grade_history TO ricebowl_job;
GRANT INSERT, SELECT ON TABLE site_grade_history TO ricebowl_officer;
GRANT INSERT, SELECT ON TABLE site_history TO ricebowl_job;
GRANT INSERT, SELECT ON TABLE site_history TO ricebowl_officer;
GRANT INSERT, SELECT ON TABLE snapshot TO ricebowl_job;
GRANT INSERT, SELECT ON TABLE snapshot TO ricebowl_officer;
GRANT INSERT, SELECT ON TABLE snapshot_area TO ricebowl_job;
GRANT INSERT, SELECT ON TABLE snapshot_area TO ricebowl_officer;
GRANT INSERT, SELECT ON TABLE snapshot_definition TO ricebowl_job;
GRANT INSERT, SELECT ON TABLE snapshot_definition TO ricebowl_officer;
GRANT SELECT ON TABLE supervision_order TO ricebowl_job;
GRANT INSERT, SELECT ON TABLE supervision_order TO ricebowl_officer;
GRANT SELECT ON TABLE supervision_step TO ricebowl_job;
GRANT INSERT, SELECT ON TABLE supervision_step TO ricebowl_officer;
GRANT DELETE, INSERT, SELECT, UPDATE ON TABLE talent TO ricebowl_job;
GRANT DELETE, INSERT, SELECT, UPDATE ON TABLE talent TO ricebowl_officer;
GRANT INSERT, SELECT ON TABLE talent_history TO ricebowl_job;
GRANT INSERT, SELECT ON TABLE talent_history TO ricebowl_officer;
GRANT DELETE, INSERT, SELECT, UPDATE ON TABLE training TO ricebowl_job;
GRANT DELETE, INSERT, SELECT, UPDATE ON TABLE training TO ricebowl_officer;
GRANT INSERT, SELECT ON TABLE training_history TO ricebowl_job;
GRANT INSERT, SELECT ON TABLE training_history TO ricebowl_officer;
GRANT DELETE, INSERT, SELECT, UPDATE ON TABLE traveller TO ricebowl_job;
GRANT DELETE, INSERT, SELECT, UPDATE ON TABLE traveller TO ricebowl_officer;
GRANT INSERT, SELECT ON TABLE traveller_history TO ricebowl_job;
GRANT INSERT, SELECT ON TABLE traveller_history TO ricebowl_officer;
GRANT DELETE, INSERT, SELECT ON TABLE traveller_import TO ricebowl_job;
GRANT DELETE, INSERT, SELECT ON TABLE traveller_import TO ricebowl_officer;
GRANT INSERT, UPDATE ON TABLE vacancy TO ricebowl_job;
GRANT INSERT, UPDATE ON TABLE vacancy TO ricebowl_officer;
GRANT INSERT, SELECT ON TABLE vacancy_history TO ricebowl_job;
GRANT INSERT, SELECT ON TABLE vacancy_history TO ricebowl_officer;
GRANT INSERT ON TABLE vacancy_history TO ricebowl_organisation;
GRANT INSERT ON TABLE vacancy_history TO ricebowl_search;
GRANT DELETE, INSERT, SELECT ON TABLE vacancy_import TO ricebowl_job;
GRANT DELETE, INSERT, SELECT ON TABLE vacancy_import TO ricebowl_officer;
GRANT INSERT, SELECT ON TABLE vacancy_submission TO ricebowl_job;
GRANT SELECT ON TABLE vacancy_submission TO ricebowl_officer;
GRANT INSERT, SELECT ON TABLE vacancy_submission TO ricebowl_organisation;
GRANT INSERT, SELECT ON TABLE vacancy_submission_decision TO ricebowl_job;
GRANT INSERT, SELECT ON TABLE vacancy_submission_decision TO ricebowl_officer;
GRANT SELECT ON TABLE vacancy_submission_decision TO ricebowl_organisation;
GRANT DELETE, INSERT, SELECT, UPDATE ON TABLE wage_claim TO ricebowl_job;
GRANT DELETE, INSERT, SELECT, UPDATE ON TABLE wage_claim TO ricebowl_officer;
GRANT INSERT, SELECT ON TABLE wage_claim_history TO ricebowl_job;
GRANT INSERT, SELECT ON TABLE wage_claim_history TO ricebowl_officer;
GRANT DELETE, INSERT, SELECT, UPDATE ON TABLE wish TO ricebowl_job;
GRANT DELETE, INSERT, SELECT, UPDATE ON TABLE wish TO ricebowl_officer;
GRANT INSERT, SELECT ON TABLE wish_history TO ricebowl_job;
GRANT INSERT, SELECT ON TABLE wish_history TO ricebowl_officer;
GRANT DELETE, INSERT, SELECT, UPDATE ON TABLE work_wish TO ricebowl_job;
GRANT DELETE, INSERT, SELECT, UPDATE ON TABLE work_wish TO ricebowl_officer;
GRANT INSERT, SELECT ON TABLE work_wish_history TO ricebowl_job;
GRANT INSERT, SELECT ON TABLE work_wish_history TO ricebowl_officer;
GRANT INSERT (officer_id, post_id, action, outcome, object_kind, object_county, object_area, object_id, object_ids, fields, reason, detail, rows, request_id) ON TABLE audit_line TO ricebowl_access;
GRANT INSERT (officer_id, post_id, action, outcome, object_kind, object_county, object_area, object_id, object_ids, fields, reason, detail, rows, request_id) ON TABLE audit_line TO ricebowl_audit;
GRANT INSERT (officer_id, post_id, action, outcome, object_kind, object_county, object_area, object_id, object_ids, fields, reason, detail, rows, request_id) ON TABLE audit_line TO ricebowl_job;
GRANT INSERT (officer_id, post_id, action, outcome, object_kind, object_county, object_area, object_id, object_ids, fields, reason, detail, rows, request_id) ON TABLE audit_line TO ricebowl_officer;
GRANT INSERT (officer_id, post_id, action, outcome, object_kind, object_county, object_area, object_id, object_ids, fields, reason, detail, rows, request_id) ON TABLE audit_line TO ricebowl_organisation;
GRANT INSERT (officer_id, post_id, action, outcome, object_kind, object_county, object_area, object_id, object_ids, fields, reason, detail, rows, request_id) ON TABLE audit_line TO ricebowl_search;
GRANT UPDATE (state, share, begun_at, ended_at, problem) ON TABLE closing_job TO ricebowl_job;
GRANT SELECT (county, area, id, vacancy_id) ON TABLE corridor_order TO ricebowl_search;
GRANT SELECT (county, area, id, order_id, left_on) ON TABLE dispatch_batch TO ricebowl_search;
GRANT SELECT (county, id, valid_to) ON TABLE employment TO ricebowl_search;
GRANT UPDATE (state, rows, expires_at, problem) ON TABLE export TO ricebowl_job;
GRANT SELECT (county, area, id, code, relocated, unsafe_house, income_per_head_fen, valid_from, valid_to, known_from, source, evidence, verified_on, verified_method, verified_by, verified_until, recorded_by) ON TABLE household TO ricebowl_job;
GRANT SELECT (county, area, id, code, relocated, unsafe_house, income_per_head_fen, valid_from, valid_to, known_from, source, evidence, verified_on, verified_method, verified_by, verified_until, recorded_by) ON TABLE household TO ricebowl_officer;
GRANT SELECT (county, area, id, address_cipher) ON TABLE household TO ricebowl_search;
GRANT SELECT (county, area, id, code, relocated, unsafe_house, income_per_head_fen, valid_from, valid_to, known_from, source, evidence, verified_on, verified_method, verified_by, verified_until, recorded_by, known_to, superseded_by) ON TABLE household_history TO ricebowl_job;
GRANT SELECT (county, area, id, code, relocated, unsafe_house, income_per_head_fen, valid_from, valid_to, known_from, source, evidence, verified_on, verified_method, verified_by, verified_until, recorded_by, known_to, superseded_by) ON TABLE household_history TO ricebowl_officer;
GRANT UPDATE (stop_asked_at, replay_asked_at) ON TABLE match_run TO ricebowl_officer;
GRANT SELECT (id, sign_in, name) ON TABLE officer TO ricebowl_audit;
GRANT SELECT (id, name) ON TABLE officer TO ricebowl_search;
GRANT SELECT (county, area, id, household_id, relation, name, pinyin, initials, grams, sex, birth_date, death_date, ethnic, education, in_school, health, capacity, disability_grade, id_kind, id_index, id_mask, phone_index, phone_mask, bank_index, bank_mask, opened_on, version, known_from, source, evidence, verified_on, verified_method, verified_by, verified_until, recorded_by) ON TABLE person TO ricebowl_job;
GRANT SELECT (county, area, id, household_id, relation, name, pinyin, initials, grams, sex, birth_date, death_date, ethnic, education, in_school, health, capacity, disability_grade, id_kind, id_index, id_mask, phone_index, phone_mask, bank_index, bank_mask, opened_on, version, known_from, source, evidence, verified_on, verified_method, verified_by, verified_until, recorded_by) ON TABLE person TO ricebowl_officer;
GRANT SELECT (county, area, id, household_id, relation, name, pinyin, initials, grams, sex, birth_date, death_date, ethnic, education, in_school, health, capacity, disability_grade, id_kind, id_cipher, id_index, id_mask, phone_cipher, phone_index, phone_mask, bank_cipher, bank_index, bank_mask, opened_on, version, known_from, source, evidence, verified_on, verified_method, verified_by, verified_until, recorded_by) ON TABLE person TO ricebowl_search;
GRANT SELECT (county, area, id, household_id, relation, name, pinyin, initials, grams, sex, birth_date, death_date, ethnic, education, in_school, health, capacity, disability_grade, id_kind, id_index, id_mask, phone_index, phone_mask, bank_index, bank_mask, opened_on, version, known_from, source, evidence, verified_on, verified_method, verified_by, verified_until, recorded_by, known_to, superseded_by) ON TABLE person_history TO ricebowl_job;
GRANT SELECT (county, area, id, household_id, relation, name, pinyin, initials, grams, sex, birth_date, death_date, ethnic, education, in_school, health, capacity, disability_grade, id_kind, id_index, id_mask, phone_index, phone_mask, bank_index, bank_mask, opened_on, version, known_from, source, evidence, verified_on, verified_method, verified_by, verified_until, recorded_by, known_to, superseded_by) ON TABLE person_history TO ricebowl_officer;
GRANT SELECT (id, role, title) ON TABLE post TO ricebowl_audit;
GRANT SELECT (id, title) ON TABLE post TO ricebowl_search;
GRANT SELECT (county, area, id, person_id, vacancy_county, vacancy_id, title, person_answer, person_answered_on, employer_answer, interview_on, trial_from, placed_on, valid_from, valid_to) ON TABLE referral TO ricebowl_search;
GRANT UPDATE (employer_answer, employer_reason, employer_answered_on, interview_on, interview_result, end_reason, valid_to, known_from, evidence, verified_on, verified_method, verified_by, recorded_by) ON TABLE referral TO ricebowl_search;
GRANT SELECT (county, area, id, batch_id, boarded, missing, employment_id, returned_on) ON TABLE traveller TO ricebowl_search;
GRANT SELECT (county, area, id, kind, title, occupation, industry, employer, credit_code, site_id, licence_seen_on, place, openings, taken, wage_form, wage_low_fen, wage_high_fen, hours_per_day, days_per_month, hours, season, board, lodging, training, education, skills, certificate, age_from, age_to, age_rule, hazards, contact, phone_mask, detail, work_from, work_to, refreshed_on, open_until, valid_from, valid_to, close_reason, known_from, source, recorded_by) ON TABLE vacancy TO ricebowl_job;
GRANT SELECT (county, area, id, kind, title, occupation, industry, employer, credit_code, site_id, licence_seen_on, place, openings, taken, wage_form, wage_low_fen, wage_high_fen, hours_per_day, days_per_month, hours, season, board, lodging, training, education, skills, certificate, age_from, age_to, age_rule, hazards, contact, phone_mask, detail, work_from, work_to, refreshed_on, open_until, valid_from, valid_to, close_reason, known_from, source, recorded_by) ON TABLE vacancy TO ricebowl_officer;
GRANT SELECT (county, area, id, kind, title, occupation, industry, employer, credit_code, site_id, licence_seen_on, place, openings, taken, wage_form, wage_low_fen, wage_high_fen, hours_per_day, days_per_month, hours, season, board, lodging, training, education, skills, certificate, age_from, age_to, age_rule, hazards, contact, phone_mask, detail, work_from, work_to, refreshed_on, open_until, valid_from, valid_to, close_reason, known_from, source, recorded_by) ON TABLE vacancy TO ricebowl_organisation;
GRANT UPDATE (refreshed_on, open_until, valid_to, close_reason, known_from, recorded_by) ON TABLE vacancy TO ricebowl_organisation;
GRANT SELECT (county, area, id, kind, title, occupation, industry, employer, credit_code, site_id, licence_seen_on, place, openings, taken, wage_form, wage_low_fen, wage_high_fen, hours_per_day, days_per_month, hours, season, board, lodging, training, education, skills, certificate, age_from, age_to, age_rule, hazards, contact, phone_cipher, phone_mask, detail, work_from, work_to, refreshed_on, open_until, valid_from, valid_to, close_reason, known_from, source, recorded_by) ON TABLE vacancy TO ricebowl_search;
GRANT UPDATE (taken, known_from, recorded_by) ON TABLE vacancy TO ricebowl_search;
ALTER FUNCTION answer_referral(bigint,timestamp with time zone,text,text,text,date,timestamp with time zone,text) OWNER TO ricebowl_search;
ALTER FUNCTION count_placed(integer,bigint) OWNER TO ricebowl_search;
ALTER FUNCTION file_readers(integer,bigint,integer) OWNER TO ricebowl_search;
ALTER FUNCTION find_by_identity(bytea) OWNER TO ricebowl_search;
ALTER FUNCTION keep_person(integer,bigint,timestamp with time zone,timestamp with time zone,text) OWNER TO ricebowl_search;
ALTER FUNCTION known_identities(bytea[]) OWNER TO ricebowl_search;
ALTER FUNCTION own_referrals(date) OWNER TO ricebowl_search;
ALTER FUNCTION recall_person(integer,bigint,timestamp with time zone,timestamp with time zone) OWNER TO ricebowl_search;
ALTER FUNCTION register_identities(bytea[],integer[],bigint[],text) OWNER TO ricebowl_search;
ALTER FUNCTION register_identity(bytea,integer,bigint,text) OWNER TO ricebowl_search;
ALTER FUNCTION release_identities(integer[],bigint[]) OWNER TO ricebowl_search;
ALTER FUNCTION release_identity(bytea,integer,bigint) OWNER TO ricebowl_search;
ALTER FUNCTION restore_households(integer[],bigint[],timestamp with time zone[],timestamp with time zone) OWNER TO ricebowl_search;
ALTER FUNCTION restore_people(integer[],bigint[],timestamp with time zone[],timestamp with time zone) OWNER TO ricebowl_search;
ALTER FUNCTION reveal_field(integer,bigint,text,text,text) OWNER TO ricebowl_search;
ALTER FUNCTION reveal_vacancy_phone(integer,bigint,text,text) OWNER TO ricebowl_search;
ALTER FUNCTION sealed_of(bigint[],text) OWNER TO ricebowl_search;
ALTER FUNCTION search_people(text[],text,text,bytea,integer) OWNER TO ricebowl_search;
ALTER FUNCTION supersede_households(integer[],bigint[],timestamp with time zone,text) OWNER TO ricebowl_search;
ALTER FUNCTION supersede_people(integer[],bigint[],timestamp with time zone,text) OWNER TO ricebowl_search;
ALTER FUNCTION take_opening(text,integer,bigint,integer,date,timestamp with time zone,text) OWNER TO ricebowl_search;
REVOKE ALL ON FUNCTION answer_referral(bigint,timestamp with time zone,text,text,text,date,timestamp with time zone,text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION answer_referral(bigint,timestamp with time zone,text,text,text,date,timestamp with time zone,text) TO ricebowl_organisation;
REVOKE ALL ON FUNCTION audit_unchanged() FROM PUBLIC;
REVOKE ALL ON FUNCTION count_placed(integer,bigint) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION count_placed(integer,bigint) TO ricebowl_officer;
REVOKE ALL ON FUNCTION feel_add_days(date,bigint) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION feel_add_days(date,bigint) TO PUBLIC;
REVOKE ALL ON FUNCTION feel_add_months(date,bigint) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION feel_add_months(date,bigint) TO PUBLIC;
REVOKE ALL ON FUNCTION feel_after(text,text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION feel_after(text,text) TO PUBLIC;
REVOKE ALL ON FUNCTION feel_before(text,text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION feel_before(text,text) TO PUBLIC;
REVOKE ALL ON FUNCTION feel_date(bigint,bigint,bigint) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION feel_date(bigint,bigint,bigint) TO PUBLIC;
REVOKE ALL ON FUNCTION feel_day_of_reaching(date,bigint) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION feel_day_of_reaching(date,bigint) TO PUBLIC;
REVOKE ALL ON FUNCTION feel_divide(numeric,numeric) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION feel_divide(numeric,numeric) TO PUBLIC;
REVOKE ALL ON FUNCTION feel_modulo(numeric,numeric) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION feel_modulo(numeric,numeric) TO PUBLIC;
REVOKE ALL ON FUNCTION feel_months_between(date,date) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION feel_months_between(date,date) TO PUBLIC;
REVOKE ALL ON FUNCTION feel_power(numeric,integer) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION feel_power(numeric,integer) TO PUBLIC;
REVOKE ALL ON FUNCTION feel_product(numeric[]) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION feel_product(numeric[]) TO PUBLIC;
REVOKE ALL ON FUNCTION feel_round(numeric,integer,text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION feel_round(numeric,integer,text) TO PUBLIC;
REVOKE ALL ON FUNCTION feel_round34(numeric) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION feel_round34(numeric) TO PUBLIC;
REVOKE ALL ON FUNCTION feel_substring(text,bigint) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION feel_substring(text,bigint) TO PUBLIC;
REVOKE ALL ON FUNCTION feel_substring(text,bigint,bigint) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION feel_substring(text,bigint,bigint) TO PUBLIC;
REVOKE ALL ON FUNCTION file_readers(integer,bigint,integer) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION file_readers(integer,bigint,integer) TO ricebowl_officer;
REVOKE ALL ON FUNCTION find_by_identity(bytea) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION find_by_identity(bytea) TO ricebowl_job;
GRANT EXECUTE ON FUNCTION find_by_identity(bytea) TO ricebowl_officer;
REVOKE ALL ON FUNCTION keep_person(integer,bigint,timestamp with time zone,timestamp with time zone,text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION keep_person(integer,bigint,timestamp with time zone,timestamp with time zone,text) TO ricebowl_job;
GRANT EXECUTE ON FUNCTION keep_person(integer,bigint,timestamp with time zone,timestamp with time zone,text) TO ricebowl_officer;
REVOKE ALL ON FUNCTION known_identities(bytea[]) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION known_identities(bytea[]) TO ricebowl_job;
GRANT EXECUTE ON FUNCTION known_identities(bytea[]) TO ricebowl_officer;
REVOKE ALL ON FUNCTION own_referrals(date) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION own_referrals(date) TO ricebowl_organisation;
REVOKE ALL ON FUNCTION recall_person(integer,bigint,timestamp with time zone,timestamp with time zone) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION recall_person(integer,bigint,timestamp with time zone,timestamp with time zone) TO ricebowl_job;
GRANT EXECUTE ON FUNCTION recall_person(integer,bigint,timestamp with time zone,timestamp with time zone) TO ricebowl_officer;
REVOKE ALL ON FUNCTION register_identities(bytea[],integer[],bigint[],text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION register_identities(bytea[],integer[],bigint[],text) TO ricebowl_job;
GRANT EXECUTE ON FUNCTION register_identities(bytea[],integer[],bigint[],text) TO ricebowl_officer;
REVOKE ALL ON FUNCTION register_identity(bytea,integer,bigint,text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION register_identity(bytea,integer,bigint,text) TO ricebowl_job;
GRANT EXECUTE ON FUNCTION register_identity(bytea,integer,bigint,text) TO ricebowl_officer;
REVOKE ALL ON FUNCTION release_identities(integer[],bigint[]) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION release_identities(integer[],bigint[]) TO ricebowl_job;
GRANT EXECUTE ON FUNCTION release_identities(integer[],bigint[]) TO ricebowl_officer;
REVOKE ALL ON FUNCTION release_identity(bytea,integer,bigint) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION release_identity(bytea,integer,bigint) TO ricebowl_job;
GRANT EXECUTE ON FUNCTION release_identity(bytea,integer,bigint) TO ricebowl_officer;
REVOKE ALL ON FUNCTION restore_households(integer[],bigint[],timestamp with time zone[],timestamp with time zone) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION restore_households(integer[],bigint[],timestamp with time zone[],timestamp with time zone) TO ricebowl_job;
GRANT EXECUTE ON FUNCTION restore_households(integer[],bigint[],timestamp with time zone[],timestamp with time zone) TO ricebowl_officer;
REVOKE ALL ON FUNCTION restore_people(integer[],bigint[],timestamp with time zone[],timestamp with time zone) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION restore_people(integer[],bigint[],timestamp with time zone[],timestamp with time zone) TO ricebowl_job;
GRANT EXECUTE ON FUNCTION restore_people(integer[],bigint[],timestamp with time zone[],timestamp with time zone) TO ricebowl_officer;
REVOKE ALL ON FUNCTION reveal_field(integer,bigint,text,text,text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION reveal_field(integer,bigint,text,text,text) TO ricebowl_officer;
REVOKE ALL ON FUNCTION reveal_vacancy_phone(integer,bigint,text,text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION reveal_vacancy_phone(integer,bigint,text,text) TO ricebowl_officer;
REVOKE ALL ON FUNCTION sealed_of(bigint[],text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION sealed_of(bigint[],text) TO ricebowl_job;
GRANT EXECUTE ON FUNCTION sealed_of(bigint[],text) TO ricebowl_officer;
REVOKE ALL ON FUNCTION search_people(text[],text,text,bytea,integer) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION search_people(text[],text,text,bytea,integer) TO ricebowl_officer;
REVOKE ALL ON FUNCTION supersede_households(integer[],bigint[],timestamp with time zone,text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION supersede_households(integer[],bigint[],timestamp with time zone,text) TO ricebowl_job;
GRANT EXECUTE ON FUNCTION supersede_households(integer[],bigint[],timestamp with time zone,text) TO ricebowl_officer;
REVOKE ALL ON FUNCTION supersede_people(integer[],bigint[],timestamp with time zone,text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION supersede_people(integer[],bigint[],timestamp with time zone,text) TO ricebowl_job;
GRANT EXECUTE ON FUNCTION supersede_people(integer[],bigint[],timestamp with time zone,text) TO ricebowl_officer;
REVOKE ALL ON FUNCTION take_opening(text,integer,bigint,integer,date,timestamp with time zone,text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION take_opening(text,integer,bigint,integer,date,timestamp with time zone,text) TO ricebowl_officer;
