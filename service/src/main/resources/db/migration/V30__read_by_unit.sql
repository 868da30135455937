-- Matching asks for all cases under a unit's records at once.
CREATE INDEX claim_root ON claim (root);
