CREATE TABLE saved_filter (
  id bigint PRIMARY KEY default nextval('ledger_id'),
  officer_id bigint not null REFERENCES officer (id),
  name text not null,
  predicate text not null,
  saved_at timestamptz not null,
  UNIQUE (officer_id, name)
);

COMMENT ON TABLE saved_filter IS '已存条件: a predicate an officer keeps under a name; one''s own and nobody else''s';
COMMENT ON COLUMN saved_filter.id IS 'ledger id';
COMMENT ON COLUMN saved_filter.officer_id IS 'whose it is';
COMMENT ON COLUMN saved_filter.name IS 'as the officer named it';
COMMENT ON COLUMN saved_filter.predicate IS 'FEEL over the facts of a person';
COMMENT ON COLUMN saved_filter.saved_at IS 'when; passed as a parameter';

ALTER TABLE saved_filter ENABLE ROW LEVEL SECURITY;
ALTER TABLE saved_filter FORCE ROW LEVEL SECURITY;
CREATE POLICY own ON saved_filter TO ricebowl_officer
  USING (officer_id = NULLIF(current_setting('ricebowl.officer', true), '')::bigint)
  WITH CHECK (officer_id = NULLIF(current_setting('ricebowl.officer', true), '')::bigint);

GRANT SELECT, INSERT, UPDATE, DELETE ON saved_filter TO ricebowl_officer;
