CREATE SEQUENCE audit_line_id;

COMMENT ON SEQUENCE audit_line_id IS 'ids of audit lines, in the order of writing';

CREATE TABLE audit_line (
  id bigint PRIMARY KEY default nextval('audit_line_id'),
  xid xid8 not null default pg_current_xact_id(),
  at timestamptz not null default clock_timestamp(),
  officer_id bigint,
  post_id bigint,
  action text not null,
  outcome text not null default 'done' CHECK (outcome IN ('done', 'refused')),
  object_kind text,
  object_county int,
  object_area bigint,
  object_id bigint,
  object_ids bigint[],
  fields text[],
  reason text,
  detail text,
  rows int,
  request_id text
);

COMMENT ON TABLE audit_line IS '审计记录: one act or one reading; append-only, written in the transaction of the act itself, sealed within seconds';
COMMENT ON COLUMN audit_line.id IS 'order of writing';
COMMENT ON COLUMN audit_line.xid IS 'transaction that wrote it; seals cover whole ranges of transactions, since lines are not committed in the order of their ids';
COMMENT ON COLUMN audit_line.at IS 'the server''s clock; writers cannot set it';
COMMENT ON COLUMN audit_line.officer_id IS 'who; null = nobody was signed in, or the system itself';
COMMENT ON COLUMN audit_line.post_id IS 'under which post';
COMMENT ON COLUMN audit_line.action IS 'what: a permission (people.read, people.reveal) or an act of access (access.sign_in)';
COMMENT ON COLUMN audit_line.outcome IS 'done, or refused';
COMMENT ON COLUMN audit_line.object_kind IS 'of what: person, site, officer, export, audit_line …';
COMMENT ON COLUMN audit_line.object_county IS 'county of the object';
COMMENT ON COLUMN audit_line.object_area IS 'area of the object, or the area asked about';
COMMENT ON COLUMN audit_line.object_id IS 'the object, where it is one';
COMMENT ON COLUMN audit_line.object_ids IS 'the objects, where it is a list or a search';
COMMENT ON COLUMN audit_line.fields IS 'names of the fields read or changed, never their values';
COMMENT ON COLUMN audit_line.reason IS 'reason given by the officer';
COMMENT ON COLUMN audit_line.detail IS 'shape of the question: predicate, indicator, day; never a name or a number of a person';
COMMENT ON COLUMN audit_line.rows IS 'how many rows were shown or changed';
COMMENT ON COLUMN audit_line.request_id IS 'request it belongs to';

CREATE INDEX audit_line_xid ON audit_line (xid, id);
CREATE INDEX audit_line_action ON audit_line (action, id);
CREATE INDEX audit_line_person ON audit_line (object_id, id) WHERE object_kind = 'person';

ALTER TABLE audit_line ENABLE ROW LEVEL SECURITY;
ALTER TABLE audit_line FORCE ROW LEVEL SECURITY;
CREATE POLICY write_own ON audit_line FOR INSERT TO ricebowl_officer
  WITH CHECK (officer_id = NULLIF(current_setting('ricebowl.officer', true), '')::bigint AND post_id = NULLIF(current_setting('ricebowl.post', true), '')::bigint);
CREATE POLICY write_any ON audit_line FOR INSERT TO ricebowl_job, ricebowl_access, ricebowl_audit, ricebowl_search WITH CHECK (true);
CREATE POLICY read ON audit_line FOR SELECT TO ricebowl_audit, ricebowl_search USING (true);

-- Nobody sets id, transaction or time.
GRANT INSERT (officer_id, post_id, action, outcome, object_kind, object_county, object_area, object_id, object_ids, fields, reason, detail, rows, request_id) ON audit_line TO ricebowl_officer, ricebowl_job, ricebowl_access, ricebowl_audit, ricebowl_search;
GRANT USAGE ON SEQUENCE audit_line_id TO ricebowl_officer, ricebowl_job, ricebowl_access, ricebowl_audit, ricebowl_search;
GRANT SELECT ON audit_line TO ricebowl_audit;
GRANT SELECT ON audit_line TO ricebowl_search;

CREATE FUNCTION audit_unchanged() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'audit lines and seals are never changed' USING ERRCODE = 'insufficient_privilege';
END
$$;

REVOKE ALL ON FUNCTION audit_unchanged() FROM PUBLIC;

CREATE TRIGGER audit_line_unchanged BEFORE UPDATE OR DELETE OR TRUNCATE ON audit_line FOR EACH STATEMENT EXECUTE FUNCTION audit_unchanged();
