CREATE TABLE finding_waiver_move (
  county int not null,
  area bigint not null,
  id bigint not null default nextval('ledger_id'),
  waiver_id bigint not null,
  person_id bigint not null,
  to_area bigint not null,
  to_person bigint not null,
  moved_at timestamptz not null,
  why text not null CHECK (why IN ('moved', 'merged', 'unmerged')),
  PRIMARY KEY (county, id),
  CHECK (area / 1000000 = county)
);

COMMENT ON TABLE finding_waiver_move IS '豁免随档: a waiver went along with its file, which moved, was merged into another or was taken out of it again; append-only';
COMMENT ON COLUMN finding_waiver_move.county IS 'county in which the waiver stood before';
COMMENT ON COLUMN finding_waiver_move.area IS 'village in which the waiver stood before';
COMMENT ON COLUMN finding_waiver_move.id IS 'ledger id';
COMMENT ON COLUMN finding_waiver_move.waiver_id IS 'the waiver; it keeps its id wherever it goes';
COMMENT ON COLUMN finding_waiver_move.person_id IS 'the file it belonged to before; no reference, for that file may be closed or gone';
COMMENT ON COLUMN finding_waiver_move.to_area IS 'village in which it stands from then on';
COMMENT ON COLUMN finding_waiver_move.to_person IS 'the file it belongs to from then on';
COMMENT ON COLUMN finding_waiver_move.moved_at IS 'when; the moment of the merge or move itself';
COMMENT ON COLUMN finding_waiver_move.why IS 'moved (the file moved), merged (the file was closed into another), unmerged (it was taken out again)';

CREATE INDEX finding_waiver_move_person ON finding_waiver_move (county, person_id, moved_at);

ALTER TABLE finding_waiver_move ENABLE ROW LEVEL SECURITY;
ALTER TABLE finding_waiver_move FORCE ROW LEVEL SECURITY;
CREATE POLICY scope ON finding_waiver_move TO ricebowl_officer, ricebowl_job
  USING (area >= NULLIF(current_setting('ricebowl.lo', true), '')::bigint AND area < NULLIF(current_setting('ricebowl.hi', true), '')::bigint)
  WITH CHECK (area >= NULLIF(current_setting('ricebowl.lo', true), '')::bigint AND area < NULLIF(current_setting('ricebowl.hi', true), '')::bigint);

GRANT SELECT, INSERT ON finding_waiver_move TO ricebowl_officer;
GRANT SELECT, INSERT ON finding_waiver_move TO ricebowl_job;

-- A file that moves to another county takes its waivers along: they leave one county and stand in the other.
GRANT INSERT, DELETE ON finding_waiver TO ricebowl_job;
