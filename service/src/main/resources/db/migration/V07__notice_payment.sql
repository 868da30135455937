CREATE TABLE notice (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  title text NOT NULL,
  opens date NOT NULL,
  closes date NOT NULL CHECK (closes >= opens),
  corrects bigint REFERENCES notice,
  published_at timestamptz NOT NULL,
  published_by text NOT NULL
);

CREATE TABLE notice_line (
  notice bigint NOT NULL REFERENCES notice,
  claim bigint NOT NULL REFERENCES claim,
  payee text NOT NULL,
  award text NOT NULL,
  granted bigint NOT NULL,
  released_at timestamptz,
  PRIMARY KEY (notice, claim)
);

-- Real-name objections; who objects is encrypted and shown only to those who handle it.
CREATE TABLE objection (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  notice bigint NOT NULL,
  claim bigint NOT NULL,
  name bytea NOT NULL,
  contact bytea NOT NULL,
  content text NOT NULL,
  filed_at timestamptz NOT NULL,
  settled_at timestamptz,
  settled_by text,
  upheld boolean,
  answer text,
  FOREIGN KEY (notice, claim) REFERENCES notice_line
);

CREATE TABLE plan (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  number text NOT NULL UNIQUE,
  title text NOT NULL,
  issued_at timestamptz NOT NULL,
  issued_by text NOT NULL
);

-- The name is the payee's, byte for byte, on the day of the plan.
CREATE TABLE payment_order (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  plan bigint NOT NULL REFERENCES plan,
  claim bigint NOT NULL REFERENCES claim,
  number text NOT NULL UNIQUE,
  payee text NOT NULL,
  account bigint NOT NULL REFERENCES bank_account,
  amount bigint NOT NULL CHECK (amount > 0),
  state text NOT NULL CHECK (state IN ('待发送', '已发送', '已到账', '失败', '已重开')),
  failure text,
  ordered_at timestamptz NOT NULL,
  sent_at timestamptz,
  answered_at timestamptz
);
-- At most one live order for a claim, whatever is pressed twice.
CREATE UNIQUE INDEX payment_order_live ON payment_order (claim) WHERE state IN ('待发送', '已发送', '已到账');

CREATE TABLE bank_feedback (
  line text PRIMARY KEY,
  payment_order bigint NOT NULL REFERENCES payment_order,
  succeeded boolean NOT NULL,
  message text NOT NULL,
  read_at timestamptz NOT NULL,
  read_by text NOT NULL
);

CREATE TABLE recovery (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  claim bigint NOT NULL UNIQUE REFERENCES claim,
  principal bigint NOT NULL CHECK (principal > 0),
  interest bigint NOT NULL CHECK (interest >= 0),
  reason text NOT NULL,
  ordered_at timestamptz NOT NULL,
  ordered_by text NOT NULL
);
