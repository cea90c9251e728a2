-- Cut-offs of a run: numbers of a vacancy, nobody's. They tell the chance of getting it until the next run.
CREATE TABLE match_vacancy (
  run_id bigint not null REFERENCES match_run (id),
  vacancy_id bigint not null,
  occupation text not null,
  openings int not null,
  given int not null,
  cut_off int,
  back_ups int not null,
  back_up_cut_off int,
  PRIMARY KEY (run_id, vacancy_id)
);

COMMENT ON TABLE match_vacancy IS '匹配岗位: a vacancy of a run, how many of its openings were given, and its cut-off';
COMMENT ON COLUMN match_vacancy.run_id IS 'the run';
COMMENT ON COLUMN match_vacancy.vacancy_id IS 'the vacancy';
COMMENT ON COLUMN match_vacancy.occupation IS 'small class of the classification it was read as';
COMMENT ON COLUMN match_vacancy.openings IS 'openings the run could give out';
COMMENT ON COLUMN match_vacancy.given IS 'openings it gave out';
COMMENT ON COLUMN match_vacancy.cut_off IS '录取线: where the last admitted stands in the public order; null = places were left';
COMMENT ON COLUMN match_vacancy.back_ups IS 'people to whom it is proposed as a back-up';
COMMENT ON COLUMN match_vacancy.back_up_cut_off IS 'where the last of these stands; null = places were left';

GRANT SELECT ON match_vacancy TO ricebowl_officer;
GRANT SELECT, INSERT ON match_vacancy TO ricebowl_job;
