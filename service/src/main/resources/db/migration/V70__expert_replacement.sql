-- An expert who was drawn and does not judge: who stands in, why, and whether it was a conflict. Added, never changed.
CREATE TABLE expert_replacement (
  claim bigint NOT NULL,
  version int NOT NULL,
  expert text NOT NULL REFERENCES person,
  successor text NOT NULL REFERENCES person,
  conflict boolean NOT NULL,
  reason text NOT NULL,
  replaced_at timestamptz NOT NULL,
  replaced_by text NOT NULL,
  PRIMARY KEY (claim, version, expert),
  UNIQUE (claim, version, successor),
  FOREIGN KEY (claim, version) REFERENCES expert_draw
);
GRANT SELECT, INSERT ON expert_replacement TO duixian_app;
