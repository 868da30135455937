-- A file is looked up by the beginning of its hash.
CREATE INDEX claim_file_hash ON claim_file (evidence text_pattern_ops);
