-- Checks that an organisation wrote. The source is what is being worked on; what counts is what was switched on.
create table own_check (
  tenant_id      uuid not null default tenant() references organisation on delete cascade,
  id             uuid not null,
  -- the check's id, by which findings name it
  slug           text not null check (slug ~ '^own-[a-z0-9]+(-[a-z0-9]+)*$' and length(slug) <= 64),
  state          text not null check (state in ('DRAFT', 'ACTIVE', 'RETIRED')),
  -- a check.yaml, and its SHA-256 in hexadecimal
  source         text not null check (octet_length(source) between 1 and 65536),
  digest         text not null check (length(digest) = 64),
  -- the source that counts, or counted last; null while none ever did
  counted        text check (octet_length(counted) between 1 and 65536),
  counted_digest text check (length(counted_digest) = 64),
  created_by     text not null,
  created_at     timestamptz not null,
  changed_by     text not null,
  changed_at     timestamptz not null,
  -- the last trial: of which source, on which cluster, whether every object could be judged, and what came out
  tried_digest   text check (length(tried_digest) = 64),
  tried_on       text check (length(tried_on) <= 200),
  tried_at       timestamptz,
  tried_well     boolean,
  tried_words    text check (length(tried_words) <= 1000),
  primary key (tenant_id, id),
  unique (tenant_id, slug),
  check (num_nulls(counted, counted_digest) in (0, 2)),
  check (num_nulls(tried_digest, tried_on, tried_at, tried_well, tried_words) in (0, 5)),
  check (state = 'DRAFT' or counted is not null)
);
alter table own_check enable row level security;
alter table own_check force row level security;
create policy tenant_isolation on own_check using (tenant_id = tenant()) with check (tenant_id = tenant());
grant select, insert, update, delete on own_check to plumbline_app;
