-- The special audit: every import of a case's invoices is a version of its own; days both included, amounts in fen.
CREATE TABLE voucher_sheet (
  claim bigint NOT NULL REFERENCES claim,
  version integer NOT NULL,
  built_from date NOT NULL,
  built_to date NOT NULL CHECK (built_to >= built_from),
  recorded_at timestamptz NOT NULL,
  recorded_by text NOT NULL,
  PRIMARY KEY (claim, version)
);
CREATE TABLE voucher (
  claim bigint NOT NULL,
  version integer NOT NULL,
  line integer NOT NULL,
  item text NOT NULL,
  invoice text NOT NULL,
  invoiced date NOT NULL,
  total bigint NOT NULL CHECK (total >= 0),
  vat bigint NOT NULL CHECK (vat BETWEEN 0 AND total),
  contract text NOT NULL,
  payment text NOT NULL,
  booking text NOT NULL,
  declared boolean NOT NULL,
  PRIMARY KEY (claim, version, line),
  FOREIGN KEY (claim, version) REFERENCES voucher_sheet
);
CREATE INDEX voucher_invoice ON voucher (invoice);
GRANT SELECT, INSERT ON voucher_sheet, voucher TO duixian_app;
