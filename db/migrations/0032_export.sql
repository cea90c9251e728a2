CREATE TABLE export (
  id bigint PRIMARY KEY default nextval('ledger_id'),
  officer_id bigint not null REFERENCES officer (id),
  post_id bigint not null REFERENCES post (id),
  lo bigint not null,
  hi bigint not null,
  officer_name text not null,
  post_title text not null,
  reason text not null CHECK (char_length(reason) >= 4),
  list jsonb not null,
  state text not null default 'waiting' CHECK (state IN ('waiting', 'running', 'done', 'failed', 'expired')),
  rows int not null default 0,
  requested_at timestamptz not null,
  expires_at timestamptz,
  problem jsonb
);

COMMENT ON TABLE export IS '导出: a list asked for as a file, masked, watermarked, logged and gone after a day; one''s own and nobody else''s';
COMMENT ON COLUMN export.id IS 'ledger id, printed on every page as the number of the export';
COMMENT ON COLUMN export.officer_id IS 'who asked';
COMMENT ON COLUMN export.post_id IS 'under which post';
COMMENT ON COLUMN export.lo IS 'scope of that post when it was asked for: the file is written within [lo, hi)';
COMMENT ON COLUMN export.hi IS 'first code beyond the scope';
COMMENT ON COLUMN export.officer_name IS 'for the watermark';
COMMENT ON COLUMN export.post_title IS 'for the watermark';
COMMENT ON COLUMN export.reason IS 'why, in the officer''s words';
COMMENT ON COLUMN export.list IS 'which list: area, predicate or indicator, day and moment of knowledge';
COMMENT ON COLUMN export.state IS 'waiting, running, done, failed, expired';
COMMENT ON COLUMN export.rows IS 'rows written so far';
COMMENT ON COLUMN export.requested_at IS 'when it was asked for';
COMMENT ON COLUMN export.expires_at IS 'until when the file can be fetched; null = not finished';
COMMENT ON COLUMN export.problem IS 'why it failed, in both languages';

CREATE INDEX export_officer ON export (officer_id, id);
CREATE INDEX export_open ON export (id) WHERE state IN ('waiting', 'running', 'done');

ALTER TABLE export ENABLE ROW LEVEL SECURITY;
ALTER TABLE export FORCE ROW LEVEL SECURITY;
CREATE POLICY own ON export TO ricebowl_officer
  USING (officer_id = NULLIF(current_setting('ricebowl.officer', true), '')::bigint)
  WITH CHECK (officer_id = NULLIF(current_setting('ricebowl.officer', true), '')::bigint
    AND post_id = NULLIF(current_setting('ricebowl.post', true), '')::bigint
    AND lo = NULLIF(current_setting('ricebowl.lo', true), '')::bigint AND hi = NULLIF(current_setting('ricebowl.hi', true), '')::bigint);
CREATE POLICY run ON export TO ricebowl_job USING (true) WITH CHECK (true);

GRANT SELECT, INSERT ON export TO ricebowl_officer;
GRANT SELECT, UPDATE (state, rows, expires_at, problem) ON export TO ricebowl_job;
