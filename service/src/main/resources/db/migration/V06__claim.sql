CREATE TABLE procedure (
  id text PRIMARY KEY,
  name text NOT NULL
);

-- `limit_days` null: no clock. Natural days count every day, working days by the calendar.
CREATE TABLE procedure_step (
  procedure text NOT NULL REFERENCES procedure,
  step text NOT NULL,
  position int NOT NULL,
  kind text NOT NULL CHECK (kind IN ('draft', 'correction', 'single', 'parallel', 'experts', 'site', 'decision', 'notice', 'pool', 'issue', 'payment', 'end')),
  role text NOT NULL,
  limit_days int,
  natural_days boolean NOT NULL DEFAULT false,
  PRIMARY KEY (procedure, step),
  UNIQUE (procedure, position)
);

CREATE TABLE procedure_transition (
  procedure text NOT NULL,
  step text NOT NULL,
  act text NOT NULL,
  target text NOT NULL,
  role text NOT NULL,
  effect text NOT NULL,
  needs_reason boolean NOT NULL DEFAULT false,
  PRIMARY KEY (procedure, step, act),
  FOREIGN KEY (procedure, step) REFERENCES procedure_step,
  FOREIGN KEY (procedure, target) REFERENCES procedure_step (procedure, step)
);

-- Which procedure an award follows from a day on; '' stands for every other award.
CREATE TABLE award_procedure (
  award text NOT NULL,
  procedure text NOT NULL REFERENCES procedure,
  valid_from date NOT NULL,
  PRIMARY KEY (award, valid_from)
);

CREATE SEQUENCE claim_number;

CREATE TABLE claim (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  number text NOT NULL UNIQUE,
  award text NOT NULL,
  clause text NOT NULL,
  entity text NOT NULL,
  object text NOT NULL,
  year int NOT NULL,
  unit text NOT NULL REFERENCES organisation,
  root text NOT NULL,
  procedure text NOT NULL REFERENCES procedure,
  step text NOT NULL,
  version int NOT NULL DEFAULT 0,
  corrections int NOT NULL DEFAULT 0,
  raised text NOT NULL CHECK (raised IN ('declared', 'matched')),
  opened_at timestamptz NOT NULL,
  submitted_at timestamptz,
  accepted_at timestamptz,
  decided_at timestamptz,
  paid_at timestamptz,
  figure bigint,
  ceiling bigint,
  granted bigint CHECK (granted >= 0),
  budget_year int,
  FOREIGN KEY (procedure, step) REFERENCES procedure_step (procedure, step)
);
CREATE INDEX claim_unit ON claim (unit);
CREATE INDEX claim_step ON claim (step);
-- One open claim for each award, object and year.
CREATE UNIQUE INDEX claim_open ON claim (award, object, year) WHERE step NOT IN ('不予受理', '不予支持', '已撤回', '已追回');

-- What was submitted, copied whole and never changed.
CREATE TABLE submission (
  claim bigint NOT NULL REFERENCES claim,
  version int NOT NULL,
  submitted_at timestamptz NOT NULL,
  submitted_by text NOT NULL,
  policy text NOT NULL REFERENCES policy_version,
  day date NOT NULL,
  readings text NOT NULL,
  facts text NOT NULL,
  result text NOT NULL,
  receipt text NOT NULL,
  account bigint REFERENCES bank_account,
  PRIMARY KEY (claim, version)
);

-- What a grant on the submission takes from.
CREATE TABLE submission_allowance (
  claim bigint NOT NULL,
  version int NOT NULL,
  position int NOT NULL,
  kind text NOT NULL,
  name text NOT NULL,
  key text NOT NULL,
  most bigint NOT NULL,
  PRIMARY KEY (claim, version, position),
  FOREIGN KEY (claim, version) REFERENCES submission
);

CREATE TABLE claim_draft (
  claim bigint PRIMARY KEY REFERENCES claim,
  fields text NOT NULL,
  saved_at timestamptz NOT NULL,
  saved_by text NOT NULL
);

CREATE TABLE claim_file (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  claim bigint NOT NULL REFERENCES claim,
  kind text NOT NULL,
  name text NOT NULL,
  evidence text NOT NULL REFERENCES evidence,
  added_at timestamptz NOT NULL,
  added_by text NOT NULL
);
CREATE INDEX claim_file_claim ON claim_file (claim);
CREATE INDEX claim_file_evidence ON claim_file (evidence);

CREATE TABLE claim_event (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  claim bigint NOT NULL REFERENCES claim,
  at timestamptz NOT NULL,
  actor text NOT NULL,
  act text NOT NULL,
  step text NOT NULL,
  target text NOT NULL,
  reason text NOT NULL,
  audit bigint NOT NULL
);
CREATE INDEX claim_event_claim ON claim_event (claim, id);

-- Somebody's part of a step. `due` null: no clock; `stopped_on`: the clock stands with `left_days` to go.
CREATE TABLE task (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  claim bigint NOT NULL REFERENCES claim,
  step text NOT NULL,
  role text NOT NULL,
  organisation text REFERENCES organisation,
  person text REFERENCES person,
  opened_on date NOT NULL,
  due date,
  stopped_on date,
  left_days int,
  closed_at timestamptz,
  closed_by text,
  verdict text,
  reason text,
  score int CHECK (score BETWEEN 0 AND 100)
);
CREATE INDEX task_claim ON task (claim);
CREATE INDEX task_open ON task (role, due) WHERE closed_at IS NULL;

CREATE TABLE expert_draw (
  claim bigint NOT NULL REFERENCES claim,
  version int NOT NULL,
  seed bigint NOT NULL,
  pool text NOT NULL,
  drawn text NOT NULL,
  drawn_at timestamptz NOT NULL,
  drawn_by text NOT NULL,
  PRIMARY KEY (claim, version)
);
