-- What a unit is looked up by stands in one place.
DROP INDEX organisation_parts;
ALTER TABLE organisation ADD COLUMN words text NOT NULL
  GENERATED ALWAYS AS (lower(id || ' ' || name || coalesce(' ' || credit_code, ''))) STORED;
CREATE INDEX organisation_parts ON organisation USING gin (words gin_trgm_ops);
