-- An agreement names areas and numbers and no person: every officer under a post reads it, since people of all counties may travel
-- under it; what is written stays with the posts over the sending area. Agreements of a plan are plan data and stand in no row.
CREATE TABLE corridor (
  county int not null,
  area bigint not null,
  id bigint not null default nextval('ledger_id'),
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
  PRIMARY KEY (county, id),
  CHECK (area / 1000000 = county),
  CHECK (year_to >= year_from),
  CHECK (task_people > 0 AND task_lifted >= 0 AND task_lifted <= task_people)
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

CREATE INDEX corridor_area ON corridor (area);

ALTER TABLE corridor ENABLE ROW LEVEL SECURITY;
ALTER TABLE corridor FORCE ROW LEVEL SECURITY;
CREATE POLICY offered ON corridor FOR SELECT TO ricebowl_officer, ricebowl_job
  USING (NULLIF(current_setting('ricebowl.lo', true), '')::bigint > 0 AND NULLIF(current_setting('ricebowl.hi', true), '')::bigint > 0);
CREATE POLICY scope ON corridor FOR INSERT TO ricebowl_officer, ricebowl_job
  WITH CHECK (area >= NULLIF(current_setting('ricebowl.lo', true), '')::bigint AND area < NULLIF(current_setting('ricebowl.hi', true), '')::bigint);

GRANT SELECT, INSERT ON corridor TO ricebowl_officer;
GRANT SELECT, INSERT ON corridor TO ricebowl_job;
