-- A batch names no traveller; who travels stands in traveller, under its village.
CREATE TABLE dispatch_batch (
  county int not null,
  area bigint not null,
  id bigint not null default nextval('ledger_id'),
  corridor text not null,
  order_id bigint,
  place bigint not null,
  departs_on date not null,
  transport text not null CHECK (transport = ANY (ARRAY['train', 'bus', 'plane', 'own'])),
  transport_no text,
  payer text CHECK (payer = ANY (ARRAY['sending', 'receiving', 'employer', 'traveller'])),
  cost_fen bigint,
  leader text not null,
  receiver text not null,
  left_on date,
  sheet text,
  known_from timestamptz not null,
  source text not null,
  recorded_by bigint,
  PRIMARY KEY (county, id),
  CHECK (area / 1000000 = county),
  CHECK (cost_fen >= 0),
  CHECK ((left_on IS NULL) = (sheet IS NULL))
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

CREATE INDEX dispatch_batch_area ON dispatch_batch (area);
CREATE INDEX dispatch_batch_corridor ON dispatch_batch (corridor);

ALTER TABLE dispatch_batch ENABLE ROW LEVEL SECURITY;
ALTER TABLE dispatch_batch FORCE ROW LEVEL SECURITY;
CREATE POLICY offered ON dispatch_batch FOR SELECT TO ricebowl_officer, ricebowl_job
  USING (NULLIF(current_setting('ricebowl.lo', true), '')::bigint > 0 AND NULLIF(current_setting('ricebowl.hi', true), '')::bigint > 0);
CREATE POLICY scope ON dispatch_batch FOR INSERT TO ricebowl_officer, ricebowl_job
  WITH CHECK (area >= NULLIF(current_setting('ricebowl.lo', true), '')::bigint AND area < NULLIF(current_setting('ricebowl.hi', true), '')::bigint);
CREATE POLICY scope_change ON dispatch_batch FOR UPDATE TO ricebowl_officer, ricebowl_job
  USING (area >= NULLIF(current_setting('ricebowl.lo', true), '')::bigint AND area < NULLIF(current_setting('ricebowl.hi', true), '')::bigint)
  WITH CHECK (area >= NULLIF(current_setting('ricebowl.lo', true), '')::bigint AND area < NULLIF(current_setting('ricebowl.hi', true), '')::bigint);

GRANT SELECT, INSERT, UPDATE ON dispatch_batch TO ricebowl_officer;
GRANT SELECT, INSERT, UPDATE ON dispatch_batch TO ricebowl_job;

CREATE TABLE dispatch_batch_history (
  county int not null,
  area bigint not null,
  id bigint not null,
  corridor text not null,
  order_id bigint,
  place bigint not null,
  departs_on date not null,
  transport text not null,
  transport_no text,
  payer text,
  cost_fen bigint,
  leader text not null,
  receiver text not null,
  left_on date,
  sheet text,
  known_from timestamptz not null,
  source text not null,
  recorded_by bigint,
  known_to timestamptz not null,
  superseded_by text not null,
  PRIMARY KEY (county, id, known_from),
  CHECK (known_to > known_from)
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

ALTER TABLE dispatch_batch_history ENABLE ROW LEVEL SECURITY;
ALTER TABLE dispatch_batch_history FORCE ROW LEVEL SECURITY;
CREATE POLICY offered ON dispatch_batch_history FOR SELECT TO ricebowl_officer, ricebowl_job
  USING (NULLIF(current_setting('ricebowl.lo', true), '')::bigint > 0 AND NULLIF(current_setting('ricebowl.hi', true), '')::bigint > 0);
CREATE POLICY scope ON dispatch_batch_history FOR INSERT TO ricebowl_officer, ricebowl_job
  WITH CHECK (area >= NULLIF(current_setting('ricebowl.lo', true), '')::bigint AND area < NULLIF(current_setting('ricebowl.hi', true), '')::bigint);

GRANT SELECT, INSERT ON dispatch_batch_history TO ricebowl_officer;
GRANT SELECT, INSERT ON dispatch_batch_history TO ricebowl_job;
