-- The moment of knowledge stands in the seal alone: figures that a new edition leaves as they were keep what was said of them.
COMMENT ON COLUMN snapshot_area.hash IS 'SM3 over plan, day, definition, division, area and figures; the moment of knowledge is sealed at the head of the snapshot';
