-- What an administrator sets from a day on; the latest recorded for the latest day counts. Nothing is rewritten.
CREATE TABLE parameter (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  kind text NOT NULL CHECK (kind IN ('limit', 'interest')),
  key text NOT NULL,
  value bigint NOT NULL CHECK (value >= 0),
  valid_from date NOT NULL,
  reason text NOT NULL CHECK (reason <> ''),
  recorded_at timestamptz NOT NULL,
  recorded_by text NOT NULL
);
CREATE INDEX parameter_key ON parameter (kind, key, valid_from DESC, id DESC);

-- The rule of 追回: simple interest at the one-year loan prime rate of each day, in hundredths of a percent a year.
INSERT INTO parameter (kind, key, value, valid_from, reason, recorded_at, recorded_by) VALUES
  ('interest', '追回利率', 385, '2021-01-01', '全国银行间同业拆借中心公布的一年期LPR', now(), 'system'),
  ('interest', '追回利率', 370, '2022-01-20', '全国银行间同业拆借中心公布的一年期LPR', now(), 'system'),
  ('interest', '追回利率', 365, '2022-08-22', '全国银行间同业拆借中心公布的一年期LPR', now(), 'system'),
  ('interest', '追回利率', 355, '2023-06-20', '全国银行间同业拆借中心公布的一年期LPR', now(), 'system'),
  ('interest', '追回利率', 345, '2023-08-21', '全国银行间同业拆借中心公布的一年期LPR', now(), 'system'),
  ('interest', '追回利率', 335, '2024-07-22', '全国银行间同业拆借中心公布的一年期LPR', now(), 'system'),
  ('interest', '追回利率', 310, '2024-10-21', '全国银行间同业拆借中心公布的一年期LPR', now(), 'system'),
  ('interest', '追回利率', 300, '2025-05-20', '全国银行间同业拆借中心公布的一年期LPR', now(), 'system');

-- What a credit authority says about a unit, as an officer imported it; a later record replaces an earlier one.
CREATE TABLE credit_record (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  organisation text NOT NULL REFERENCES organisation,
  bad boolean NOT NULL,
  detail text NOT NULL,
  source text NOT NULL,
  said_on date NOT NULL,
  recorded_at timestamptz NOT NULL,
  recorded_by text NOT NULL,
  UNIQUE (organisation, said_on, source, detail)
);

-- The standing of a unit as it was when a claim was declared and when it was to be paid.
CREATE TABLE credit_snapshot (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  subject text NOT NULL,
  occasion text NOT NULL CHECK (occasion IN ('申报', '拨付')),
  organisation text NOT NULL REFERENCES organisation,
  record bigint REFERENCES credit_record,
  bad boolean NOT NULL,
  sentence text NOT NULL,
  taken_at timestamptz NOT NULL
);
CREATE INDEX credit_snapshot_subject ON credit_snapshot (subject, id);

ALTER TABLE payment_order ADD COLUMN held text;

-- Goals of an approval, and each year's actuals.
CREATE TABLE goal (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  claim bigint NOT NULL REFERENCES claim,
  name text NOT NULL,
  unit text NOT NULL,
  target numeric NOT NULL CHECK (target > 0),
  set_at timestamptz NOT NULL,
  set_by text NOT NULL,
  UNIQUE (claim, name)
);

CREATE TABLE evaluation (
  claim bigint NOT NULL REFERENCES claim,
  year int NOT NULL,
  reported_at timestamptz NOT NULL,
  reported_by text NOT NULL,
  confirmed_at timestamptz,
  confirmed_by text,
  rate int,
  grade text CHECK (grade IN ('优', '良', '中', '差')),
  opinion text,
  PRIMARY KEY (claim, year)
);

CREATE TABLE goal_actual (
  goal bigint NOT NULL REFERENCES goal,
  year int NOT NULL,
  actual numeric NOT NULL CHECK (actual >= 0),
  PRIMARY KEY (goal, year)
);

-- Each run of the nightly matching, also one that a crash cut short (then without an end).
CREATE TABLE matching_run (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  started_at timestamptz NOT NULL,
  ended_at timestamptz,
  roots int,
  raised int,
  failed int
);

GRANT SELECT, INSERT ON parameter, credit_record, credit_snapshot, goal, evaluation, goal_actual, matching_run
  TO duixian_app;
GRANT UPDATE ON evaluation, goal_actual, matching_run TO duixian_app;
GRANT DELETE ON goal TO duixian_app;
GRANT USAGE ON ALL SEQUENCES IN SCHEMA public TO duixian_app;
