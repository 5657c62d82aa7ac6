-- What was seen on nodes by a tool that runs there: one row for each run on each node.
create table node_report (
  tenant_id     uuid not null default tenant() references organisation on delete cascade,
  id            uuid not null,
  cluster_id    uuid not null,
  node          text not null check (length(node) between 1 and 253),
  -- the edition the tool judged by, such as cis-1.12
  benchmark     text not null check (length(benchmark) between 1 and 100),
  -- the parts of it that were run, such as 1,4
  sections      text not null check (length(sections) <= 200),
  taken_at      timestamptz not null,
  received_at   timestamptz not null,
  received_from text not null,
  -- item = PASS, FAIL, WARN or INFO, parted by blanks
  results       text not null check (length(results) <= 100000),
  primary key (tenant_id, id),
  foreign key (tenant_id, cluster_id) references cluster (tenant_id, id) on delete cascade
);
create index node_report_by_time on node_report (tenant_id, cluster_id, node, sections, taken_at);
alter table node_report enable row level security;
alter table node_report force row level security;
create policy tenant_isolation on node_report using (tenant_id = tenant()) with check (tenant_id = tenant());
grant select, insert, delete on node_report to plumbline_app;
