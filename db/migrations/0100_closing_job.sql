CREATE TABLE closing_job (
  id bigint PRIMARY KEY default nextval('ledger_id'),
  plan text not null,
  on_day date not null,
  kind text not null CHECK (kind IN ('freeze', 'close')),
  seal text,
  known_at timestamptz,
  in_place_reason text,
  officer_id bigint not null,
  officer_name text not null,
  post_id bigint not null,
  post_title text not null,
  asked_at timestamptz not null,
  state text not null default 'waiting' CHECK (state IN ('waiting', 'running', 'done', 'failed')),
  share real not null default 0,
  begun_at timestamptz,
  ended_at timestamptz,
  problem jsonb,
  CHECK ((kind = 'close') = (seal IS NOT NULL))
);

COMMENT ON TABLE closing_job IS '月结作业: a month that is to be frozen or closed, done by the server while browsers come and go';
COMMENT ON COLUMN closing_job.id IS 'ledger id';
COMMENT ON COLUMN closing_job.plan IS 'key of the plan';
COMMENT ON COLUMN closing_job.on_day IS 'last day of the month';
COMMENT ON COLUMN closing_job.kind IS 'freeze, or close';
COMMENT ON COLUMN closing_job.seal IS 'of a closing: the seal of the edition that was looked at';
COMMENT ON COLUMN closing_job.known_at IS 'of a freezing: the moment of knowledge asked for; null = the newest that is settled when it is done';
COMMENT ON COLUMN closing_job.in_place_reason IS 'of a closing: why it confirms in the place of units below';
COMMENT ON COLUMN closing_job.officer_id IS 'who asked';
COMMENT ON COLUMN closing_job.officer_name IS 'as shown';
COMMENT ON COLUMN closing_job.post_id IS 'under which post';
COMMENT ON COLUMN closing_job.post_title IS 'as shown';
COMMENT ON COLUMN closing_job.asked_at IS 'when; passed as a parameter';
COMMENT ON COLUMN closing_job.state IS 'waiting, running, done, failed; what a stop left running waits again at the next start';
COMMENT ON COLUMN closing_job.share IS 'how far it is, from 0 to 1';
COMMENT ON COLUMN closing_job.begun_at IS 'when it was last begun';
COMMENT ON COLUMN closing_job.ended_at IS 'when it was done or failed';
COMMENT ON COLUMN closing_job.problem IS 'why it failed, in both languages';

-- One thing at a time is done with a month.
CREATE UNIQUE INDEX closing_job_open ON closing_job (plan, on_day) WHERE state IN ('waiting', 'running');
CREATE INDEX closing_job_month ON closing_job (plan, on_day, id);

-- Everybody who signs in may read what is done with a month, and only who sees the whole city asks for it.
ALTER TABLE closing_job ENABLE ROW LEVEL SECURITY;
ALTER TABLE closing_job FORCE ROW LEVEL SECURITY;
CREATE POLICY everybody ON closing_job FOR SELECT TO ricebowl_officer USING (true);
CREATE POLICY city ON closing_job FOR INSERT TO ricebowl_officer
  WITH CHECK (officer_id = NULLIF(current_setting('ricebowl.officer', true), '')::bigint
    AND post_id = NULLIF(current_setting('ricebowl.post', true), '')::bigint
    AND NULLIF(current_setting('ricebowl.hi', true), '')::bigint - NULLIF(current_setting('ricebowl.lo', true), '')::bigint = 10000000000);
CREATE POLICY run ON closing_job TO ricebowl_job USING (true) WITH CHECK (true);

GRANT SELECT, INSERT ON closing_job TO ricebowl_officer;
GRANT SELECT, UPDATE (state, share, begun_at, ended_at, problem) ON closing_job TO ricebowl_job;

-- What a city officer asked for is written by the job that does it.
ALTER POLICY city ON closing TO ricebowl_officer, ricebowl_job;
GRANT INSERT ON closing TO ricebowl_job;
