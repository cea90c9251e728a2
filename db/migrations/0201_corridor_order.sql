-- What a corridor adds to a vacancy of its kind: under which agreement, by when, who receives.
CREATE TABLE corridor_order (
  county int not null,
  area bigint not null,
  id bigint not null default nextval('ledger_id'),
  vacancy_id bigint not null,
  corridor text not null,
  wanted_by date not null,
  receiver text not null,
  known_from timestamptz not null,
  source text not null,
  recorded_by bigint,
  PRIMARY KEY (county, id),
  CHECK (area / 1000000 = county),
  UNIQUE (county, vacancy_id),
  FOREIGN KEY (county, vacancy_id) REFERENCES vacancy (county, id)
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

CREATE INDEX corridor_order_area ON corridor_order (area);
CREATE INDEX corridor_order_corridor ON corridor_order (corridor);

ALTER TABLE corridor_order ENABLE ROW LEVEL SECURITY;
ALTER TABLE corridor_order FORCE ROW LEVEL SECURITY;
CREATE POLICY offered ON corridor_order FOR SELECT TO ricebowl_officer, ricebowl_job
  USING (NULLIF(current_setting('ricebowl.lo', true), '')::bigint > 0 AND NULLIF(current_setting('ricebowl.hi', true), '')::bigint > 0);
CREATE POLICY scope ON corridor_order FOR INSERT TO ricebowl_officer, ricebowl_job
  WITH CHECK (area >= NULLIF(current_setting('ricebowl.lo', true), '')::bigint AND area < NULLIF(current_setting('ricebowl.hi', true), '')::bigint);

GRANT SELECT, INSERT ON corridor_order TO ricebowl_officer;
GRANT SELECT, INSERT ON corridor_order TO ricebowl_job;
