-- Registered clusters, and the sealed credentials to reach the live ones.

create table cluster (
  tenant_id uuid not null default tenant(),
  id uuid not null,
  name text not null check (length(name) between 1 and 100),
  alias text not null check (alias ~ '^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$'),
  kind text not null check (kind in ('live', 'offline')),
  sample boolean not null default false,
  -- https URL of the API server as the kubeconfig names it; empty when offline
  server text not null default '',
  -- uid of the kube-system namespace, which names the cluster itself; empty until read
  api_uid text not null default '',
  distribution text not null default '',
  -- gitVersion as /version tells it; empty until read
  server_version text not null default '',
  interval_minutes integer not null default 1440 check (interval_minutes between 15 and 43200),
  paused boolean not null default false,
  created_at timestamptz not null,
  -- what a person may see of the credential; the credential itself is in cluster_credential
  credential_version integer not null default 0,
  credential_kind text not null default '' check (credential_kind in ('', 'token', 'certificate')),
  credential_subject text not null default '',
  credential_fingerprint text not null default '',
  credential_expires_at timestamptz,
  reach text not null default 'untried' check (reach in ('untried', 'reached', 'failed')),
  reach_reason text not null default '',
  reach_at timestamptz,
  -- the last permission self-test, as the page shows it
  self_test jsonb,
  self_test_at timestamptz,
  primary key (tenant_id, id),
  unique (tenant_id, name),
  unique (tenant_id, alias)
);

alter table cluster enable row level security;
alter table cluster force row level security;
create policy tenant_isolation on cluster
  using (tenant_id = tenant()) with check (tenant_id = tenant());
grant select, insert, update, delete on cluster to plumbline_app;

-- One current credential per cluster; no grant to anybody: only the two functions below reach it.
create table cluster_credential (
  tenant_id uuid not null default tenant(),
  cluster_id uuid not null,
  version integer not null check (version > 0),
  sealed bytea not null check (length(sealed) between 106 and 1048576),
  -- the key that wraps it, bytes 2 to 17 of the record
  kek_id bytea not null generated always as (substring(sealed from 2 for 16)) stored,
  written_at timestamptz not null default now(),
  primary key (tenant_id, cluster_id),
  foreign key (tenant_id, cluster_id) references cluster (tenant_id, id) on delete cascade
);

alter table cluster_credential enable row level security;
alter table cluster_credential force row level security;
create policy tenant_isolation on cluster_credential
  using (tenant_id = tenant()) with check (tenant_id = tenant());

-- Who took a credential, when and what for; written by take_credential alone.
create table credential_use (
  tenant_id uuid not null default tenant(),
  id uuid not null default gen_random_uuid(),
  cluster_id uuid not null,
  version integer not null,
  purpose text not null check (purpose in ('scan', 'self-test')),
  -- the scan it was taken for, null for a self-test
  scan_id uuid,
  at timestamptz not null default now(),
  primary key (tenant_id, id),
  foreign key (tenant_id, cluster_id) references cluster (tenant_id, id) on delete cascade
);

create index on credential_use (tenant_id, cluster_id, at);
alter table credential_use enable row level security;
alter table credential_use force row level security;
create policy tenant_isolation on credential_use
  using (tenant_id = tenant()) with check (tenant_id = tenant());
grant select on credential_use to plumbline_app;

-- Stores version n of a cluster's credential over version n - 1; false when another one came first.
create function put_credential(cluster uuid, new_version integer, new_sealed bytea) returns boolean
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if tenant() is null then
    raise exception 'no tenant is bound' using errcode = '42501';
  end if;
  if new_version = 1 then
    insert into cluster_credential (tenant_id, cluster_id, version, sealed)
    values (tenant(), cluster, 1, new_sealed)
    on conflict do nothing;
  else
    update cluster_credential
    set version = new_version, sealed = new_sealed, written_at = now()
    where tenant_id = tenant() and cluster_id = cluster and version = new_version - 1;
  end if;
  return found;
end $$;

-- Hands out the sealed record of a cluster and notes the use; no row when there is none.
create function take_credential(cluster uuid, use_purpose text, scan uuid)
returns table (version integer, sealed bytea)
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if tenant() is null then
    raise exception 'no tenant is bound' using errcode = '42501';
  end if;
  insert into credential_use (tenant_id, cluster_id, version, purpose, scan_id)
  select c.tenant_id, c.cluster_id, c.version, use_purpose, scan
  from cluster_credential c
  where c.tenant_id = tenant() and c.cluster_id = cluster;
  return query
    select c.version, c.sealed
    from cluster_credential c
    where c.tenant_id = tenant() and c.cluster_id = cluster;
end $$;

revoke all on function put_credential(uuid, integer, bytea) from public;
revoke all on function take_credential(uuid, text, uuid) from public;
grant execute on function put_credential(uuid, integer, bytea) to plumbline_app;
grant execute on function take_credential(uuid, text, uuid) to plumbline_app;
