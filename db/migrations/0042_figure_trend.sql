CREATE TABLE figure_trend (
  id bigint not null default nextval('ledger_id') PRIMARY KEY,
  plan text not null,
  indicator text not null,
  on_day date not null,
  months int not null,
  known_at timestamptz not null,
  definition text not null,
  finished_at timestamptz not null,
  UNIQUE (plan, indicator, on_day, months, known_at, definition),
  CHECK (months > 1)
);

COMMENT ON TABLE figure_trend IS 'one computation of one indicator at month ends up to a day, for one moment of knowledge';
COMMENT ON COLUMN figure_trend.id IS 'trend';
COMMENT ON COLUMN figure_trend.plan IS 'key of the plan';
COMMENT ON COLUMN figure_trend.indicator IS 'key of the indicator';
COMMENT ON COLUMN figure_trend.on_day IS 'the last day; those before it are month ends';
COMMENT ON COLUMN figure_trend.months IS 'how many days it has';
COMMENT ON COLUMN figure_trend.known_at IS 'the moment of knowledge it speaks from';
COMMENT ON COLUMN figure_trend.definition IS 'hash of the definitions it was computed with';
COMMENT ON COLUMN figure_trend.finished_at IS 'when it was computed';

CREATE TABLE figure_trend_area (
  trend bigint not null REFERENCES figure_trend (id),
  division date not null,
  county int not null,
  area bigint not null,
  points jsonb not null,
  PRIMARY KEY (trend, division, county, area)
);

COMMENT ON TABLE figure_trend_area IS 'a trend for one area, of every level; areas in which nothing was counted have no row';
COMMENT ON COLUMN figure_trend_area.trend IS 'the trend';
COMMENT ON COLUMN figure_trend_area.division IS 'first day of the division the area belongs to';
COMMENT ON COLUMN figure_trend_area.county IS 'county digits of the area, 500000 for the city';
COMMENT ON COLUMN figure_trend_area.area IS 'the area';
COMMENT ON COLUMN figure_trend_area.points IS 'the values in the order of the days, null where there is none';

ALTER TABLE figure_trend_area ENABLE ROW LEVEL SECURITY;
ALTER TABLE figure_trend_area FORCE ROW LEVEL SECURITY;
CREATE POLICY scope ON figure_trend_area TO ricebowl_officer, ricebowl_job
  USING (area >= NULLIF(current_setting('ricebowl.lo', true), '')::bigint AND area < NULLIF(current_setting('ricebowl.hi', true), '')::bigint)
  WITH CHECK (area >= NULLIF(current_setting('ricebowl.lo', true), '')::bigint AND area < NULLIF(current_setting('ricebowl.hi', true), '')::bigint);

GRANT SELECT ON figure_trend TO ricebowl_officer;
GRANT SELECT, INSERT, DELETE ON figure_trend TO ricebowl_job;
GRANT SELECT ON figure_trend_area TO ricebowl_officer;
GRANT SELECT, INSERT, DELETE ON figure_trend_area TO ricebowl_job;
