-- A record of a 主体; `root` is the record at the end of the chain of parents, itself when it has none.
CREATE TABLE record (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  entity text NOT NULL,
  code text NOT NULL,
  parent bigint REFERENCES record,
  root bigint REFERENCES record,
  year int,
  recorded_at timestamptz NOT NULL,
  recorded_by text NOT NULL,
  UNIQUE (entity, code)
);
CREATE INDEX record_root ON record (root);

CREATE TABLE evidence (
  hash text PRIMARY KEY,
  name text NOT NULL,
  media text NOT NULL,
  size bigint NOT NULL,
  content bytea NOT NULL,
  recorded_at timestamptz NOT NULL,
  recorded_by text NOT NULL
);

-- What was said about a record, when and by whom; a correction is a later row. A null value withdraws.
CREATE TABLE fact (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  record bigint NOT NULL REFERENCES record,
  field text NOT NULL,
  value text,
  valid_from date,
  valid_to date,
  source text NOT NULL CHECK (source IN ('measured', 'recognised', 'documented', 'declared')),
  evidence text REFERENCES evidence,
  origin text NOT NULL,
  recorded_at timestamptz NOT NULL,
  recorded_by text NOT NULL
);
CREATE INDEX fact_record ON fact (record, field, recorded_at DESC, id DESC);
CREATE INDEX fact_value ON fact (field, value) WHERE field IN ('企业', '产品指纹', '方案名称', '应用企业', '园区建设方');
