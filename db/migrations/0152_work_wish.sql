CREATE TABLE work_wish (
  county int not null,
  area bigint not null,
  id bigint not null default nextval('ledger_id'),
  person_id bigint not null,
  occupations text[] not null,
  reach text not null CHECK (reach = ANY (ARRAY['village', 'town', 'county', 'city', 'away'])),
  provinces bigint[] not null default '{}',
  wage_floor_fen bigint,
  cannot text[] not null default '{}',
  busy_months smallint[] not null default '{}',
  company text CHECK (company = ANY (ARRAY['alone', 'couple', 'neighbours'])),
  starts_on date,
  valid_from date not null,
  valid_to date not null,
  known_from timestamptz not null,
  source text not null,
  evidence text,
  recorded_by bigint,
  PRIMARY KEY (county, id),
  CHECK (area / 1000000 = county),
  CHECK (valid_to > valid_from),
  CHECK (cardinality(occupations) BETWEEN 1 AND 4),
  CHECK ((reach = 'away') = (cardinality(provinces) > 0)),
  FOREIGN KEY (county, person_id) REFERENCES person (county, id),
  CONSTRAINT work_wish_no_overlap EXCLUDE USING gist (county WITH =, person_id WITH =, daterange(valid_from, valid_to) WITH &&)
);

COMMENT ON TABLE work_wish IS '就业意愿: what work a person would take, asked once and kept with its day; one stands at a time';
COMMENT ON COLUMN work_wish.county IS 'distribution key: the six digits of the county the file lies in; never updated';
COMMENT ON COLUMN work_wish.area IS '12-digit division code (today''s division) of the village the row belongs to';
COMMENT ON COLUMN work_wish.id IS 'ledger id, unique within the county';
COMMENT ON COLUMN work_wish.person_id IS 'the person who was asked';
COMMENT ON COLUMN work_wish.occupations IS 'codes of the classification of 2022, best first; one to four';
COMMENT ON COLUMN work_wish.reach IS 'how far at most: village, town, county, city, away';
COMMENT ON COLUMN work_wish.provinces IS 'provinces the person would go to, best first; only with away';
COMMENT ON COLUMN work_wish.wage_floor_fen IS 'least wage a month in fen; null = none was named';
COMMENT ON COLUMN work_wish.cannot IS 'what the work must not ask for: lifting, standing, heights, heat, dust, noise, sight, hearing, nights, shifts, longDays, weekends';
COMMENT ON COLUMN work_wish.busy_months IS 'months (1 to 12) in which farm work or care leaves no time';
COMMENT ON COLUMN work_wish.company IS 'with whom the person would go: alone, couple, neighbours; null = not asked';
COMMENT ON COLUMN work_wish.starts_on IS 'from when the person could begin; null = at once';
COMMENT ON COLUMN work_wish.valid_from IS 'day on which the person was asked';
COMMENT ON COLUMN work_wish.valid_to IS 'first day on which the answer no longer counts';
COMMENT ON COLUMN work_wish.known_from IS 'when the ledger came to know it; passed as a parameter';
COMMENT ON COLUMN work_wish.source IS 'where it comes from: an officer, or demo';
COMMENT ON COLUMN work_wish.evidence IS '佐证: call or visit';
COMMENT ON COLUMN work_wish.recorded_by IS 'post under which the row was entered; null = loaded';

CREATE INDEX work_wish_person ON work_wish (county, person_id);
CREATE INDEX work_wish_area ON work_wish (area);

ALTER TABLE work_wish ENABLE ROW LEVEL SECURITY;
ALTER TABLE work_wish FORCE ROW LEVEL SECURITY;
CREATE POLICY scope ON work_wish TO ricebowl_officer, ricebowl_job
  USING (area >= NULLIF(current_setting('ricebowl.lo', true), '')::bigint AND area < NULLIF(current_setting('ricebowl.hi', true), '')::bigint)
  WITH CHECK (area >= NULLIF(current_setting('ricebowl.lo', true), '')::bigint AND area < NULLIF(current_setting('ricebowl.hi', true), '')::bigint);

