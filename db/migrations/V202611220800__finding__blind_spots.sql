-- What a check could not judge on an object, and why, over time: as findings, a row for each period,
-- so that a cluster that stays the same costs nothing.
drop table check_unknown;

create table blind_spot (
  tenant_id  uuid not null default tenant() references organisation on delete cascade,
  -- made from cluster, check and object, as a finding's
  id         uuid not null,
  valid_from timestamptz not null,
  valid_to   timestamptz,
  cluster_id uuid not null,
  check_id   text not null,
  kind_group text not null,
  kind       text not null,
  namespace  text not null,
  name       text not null,
  reason     text not null,
  detail     text not null,
  primary key (tenant_id, id, valid_from),
  foreign key (tenant_id, cluster_id) references cluster (tenant_id, id) on delete cascade
);
create unique index blind_spot_open on blind_spot (tenant_id, cluster_id, id) where valid_to is null;
create index blind_spot_by_check on blind_spot (tenant_id, cluster_id, check_id, valid_from);
alter table blind_spot enable row level security;
alter table blind_spot force row level security;
create policy tenant_isolation on blind_spot using (tenant_id = tenant()) with check (tenant_id = tenant());
grant select, insert, update, delete on blind_spot to plumbline_app;
