-- Who else waits for the same cap.
CREATE INDEX submission_allowance_account ON submission_allowance (name, key);
-- The orders of a plan and of a claim; the lists that a claim stood on; the objections to a line.
CREATE INDEX payment_order_plan ON payment_order (plan);
CREATE INDEX payment_order_claim ON payment_order (claim);
CREATE INDEX payment_order_state ON payment_order (state) WHERE state IN ('待发送', '已发送', '失败');
CREATE INDEX notice_line_claim ON notice_line (claim);
CREATE INDEX objection_line ON objection (notice, claim);
