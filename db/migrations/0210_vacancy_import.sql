CREATE TABLE vacancy_import (
  county int not null,
  area bigint not null,
  import_id bigint not null,
  row int not null,
  vacancy_id bigint not null,
  effect text not null CHECK (effect IN ('opened', 'changed')),
  said_at timestamptz not null,
  PRIMARY KEY (county, import_id, row),
  CHECK (area / 1000000 = county),
  FOREIGN KEY (county, import_id) REFERENCES import (county, id)
);

COMMENT ON TABLE vacancy_import IS '岗位导入: which vacancy a row of a list entered or refreshed, so that the import can be taken back';
COMMENT ON COLUMN vacancy_import.county IS 'distribution key: the six digits of the area';
COMMENT ON COLUMN vacancy_import.area IS 'area of the post that brought the list, which holds the vacancies it entered';
COMMENT ON COLUMN vacancy_import.import_id IS 'the import';
COMMENT ON COLUMN vacancy_import.row IS 'the row';
COMMENT ON COLUMN vacancy_import.vacancy_id IS 'the vacancy, in the county whose unit holds it';
COMMENT ON COLUMN vacancy_import.effect IS 'opened: it was entered; changed: it stood, and was refreshed';
COMMENT ON COLUMN vacancy_import.said_at IS 'since when the ledger says what the row said; passed as a parameter';

ALTER TABLE vacancy_import ENABLE ROW LEVEL SECURITY;
ALTER TABLE vacancy_import FORCE ROW LEVEL SECURITY;
CREATE POLICY scope ON vacancy_import TO ricebowl_officer, ricebowl_job
  USING (area >= NULLIF(current_setting('ricebowl.lo', true), '')::bigint AND area < NULLIF(current_setting('ricebowl.hi', true), '')::bigint)
  WITH CHECK (area >= NULLIF(current_setting('ricebowl.lo', true), '')::bigint AND area < NULLIF(current_setting('ricebowl.hi', true), '')::bigint);

GRANT SELECT, INSERT, DELETE ON vacancy_import TO ricebowl_officer;
GRANT SELECT, INSERT, DELETE ON vacancy_import TO ricebowl_job;
