-- Whoever reads all files of some counties (determination, figures) asks each table by area; without an index every part of the
-- city read the whole table. Many rows share a village, so the index is small: 41 MB beside two million files.
CREATE INDEX assistance_area ON assistance (area);
CREATE INDEX insurance_area ON insurance (area);
CREATE INDEX membership_area ON membership (area);
CREATE INDEX public_post_area ON public_post (area);
CREATE INDEX roster_area ON roster (area);
CREATE INDEX wish_area ON wish (area);
