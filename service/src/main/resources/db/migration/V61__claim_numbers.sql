-- The last number of each year, counted in the transaction that opens a claim: what is broken off leaves no gap.
DROP SEQUENCE claim_number;
CREATE TABLE claim_number (
  year int PRIMARY KEY,
  last int NOT NULL
);
INSERT INTO claim_number (year, last)
SELECT left(number, 4)::int, max(substr(number, 6)::int) FROM claim GROUP BY 1;
GRANT SELECT, INSERT, UPDATE ON claim_number TO duixian_app;
