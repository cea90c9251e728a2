-- Populations are database logins: none owns a table, none bypasses row-level security.
-- ricebowl_search owns the few audited functions that look across scopes and answer within one.
CREATE EXTENSION IF NOT EXISTS pg_trgm;

CREATE EXTENSION IF NOT EXISTS btree_gist;

DO $$
DECLARE
  wanted text;
BEGIN
  FOREACH wanted IN ARRAY ARRAY['ricebowl_officer', 'ricebowl_job', 'ricebowl_access', 'ricebowl_audit', 'ricebowl_citizen', 'ricebowl_organisation', 'ricebowl_search'] LOOP
    IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = wanted) THEN
      EXECUTE format('CREATE ROLE %I NOSUPERUSER NOCREATEDB NOCREATEROLE NOINHERIT %s', wanted,
        CASE wanted WHEN 'ricebowl_search' THEN 'NOLOGIN' ELSE 'LOGIN' END);
    END IF;
  END LOOP;
END
$$;

REVOKE CREATE ON SCHEMA public FROM PUBLIC;

CREATE SEQUENCE ledger_id CACHE 32;

COMMENT ON SEQUENCE ledger_id IS 'ids of ledger rows, one row of numbers for all tables';

GRANT USAGE ON SEQUENCE ledger_id TO ricebowl_officer;

GRANT USAGE ON SEQUENCE ledger_id TO ricebowl_job;
