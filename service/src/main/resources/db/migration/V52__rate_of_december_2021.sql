-- The cut of 20 December 2021, which the first list left out. Checked against what was published on each day:
--   3.85 %  until 2021-12-19  Xinhua, 2021-05-20: 3.85 since April 2020, by the National Interbank Funding Center
--   3.80 %  from  2021-12-20  Reuters (channelnewsasia.com), 2021-12-20: from 3.85
--   3.70 %  from  2022-01-20  CNBC, 2022-01-20: from 3.80
--   3.65 %  from  2022-08-22  Kyodo (nippon.com), 2022-08-22: lowered by 0.05 points
--   3.55 %  from  2023-06-20  Xinhua (en.people.cn), 2023-06-20: from 3.65
--   3.45 %  from  2023-08-21  moneycontrol.com after the PBoC, 2023-08-21: from 3.55
--   3.35 %  from  2024-07-22  RTHK after Reuters, 2024-07-22: from 3.45
--   3.10 %  from  2024-10-21  S&P Global, 2025-05-20: lowered by 0.25 points in October 2024; the day is that of the month's
--                             fixing, for which we found no page
--   3.00 %  from  2025-05-20  S&P Global, 2025-05-20: from 3.10
INSERT INTO parameter (kind, key, value, valid_from, reason, recorded_at, recorded_by) VALUES
  ('interest', '追回利率', 380, '2021-12-20', '全国银行间同业拆借中心公布的一年期LPR', now(), 'system');
