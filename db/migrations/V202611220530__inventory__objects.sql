-- Objects over time: one row for each period in which an object stood unchanged.
create table object_version (
  tenant_id  uuid not null default tenant() references organisation on delete cascade,
  -- made from cluster, kind, namespace and name: the same over re-creations
  id         uuid not null,
  valid_from timestamptz not null,
  valid_to   timestamptz check (valid_to > valid_from),
  cluster_id uuid not null,
  kind_group text not null,
  kind       text not null,
  namespace  text not null,
  name       text not null,
  version    text not null,
  -- the server's id of this incarnation, empty when not told
  uid        text not null,
  digest     bytea not null check (length(digest) = 32),
  document   jsonb not null,
  primary key (tenant_id, id, valid_from),
  foreign key (tenant_id, cluster_id) references cluster (tenant_id, id) on delete cascade
);
create unique index object_version_open on object_version (tenant_id, id) where valid_to is null;
create index object_version_by_kind on object_version (tenant_id, cluster_id, kind, kind_group, namespace, name);
create index object_version_ended on object_version (tenant_id, valid_to) where valid_to is not null;
alter table object_version enable row level security;
alter table object_version force row level security;
create policy tenant_isolation on object_version using (tenant_id = tenant()) with check (tenant_id = tenant());
grant select, insert, update, delete on object_version to plumbline_app;

-- How far each scan read each kind; what a scan did not read is a visible gap.
create table scan_coverage (
  tenant_id  uuid not null default tenant() references organisation on delete cascade,
  scan_id    uuid not null,
  kind_group text not null,
  kind       text not null,
  state      text not null check (state in ('COMPLETE', 'PARTIAL', 'FORBIDDEN', 'FAILED', 'NOT_READ', 'NOT_SERVED')),
  count      integer not null,
  reason     text not null,
  primary key (tenant_id, scan_id, kind, kind_group),
  foreign key (tenant_id, scan_id) references scan (tenant_id, id) on delete cascade
);
alter table scan_coverage enable row level security;
alter table scan_coverage force row level security;
create policy tenant_isolation on scan_coverage using (tenant_id = tenant()) with check (tenant_id = tenant());
grant select, insert, delete on scan_coverage to plumbline_app;
