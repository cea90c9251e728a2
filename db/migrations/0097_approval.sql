CREATE TABLE approval (
  county int not null,
  area bigint not null,
  id bigint not null default nextval('ledger_id'),
  snapshot bigint not null REFERENCES snapshot (id),
  act text not null CHECK (act IN ('confirmed', 'sent_back')),
  figures_hash text not null,
  in_place boolean not null,
  reason text,
  acted_at timestamptz not null,
  officer_id bigint not null,
  officer_name text not null,
  post_id bigint not null,
  post_title text not null,
  PRIMARY KEY (county, id),
  CHECK (area / 1000000 = county)
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

CREATE INDEX approval_snapshot ON approval (snapshot, area);

ALTER TABLE approval ENABLE ROW LEVEL SECURITY;
ALTER TABLE approval FORCE ROW LEVEL SECURITY;
CREATE POLICY scope ON approval TO ricebowl_officer, ricebowl_job
  USING (area >= NULLIF(current_setting('ricebowl.lo', true), '')::bigint AND area < NULLIF(current_setting('ricebowl.hi', true), '')::bigint)
  WITH CHECK (area >= NULLIF(current_setting('ricebowl.lo', true), '')::bigint AND area < NULLIF(current_setting('ricebowl.hi', true), '')::bigint);

GRANT SELECT, INSERT ON approval TO ricebowl_officer;
GRANT SELECT, INSERT ON approval TO ricebowl_job;
