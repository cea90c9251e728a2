import type { ClientBase } from 'pg'
import { notOfExtension } from './catalog.ts'

/** Who may do what, and on which rows: row-level security, policies and grants as the statements that make them. */
export async function readAccess(client: ClientBase): Promise<string[]> {
  const statements: string[] = []
  for (const query of [SECURITY, POLICIES, GRANTS, COLUMN_GRANTS, FUNCTION_OWNERS, FUNCTION_GRANTS]) {
    const { rows } = await client.query<{ statement: string }>(query)
    statements.push(...rows.map((row) => row.statement))
  }
  return statements
}

const OURS = `c.relnamespace = 'public'::regnamespace AND ${notOfExtension('pg_class', 'c.oid')}`

const SECURITY = `
  SELECT format('ALTER TABLE %I %s ROW LEVEL SECURITY;', c.relname, word) AS statement
  FROM pg_class c CROSS JOIN LATERAL (VALUES ('ENABLE', c.relrowsecurity), ('FORCE', c.relforcerowsecurity)) AS w(word, holds)
  WHERE ${OURS} AND c.relkind IN ('r', 'p') AND holds
  ORDER BY c.relname COLLATE "C", word`

const POLICIES = `
  SELECT format(E'CREATE POLICY %I ON %I AS %s FOR %s TO %s%s%s;', p.polname, c.relname,
    CASE WHEN p.polpermissive THEN 'PERMISSIVE' ELSE 'RESTRICTIVE' END,
    CASE p.polcmd WHEN 'r' THEN 'SELECT' WHEN 'a' THEN 'INSERT' WHEN 'w' THEN 'UPDATE' WHEN 'd' THEN 'DELETE' ELSE 'ALL' END,
    (SELECT string_agg(CASE WHEN r = 0 THEN 'PUBLIC' ELSE quote_ident(pg_get_userbyid(r)) END, ', ' ORDER BY pg_get_userbyid(r) COLLATE "C")
       FROM unnest(p.polroles) AS r),
    E'\\n  USING (' || pg_get_expr(p.polqual, p.polrelid) || ')',
    E'\\n  WITH CHECK (' || pg_get_expr(p.polwithcheck, p.polrelid) || ')') AS statement
  FROM pg_policy p JOIN pg_class c ON c.oid = p.polrelid
  WHERE ${OURS}
  ORDER BY c.relname COLLATE "C", p.polname COLLATE "C"`

const GRANTEE = `CASE WHEN a.grantee = 0 THEN 'PUBLIC' ELSE quote_ident(pg_get_userbyid(a.grantee)) END`

const GRANTS = `
  SELECT format('GRANT %s ON %s%I TO %s;', string_agg(a.privilege_type, ', ' ORDER BY a.privilege_type COLLATE "C"),
    CASE c.relkind WHEN 'S' THEN 'SEQUENCE ' ELSE 'TABLE ' END, c.relname, ${GRANTEE}) AS statement
  FROM pg_class c CROSS JOIN LATERAL aclexplode(c.relacl) AS a
  WHERE ${OURS} AND a.grantee <> c.relowner
  GROUP BY c.relkind, c.relname, a.grantee
  ORDER BY c.relname COLLATE "C", ${GRANTEE} COLLATE "C"`

const COLUMN_GRANTS = `
  SELECT format('GRANT %s (%s) ON TABLE %I TO %s;', a.privilege_type,
    string_agg(quote_ident(att.attname), ', ' ORDER BY att.attnum), c.relname, ${GRANTEE}) AS statement
  FROM pg_class c JOIN pg_attribute att ON att.attrelid = c.oid AND att.attnum > 0
  CROSS JOIN LATERAL aclexplode(att.attacl) AS a
  WHERE ${OURS} AND a.grantee <> c.relowner
  GROUP BY c.relname, a.grantee, a.privilege_type
  ORDER BY c.relname COLLATE "C", ${GRANTEE} COLLATE "C", a.privilege_type COLLATE "C"`

const OUR_FUNCTIONS = `p.pronamespace = 'public'::regnamespace AND ${notOfExtension('pg_proc', 'p.oid')}`
const BY_SIGNATURE = `ORDER BY p.oid::regprocedure::text COLLATE "C"`

const FUNCTION_OWNERS = `
  SELECT format('ALTER FUNCTION %s OWNER TO %I;', p.oid::regprocedure, pg_get_userbyid(p.proowner)) AS statement
  FROM pg_proc p WHERE ${OUR_FUNCTIONS} AND p.proowner <> (SELECT datdba FROM pg_database WHERE datname = current_database())
  ${BY_SIGNATURE}`

// Unlike a table, a function is open to everybody until that is revoked: what holds is said for each.
const FUNCTION_GRANTS = `
  SELECT format(E'REVOKE ALL ON FUNCTION %1$s FROM PUBLIC;%2$s', p.oid::regprocedure,
    (SELECT string_agg(format(E'\\nGRANT EXECUTE ON FUNCTION %s TO %s;', p.oid::regprocedure, ${GRANTEE}), '' ORDER BY ${GRANTEE} COLLATE "C")
       FROM aclexplode(coalesce(p.proacl, acldefault('f', p.proowner))) AS a WHERE a.grantee <> p.proowner)) AS statement
  FROM pg_proc p WHERE ${OUR_FUNCTIONS}
  ${BY_SIGNATURE}`
