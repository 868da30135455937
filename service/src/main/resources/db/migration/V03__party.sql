CREATE TABLE organisation (
  id text PRIMARY KEY,
  kind text NOT NULL CHECK (kind IN ('平台单位', '企业', '园区建设方', '镇街', '科室', '部门', '财政', '评审专家', '审计机构')),
  name text NOT NULL,
  credit_code text UNIQUE,
  town text REFERENCES organisation
);

CREATE TABLE person (
  id text PRIMARY KEY,
  name text NOT NULL,
  organisation text NOT NULL REFERENCES organisation,
  phone bytea,
  identity bytea,
  password text
);

CREATE TABLE person_role (
  person text NOT NULL REFERENCES person,
  role text NOT NULL,
  valid_from date NOT NULL,
  valid_to date,
  PRIMARY KEY (person, role, valid_from)
);

CREATE TABLE recognition (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  organisation text NOT NULL REFERENCES organisation,
  kind text NOT NULL,
  document text NOT NULL,
  recognised_on date NOT NULL,
  valid_to date,
  recorded_at timestamptz NOT NULL,
  recorded_by text NOT NULL
);

CREATE TABLE expert (
  person text PRIMARY KEY REFERENCES person,
  field text NOT NULL
);

CREATE TABLE expert_conflict (
  expert text NOT NULL REFERENCES expert,
  organisation text NOT NULL REFERENCES organisation,
  reason text NOT NULL,
  PRIMARY KEY (expert, organisation)
);

-- Account numbers are encrypted by the application; only the last four digits stand open.
CREATE TABLE bank_account (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  organisation text NOT NULL REFERENCES organisation,
  holder text NOT NULL,
  bank text NOT NULL,
  number bytea NOT NULL,
  tail text NOT NULL,
  recorded_at timestamptz NOT NULL,
  recorded_by text NOT NULL,
  verified_at timestamptz,
  verified_by text,
  CHECK (verified_by IS NULL OR verified_by <> recorded_by)
);
