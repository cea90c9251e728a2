-- Names that sound alike with one birthday are looked up file by file where possible duplicates are listed.
CREATE INDEX person_sound_birth ON person (pinyin, birth_date);
