-- An account never holds more than its bound; null: unbounded. `used` is reserved + settled.
CREATE TABLE account (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  kind text NOT NULL CHECK (kind IN ('cap', 'places', 'budget', 'source')),
  name text NOT NULL,
  key text NOT NULL,
  bound bigint,
  reserved bigint NOT NULL DEFAULT 0 CHECK (reserved >= 0),
  settled bigint NOT NULL DEFAULT 0 CHECK (settled >= 0),
  CHECK (bound IS NULL OR reserved + settled <= bound),
  UNIQUE (kind, name, key)
);

CREATE TABLE journal (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  claim bigint NOT NULL,
  kind text NOT NULL CHECK (kind IN ('reserve', 'settle', 'release', 'reverse')),
  recorded_at timestamptz NOT NULL,
  recorded_by text NOT NULL
);
CREATE INDEX journal_claim ON journal (claim);

-- What leaves one stage of an account enters another: the entries of a journal add up to zero on each account.
CREATE TABLE entry (
  journal bigint NOT NULL REFERENCES journal,
  account bigint NOT NULL REFERENCES account,
  stage text NOT NULL CHECK (stage IN ('available', 'reserved', 'settled')),
  amount bigint NOT NULL,
  PRIMARY KEY (journal, account, stage)
);
CREATE INDEX entry_account ON entry (account);
