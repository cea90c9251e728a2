CREATE TABLE supervision_order (
  county int not null,
  area bigint not null,
  id bigint not null default nextval('ledger_id'),
  sender_area bigint not null,
  subject text not null CHECK (subject IN ('finding', 'indicator')),
  plan text not null,
  subject_key text not null,
  open_then int,
  words text not null,
  due_on date not null,
  sent_at timestamptz not null,
  sent_by text not null,
  sent_officer bigint not null,
  PRIMARY KEY (county, id),
  CHECK (area / 1000000 = county),
  CONSTRAINT supervision_order_downward CHECK (sender_area <> area)
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

CREATE INDEX supervision_order_area ON supervision_order (area);
CREATE INDEX supervision_order_sender ON supervision_order (sender_area);
CREATE INDEX supervision_order_id ON supervision_order (id);

ALTER TABLE supervision_order ENABLE ROW LEVEL SECURITY;
ALTER TABLE supervision_order FORCE ROW LEVEL SECURITY;
CREATE POLICY scope ON supervision_order TO ricebowl_officer, ricebowl_job
  USING (area >= NULLIF(current_setting('ricebowl.lo', true), '')::bigint AND area < NULLIF(current_setting('ricebowl.hi', true), '')::bigint)
  WITH CHECK (area >= NULLIF(current_setting('ricebowl.lo', true), '')::bigint AND area < NULLIF(current_setting('ricebowl.hi', true), '')::bigint);

GRANT SELECT, INSERT ON supervision_order TO ricebowl_officer;
GRANT SELECT ON supervision_order TO ricebowl_job;
