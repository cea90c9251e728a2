CREATE TABLE list_claim (
  county int not null,
  area bigint not null,
  record text not null,
  record_id bigint not null,
  import_id bigint not null,
  row int not null,
  rank smallint not null,
  as_of date not null,
  effect text not null CHECK (effect IN ('opened', 'changed', 'same', 'kept')),
  facts bigint not null,
  firm bigint not null,
  won bigint not null,
  said_at timestamptz not null,
  restored_at timestamptz,
  PRIMARY KEY (county, record_id, import_id, row),
  CHECK (area / 1000000 = county)
);

COMMENT ON TABLE list_claim IS '清单说法: which facts of a record of the ledger a row of an import spoke of, and how far it was believed; what stands is what the strongest claim says';
COMMENT ON COLUMN list_claim.county IS 'distribution key: the six digits of the area';
COMMENT ON COLUMN list_claim.area IS 'area of the record, so that whoever may write it sees what was said of it';
COMMENT ON COLUMN list_claim.record IS 'kind of record';
COMMENT ON COLUMN list_claim.record_id IS 'the record';
COMMENT ON COLUMN list_claim.import_id IS 'the import';
COMMENT ON COLUMN list_claim.row IS 'the row of the import; 0 = an officer''s word that was there before, kept when a list first spoke of the record';
COMMENT ON COLUMN list_claim.rank IS 'rank of the list among sources';
COMMENT ON COLUMN list_claim.as_of IS 'the day the list speaks of';
COMMENT ON COLUMN list_claim.effect IS 'opened the record, changed it, said the same, or was weaker than what stood';
COMMENT ON COLUMN list_claim.facts IS 'facts spoken of: bits in the order of domain/lists/import-facts.ts';
COMMENT ON COLUMN list_claim.firm IS 'of these, the ones the list may replace; the others only fill blanks';
COMMENT ON COLUMN list_claim.won IS 'of these, the ones it changed';
COMMENT ON COLUMN list_claim.said_at IS 'when: the record''s known_from where it was opened or changed';
COMMENT ON COLUMN list_claim.restored_at IS 'known_from of the record since an undone import gave it back what this claim had made of it';

CREATE INDEX list_claim_written ON list_claim (import_id, record) WHERE effect IN ('opened', 'changed');

ALTER TABLE list_claim ENABLE ROW LEVEL SECURITY;
ALTER TABLE list_claim FORCE ROW LEVEL SECURITY;
CREATE POLICY scope ON list_claim TO ricebowl_officer, ricebowl_job
  USING (area >= NULLIF(current_setting('ricebowl.lo', true), '')::bigint AND area < NULLIF(current_setting('ricebowl.hi', true), '')::bigint)
  WITH CHECK (area >= NULLIF(current_setting('ricebowl.lo', true), '')::bigint AND area < NULLIF(current_setting('ricebowl.hi', true), '')::bigint);

GRANT SELECT, INSERT, UPDATE, DELETE ON list_claim TO ricebowl_officer;
GRANT SELECT, INSERT, UPDATE, DELETE ON list_claim TO ricebowl_job;
