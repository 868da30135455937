-- Every text of a policy that was ever in force here: a past decision is run again on the words of its day.
CREATE TABLE policy_version (
  version text PRIMARY KEY,
  name text NOT NULL,
  literate_name text NOT NULL,
  literate text NOT NULL,
  official text,
  in_force_from timestamptz NOT NULL,
  recorded_by text NOT NULL
);

-- The choice at a reading from a day on; the latest recorded one for the latest day counts.
CREATE TABLE reading_choice (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  policy text NOT NULL,
  reading text NOT NULL,
  choice text NOT NULL,
  valid_from date NOT NULL,
  reason text NOT NULL,
  recorded_at timestamptz NOT NULL,
  recorded_by text NOT NULL
);

-- Days on which the calendar differs from Monday to Friday.
CREATE TABLE calendar_day (
  day date PRIMARY KEY,
  working boolean NOT NULL,
  name text NOT NULL,
  source text NOT NULL
);
