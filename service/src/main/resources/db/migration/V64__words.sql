-- What is looked up by any part of it. Texts of three characters and more are found by their trigrams.
CREATE EXTENSION IF NOT EXISTS pg_trgm;

-- Beside the case, whose row changes with every step while these never do.
CREATE TABLE claim_words (
  claim bigint PRIMARY KEY REFERENCES claim,
  words text NOT NULL
);
CREATE FUNCTION claim_worded() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO claim_words (claim, words) VALUES (NEW.id, NEW.number || ' ' || NEW.award || ' ' || NEW.object);
  RETURN NULL;
END $$;
CREATE TRIGGER claim_worded AFTER INSERT ON claim FOR EACH ROW EXECUTE FUNCTION claim_worded();
INSERT INTO claim_words (claim, words) SELECT id, number || ' ' || award || ' ' || object FROM claim;
GRANT SELECT, INSERT ON claim_words TO duixian_app;

CREATE INDEX claim_words_parts ON claim_words USING gin (words gin_trgm_ops);
CREATE INDEX organisation_parts ON organisation
  USING gin (lower(id || ' ' || name || coalesce(' ' || credit_code, '')) gin_trgm_ops);
CREATE INDEX notice_line_parts ON notice_line USING gin ((payee || ' ' || award) gin_trgm_ops);
