-- Who has a status of some kind in a county: without it the planner takes the index that refuses overlaps, which costs some forty times
-- as much to ask (374 ms against 10 for the monitored of a county among two million files).
CREATE INDEX membership_kind ON membership (county, kind, person_id);
