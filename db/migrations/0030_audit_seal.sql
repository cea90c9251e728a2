CREATE TABLE audit_seal (
  batch bigint PRIMARY KEY CHECK (batch >= 1),
  from_xid xid8 not null,
  to_xid xid8 not null,
  lines int not null,
  first_line bigint not null,
  last_line bigint not null,
  root bytea not null,
  previous bytea not null,
  head bytea not null,
  sealed_at timestamptz not null
);

COMMENT ON TABLE audit_seal IS '审计封存: a keyed hash over a batch of audit lines and the seal before it';
COMMENT ON COLUMN audit_seal.batch IS '1, 2, 3 … without gaps';
COMMENT ON COLUMN audit_seal.from_xid IS 'where the batch before ended';
COMMENT ON COLUMN audit_seal.to_xid IS 'oldest transaction still open when it was sealed: all before it had ended, none can add a line to the batch';
COMMENT ON COLUMN audit_seal.lines IS 'how many lines have a transaction in [from, to)';
COMMENT ON COLUMN audit_seal.first_line IS 'smallest id among them';
COMMENT ON COLUMN audit_seal.last_line IS 'largest id among them';
COMMENT ON COLUMN audit_seal.root IS 'SM3 Merkle root (RFC 6962) of the lines by transaction and id';
COMMENT ON COLUMN audit_seal.previous IS 'head of the batch before; zeros for the first';
COMMENT ON COLUMN audit_seal.head IS 'HMAC-SM3 over all columns before, with a key that is not in the database';
COMMENT ON COLUMN audit_seal.sealed_at IS 'when; passed as a parameter and part of the head';

GRANT SELECT, INSERT ON audit_seal TO ricebowl_audit;

CREATE TRIGGER audit_seal_unchanged BEFORE UPDATE OR DELETE OR TRUNCATE ON audit_seal FOR EACH STATEMENT EXECUTE FUNCTION audit_unchanged();
