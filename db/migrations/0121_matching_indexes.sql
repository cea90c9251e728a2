-- What lists find files by: the number of a household, and files that have no identity number yet, of which a row's may be theirs.
-- Without them every part of a list reads the whole county.
CREATE INDEX household_code ON household (county, code);
CREATE INDEX person_unnumbered ON person (county, area) WHERE id_index IS NULL;
