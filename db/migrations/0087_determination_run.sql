CREATE TABLE determination_run (
  id bigint PRIMARY KEY default nextval('ledger_id'),
  cause text not null CHECK (cause IN ('schedule', 'start', 'command')),
  started_at timestamptz not null,
  alive_at timestamptz not null,
  finished_at timestamptz,
  plan text,
  day date,
  files int,
  predicates int,
  gained int,
  lost int,
  changed int,
  seconds numeric(10, 1),
  problem text
);

COMMENT ON TABLE determination_run IS '全量判定: one full determination of every file, what it found and how long it took';
COMMENT ON COLUMN determination_run.id IS 'ledger id';
COMMENT ON COLUMN determination_run.cause IS 'schedule: the time of day came; start: the server had none; command: somebody asked';
COMMENT ON COLUMN determination_run.started_at IS 'when it began';
COMMENT ON COLUMN determination_run.alive_at IS 'when it last said that it goes on; one that has been silent for long was killed';
COMMENT ON COLUMN determination_run.finished_at IS 'when it ended; null = goes on, or was killed';
COMMENT ON COLUMN determination_run.plan IS 'key of the plan whose rules were asked';
COMMENT ON COLUMN determination_run.day IS 'day they were asked for';
COMMENT ON COLUMN determination_run.files IS 'files determined';
COMMENT ON COLUMN determination_run.predicates IS 'needs and findings asked of each';
COMMENT ON COLUMN determination_run.gained IS 'outcomes that are new';
COMMENT ON COLUMN determination_run.lost IS 'outcomes that are no more';
COMMENT ON COLUMN determination_run.changed IS 'outcomes that became certain or uncertain';
COMMENT ON COLUMN determination_run.seconds IS 'how long it took';
COMMENT ON COLUMN determination_run.problem IS 'name of the error it ended with; null = none';

CREATE INDEX determination_run_started ON determination_run (started_at);

GRANT SELECT ON determination_run TO ricebowl_officer;
GRANT SELECT, INSERT, UPDATE ON determination_run TO ricebowl_job;
