CREATE TABLE finding_waiver (
  county int not null,
  area bigint not null,
  id bigint not null default nextval('ledger_id'),
  person_id bigint not null,
  predicate text not null,
  reason text not null,
  from_on date not null,
  ends_on date not null,
  asked_at timestamptz not null,
  asked_by text not null,
  asked_officer bigint not null,
  decided_at timestamptz,
  decided_by text,
  decided_officer bigint,
  granted boolean,
  decision_words text,
  revoked_at timestamptz,
  revoked_by text,
  revoked_officer bigint,
  revoke_reason text,
  PRIMARY KEY (county, id),
  CHECK (area / 1000000 = county),
  CHECK (ends_on >= from_on),
  CONSTRAINT finding_waiver_second_person CHECK (decided_officer <> asked_officer),
  CONSTRAINT finding_waiver_decided CHECK ((decided_at IS NULL) = (granted IS NULL) AND (decided_at IS NULL) = (decided_officer IS NULL)),
  CONSTRAINT finding_waiver_revoked CHECK (revoked_at IS NULL OR granted),
  CONSTRAINT finding_waiver_one EXCLUDE USING gist (county WITH =, person_id WITH =, predicate WITH =, daterange(from_on, ends_on) WITH &&)
    WHERE (granted IS NOT FALSE AND revoked_at IS NULL)
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

CREATE INDEX finding_waiver_area ON finding_waiver (area, predicate);
CREATE INDEX finding_waiver_id ON finding_waiver (id);

ALTER TABLE finding_waiver ENABLE ROW LEVEL SECURITY;
ALTER TABLE finding_waiver FORCE ROW LEVEL SECURITY;
CREATE POLICY scope ON finding_waiver TO ricebowl_officer, ricebowl_job
  USING (area >= NULLIF(current_setting('ricebowl.lo', true), '')::bigint AND area < NULLIF(current_setting('ricebowl.hi', true), '')::bigint)
  WITH CHECK (area >= NULLIF(current_setting('ricebowl.lo', true), '')::bigint AND area < NULLIF(current_setting('ricebowl.hi', true), '')::bigint);

GRANT SELECT, INSERT, UPDATE ON finding_waiver TO ricebowl_officer;
GRANT SELECT, UPDATE ON finding_waiver TO ricebowl_job;
