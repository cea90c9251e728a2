CREATE TABLE supervision_step (
  county int not null,
  area bigint not null,
  order_id bigint not null,
  step int not null,
  act text not null CHECK (act IN ('accept', 'answer', 'return', 'close', 'withdraw')),
  words text not null,
  taken_at timestamptz not null,
  taken_by text not null,
  officer_id bigint not null,
  PRIMARY KEY (county, order_id, step),
  CHECK (area / 1000000 = county),
  CHECK (step > 0),
  FOREIGN KEY (county, order_id) REFERENCES supervision_order (county, id)
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

ALTER TABLE supervision_step ENABLE ROW LEVEL SECURITY;
ALTER TABLE supervision_step FORCE ROW LEVEL SECURITY;
CREATE POLICY scope ON supervision_step TO ricebowl_officer, ricebowl_job
  USING (area >= NULLIF(current_setting('ricebowl.lo', true), '')::bigint AND area < NULLIF(current_setting('ricebowl.hi', true), '')::bigint)
  WITH CHECK (area >= NULLIF(current_setting('ricebowl.lo', true), '')::bigint AND area < NULLIF(current_setting('ricebowl.hi', true), '')::bigint);

GRANT SELECT, INSERT ON supervision_step TO ricebowl_officer;
GRANT SELECT ON supervision_step TO ricebowl_job;
