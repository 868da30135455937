-- Matching asks for all cases under a unit's records at once.
CREATE INDEX claim_root ON claim (root);

-- What pages add up over all claims is read from these alone.
CREATE INDEX claim_steps ON claim (step, id DESC) INCLUDE (granted);
CREATE INDEX claim_decided ON claim (decided_at) INCLUDE (step, granted, paid_at) WHERE granted IS NOT NULL;
DROP INDEX claim_step;