GRANT SELECT, INSERT, DELETE, UPDATE ON work_wish TO ricebowl_officer;
GRANT SELECT, INSERT, DELETE, UPDATE ON work_wish TO ricebowl_job;

CREATE TABLE work_wish_history (
  county int not null,
  area bigint not null,
  id bigint not null,
  person_id bigint not null,
  occupations text[] not null,
  reach text not null,
  provinces bigint[] not null,
  wage_floor_fen bigint,
  cannot text[] not null,
  busy_months smallint[] not null,
  company text,
  starts_on date,
  valid_from date not null,
  valid_to date not null,
  known_from timestamptz not null,
  source text not null,
  evidence text,
  recorded_by bigint,
  known_to timestamptz not null,
  superseded_by text not null,
  PRIMARY KEY (county, id, known_from),
  CHECK (known_to > known_from)
);

COMMENT ON TABLE work_wish_history IS '就业意愿: what work a person would take, asked once and kept with its day; one stands at a time (superseded rows: what the ledger said from known_from to known_to)';
COMMENT ON COLUMN work_wish_history.county IS 'distribution key: the six digits of the county the file lies in; never updated';
COMMENT ON COLUMN work_wish_history.area IS '12-digit division code (today''s division) of the village the row belongs to';
COMMENT ON COLUMN work_wish_history.id IS 'ledger id, unique within the county';
COMMENT ON COLUMN work_wish_history.person_id IS 'the person who was asked';
COMMENT ON COLUMN work_wish_history.occupations IS 'codes of the classification of 2022, best first; one to four';
COMMENT ON COLUMN work_wish_history.reach IS 'how far at most: village, town, county, city, away';
COMMENT ON COLUMN work_wish_history.provinces IS 'provinces the person would go to, best first; only with away';
COMMENT ON COLUMN work_wish_history.wage_floor_fen IS 'least wage a month in fen; null = none was named';
COMMENT ON COLUMN work_wish_history.cannot IS 'what the work must not ask for: lifting, standing, heights, heat, dust, noise, sight, hearing, nights, shifts, longDays, weekends';
COMMENT ON COLUMN work_wish_history.busy_months IS 'months (1 to 12) in which farm work or care leaves no time';
COMMENT ON COLUMN work_wish_history.company IS 'with whom the person would go: alone, couple, neighbours; null = not asked';
COMMENT ON COLUMN work_wish_history.starts_on IS 'from when the person could begin; null = at once';
COMMENT ON COLUMN work_wish_history.valid_from IS 'day on which the person was asked';
COMMENT ON COLUMN work_wish_history.valid_to IS 'first day on which the answer no longer counts';
COMMENT ON COLUMN work_wish_history.known_from IS 'when the ledger came to know it; passed as a parameter';
COMMENT ON COLUMN work_wish_history.source IS 'where it comes from: an officer, or demo';
COMMENT ON COLUMN work_wish_history.evidence IS '佐证: call or visit';
COMMENT ON COLUMN work_wish_history.recorded_by IS 'post under which the row was entered; null = loaded';
COMMENT ON COLUMN work_wish_history.known_to IS 'when the ledger stopped saying so';
COMMENT ON COLUMN work_wish_history.superseded_by IS 'why: correction, ended, withdrawn, moved, died';

CREATE INDEX work_wish_history_person ON work_wish_history (county, person_id);

ALTER TABLE work_wish_history ENABLE ROW LEVEL SECURITY;
ALTER TABLE work_wish_history FORCE ROW LEVEL SECURITY;
CREATE POLICY scope ON work_wish_history TO ricebowl_officer, ricebowl_job
  USING (area >= NULLIF(current_setting('ricebowl.lo', true), '')::bigint AND area < NULLIF(current_setting('ricebowl.hi', true), '')::bigint)
  WITH CHECK (area >= NULLIF(current_setting('ricebowl.lo', true), '')::bigint AND area < NULLIF(current_setting('ricebowl.hi', true), '')::bigint);

GRANT SELECT, INSERT ON work_wish_history TO ricebowl_officer;
GRANT SELECT, INSERT ON work_wish_history TO ricebowl_job;
