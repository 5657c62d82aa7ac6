-- What people say of controls no machine can judge; every word of it has an end.
create table attestation (
  tenant_id    uuid not null default tenant() references organisation on delete cascade,
  id           uuid not null,
  framework    text not null check (length(framework) between 1 and 100),
  control      text not null check (length(control) between 1 and 100),
  -- the one cluster it speaks of; null for all
  cluster_id   uuid,
  statement    text not null check (length(statement) between 1 and 4000),
  -- where the proof lies
  evidence     text not null check (length(evidence) between 1 and 4000),
  attested_by  text not null,
  attested_at  timestamptz not null,
  expires_at   timestamptz not null check (expires_at > attested_at),
  withdrawn_by text not null default '',
  withdrawn_at timestamptz check (withdrawn_at >= attested_at),
  primary key (tenant_id, id),
  foreign key (tenant_id, cluster_id) references cluster (tenant_id, id) on delete cascade
);
create index attestation_of_control on attestation (tenant_id, framework, control);
alter table attestation enable row level security;
alter table attestation force row level security;
create policy tenant_isolation on attestation using (tenant_id = tenant()) with check (tenant_id = tenant());
-- Words once given stay; they can only be taken back.
grant select, insert, update (withdrawn_by, withdrawn_at) on attestation to plumbline_app;

-- Where each framework stood in each scan: counts of controls, and the score as points of 100.
create table framework_score (
  tenant_id       uuid not null default tenant() references organisation on delete cascade,
  scan_id         uuid not null,
  framework       text not null,
  cluster_id      uuid not null,
  at              timestamptz not null,
  mapping_version text not null,
  rule_pack       text not null,
  pass            integer not null,
  fail            integer not null,
  unknown         integer not null,
  not_applicable  integer not null,
  -- controls that wait for a person, were attested, or whose attestation had run out
  open            integer not null,
  attested        integer not null,
  expired         integer not null,
  provider        integer not null,
  not_in_cluster  integer not null,
  -- the score as an exact fraction; null where one figure would mislead or nothing could be assessed
  score_n         numeric,
  score_d         numeric check (score_d > 0),
  primary key (tenant_id, scan_id, framework),
  foreign key (tenant_id, cluster_id) references cluster (tenant_id, id) on delete cascade
);
create index framework_score_by_time on framework_score (tenant_id, cluster_id, framework, at);
alter table framework_score enable row level security;
alter table framework_score force row level security;
create policy tenant_isolation on framework_score using (tenant_id = tenant()) with check (tenant_id = tenant());
grant select, insert, delete on framework_score to plumbline_app;
