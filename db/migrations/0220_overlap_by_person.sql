-- What keeps spells of one person from overlapping is for writing. Under row-level security the planner takes every index for equally
-- selective, and read people by these GiST indexes, at ten times the cost of the B-tree that stands beside each: with the person as an
-- expression no question fits them. The person comes first, which halves what an insertion looks through.
ALTER TABLE membership DROP CONSTRAINT membership_no_overlap;
ALTER TABLE membership ADD CONSTRAINT membership_no_overlap
  EXCLUDE USING gist ((person_id + 0) WITH =, county WITH =, kind WITH =, daterange(valid_from, valid_to) WITH &&);

ALTER TABLE insurance DROP CONSTRAINT insurance_no_overlap;
ALTER TABLE insurance ADD CONSTRAINT insurance_no_overlap
  EXCLUDE USING gist ((person_id + 0) WITH =, county WITH =, kind WITH =, daterange(valid_from, valid_to) WITH &&);

ALTER TABLE roster DROP CONSTRAINT roster_no_overlap;
ALTER TABLE roster ADD CONSTRAINT roster_no_overlap
  EXCLUDE USING gist ((person_id + 0) WITH =, county WITH =, site_id WITH =, daterange(valid_from, valid_to) WITH &&);

ALTER TABLE public_post DROP CONSTRAINT public_post_no_overlap;
ALTER TABLE public_post ADD CONSTRAINT public_post_no_overlap
  EXCLUDE USING gist ((person_id + 0) WITH =, county WITH =, daterange(valid_from, valid_to) WITH &&);

ALTER TABLE work_wish DROP CONSTRAINT work_wish_no_overlap;
ALTER TABLE work_wish ADD CONSTRAINT work_wish_no_overlap
  EXCLUDE USING gist ((person_id + 0) WITH =, county WITH =, daterange(valid_from, valid_to) WITH &&);

ALTER TABLE referral DROP CONSTRAINT referral_no_overlap;
ALTER TABLE referral ADD CONSTRAINT referral_no_overlap
  EXCLUDE USING gist ((person_id + 0) WITH =, county WITH =, vacancy_id WITH =, daterange(valid_from, valid_to) WITH &&);
