CREATE TABLE session (
  token_hash bytea PRIMARY KEY CHECK (octet_length(token_hash) = 32),
  officer_id bigint not null REFERENCES officer (id),
  post_id bigint not null REFERENCES post (id),
  started_at timestamptz not null,
  seen_at timestamptz not null,
  expires_at timestamptz not null,
  revoked_at timestamptz,
  CHECK (expires_at > started_at)
);

COMMENT ON TABLE session IS '会话: one sign-in of an officer, acting under exactly one post; can be revoked at once';
COMMENT ON COLUMN session.token_hash IS 'SM3 of the 256-bit token in the cookie; the token itself is stored nowhere';
COMMENT ON COLUMN session.officer_id IS 'who signed in';
COMMENT ON COLUMN session.post_id IS 'the post acted under; choosing another changes it';
COMMENT ON COLUMN session.started_at IS 'when it began';
COMMENT ON COLUMN session.seen_at IS 'last request, to the minute; after 30 idle minutes the session is over';
COMMENT ON COLUMN session.expires_at IS 'over at the latest then, twelve hours after it began';
COMMENT ON COLUMN session.revoked_at IS 'when it was ended by signing out, by closing the account or by a new sign-in; null = not';

CREATE INDEX session_officer ON session (officer_id) WHERE revoked_at IS NULL;

GRANT SELECT, INSERT, UPDATE, DELETE ON session TO ricebowl_access;
