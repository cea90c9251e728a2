-- What the cells of lists hold is asked by nobody in a WHERE, and counting it after every import took as long as reading the list.
ALTER TABLE import_row ALTER COLUMN values SET STATISTICS 0;
ALTER TABLE import_row ALTER COLUMN indexes SET STATISTICS 0;
ALTER TABLE import_row ALTER COLUMN sealed SET STATISTICS 0;
ALTER TABLE import_row ALTER COLUMN faults SET STATISTICS 0;
ALTER TABLE import_outcome ALTER COLUMN differences SET STATISTICS 0;
ALTER TABLE import_outcome ALTER COLUMN faults SET STATISTICS 0;
ALTER TABLE import_outcome ALTER COLUMN candidates SET STATISTICS 0;
