import type { ClientBase } from 'pg'

const DICTIONARY =
  'a dictionary of division codes, the same for everybody and without persons; a reference table when distributed'

/** Breaches on purpose, and why each is none. */
export const EXCEPTIONS: Record<string, string> = {
  'division_place: county is missing from a unique key (division_place_pkey)': DICTIONARY,
  'division_place: no policy': DICTIONARY,
  'division_place: row-level security is not on and forced': DICTIONARY,
  'person_identity: county is missing from a unique key (person_identity_pkey)':
    'the one registry that makes an identity number unique in the whole city, keyed by its blind index',
  'person: a policy lets everybody through (search)':
    'for the role that owns the search functions and cannot sign in: each compares with the scope itself, since what searches names is not leak-proof',
}

/** What the ledger's rules forbid, found in the catalog: one line a breach, `table: rule (what)`. */
export async function breaches(client: ClientBase): Promise<string[]> {
  const { rows } = await client.query<{ table: string; rule: string; what: string }>(`
    WITH ours AS (
      SELECT c.oid, c.relname, c.relrowsecurity, c.relforcerowsecurity,
             EXISTS (SELECT FROM pg_attribute WHERE attrelid = c.oid AND attname = 'county' AND NOT attisdropped) AS has_county,
             EXISTS (SELECT FROM pg_attribute WHERE attrelid = c.oid AND attname = 'area' AND NOT attisdropped) AS has_area
        FROM pg_class c WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p')
         AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.classid = 'pg_class'::regclass AND d.objid = c.oid AND d.deptype = 'e')
    ), scoped AS (SELECT * FROM ours WHERE has_county AND has_area)
    ${RULES.join('\nUNION ALL ')}
    ORDER BY 1, 2, 3`)
  return rows.map(({ table, rule, what }) => `${table}: ${rule}${what && ` (${what})`}`)
}

const RULES = [
  `SELECT relname AS table, 'row-level security is not on and forced' AS rule, '' AS what
     FROM scoped WHERE NOT (relrowsecurity AND relforcerowsecurity)`,

  `SELECT relname, 'no policy', '' FROM scoped WHERE NOT EXISTS (SELECT FROM pg_policy p WHERE p.polrelid = scoped.oid)`,

  // Without a scope the setting is '' or null: NULLIF makes both mean no rows. Citus forbids subqueries.
  `SELECT relname, 'a policy reads a setting without NULLIF, or asks a table', p.polname::text
     FROM scoped JOIN pg_policy p ON p.polrelid = scoped.oid
     CROSS JOIN LATERAL (VALUES (pg_get_expr(p.polqual, p.polrelid)), (pg_get_expr(p.polwithcheck, p.polrelid))) AS e(text)
     WHERE text ~* '\\mselect\\M' OR regexp_count(text, 'current_setting\\(') <> regexp_count(text, 'NULLIF\\(current_setting\\(')`,

  `SELECT relname, 'a policy lets everybody through', p.polname::text
     FROM scoped JOIN pg_policy p ON p.polrelid = scoped.oid
     WHERE 'true' IN (pg_get_expr(p.polqual, p.polrelid), pg_get_expr(p.polwithcheck, p.polrelid))`,

  `SELECT relname, 'county or area may be null', att.attname::text
     FROM scoped JOIN pg_attribute att ON att.attrelid = scoped.oid
     WHERE att.attname IN ('county', 'area') AND NOT att.attnotnull`,

  // The distribution column must stand in everything that is unique.
  `SELECT relname, 'county is missing from a unique key', i.indexrelid::regclass::text
     FROM ours JOIN pg_index i ON i.indrelid = ours.oid
     WHERE has_county AND (i.indisunique OR i.indisexclusion)
       AND NOT EXISTS (SELECT FROM pg_attribute att WHERE att.attrelid = ours.oid AND att.attname = 'county' AND att.attnum = ANY (i.indkey))`,

  // Under a scope the planner takes every index for equally selective: it would read people by the slow one that is there for writing.
  `SELECT relname, 'people could be read by what keeps spells apart', i.indexrelid::regclass::text
     FROM scoped JOIN pg_index i ON i.indrelid = scoped.oid
     WHERE i.indisexclusion AND i.indpred IS NULL
       AND EXISTS (SELECT FROM pg_attribute att WHERE att.attrelid = scoped.oid AND att.attname = 'person_id' AND att.attnum = ANY (i.indkey))`,

  // Between two tables that have it, county must meet county; a table without it is a reference table.
  `SELECT ours.relname, 'county does not meet county in a foreign key', k.conname::text
     FROM ours JOIN pg_constraint k ON k.conrelid = ours.oid AND k.contype = 'f' JOIN ours AS target ON target.oid = k.confrelid
     WHERE ours.has_county AND target.has_county
       AND NOT EXISTS (
         SELECT FROM unnest(k.conkey, k.confkey) AS pair(mine, theirs)
           JOIN pg_attribute a ON a.attrelid = k.conrelid AND a.attnum = mine AND a.attname = 'county'
           JOIN pg_attribute b ON b.attrelid = k.confrelid AND b.attnum = theirs AND b.attname = 'county')`,

  `SELECT ours.relname, 'a table without county refers to one with county', k.conname::text
     FROM ours JOIN pg_constraint k ON k.conrelid = ours.oid AND k.contype = 'f' JOIN ours AS target ON target.oid = k.confrelid
     WHERE NOT ours.has_county AND target.has_county`,

  `SELECT relname, 'a trigger', t.tgname::text
     FROM ours JOIN pg_trigger t ON t.tgrelid = ours.oid AND NOT t.tgisinternal WHERE has_county`,

  `SELECT relname, 'no comment', '' FROM ours WHERE obj_description(oid, 'pg_class') IS NULL`,

  `SELECT relname, 'no comment on a column', att.attname::text
     FROM ours JOIN pg_attribute att ON att.attrelid = ours.oid AND att.attnum > 0 AND NOT att.attisdropped
     WHERE col_description(ours.oid, att.attnum) IS NULL`,

  `SELECT ours.relname, 'owned by a login of the application', pg_get_userbyid(c.relowner)::text
     FROM ours JOIN pg_class c ON c.oid = ours.oid WHERE pg_get_userbyid(c.relowner) IN (
       'ricebowl_officer', 'ricebowl_job', 'ricebowl_access', 'ricebowl_audit', 'ricebowl_citizen', 'ricebowl_organisation')`,
]
