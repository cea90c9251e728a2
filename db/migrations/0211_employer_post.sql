ALTER TABLE post ADD COLUMN credit_code text CHECK (credit_code ~ '^[0-9A-Z]{18}$');

ALTER TABLE post DROP CONSTRAINT post_scope;

ALTER TABLE post ADD CONSTRAINT post_scope CHECK (CASE role
    WHEN 'village' THEN hi - lo = 1
    WHEN 'town' THEN hi - lo = 1000 AND lo % 1000 = 0
    WHEN 'county' THEN hi - lo = 1000000 AND lo % 1000000 = 0
    WHEN 'city' THEN hi - lo = 10000000000 AND lo % 10000000000 = 0
    WHEN 'employer' THEN hi - lo = 1000000 AND lo % 1000000 = 0
    WHEN 'system' THEN lo IS NULL AND hi IS NULL
    WHEN 'security' THEN lo IS NULL AND hi IS NULL
    WHEN 'audit' THEN lo IS NULL AND hi IS NULL
    ELSE false END);

ALTER TABLE post ADD CONSTRAINT post_employer_code CHECK ((role = 'employer') = (credit_code IS NOT NULL));

ALTER TABLE post ADD CONSTRAINT post_employer_apart EXCLUDE USING gist (officer_id WITH =, ((role = 'employer')::int) WITH <>) WHERE (ended_on IS NULL);

CREATE UNIQUE INDEX post_one_employer ON post (lo, credit_code) WHERE role = 'employer' AND ended_on IS NULL;

COMMENT ON COLUMN post.role IS 'village, town, county, city; system, security, audit; employer';
COMMENT ON COLUMN post.lo IS 'code of the area (today''s division), first of the interval read; null for administrators, who read no file; of an employer, the county that opened the account: an employer reads no interval';
COMMENT ON COLUMN post.credit_code IS '统一社会信用代码 of the employer whose vacancies the post sees; null for officers';
