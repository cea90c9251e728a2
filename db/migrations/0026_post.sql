CREATE TABLE post (
  id bigint PRIMARY KEY default nextval('ledger_id'),
  officer_id bigint not null REFERENCES officer (id),
  role text not null,
  title text not null,
  lo bigint,
  hi bigint,
  duty text not null GENERATED ALWAYS AS (CASE WHEN role IN ('system', 'security', 'audit') THEN role ELSE 'files' END) STORED,
  started_on date not null,
  ended_on date,
  CONSTRAINT post_scope CHECK (CASE role
    WHEN 'village' THEN hi - lo = 1
    WHEN 'town' THEN hi - lo = 1000 AND lo % 1000 = 0
    WHEN 'county' THEN hi - lo = 1000000 AND lo % 1000000 = 0
    WHEN 'city' THEN hi - lo = 10000000000 AND lo % 10000000000 = 0
    WHEN 'system' THEN lo IS NULL AND hi IS NULL
    WHEN 'security' THEN lo IS NULL AND hi IS NULL
    WHEN 'audit' THEN lo IS NULL AND hi IS NULL
    ELSE false END),
  CONSTRAINT post_scope_known CHECK (role IN ('system', 'security', 'audit') OR (lo IS NOT NULL AND hi IS NOT NULL)),
  CONSTRAINT post_ends_later CHECK (ended_on > started_on),
  CONSTRAINT post_separation EXCLUDE USING gist (officer_id WITH =, duty WITH <>) WHERE (ended_on IS NULL)
);

COMMENT ON TABLE post IS '岗位身份: the role and the area under which an officer acts, one at a time';
COMMENT ON COLUMN post.id IS 'ledger id';
COMMENT ON COLUMN post.officer_id IS 'whose post it is';
COMMENT ON COLUMN post.role IS 'village, town, county, city; system, security, audit';
COMMENT ON COLUMN post.title IS 'as shown: 云阳县人社局';
COMMENT ON COLUMN post.lo IS 'code of the area (today''s division), first of the interval read; null for administrators, who read no file';
COMMENT ON COLUMN post.hi IS 'first code beyond the area; the post reads [lo, hi)';
COMMENT ON COLUMN post.duty IS 'files or one of the three administrations: nobody holds two of them at a time';
COMMENT ON COLUMN post.started_on IS 'first day of the post';
COMMENT ON COLUMN post.ended_on IS 'first day on which it was no longer held; null = held';

CREATE INDEX post_officer ON post (officer_id);

GRANT SELECT, INSERT, UPDATE ON post TO ricebowl_access;
GRANT SELECT (id, title) ON post TO ricebowl_search;
GRANT SELECT (id, role, title) ON post TO ricebowl_audit;
