-- What a run proposes: one reserved vacancy a person, then back-ups. An officer and the person confirm it; until then it is nothing more.
CREATE TABLE match_proposal (
  county int not null,
  area bigint not null,
  run_id bigint not null REFERENCES match_run (id),
  person_id bigint not null,
  rank smallint not null,
  vacancy_id bigint not null,
  occupation_points smallint not null,
  skill_points smallint not null,
  place_points smallint not null,
  wage_points smallint not null,
  home_points smallint not null,
  points int not null,
  priority int not null,
  cut_off int,
  PRIMARY KEY (county, run_id, person_id, rank),
  CHECK (area / 1000000 = county)
);

COMMENT ON TABLE match_proposal IS '匹配建议: a vacancy that a run proposes to a person, with what it is worth to them and where they stand';
COMMENT ON COLUMN match_proposal.county IS 'distribution key: the six digits of the county the file lay in when the run read it';
COMMENT ON COLUMN match_proposal.area IS '12-digit division code (today''s division) of the village the file lay in when the run read it';
COMMENT ON COLUMN match_proposal.run_id IS 'the run';
COMMENT ON COLUMN match_proposal.person_id IS 'the person; no reference, because the result stays as it was when a file moves or is merged';
COMMENT ON COLUMN match_proposal.rank IS '1 = the reserved vacancy (预留岗位), more = back-ups (备选岗位)';
COMMENT ON COLUMN match_proposal.vacancy_id IS 'the vacancy';
COMMENT ON COLUMN match_proposal.occupation_points IS 'points for the occupation';
COMMENT ON COLUMN match_proposal.skill_points IS 'points for verified skill';
COMMENT ON COLUMN match_proposal.place_points IS 'points for the place';
COMMENT ON COLUMN match_proposal.wage_points IS 'points for the wage';
COMMENT ON COLUMN match_proposal.home_points IS 'points for being near home';
COMMENT ON COLUMN match_proposal.points IS 'all points together: what the vacancy is worth to the person';
COMMENT ON COLUMN match_proposal.priority IS 'where the person stands in the public order of this vacancy; greater is before';
COMMENT ON COLUMN match_proposal.cut_off IS 'where the last admitted of the vacancy stands; null = places were left';

CREATE INDEX match_proposal_person ON match_proposal (run_id, person_id);
CREATE INDEX match_proposal_vacancy ON match_proposal (run_id, vacancy_id);

ALTER TABLE match_proposal ENABLE ROW LEVEL SECURITY;
ALTER TABLE match_proposal FORCE ROW LEVEL SECURITY;
CREATE POLICY scope ON match_proposal TO ricebowl_officer, ricebowl_job
  USING (area >= NULLIF(current_setting('ricebowl.lo', true), '')::bigint AND area < NULLIF(current_setting('ricebowl.hi', true), '')::bigint)
  WITH CHECK (area >= NULLIF(current_setting('ricebowl.lo', true), '')::bigint AND area < NULLIF(current_setting('ricebowl.hi', true), '')::bigint);

GRANT SELECT ON match_proposal TO ricebowl_officer;
GRANT SELECT, INSERT ON match_proposal TO ricebowl_job;
