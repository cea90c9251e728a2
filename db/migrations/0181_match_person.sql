-- Who took part in a run, and why nothing was left for whom. Written once with the run's end, never changed: no history.
CREATE TABLE match_person (
  county int not null,
  area bigint not null,
  run_id bigint not null REFERENCES match_run (id),
  person_id bigint not null,
  tier smallint not null,
  priority int not null,
  asked boolean not null,
  occupation text,
  reason text,
  better int not null,
  scenario boolean,
  PRIMARY KEY (county, run_id, person_id),
  CHECK (area / 1000000 = county)
);

COMMENT ON TABLE match_person IS '匹配对象: a person of a run of matching, placed or not, as the file stood then';
COMMENT ON COLUMN match_person.county IS 'distribution key: the six digits of the county the file lay in when the run read it';
COMMENT ON COLUMN match_person.area IS '12-digit division code (today''s division) of the village the file lay in when the run read it';
COMMENT ON COLUMN match_person.run_id IS 'the run';
COMMENT ON COLUMN match_person.person_id IS 'the person; no reference, because the result stays as it was when a file moves or is merged';
COMMENT ON COLUMN match_person.tier IS '帮扶层级: from 1, the first served first; never shown to employers';
COMMENT ON COLUMN match_person.priority IS 'where the person stands in the public order, without skill bands; greater is before';
COMMENT ON COLUMN match_person.asked IS 'whether the person was asked what work they would take; false = occupations worked in, in the home county';
COMMENT ON COLUMN match_person.occupation IS 'small class of the classification that was looked for first; null = none is known';
COMMENT ON COLUMN match_person.reason IS 'why the run has no vacancy for the person; null = it has one';
COMMENT ON COLUMN match_person.better IS 'eligible vacancies the person would rather have than what they got; all of them if they got none';
COMMENT ON COLUMN match_person.scenario IS 'whether the scenario "most placements" would place the person; null = not computed';

CREATE INDEX match_person_run ON match_person (run_id, person_id);
CREATE INDEX match_person_person ON match_person (county, person_id);

ALTER TABLE match_person ENABLE ROW LEVEL SECURITY;
ALTER TABLE match_person FORCE ROW LEVEL SECURITY;
CREATE POLICY scope ON match_person TO ricebowl_officer, ricebowl_job
  USING (area >= NULLIF(current_setting('ricebowl.lo', true), '')::bigint AND area < NULLIF(current_setting('ricebowl.hi', true), '')::bigint)
  WITH CHECK (area >= NULLIF(current_setting('ricebowl.lo', true), '')::bigint AND area < NULLIF(current_setting('ricebowl.hi', true), '')::bigint);

GRANT SELECT ON match_person TO ricebowl_officer;
GRANT SELECT, INSERT ON match_person TO ricebowl_job;
