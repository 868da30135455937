-- The writer lets go of the log when its commit is in memory; the application then waits for the disk
-- before it answers. The log is written to disk in order, so nothing is kept whose beginning is lost.
CREATE OR REPLACE FUNCTION audit_append(at timestamptz, actor text, act text, subject text, leaf text)
RETURNS bigint LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE place bigint;
BEGIN
  PERFORM set_config('synchronous_commit', 'off', true);
  UPDATE audit_size SET size = size + 1 RETURNING size - 1 INTO place;
  INSERT INTO audit_log VALUES (place, at, actor, act, subject, leaf, sha256('\x00'::bytea || convert_to(leaf, 'UTF8')));
  RETURN place;
END $$;
