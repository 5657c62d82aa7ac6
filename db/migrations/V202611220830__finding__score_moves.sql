-- What each check said kind by kind, and which rule said it: what the next look is compared with.
alter table check_tally
  add column kinds  jsonb not null default '{}',
  add column digest text  not null default '';

-- What moved a check's part in the score from one look to the next, cause by cause; an unchanged look costs no row.
create table check_move (
  tenant_id uuid not null default tenant() references organisation on delete cascade,
  scan_id   uuid not null,
  check_id  text not null,
  cause     text not null check (cause in ('FOUND', 'MENDED', 'OBJECTS', 'SIGHT', 'RULES')),
  -- how many objects it is about, 0 where it is about none in particular
  objects   integer not null,
  -- the check's part after this cause, and whether it has one
  counts    boolean not null,
  weight    integer not null,
  value_n   numeric not null,
  value_d   numeric not null,
  primary key (tenant_id, scan_id, check_id, cause),
  foreign key (tenant_id, scan_id) references scan (tenant_id, id) on delete cascade
);
alter table check_move enable row level security;
alter table check_move force row level security;
create policy tenant_isolation on check_move using (tenant_id = tenant()) with check (tenant_id = tenant());
grant select, insert, delete on check_move to plumbline_app;

-- How many judged objects a look saw for the first time, and how many were gone.
alter table scan
  add column came integer not null default 0,
  add column went integer not null default 0;
create index object_version_begun on object_version (tenant_id, cluster_id, valid_from);
