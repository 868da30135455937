-- What the application may do. It adds to the log and to what was said or decided, and rewrites neither.
DO $$
BEGIN
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'duixian_app') THEN
    CREATE ROLE duixian_app NOLOGIN;
  END IF;
END $$;

REVOKE ALL ON SCHEMA public FROM PUBLIC;
GRANT USAGE ON SCHEMA public TO duixian_app;
REVOKE EXECUTE ON FUNCTION audit_append FROM PUBLIC;
GRANT EXECUTE ON FUNCTION audit_append TO duixian_app;

GRANT SELECT ON ALL TABLES IN SCHEMA public TO duixian_app;
REVOKE ALL ON TABLE flyway_schema_history FROM duixian_app;
GRANT INSERT ON
  audit_head, policy_version, reading_choice, calendar_day, organisation, person, person_role, recognition, expert,
  expert_conflict, bank_account, record, evidence, fact, account, journal, entry, award_procedure, claim, submission,
  submission_allowance, claim_draft, claim_file, claim_event, task, expert_draw, notice, notice_line, objection, plan,
  payment_order, bank_feedback, recovery TO duixian_app;
GRANT UPDATE ON
  organisation, person, person_role, recognition, bank_account, account, claim, claim_draft, task, notice_line,
  objection, payment_order, calendar_day TO duixian_app;
GRANT USAGE ON ALL SEQUENCES IN SCHEMA public TO duixian_app;
GRANT DELETE ON claim_draft, claim_file, expert_conflict TO duixian_app;
