-- Words of a list of vacancies that tell no occupation by themselves: an officer says once which is meant, and the next list is read so.
CREATE TABLE occupation_word (
  county int not null,
  area bigint not null,
  words text not null,
  occupation text not null CHECK (occupation ~ '^[1-8](-\d{2}){2,3}$'),
  told_at timestamptz not null,
  told_by bigint not null,
  PRIMARY KEY (county, area, words),
  CHECK (area / 1000000 = county)
);

COMMENT ON TABLE occupation_word IS '职业叫法: which occupation the words of a row mean, as an officer of the area told it once';
COMMENT ON COLUMN occupation_word.county IS 'distribution key: the six digits of the area';
COMMENT ON COLUMN occupation_word.area IS 'area of the post that told it';
COMMENT ON COLUMN occupation_word.words IS 'the trade and the title of the row, as written';
COMMENT ON COLUMN occupation_word.occupation IS 'code of the classification of 2022';
COMMENT ON COLUMN occupation_word.told_at IS 'when; passed as a parameter';
COMMENT ON COLUMN occupation_word.told_by IS 'post that told it';

ALTER TABLE occupation_word ENABLE ROW LEVEL SECURITY;
ALTER TABLE occupation_word FORCE ROW LEVEL SECURITY;
CREATE POLICY scope ON occupation_word TO ricebowl_officer, ricebowl_job
  USING (area >= NULLIF(current_setting('ricebowl.lo', true), '')::bigint AND area < NULLIF(current_setting('ricebowl.hi', true), '')::bigint)
  WITH CHECK (area >= NULLIF(current_setting('ricebowl.lo', true), '')::bigint AND area < NULLIF(current_setting('ricebowl.hi', true), '')::bigint);

GRANT SELECT, INSERT, UPDATE ON occupation_word TO ricebowl_officer;
GRANT SELECT, INSERT, UPDATE ON occupation_word TO ricebowl_job;
