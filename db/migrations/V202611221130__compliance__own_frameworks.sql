-- Frameworks that an organisation writes. Their texts are kept for good: a score of the past was made by one of them.
create table own_framework (
  tenant_id  uuid not null default tenant() references organisation on delete cascade,
  id         uuid not null,
  -- the framework's id, by which attestations, scores and schedules name it
  slug       text not null check (slug ~ '^own-[a-z0-9]+(-[a-z0-9]+)*$' and length(slug) <= 60),
  created_by text not null,
  created_at timestamptz not null,
  primary key (tenant_id, id),
  unique (tenant_id, slug)
);
alter table own_framework enable row level security;
alter table own_framework force row level security;
create policy tenant_isolation on own_framework using (tenant_id = tenant()) with check (tenant_id = tenant());
grant select, insert, update, delete on own_framework to plumbline_app;

-- Every text that was ever saved, numbered from 1.
create table own_framework_text (
  tenant_id    uuid not null default tenant() references organisation on delete cascade,
  id           uuid not null,
  framework_id uuid not null,
  revision     integer not null check (revision > 0),
  name         text not null,
  yaml         text not null check (length(yaml) between 1 and 1048576),
  saved_by     text not null,
  saved_at     timestamptz not null,
  primary key (tenant_id, id),
  unique (tenant_id, framework_id, revision),
  foreign key (tenant_id, framework_id) references own_framework (tenant_id, id) on delete cascade
);
alter table own_framework_text enable row level security;
alter table own_framework_text force row level security;
create policy tenant_isolation on own_framework_text using (tenant_id = tenant()) with check (tenant_id = tenant());
-- What was saved stays as it was.
grant select, insert, delete on own_framework_text to plumbline_app;

-- From when to when which text was in force. Without a row a framework is a draft; with none that is open it is retired.
create table own_framework_term (
  tenant_id    uuid not null default tenant() references organisation on delete cascade,
  id           uuid not null,
  framework_id uuid not null,
  revision     integer not null,
  valid_from   timestamptz not null,
  valid_to     timestamptz check (valid_to >= valid_from),
  published_by text not null,
  ended_by     text,
  primary key (tenant_id, id),
  foreign key (tenant_id, framework_id, revision) references own_framework_text (tenant_id, framework_id, revision)
);
create unique index own_framework_in_force on own_framework_term (tenant_id, framework_id) where valid_to is null;
alter table own_framework_term enable row level security;
alter table own_framework_term force row level security;
create policy tenant_isolation on own_framework_term using (tenant_id = tenant()) with check (tenant_id = tenant());
grant select, insert, update (valid_to, ended_by) on own_framework_term to plumbline_app;
