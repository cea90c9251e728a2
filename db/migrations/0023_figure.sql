CREATE TABLE figure_run (
  id bigint not null default nextval('ledger_id') PRIMARY KEY,
  plan text not null,
  on_day date not null,
  known_at timestamptz not null,
  definition text not null,
  finished_at timestamptz,
  UNIQUE (plan, on_day, known_at, definition)
);

COMMENT ON TABLE figure_run IS 'one computation of all indicators of a plan for one day and one moment of knowledge';
COMMENT ON COLUMN figure_run.id IS 'run';
COMMENT ON COLUMN figure_run.plan IS 'key of the plan';
COMMENT ON COLUMN figure_run.on_day IS 'the day the figures speak of';
COMMENT ON COLUMN figure_run.known_at IS 'the moment of knowledge they speak from';
COMMENT ON COLUMN figure_run.definition IS 'hash of the definitions they were computed with';
COMMENT ON COLUMN figure_run.finished_at IS 'null = under way';

CREATE TABLE figure_area (
  run bigint not null REFERENCES figure_run (id),
  division date not null,
  county int not null,
  area bigint not null,
  tallies jsonb not null,
  PRIMARY KEY (run, division, county, area)
);

COMMENT ON TABLE figure_area IS 'all figures of a run for one area, of every level: an overview is one row';
COMMENT ON COLUMN figure_area.run IS 'the run';
COMMENT ON COLUMN figure_area.division IS 'first day of the division the area belongs to';
COMMENT ON COLUMN figure_area.county IS 'county digits of the area, 500000 for the city';
COMMENT ON COLUMN figure_area.area IS 'the area';
COMMENT ON COLUMN figure_area.tallies IS 'by indicator: value, of (what a share is a share of), sum in fen, parts by code; zeros are left out';

ALTER TABLE figure_area ENABLE ROW LEVEL SECURITY;
ALTER TABLE figure_area FORCE ROW LEVEL SECURITY;
CREATE POLICY scope ON figure_area TO ricebowl_officer, ricebowl_job
  USING (area >= NULLIF(current_setting('ricebowl.lo', true), '')::bigint AND area < NULLIF(current_setting('ricebowl.hi', true), '')::bigint)
  WITH CHECK (area >= NULLIF(current_setting('ricebowl.lo', true), '')::bigint AND area < NULLIF(current_setting('ricebowl.hi', true), '')::bigint);

GRANT SELECT ON figure_run TO ricebowl_officer;
GRANT SELECT, INSERT, UPDATE, DELETE ON figure_run TO ricebowl_job;
GRANT SELECT ON figure_area TO ricebowl_officer;
GRANT SELECT, INSERT, DELETE ON figure_area TO ricebowl_job;
