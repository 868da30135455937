-- How far the half year of the sample city is told: the turn that comes next. Empty where there is no sample city.
CREATE TABLE story (
  only_row boolean PRIMARY KEY DEFAULT true CHECK (only_row),
  round int NOT NULL,
  wave int NOT NULL,
  turn int NOT NULL
);
GRANT SELECT, INSERT, UPDATE ON story TO duixian_app;
