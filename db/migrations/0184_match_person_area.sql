-- A village looks at its own people of a run of the whole city, and sums are made area by area.
CREATE INDEX match_person_area ON match_person (run_id, area);
