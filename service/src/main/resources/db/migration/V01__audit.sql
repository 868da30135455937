-- Every act, in the order of its commit and without gaps; the application may add and read, nothing else.
CREATE TABLE audit_log (
  position bigint PRIMARY KEY,
  recorded_at timestamptz NOT NULL,
  actor text NOT NULL,
  act text NOT NULL,
  subject text NOT NULL,
  leaf text NOT NULL CHECK (position(E'\n' IN leaf) = 0),
  hash bytea NOT NULL
);
CREATE INDEX audit_log_subject ON audit_log (subject, position);

CREATE TABLE audit_size (
  only_row boolean PRIMARY KEY DEFAULT true CHECK (only_row),
  size bigint NOT NULL
);
INSERT INTO audit_size (size) VALUES (0);

CREATE TABLE audit_head (
  size bigint PRIMARY KEY,
  root text NOT NULL,
  signed_at bigint NOT NULL,
  signature text NOT NULL,
  peaks text NOT NULL
);

-- The single row makes writers queue up, so that a later position never commits before an earlier one.
CREATE FUNCTION audit_append(at timestamptz, actor text, act text, subject text, leaf text)
RETURNS bigint LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE place bigint;
BEGIN
  UPDATE audit_size SET size = size + 1 RETURNING size - 1 INTO place;
  INSERT INTO audit_log VALUES (place, at, actor, act, subject, leaf, sha256('\x00'::bytea || convert_to(leaf, 'UTF8')));
  RETURN place;
END $$;
