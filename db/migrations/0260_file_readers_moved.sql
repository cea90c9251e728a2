-- A file that moved to another county keeps its id, and with it who read it before: lines of the county that was left are told as well.
CREATE OR REPLACE FUNCTION file_readers(wanted_county int, wanted_person bigint, lim int)
RETURNS TABLE (at timestamptz, action text, officer text, post text, reason text)
LANGUAGE sql STABLE SECURITY DEFINER
SET search_path = pg_catalog, public, pg_temp
BEGIN ATOMIC
  SELECT l.at, l.action, o.name, t.title, l.reason
  FROM audit_line l JOIN officer o ON o.id = l.officer_id JOIN post t ON t.id = l.post_id
  WHERE l.object_kind = 'person' AND l.object_id = wanted_person AND l.outcome = 'done'
    AND EXISTS (SELECT FROM person p WHERE p.county = wanted_county AND p.id = wanted_person
      AND p.area >= NULLIF(current_setting('ricebowl.lo', true), '')::bigint
      AND p.area < NULLIF(current_setting('ricebowl.hi', true), '')::bigint)
  ORDER BY l.id DESC LIMIT LEAST(lim, 500);
END;
