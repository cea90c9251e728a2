CREATE TABLE change_request (
  county int not null,
  area bigint not null,
  id bigint not null default nextval('ledger_id'),
  kind text not null CHECK (kind IN ('merge', 'unmerge', 'number', 'move')),
  person_id bigint not null,
  other_id bigint,
  to_area bigint,
  content jsonb not null,
  id_index bytea,
  reason text not null,
  asked_by bigint not null,
  asked_officer bigint not null,
  asked_lo bigint not null,
  asked_hi bigint not null,
  asked_title text not null,
  asked_at timestamptz not null,
  decision text CHECK (decision IN ('approved', 'rejected', 'withdrawn')),
  decided_by bigint,
  decided_officer bigint,
  decided_title text,
  decided_at timestamptz,
  decision_reason text,
  PRIMARY KEY (county, id),
  CHECK (area / 1000000 = county),
  CHECK ((decision IS NULL) = (decided_at IS NULL)),
  CONSTRAINT change_request_second_pair CHECK (decision NOT IN ('approved', 'rejected') OR decided_officer <> asked_officer)
);

COMMENT ON TABLE change_request IS '复核事项: a change of who somebody is, asked for by one officer and decided by another';
COMMENT ON COLUMN change_request.county IS 'distribution key: county of the file';
COMMENT ON COLUMN change_request.area IS 'village of the file when it was asked for';
COMMENT ON COLUMN change_request.id IS 'ledger id, unique within the county';
COMMENT ON COLUMN change_request.kind IS 'merge, unmerge, number (of identity), move';
COMMENT ON COLUMN change_request.person_id IS 'the file it is about; of a merge the one that survives';
COMMENT ON COLUMN change_request.other_id IS 'of a merge the file that is closed';
COMMENT ON COLUMN change_request.to_area IS 'of a move the village that receives';
COMMENT ON COLUMN change_request.content IS 'what is asked: fields taken, rows left out, the new number masked; what the receiving side of a move is shown';
COMMENT ON COLUMN change_request.id_index IS 'blind index of the new identity number: the second officer types it again from the document';
COMMENT ON COLUMN change_request.reason IS 'why, in the words of who asks';
COMMENT ON COLUMN change_request.asked_by IS 'post that asks';
COMMENT ON COLUMN change_request.asked_officer IS 'officer who asks';
COMMENT ON COLUMN change_request.asked_lo IS 'first area code of the post that asks: who decides must see all of it, or receive the file';
COMMENT ON COLUMN change_request.asked_hi IS 'first area code beyond the post that asks';
COMMENT ON COLUMN change_request.asked_title IS 'the post that asks, as shown';
COMMENT ON COLUMN change_request.asked_at IS 'when it was asked';
COMMENT ON COLUMN change_request.decision IS 'approved, rejected, withdrawn; null = waiting';
COMMENT ON COLUMN change_request.decided_by IS 'post that decided';
COMMENT ON COLUMN change_request.decided_officer IS 'officer who decided; never the one who asked, save to withdraw';
COMMENT ON COLUMN change_request.decided_title IS 'the post that decided, as shown';
COMMENT ON COLUMN change_request.decided_at IS 'when it was decided';
COMMENT ON COLUMN change_request.decision_reason IS 'why it was rejected or withdrawn';

-- One question at a time: a file has at most one request of a kind waiting.
CREATE UNIQUE INDEX change_request_waiting ON change_request (county, person_id, kind) WHERE decision IS NULL;
CREATE INDEX change_request_area ON change_request (area, id);
CREATE INDEX change_request_to_area ON change_request (to_area, id) WHERE to_area IS NOT NULL;
CREATE INDEX change_request_person ON change_request (county, person_id);

ALTER TABLE change_request ENABLE ROW LEVEL SECURITY;
ALTER TABLE change_request FORCE ROW LEVEL SECURITY;
CREATE POLICY scope ON change_request TO ricebowl_officer, ricebowl_job
  USING (area >= NULLIF(current_setting('ricebowl.lo', true), '')::bigint AND area < NULLIF(current_setting('ricebowl.hi', true), '')::bigint)
  WITH CHECK (area >= NULLIF(current_setting('ricebowl.lo', true), '')::bigint AND area < NULLIF(current_setting('ricebowl.hi', true), '')::bigint);
-- The side that receives a moving file sees the request, and nothing else of the file until it has accepted.
CREATE POLICY receiving ON change_request FOR SELECT TO ricebowl_officer
  USING (to_area >= NULLIF(current_setting('ricebowl.lo', true), '')::bigint AND to_area < NULLIF(current_setting('ricebowl.hi', true), '')::bigint);
CREATE POLICY receiving_decides ON change_request FOR UPDATE TO ricebowl_officer
  USING (to_area >= NULLIF(current_setting('ricebowl.lo', true), '')::bigint AND to_area < NULLIF(current_setting('ricebowl.hi', true), '')::bigint)
  WITH CHECK (to_area >= NULLIF(current_setting('ricebowl.lo', true), '')::bigint AND to_area < NULLIF(current_setting('ricebowl.hi', true), '')::bigint);

GRANT SELECT, INSERT, UPDATE ON change_request TO ricebowl_officer;
GRANT SELECT, UPDATE ON change_request TO ricebowl_job;

-- A file that moves is moved under the job login, which sees both counties: the receipt of the command is written with it.
GRANT SELECT, INSERT ON command_receipt TO ricebowl_job;
