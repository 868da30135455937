-- A file that was taken out of a case stays on record: a resubmission shows what came and what went.
ALTER TABLE claim_file ADD COLUMN removed_at timestamptz, ADD COLUMN removed_by text;
REVOKE DELETE ON claim_file FROM duixian_app;
GRANT UPDATE (removed_at, removed_by) ON claim_file TO duixian_app;
