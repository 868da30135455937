-- What somebody hands in with an objection.
CREATE TABLE objection_file (
  objection bigint NOT NULL REFERENCES objection,
  name text NOT NULL,
  evidence text NOT NULL REFERENCES evidence,
  PRIMARY KEY (objection, evidence)
);
GRANT SELECT, INSERT ON objection_file TO duixian_app;
