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

CREATE TABLE figure_cell (
  run bigint not null REFERENCES figure_run (id),
  division date not null,
  indicator text not null,
  county int not null,
  area bigint not null,
  part text not null,
  value numeric not null,
  PRIMARY KEY (run, division, area, indicator, county, part)
);

COMMENT ON TABLE figure_cell IS 'figures of a run by area of every level; zero is not stored';
COMMENT ON COLUMN figure_cell.run IS 'the run';
COMMENT ON COLUMN figure_cell.division IS 'first day of the division the area belongs to';
COMMENT ON COLUMN figure_cell.indicator IS 'key of the indicator';
COMMENT ON COLUMN figure_cell.county IS 'county digits of the area, 500000 for the city';
COMMENT ON COLUMN figure_cell.area IS 'the area';
COMMENT ON COLUMN figure_cell.part IS 'value, of (what a share is a share of), or a breakdown key';
COMMENT ON COLUMN figure_cell.value IS 'count of people, sites or records, or sum in fen';

ALTER TABLE figure_cell ENABLE ROW LEVEL SECURITY;
ALTER TABLE figure_cell FORCE ROW LEVEL SECURITY;
CREATE POLICY scope ON figure_cell TO ricebowl_officer, ricebowl_job
  USING (area >= NULLIF(current_setting('ricebowl.lo', true), '')::bigint AND area < NULLIF(current_setting('ricebowl.hi', true), '')::bigint)
  WITH CHECK (area >= NULLIF(current_setting('ricebowl.lo', true), '')::bigint AND area < NULLIF(current_setting('ricebowl.hi', true), '')::bigint);

GRANT SELECT, INSERT ON figure_run TO ricebowl_officer;
GRANT SELECT, INSERT, UPDATE, DELETE ON figure_run TO ricebowl_job;
GRANT SELECT ON figure_cell TO ricebowl_officer;
GRANT SELECT, INSERT, DELETE ON figure_cell TO ricebowl_job;
