-- What is reported when, and to whom.
create table report_schedule (
  tenant_id  uuid not null default tenant() references organisation on delete cascade,
  id         uuid not null,
  name       text not null check (length(name) between 1 and 100),
  framework  text not null,
  -- empty: all clusters there are when the report is made
  clusters   uuid[] not null default '{}',
  -- five fields, as cron(5) reads them, in this zone
  cron       text not null check (length(cron) <= 100),
  zone       text not null,
  recipients text[] not null default '{}',
  attach     boolean not null default true,
  active     boolean not null default true,
  created_by text not null,
  created_at timestamptz not null,
  primary key (tenant_id, id),
  unique (tenant_id, name)
);
alter table report_schedule enable row level security;
alter table report_schedule force row level security;
create policy tenant_isolation on report_schedule using (tenant_id = tenant()) with check (tenant_id = tenant());
grant select, insert, update, delete on report_schedule to plumbline_app;

-- One report: asked for by hand, or one for each period of a schedule, never two.
create table report (
  tenant_id    uuid not null default tenant() references organisation on delete cascade,
  id           uuid not null,
  schedule_id  uuid,
  title        text not null,
  framework    text not null,
  clusters     uuid[] not null default '{}',
  period_start timestamptz not null,
  -- the instant whose state is reported
  at           timestamptz not null,
  zone         text not null,
  recipients   text[] not null default '{}',
  attach       boolean not null default true,
  state        text not null check (state in ('QUEUED', 'READY', 'EMPTY', 'FAILED')),
  problem      text not null default '',
  requested_by text not null,
  requested_at timestamptz not null,
  made_at      timestamptz,
  -- over the result set, before it is printed
  digest       text not null default '',
  summary      jsonb,
  pdf          bytea,
  pdf_sha256   text not null default '',
  findings     bytea,
  findings_sha256 text not null default '',
  primary key (tenant_id, id),
  unique (tenant_id, schedule_id, period_start),
  foreign key (tenant_id, schedule_id) references report_schedule (tenant_id, id) on delete set null (schedule_id)
);
create index report_by_time on report (tenant_id, requested_at desc);
alter table report enable row level security;
alter table report force row level security;
create policy tenant_isolation on report using (tenant_id = tenant()) with check (tenant_id = tenant());
grant select, insert, update, delete on report to plumbline_app;
