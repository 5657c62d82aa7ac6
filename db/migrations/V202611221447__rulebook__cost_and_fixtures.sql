-- What the last trial of an own check took, and what came of the fixtures in its source when that was saved.
-- Trials made before nobody measured, and sources without fixtures, leave the columns null.
alter table own_check
  -- steps in all, and of the evaluation over one object that took the most
  add column tried_steps    bigint check (tried_steps >= 0),
  add column tried_most     bigint check (tried_most >= 0),
  -- whether the check says of them what they announce, and if not, where not: a line each
  add column fixtures_well  boolean,
  add column fixtures_words text check (length(fixtures_words) <= 4000),
  add column fixtures_steps bigint check (fixtures_steps >= 0),
  add column fixtures_most  bigint check (fixtures_most >= 0),
  add check (num_nulls(tried_steps, tried_most) in (0, 2)),
  add check (num_nulls(fixtures_well, fixtures_words, fixtures_steps, fixtures_most) in (0, 4));
