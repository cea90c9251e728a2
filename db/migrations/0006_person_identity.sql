CREATE TABLE person_identity (
  id_index bytea PRIMARY KEY,
  county int not null,
  person_id bigint not null
);

COMMENT ON TABLE person_identity IS 'city-wide registry: one identity number, one person; no login reads it, register_identity() and find_by_identity() do';
COMMENT ON COLUMN person_identity.id_index IS 'blind index (HMAC-SM3) of the normalised identity number';
COMMENT ON COLUMN person_identity.county IS 'county of the file';
COMMENT ON COLUMN person_identity.person_id IS 'the person';

GRANT SELECT, INSERT, DELETE ON person_identity TO ricebowl_search;
