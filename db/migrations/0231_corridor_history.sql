-- What a unit entered of an agreement, an order or a batch can be corrected and taken back by the posts over it, and its history is kept.
CREATE TABLE corridor_history (
  county int not null,
  area bigint not null,
  id bigint not null,
  name text not null,
  receiving bigint not null,
  receiver text not null,
  year_from smallint not null,
  year_to smallint,
  task_people int,
  task_lifted int,
  document text not null,
  known_from timestamptz not null,
  source text not null,
  recorded_by bigint,
  known_to timestamptz not null,
  superseded_by text not null,
  PRIMARY KEY (county, id, known_from),
  CHECK (known_to > known_from)
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

ALTER TABLE corridor_history ENABLE ROW LEVEL SECURITY;
ALTER TABLE corridor_history FORCE ROW LEVEL SECURITY;
CREATE POLICY offered ON corridor_history FOR SELECT TO ricebowl_officer, ricebowl_job
  USING (NULLIF(current_setting('ricebowl.lo', true), '')::bigint > 0 AND NULLIF(current_setting('ricebowl.hi', true), '')::bigint > 0);
CREATE POLICY scope ON corridor_history FOR INSERT TO ricebowl_officer, ricebowl_job
  WITH CHECK (area >= NULLIF(current_setting('ricebowl.lo', true), '')::bigint AND area < NULLIF(current_setting('ricebowl.hi', true), '')::bigint);
GRANT SELECT, INSERT ON corridor_history TO ricebowl_officer;
GRANT SELECT, INSERT ON corridor_history TO ricebowl_job;

CREATE POLICY scope_change ON corridor FOR UPDATE TO ricebowl_officer, ricebowl_job
  USING (area >= NULLIF(current_setting('ricebowl.lo', true), '')::bigint AND area < NULLIF(current_setting('ricebowl.hi', true), '')::bigint)
  WITH CHECK (area >= NULLIF(current_setting('ricebowl.lo', true), '')::bigint AND area < NULLIF(current_setting('ricebowl.hi', true), '')::bigint);
CREATE POLICY scope_withdraw ON corridor FOR DELETE TO ricebowl_officer, ricebowl_job
  USING (area >= NULLIF(current_setting('ricebowl.lo', true), '')::bigint AND area < NULLIF(current_setting('ricebowl.hi', true), '')::bigint);
GRANT UPDATE, DELETE ON corridor TO ricebowl_officer;
GRANT UPDATE, DELETE ON corridor TO ricebowl_job;

CREATE TABLE corridor_order_history (
  county int not null,
  area bigint not null,
  id bigint not null,
  vacancy_id bigint not null,
  corridor text not null,
  wanted_by date not null,
  receiver text not null,
  known_from timestamptz not null,
  source text not null,
  recorded_by bigint,
  known_to timestamptz not null,
  superseded_by text not null,
  PRIMARY KEY (county, id, known_from),
  CHECK (known_to > known_from)
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

ALTER TABLE corridor_order_history ENABLE ROW LEVEL SECURITY;
ALTER TABLE corridor_order_history FORCE ROW LEVEL SECURITY;
CREATE POLICY offered ON corridor_order_history FOR SELECT TO ricebowl_officer, ricebowl_job
  USING (NULLIF(current_setting('ricebowl.lo', true), '')::bigint > 0 AND NULLIF(current_setting('ricebowl.hi', true), '')::bigint > 0);
CREATE POLICY scope ON corridor_order_history FOR INSERT TO ricebowl_officer, ricebowl_job
  WITH CHECK (area >= NULLIF(current_setting('ricebowl.lo', true), '')::bigint AND area < NULLIF(current_setting('ricebowl.hi', true), '')::bigint);
GRANT SELECT, INSERT ON corridor_order_history TO ricebowl_officer;
GRANT SELECT, INSERT ON corridor_order_history TO ricebowl_job;

CREATE POLICY scope_change ON corridor_order FOR UPDATE TO ricebowl_officer, ricebowl_job
  USING (area >= NULLIF(current_setting('ricebowl.lo', true), '')::bigint AND area < NULLIF(current_setting('ricebowl.hi', true), '')::bigint)
  WITH CHECK (area >= NULLIF(current_setting('ricebowl.lo', true), '')::bigint AND area < NULLIF(current_setting('ricebowl.hi', true), '')::bigint);
CREATE POLICY scope_withdraw ON corridor_order FOR DELETE TO ricebowl_officer, ricebowl_job
  USING (area >= NULLIF(current_setting('ricebowl.lo', true), '')::bigint AND area < NULLIF(current_setting('ricebowl.hi', true), '')::bigint);
GRANT UPDATE, DELETE ON corridor_order TO ricebowl_officer;
GRANT UPDATE, DELETE ON corridor_order TO ricebowl_job;

CREATE POLICY scope_withdraw ON dispatch_batch FOR DELETE TO ricebowl_officer, ricebowl_job
  USING (area >= NULLIF(current_setting('ricebowl.lo', true), '')::bigint AND area < NULLIF(current_setting('ricebowl.hi', true), '')::bigint);
GRANT DELETE ON dispatch_batch TO ricebowl_officer;
GRANT DELETE ON dispatch_batch TO ricebowl_job;
