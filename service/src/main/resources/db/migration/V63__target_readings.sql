-- The last reading of the targets and of their course, for who opens the page before the next one is ready.
CREATE TABLE target_reading (
  kind text PRIMARY KEY CHECK (kind IN ('standings', 'courses')),
  policy text NOT NULL,
  content text NOT NULL
);
GRANT SELECT, INSERT, UPDATE ON target_reading TO duixian_app;
