CREATE TABLE ledger_head (
  county int PRIMARY KEY,
  changed_at timestamptz not null
);

COMMENT ON TABLE ledger_head IS 'when each county''s ledger last changed: figures of now are figures known at the newest of these';
COMMENT ON COLUMN ledger_head.county IS 'county';
COMMENT ON COLUMN ledger_head.changed_at IS 'known_from of the newest change; passed as a parameter';

GRANT SELECT, INSERT, UPDATE ON ledger_head TO ricebowl_officer;
GRANT SELECT, INSERT, UPDATE ON ledger_head TO ricebowl_job;

CREATE TABLE setting (
  key text PRIMARY KEY,
  value jsonb not null
);

COMMENT ON TABLE setting IS 'facts about this installation: demo scale and day, figures shown by default';
COMMENT ON COLUMN setting.key IS 'name';
COMMENT ON COLUMN setting.value IS 'value';

GRANT SELECT ON setting TO ricebowl_officer;
GRANT SELECT, INSERT, UPDATE ON setting TO ricebowl_job;

CREATE TABLE command_receipt (
  client_id uuid PRIMARY KEY,
  post_id bigint not null,
  command text not null,
  body_hash bytea not null,
  reply jsonb not null,
  done_at timestamptz not null
);

COMMENT ON TABLE command_receipt IS 'every command once: the same client id gets the same reply, another body is refused';
COMMENT ON COLUMN command_receipt.client_id IS 'id the client gave the command';
COMMENT ON COLUMN command_receipt.post_id IS 'post that gave it';
COMMENT ON COLUMN command_receipt.command IS 'name of the route';
COMMENT ON COLUMN command_receipt.body_hash IS 'SM3 of the body';
COMMENT ON COLUMN command_receipt.reply IS 'what was answered; carries no personal data beyond ids';
COMMENT ON COLUMN command_receipt.done_at IS 'when';

GRANT SELECT, INSERT ON command_receipt TO ricebowl_officer;
