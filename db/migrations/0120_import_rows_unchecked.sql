-- A check for every row that its import is there asked one row a million times, and took as long as writing the row. An import is never
-- deleted, and the rows of a part come with its line of import_chunk, which keeps the check.
ALTER TABLE import_row DROP CONSTRAINT import_row_county_import_id_fkey;
ALTER TABLE import_outcome DROP CONSTRAINT import_outcome_county_import_id_fkey;
