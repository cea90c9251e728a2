CREATE TABLE sample (
  id bigint PRIMARY KEY default nextval('ledger_id'),
  plan text not null,
  indicator text not null,
  frame_area bigint not null,
  division date not null,
  on_day date not null,
  known_at timestamptz not null,
  confidence float8 not null,
  error float8 not null,
  expected float8 not null,
  minimum int not null,
  allocation text not null,
  seed text not null,
  frame_hash text not null,
  drawn_at timestamptz not null,
  drawn_by text not null,
  post_id bigint not null
);

COMMENT ON TABLE sample IS '抽样核实: a random sample of the people behind a figure; holds nobody, and is never changed';
COMMENT ON COLUMN sample.id IS 'ledger id';
COMMENT ON COLUMN sample.plan IS 'key of the plan';
COMMENT ON COLUMN sample.indicator IS 'key of the indicator whose figure is verified';
COMMENT ON COLUMN sample.frame_area IS 'area whose figure it is, in the division below';
COMMENT ON COLUMN sample.division IS 'first day of the division in which the area was read';
COMMENT ON COLUMN sample.on_day IS 'the day of the figure';
COMMENT ON COLUMN sample.known_at IS 'the moment of knowledge: with the day, it makes the same list again';
COMMENT ON COLUMN sample.confidence IS 'of the error band: 0.9, 0.95 or 0.99';
COMMENT ON COLUMN sample.error IS 'wanted half width of the band, as a share';
COMMENT ON COLUMN sample.expected IS 'share held likely when the size was reckoned';
COMMENT ON COLUMN sample.minimum IS 'least people of a county';
COMMENT ON COLUMN sample.allocation IS 'proportional, or neyman where an earlier sample told the shares';
COMMENT ON COLUMN sample.seed IS 'with the ids, it makes the same draw again';
COMMENT ON COLUMN sample.frame_hash IS 'SHA-256 of the ids drawn from, ascending, one a line';
COMMENT ON COLUMN sample.drawn_at IS 'when it was drawn';
COMMENT ON COLUMN sample.drawn_by IS 'title of the post that drew it';
COMMENT ON COLUMN sample.post_id IS 'post that drew it';

CREATE INDEX sample_figure ON sample (plan, indicator, drawn_at);

GRANT SELECT, INSERT ON sample TO ricebowl_officer;
