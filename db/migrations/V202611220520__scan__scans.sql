-- One scan: collect, evaluate, store. Its row is also its progress.
create table scan (
  tenant_id        uuid not null default tenant() references organisation on delete cascade,
  id               uuid not null,
  cluster_id       uuid not null,
  cause            text not null check (cause in ('SCHEDULE', 'BUTTON', 'UPLOAD', 'SAMPLE')),
  requested_by     text not null,
  requested_at     timestamptz not null,
  state            text not null check (state in ('QUEUED', 'RUNNING', 'DONE', 'FAILED', 'CANCELLED')),
  phase            text not null default 'QUEUED',
  phase_done       integer not null default 0,
  phase_total      integer not null default 0,
  phase_detail     text not null default '',
  heartbeat_at     timestamptz,
  cancel_requested boolean not null default false,
  started_at       timestamptz,
  taken_at         timestamptz,
  finished_at      timestamptz,
  failure          text not null default '',
  notes            jsonb not null default '[]',
  server_version   text not null default '',
  distribution     text not null default '',
  rule_pack        text not null default '',
  objects          integer not null default 0,
  workloads        integer not null default 0,
  namespaces       integer not null default 0,
  opened           integer not null default 0,
  fixed            integer not null default 0,
  reopened         integer not null default 0,
  -- the score as an exact fraction of 1; null when nothing could be assessed
  score_n          numeric,
  score_d          numeric,
  -- what of it could be judged, and what it were if everything unknown passed
  coverage         numeric,
  potential        numeric,
  primary key (tenant_id, id),
  foreign key (tenant_id, cluster_id) references cluster (tenant_id, id) on delete cascade
);
create index scan_of_cluster on scan (tenant_id, cluster_id, taken_at desc);
alter table scan enable row level security;
alter table scan force row level security;
create policy tenant_isolation on scan using (tenant_id = tenant()) with check (tenant_id = tenant());
grant select, insert, update, delete on scan to plumbline_app;

-- What has to be done in the background. The lease is the database clock's, the fence is the attempt.
create table job (
  tenant_id   uuid not null default tenant() references organisation on delete cascade,
  id          uuid not null,
  kind        text not null,
  subject     uuid not null,
  -- one job for each slot: a schedule's period, or the id of what was asked for by hand
  slot        text not null,
  run_at      timestamptz not null,
  state       text not null default 'QUEUED' check (state in ('QUEUED', 'RUNNING', 'DONE', 'FAILED', 'CANCELLED')),
  attempt     integer not null default 0,
  lease_until timestamptz,
  worker      text not null default '',
  error       text not null default '',
  created_at  timestamptz not null,
  primary key (tenant_id, id),
  unique (tenant_id, kind, slot)
);
create index job_waiting on job (run_at) where state in ('QUEUED', 'RUNNING');
alter table job enable row level security;
alter table job force row level security;
create policy tenant_isolation on job using (tenant_id = tenant()) with check (tenant_id = tenant());
create policy before_tenant on job to plumbline_owner using (true) with check (true);
grant select, insert, update, delete on job to plumbline_app;

-- Claims the next job whose time has come: the tenant with the least work first, one job at a time for each subject,
-- at most "per_tenant" for each tenant. Returns no row when there is nothing to do.
create function claim_job(kinds text[], claimant text, lease interval, per_tenant integer, at timestamptz)
  returns table (job_tenant uuid, job_id uuid, job_kind text, job_subject uuid, job_attempt integer)
  language plpgsql security definer set search_path = pg_catalog, public
  as $$
declare
  chosen record;
begin
  perform pg_advisory_xact_lock(7031125);
  select j.tenant_id, j.id into chosen
    from public.job j
    left join lateral (
      select count(*) as running,
             count(*) filter (where r.subject = j.subject and r.kind = j.kind) as same
        from public.job r
       where r.tenant_id = j.tenant_id and r.id <> j.id and r.state = 'RUNNING' and r.lease_until >= clock_timestamp()
    ) busy on true
   where j.kind = any (kinds)
     and ((j.state = 'QUEUED' and j.run_at <= at) or (j.state = 'RUNNING' and j.lease_until < clock_timestamp()))
     and busy.same = 0 and busy.running < per_tenant
   order by busy.running, j.run_at, j.id
   limit 1
   for update of j skip locked;
  if not found then
    return;
  end if;
  return query
    update public.job j
       set state = 'RUNNING', attempt = j.attempt + 1, lease_until = clock_timestamp() + lease, worker = claimant
     where j.tenant_id = chosen.tenant_id and j.id = chosen.id
    returning j.tenant_id, j.id, j.kind, j.subject, j.attempt;
end $$;
revoke all on function claim_job(text[], text, interval, integer, timestamptz) from public;
grant execute on function claim_job(text[], text, interval, integer, timestamptz) to plumbline_app;

-- The alarm clock's own table (db-scheduler): tasks without payload.
create table scheduled_tasks (
  task_name            text not null,
  task_instance        text not null,
  task_data            bytea,
  execution_time       timestamptz,
  picked               boolean not null,
  picked_by            text,
  last_success         timestamptz,
  last_failure         timestamptz,
  consecutive_failures int,
  last_heartbeat       timestamptz,
  version              bigint not null,
  priority             smallint,
  primary key (task_name, task_instance)
);
create index scheduled_tasks_time on scheduled_tasks (execution_time);
grant select, insert, update, delete on scheduled_tasks to plumbline_app;
