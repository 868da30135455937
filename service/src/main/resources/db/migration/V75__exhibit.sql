-- What those who handle a step add to a case: photos of the site, reports.
CREATE TABLE exhibit (
  claim bigint NOT NULL REFERENCES claim,
  step text NOT NULL,
  name text NOT NULL,
  evidence text NOT NULL REFERENCES evidence,
  added_at timestamptz NOT NULL,
  added_by text NOT NULL,
  PRIMARY KEY (claim, step, evidence)
);
GRANT SELECT, INSERT ON exhibit TO duixian_app;
