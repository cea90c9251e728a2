CREATE TABLE officer (
  id bigint PRIMARY KEY default nextval('ledger_id'),
  sign_in text not null UNIQUE CHECK (sign_in = lower(sign_in) AND char_length(sign_in) BETWEEN 1 AND 60),
  name text not null,
  password_hash text not null,
  totp_cipher bytea,
  totp_step bigint,
  demo boolean not null default false,
  created_at timestamptz not null,
  disabled_at timestamptz
);

COMMENT ON TABLE officer IS '工作人员: somebody who signs in; what may be done hangs on the post';
COMMENT ON COLUMN officer.id IS 'ledger id';
COMMENT ON COLUMN officer.sign_in IS 'sign-in name, small letters';
COMMENT ON COLUMN officer.name IS 'name of the officer';
COMMENT ON COLUMN officer.password_hash IS 'argon2id with its parameters and salt, PHC string';
COMMENT ON COLUMN officer.totp_cipher IS 'secret of the second factor, encrypted; null = not enrolled';
COMMENT ON COLUMN officer.totp_step IS 'last time step whose code was accepted: a code counts once';
COMMENT ON COLUMN officer.demo IS 'made with the demonstration city; its password is printed on the sign-in page';
COMMENT ON COLUMN officer.created_at IS 'when the account was opened';
COMMENT ON COLUMN officer.disabled_at IS 'when the account was closed; null = open';

GRANT SELECT, INSERT, UPDATE ON officer TO ricebowl_access;
GRANT USAGE ON SEQUENCE ledger_id TO ricebowl_access;
GRANT SELECT (id, name) ON officer TO ricebowl_search;
GRANT SELECT (id, sign_in, name) ON officer TO ricebowl_audit;
