COMMENT ON COLUMN figure_run.definition IS 'hash of the definitions they were computed with and, of figures as known now, of the last change of every county';
COMMENT ON COLUMN figure_trend.definition IS 'hash of the definitions it was computed with and, of a trend as known now, of the last change of every county';
