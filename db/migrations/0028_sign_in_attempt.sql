CREATE TABLE sign_in_attempt (
  account bytea PRIMARY KEY CHECK (octet_length(account) = 32),
  window_from timestamptz not null,
  failures int not null
);

COMMENT ON TABLE sign_in_attempt IS '登录尝试: failures of a sign-in name within its quarter of an hour, whether or not such an account exists';
COMMENT ON COLUMN sign_in_attempt.account IS 'HMAC-SM3 of the sign-in name: what people mistype into the field is not kept';
COMMENT ON COLUMN sign_in_attempt.window_from IS 'first attempt of the window; fixed, so that further attempts do not prolong a lock-out';
COMMENT ON COLUMN sign_in_attempt.failures IS 'attempts in the window that have not succeeded';

GRANT SELECT, INSERT, UPDATE, DELETE ON sign_in_attempt TO ricebowl_access;
