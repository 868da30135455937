-- What a submission pins is kept once under its SHA-256: the claims of a unit mostly rest on the same facts.
CREATE TABLE snapshot_part (
  hash text PRIMARY KEY,
  content text NOT NULL,
  CHECK (hash = encode(sha256(convert_to(content, 'UTF8')), 'hex'))
);

INSERT INTO snapshot_part (hash, content)
SELECT DISTINCT encode(sha256(convert_to(part, 'UTF8')), 'hex'), part
FROM submission, LATERAL (VALUES (readings), (facts), (result)) AS pinned (part);

ALTER TABLE submission
  ALTER COLUMN readings TYPE text USING encode(sha256(convert_to(readings, 'UTF8')), 'hex'),
  ALTER COLUMN facts TYPE text USING encode(sha256(convert_to(facts, 'UTF8')), 'hex'),
  ALTER COLUMN result TYPE text USING encode(sha256(convert_to(result, 'UTF8')), 'hex');
ALTER TABLE submission RENAME COLUMN readings TO readings_hash;
ALTER TABLE submission RENAME COLUMN facts TO facts_hash;
ALTER TABLE submission RENAME COLUMN result TO result_hash;
ALTER TABLE submission
  ADD FOREIGN KEY (readings_hash) REFERENCES snapshot_part,
  ADD FOREIGN KEY (facts_hash) REFERENCES snapshot_part,
  ADD FOREIGN KEY (result_hash) REFERENCES snapshot_part;

-- Submissions with what they pin, written out.
CREATE VIEW submitted AS
SELECT s.claim, s.version, s.submitted_at, s.submitted_by, s.policy, s.day, readings.content AS readings,
  facts.content AS facts, result.content AS result, s.receipt, s.account
FROM submission s
JOIN snapshot_part readings ON readings.hash = s.readings_hash
JOIN snapshot_part facts ON facts.hash = s.facts_hash
JOIN snapshot_part result ON result.hash = s.result_hash;

GRANT SELECT, INSERT ON snapshot_part TO duixian_app;
GRANT SELECT ON submitted TO duixian_app;
