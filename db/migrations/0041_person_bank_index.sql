-- Who is paid into the same account is asked of every file that changes.
CREATE INDEX person_bank_index ON person (bank_index);
