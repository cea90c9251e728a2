CREATE FUNCTION file_readers(wanted_county int, wanted_person bigint, lim int)
RETURNS TABLE (at timestamptz, action text, officer text, post text, reason text)
LANGUAGE sql STABLE SECURITY DEFINER
SET search_path = pg_catalog, public, pg_temp
BEGIN ATOMIC
  SELECT l.at, l.action, o.name, t.title, l.reason
  FROM audit_line l JOIN officer o ON o.id = l.officer_id JOIN post t ON t.id = l.post_id
  WHERE l.object_kind = 'person' AND l.object_id = wanted_person AND l.object_county = wanted_county AND l.outcome = 'done'
    AND EXISTS (SELECT FROM person p WHERE p.county = wanted_county AND p.id = wanted_person
      AND p.area >= NULLIF(current_setting('ricebowl.lo', true), '')::bigint
      AND p.area < NULLIF(current_setting('ricebowl.hi', true), '')::bigint)
  ORDER BY l.id DESC LIMIT LEAST(lim, 500);
END;

COMMENT ON FUNCTION file_readers(int, bigint, int) IS 'who opened, changed or unsealed a file within the scope set, newest first; lists that merely named the person are not among them';

GRANT CREATE ON SCHEMA public TO ricebowl_search;
ALTER FUNCTION file_readers(int, bigint, int) OWNER TO ricebowl_search;
REVOKE CREATE ON SCHEMA public FROM ricebowl_search;
REVOKE ALL ON FUNCTION file_readers(int, bigint, int) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION file_readers(int, bigint, int) TO ricebowl_officer;
