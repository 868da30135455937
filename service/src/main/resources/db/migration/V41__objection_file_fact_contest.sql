-- What somebody hands in with an objection.
CREATE TABLE objection_file (
  objection bigint NOT NULL REFERENCES objection,
  name text NOT NULL,
  evidence text NOT NULL REFERENCES evidence,
  PRIMARY KEY (objection, evidence)
);
GRANT SELECT, INSERT ON objection_file TO duixian_app;

-- What a unit says against a measured or recognised fact; an officer settles it, and only then the fact changes.
CREATE TABLE fact_contest (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  organisation text NOT NULL REFERENCES organisation,
  entity text NOT NULL,
  code text NOT NULL,
  field text NOT NULL,
  value text NOT NULL,
  claimed text NOT NULL,
  reason text NOT NULL,
  evidence text REFERENCES evidence,
  filed_at timestamptz NOT NULL,
  filed_by text NOT NULL,
  settled_at timestamptz,
  settled_by text,
  accepted boolean,
  answer text
);
CREATE INDEX fact_contest_organisation ON fact_contest (organisation);
GRANT SELECT, INSERT ON fact_contest TO duixian_app;
GRANT UPDATE (settled_at, settled_by, accepted, answer) ON fact_contest TO duixian_app;
