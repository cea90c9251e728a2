CREATE TABLE snapshot_definition (
  hash text PRIMARY KEY,
  definitions text not null
);

COMMENT ON TABLE snapshot_definition IS '快照口径: the definitions snapshots were counted by, kept once for all that share them';
COMMENT ON COLUMN snapshot_definition.hash IS 'SM3 of the text';
COMMENT ON COLUMN snapshot_definition.definitions IS 'canonical JSON: indicators, dated parameters, first and last day of the plan, hash of the fact catalogue';

CREATE TABLE snapshot (
  id bigint PRIMARY KEY default nextval('ledger_id'),
  plan text not null,
  on_day date not null,
  edition int not null,
  known_at timestamptz not null,
  frozen_at timestamptz not null,
  definition text not null REFERENCES snapshot_definition (hash),
  unit_division date not null,
  areas int not null,
  previous text not null,
  seal text not null,
  reread int not null,
  officer_name text,
  post_id bigint,
  post_title text,
  UNIQUE (plan, on_day, edition)
);

COMMENT ON TABLE snapshot IS '快照: the figures of all areas for a month end, frozen at one moment of knowledge; never changed, a newer edition stands beside it';
COMMENT ON COLUMN snapshot.id IS 'ledger id';
COMMENT ON COLUMN snapshot.plan IS 'key of the plan';
COMMENT ON COLUMN snapshot.on_day IS 'last day of the month the figures speak of';
COMMENT ON COLUMN snapshot.edition IS '1 for the first freezing of the month, one more for each that replaced it before the month was closed';
COMMENT ON COLUMN snapshot.known_at IS 'the moment of knowledge: the lists behind the figures are read again as known then';
COMMENT ON COLUMN snapshot.frozen_at IS 'when it was frozen; passed as a parameter';
COMMENT ON COLUMN snapshot.definition IS 'the definitions it was counted by';
COMMENT ON COLUMN snapshot.unit_division IS 'first day of the division whose areas are the units that confirm';
COMMENT ON COLUMN snapshot.areas IS 'how many areas it holds, over all divisions';
COMMENT ON COLUMN snapshot.previous IS 'seal of the snapshot of the plan frozen before this one; empty for the first';
COMMENT ON COLUMN snapshot.seal IS 'SM3 chained over the head and the hash of every area';
COMMENT ON COLUMN snapshot.reread IS 'how many indicators were read again from the lists when it was frozen, and were equal';
COMMENT ON COLUMN snapshot.officer_name IS 'who froze it; null = from the command line';
COMMENT ON COLUMN snapshot.post_id IS 'under which post';
COMMENT ON COLUMN snapshot.post_title IS 'the post as shown';

-- Everybody who signs in may read what was frozen when, and only who sees the whole city freezes.
ALTER TABLE snapshot ENABLE ROW LEVEL SECURITY;
ALTER TABLE snapshot FORCE ROW LEVEL SECURITY;
CREATE POLICY everybody ON snapshot FOR SELECT TO ricebowl_officer, ricebowl_job USING (true);
CREATE POLICY city ON snapshot FOR INSERT TO ricebowl_officer, ricebowl_job
  WITH CHECK (NULLIF(current_setting('ricebowl.hi', true), '')::bigint - NULLIF(current_setting('ricebowl.lo', true), '')::bigint = 10000000000);

GRANT SELECT, INSERT ON snapshot_definition TO ricebowl_officer;
GRANT SELECT, INSERT ON snapshot_definition TO ricebowl_job;
GRANT SELECT, INSERT ON snapshot TO ricebowl_officer;
GRANT SELECT, INSERT ON snapshot TO ricebowl_job;
