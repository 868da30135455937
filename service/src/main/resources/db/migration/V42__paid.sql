-- Whether more was paid since durations were last worked out.
CREATE INDEX claim_paid ON claim (paid_at) WHERE paid_at IS NOT NULL;
