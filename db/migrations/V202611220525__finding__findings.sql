-- A finding over time: one row for each period in which a check failed on an object in the same way.
create table finding (
  tenant_id    uuid not null default tenant() references organisation on delete cascade,
  -- made from cluster, check and object: the same over re-creations and re-openings
  id           uuid not null,
  valid_from   timestamptz not null,
  valid_to     timestamptz,
  cluster_id   uuid not null,
  check_id     text not null,
  severity     text not null check (severity in ('CRITICAL', 'HIGH', 'MEDIUM', 'LOW', 'INFO')),
  weight       integer not null,
  kind_group   text not null,
  kind         text not null,
  namespace    text not null,
  name         text not null,
  offences     jsonb not null,
  -- where the present unbroken run of failures began, and whether it had been fixed before
  opened_at    timestamptz not null,
  reopened     boolean not null,
  rule_pack    text not null,
  closed_why   text check (closed_why in ('FIXED', 'GONE', 'NOT_APPLICABLE', 'RETIRED', 'CHANGED')),
  primary key (tenant_id, id, valid_from),
  foreign key (tenant_id, cluster_id) references cluster (tenant_id, id) on delete cascade
);
create unique index finding_open on finding (tenant_id, cluster_id, id) where valid_to is null;
create index finding_by_check on finding (tenant_id, check_id, cluster_id) where valid_to is null;
create index finding_by_time on finding (tenant_id, cluster_id, valid_from, valid_to);
alter table finding enable row level security;
alter table finding force row level security;
create policy tenant_isolation on finding using (tenant_id = tenant()) with check (tenant_id = tenant());
grant select, insert, update, delete on finding to plumbline_app;

-- What each check said in each scan: the score's receipt, line by line.
create table check_tally (
  tenant_id      uuid not null default tenant() references organisation on delete cascade,
  scan_id        uuid not null,
  check_id       text not null,
  severity       text not null,
  state          text not null check (state in ('ASSESSED', 'UNKNOWN', 'EMPTY', 'NOT_APPLICABLE')),
  detail         text not null,
  passed         integer not null,
  failed         integer not null,
  not_applicable integer not null,
  unknown        integer not null,
  unread         jsonb not null,
  -- whether it counts in the score, its weight, and its exact value and unknown share
  counts         boolean not null,
  weight         integer not null,
  value_n        numeric not null,
  value_d        numeric not null,
  unknown_n      numeric not null,
  unknown_d      numeric not null,
  primary key (tenant_id, scan_id, check_id),
  foreign key (tenant_id, scan_id) references scan (tenant_id, id) on delete cascade
);
alter table check_tally enable row level security;
alter table check_tally force row level security;
create policy tenant_isolation on check_tally using (tenant_id = tenant()) with check (tenant_id = tenant());
grant select, insert, delete on check_tally to plumbline_app;

-- Objects a scan could not judge, with the reason: never a pass, never silent.
create table check_unknown (
  tenant_id  uuid not null default tenant() references organisation on delete cascade,
  scan_id    uuid not null,
  check_id   text not null,
  kind_group text not null,
  kind       text not null,
  namespace  text not null,
  name       text not null,
  reason     text not null,
  detail     text not null,
  primary key (tenant_id, scan_id, check_id, kind_group, kind, namespace, name),
  foreign key (tenant_id, scan_id) references scan (tenant_id, id) on delete cascade
);
alter table check_unknown enable row level security;
alter table check_unknown force row level security;
create policy tenant_isolation on check_unknown using (tenant_id = tenant()) with check (tenant_id = tenant());
grant select, insert, delete on check_unknown to plumbline_app;
