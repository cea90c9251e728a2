CREATE TABLE closing (
  plan text not null,
  on_day date not null,
  snapshot bigint not null REFERENCES snapshot (id),
  seal text not null,
  reread int not null,
  closed_at timestamptz not null,
  officer_id bigint not null,
  officer_name text not null,
  post_id bigint not null,
  post_title text not null,
  PRIMARY KEY (plan, on_day)
);

COMMENT ON TABLE closing IS '月结: the city approved a month; its snapshot is what was reported, once and for all';
COMMENT ON COLUMN closing.plan IS 'key of the plan';
COMMENT ON COLUMN closing.on_day IS 'last day of the month';
COMMENT ON COLUMN closing.snapshot IS 'the edition that was reported';
COMMENT ON COLUMN closing.seal IS 'its seal, as it was when the month was closed';
COMMENT ON COLUMN closing.reread IS 'how many indicators were read again from the lists when the month was closed, and were equal';
COMMENT ON COLUMN closing.closed_at IS 'when; passed as a parameter';
COMMENT ON COLUMN closing.officer_id IS 'who';
COMMENT ON COLUMN closing.officer_name IS 'as shown';
COMMENT ON COLUMN closing.post_id IS 'under which post';
COMMENT ON COLUMN closing.post_title IS 'as shown';

ALTER TABLE closing ENABLE ROW LEVEL SECURITY;
ALTER TABLE closing FORCE ROW LEVEL SECURITY;
CREATE POLICY everybody ON closing FOR SELECT TO ricebowl_officer, ricebowl_job USING (true);
CREATE POLICY city ON closing FOR INSERT TO ricebowl_officer
  WITH CHECK (NULLIF(current_setting('ricebowl.hi', true), '')::bigint - NULLIF(current_setting('ricebowl.lo', true), '')::bigint = 10000000000);

GRANT SELECT, INSERT ON closing TO ricebowl_officer;
GRANT SELECT ON closing TO ricebowl_job;
