-- The steps of 从申报到拨付 as data: three procedures, changed here or by a later migration, never in code.
INSERT INTO procedure VALUES
  ('标准', '标准程序'),
  ('评审', '评审程序（专家评审与专项审计）'),
  ('免申', '免申即享程序');

INSERT INTO procedure_step (procedure, step, position, kind, role, limit_days, natural_days)
SELECT p.id, s.step, s.position, s.kind, s.role, s.limit_days, s.natural_days
FROM procedure p
JOIN (VALUES
  ('标准 评审',      '草稿',     1,  'draft',      'APPLICANT',  NULL, false),
  ('免申',           '待确认',   2,  'draft',      'APPLICANT',  NULL, false),
  ('标准 评审',      '受理',     3,  'single',     'TOWNSHIP',   5,    false),
  ('标准 评审',      '补正',     4,  'correction', 'APPLICANT',  10,   false),
  ('标准 评审 免申', '形式审查', 5,  'single',     'REVIEWER',   5,    false),
  ('标准 评审',      '联合审查', 6,  'parallel',   'DEPARTMENT', 5,    false),
  ('评审',           '专家评审', 7,  'experts',    'EXPERT',     15,   false),
  ('标准 评审',      '现场核查', 8,  'site',       'REVIEWER',   10,   false),
  ('评审',           '专项审计', 9,  'single',     'AUDITOR',    20,   false),
  ('标准 评审 免申', '审定',     10, 'decision',   'LEADER',     NULL, false),
  ('标准 评审 免申', '公示',     11, 'notice',     'REVIEWER',   7,    true),
  ('标准 评审 免申', '入库',     12, 'pool',       'FINANCE',    NULL, false),
  ('标准 评审 免申', '下达',     13, 'issue',      'FINANCE',    5,    false),
  ('标准 评审 免申', '拨付',     14, 'payment',    'FINANCE',    1,    false),
  ('标准 评审 免申', '已拨付',   15, 'end',        'APPLICANT',  NULL, false),
  ('标准 评审',      '不予受理', 16, 'end',        'APPLICANT',  NULL, false),
  ('标准 评审 免申', '不予支持', 17, 'end',        'APPLICANT',  NULL, false),
  ('标准 评审 免申', '已撤回',   18, 'end',        'APPLICANT',  NULL, false),
  ('标准 评审 免申', '已追回',   19, 'end',        'APPLICANT',  NULL, false)
) AS s(procedures, step, position, kind, role, limit_days, natural_days)
  ON p.id = ANY (string_to_array(s.procedures, ' '));

INSERT INTO procedure_transition (procedure, step, act, target, role, effect, needs_reason)
SELECT p.id, t.step, t.act, t.target, t.role, t.effect, t.needs_reason
FROM procedure p
JOIN (VALUES
  ('标准 评审',      '草稿',     '提交',     '受理',     'APPLICANT',  'SUBMIT',  false),
  ('标准 评审',      '草稿',     '撤回',     '已撤回',   'APPLICANT',  'NONE',    false),
  ('免申',           '待确认',   '提交',     '形式审查', 'APPLICANT',  'SUBMIT',  false),
  ('免申',           '待确认',   '撤回',     '已撤回',   'APPLICANT',  'NONE',    false),
  ('标准 评审',      '受理',     '受理',     '形式审查', 'TOWNSHIP',   'ACCEPT',  false),
  ('标准 评审',      '受理',     '要求补正', '补正',     'TOWNSHIP',   'STOP',    true),
  ('标准 评审',      '受理',     '不予受理', '不予受理', 'TOWNSHIP',   'NONE',    true),
  ('标准 评审',      '受理',     '撤回',     '已撤回',   'APPLICANT',  'NONE',    true),
  ('标准 评审',      '补正',     '提交',     '受理',     'APPLICANT',  'SUBMIT',  false),
  ('标准 评审',      '补正',     '撤回',     '已撤回',   'APPLICANT',  'NONE',    true),
  ('标准 评审',      '形式审查', '通过',     '联合审查', 'REVIEWER',   'NONE',    false),
  ('标准 评审',      '形式审查', '退回',     '受理',     'REVIEWER',   'NONE',    true),
  ('免申',           '形式审查', '通过',     '审定',     'REVIEWER',   'NONE',    false),
  ('标准 评审 免申', '形式审查', '不予支持', '不予支持', 'REVIEWER',   'NONE',    true),
  ('标准',           '联合审查', '通过',     '现场核查', 'DEPARTMENT', 'NONE',    false),
  ('评审',           '联合审查', '通过',     '专家评审', 'DEPARTMENT', 'NONE',    false),
  ('标准 评审',      '联合审查', '不通过',   '形式审查', 'DEPARTMENT', 'NONE',    true),
  ('评审',           '专家评审', '通过',     '现场核查', 'EXPERT',     'NONE',    false),
  ('评审',           '专家评审', '不通过',   '形式审查', 'EXPERT',     'NONE',    true),
  ('标准',           '现场核查', '通过',     '审定',     'REVIEWER',   'NONE',    false),
  ('评审',           '现场核查', '通过',     '专项审计', 'REVIEWER',   'NONE',    false),
  ('标准 评审',      '现场核查', '不通过',   '形式审查', 'REVIEWER',   'NONE',    true),
  ('评审',           '专项审计', '通过',     '审定',     'AUDITOR',    'NONE',    false),
  ('评审',           '专项审计', '不通过',   '形式审查', 'AUDITOR',    'NONE',    true),
  ('标准 评审 免申', '审定',     '审定',     '公示',     'LEADER',     'RESERVE', false),
  ('标准 评审 免申', '审定',     '退回',     '形式审查', 'LEADER',     'NONE',    true),
  ('标准 评审 免申', '审定',     '不予支持', '不予支持', 'LEADER',     'NONE',    true),
  ('标准 评审 免申', '公示',     '公示期满', '入库',     'SYSTEM',     'NONE',    false),
  ('标准 评审 免申', '公示',     '异议成立', '审定',     'REVIEWER',   'RELEASE', true),
  ('标准 评审 免申', '入库',     '批复',     '下达',     'FINANCE',    'FUND',    false),
  ('标准 评审 免申', '入库',     '撤销审定', '审定',     'LEADER',     'RELEASE', true),
  ('标准 评审 免申', '下达',     '下达',     '拨付',     'FINANCE',    'NONE',    false),
  ('标准 评审 免申', '下达',     '撤销审定', '审定',     'LEADER',     'RELEASE', true),
  ('标准 评审 免申', '拨付',     '到账',     '已拨付',   'SYSTEM',     'SETTLE',  false),
  ('标准 评审 免申', '已拨付',   '追回',     '已追回',   'FINANCE',    'REVERSE', true)
) AS t(procedures, step, act, target, role, effect, needs_reason)
  ON p.id = ANY (string_to_array(t.procedures, ' '));

INSERT INTO award_procedure (award, procedure, valid_from) VALUES
  ('', '标准', '2021-01-01'),
  ('集群专业平台奖励', '评审', '2021-01-01'),
  ('标杆应用示范奖励', '评审', '2021-01-01'),
  ('示范产线奖励', '评审', '2021-01-01'),
  ('集群试点奖励', '评审', '2021-01-01');
