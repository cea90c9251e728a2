-- A password that an administrator handed over counts only until its owner has chosen one.
ALTER TABLE officer ADD COLUMN password_due boolean not null default false;
COMMENT ON COLUMN officer.password_due IS 'the password was handed over by an administrator: nothing but choosing another may be done with it';
