-- The outbox, and the delivery log: one row for each report, channel and recipient.
create table delivery (
  tenant_id    uuid not null default tenant() references organisation on delete cascade,
  id           uuid not null,
  report_id    uuid not null,
  channel      text not null,
  recipient    text not null check (length(recipient) <= 254),
  state        text not null check (state in ('QUEUED', 'SENDING', 'SENT', 'FAILED', 'NOT_SET_UP', 'UNSUBSCRIBED')),
  attempts     integer not null default 0,
  detail       text not null default '',
  -- leads to the page on which the recipient can say no more
  stop_token   text not null,
  created_at   timestamptz not null,
  last_at      timestamptz,
  sent_at      timestamptz,
  primary key (tenant_id, id),
  unique (tenant_id, report_id, channel, recipient),
  unique (tenant_id, stop_token),
  foreign key (tenant_id, report_id) references report (tenant_id, id) on delete cascade
);
create index delivery_by_time on delivery (tenant_id, created_at desc);
alter table delivery enable row level security;
alter table delivery force row level security;
create policy tenant_isolation on delivery using (tenant_id = tenant()) with check (tenant_id = tenant());
grant select, insert, update, delete on delivery to plumbline_app;

-- Each try, and what the other side said.
create table delivery_attempt (
  tenant_id   uuid not null default tenant() references organisation on delete cascade,
  id          uuid not null,
  delivery_id uuid not null,
  at          timestamptz not null,
  outcome     text not null check (outcome in ('ACCEPTED', 'REFUSED', 'UNCLEAR')),
  detail      text not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, delivery_id) references delivery (tenant_id, id) on delete cascade
);
create index delivery_attempt_of on delivery_attempt (tenant_id, delivery_id, at);
alter table delivery_attempt enable row level security;
alter table delivery_attempt force row level security;
create policy tenant_isolation on delivery_attempt using (tenant_id = tenant()) with check (tenant_id = tenant());
grant select, insert, update, delete on delivery_attempt to plumbline_app;

-- Recipients who said no more to one schedule.
create table delivery_stop (
  tenant_id   uuid not null default tenant() references organisation on delete cascade,
  schedule_id uuid not null,
  channel     text not null,
  recipient   text not null,
  at          timestamptz not null,
  primary key (tenant_id, schedule_id, channel, recipient),
  foreign key (tenant_id, schedule_id) references report_schedule (tenant_id, id) on delete cascade
);
alter table delivery_stop enable row level security;
alter table delivery_stop force row level security;
create policy tenant_isolation on delivery_stop using (tenant_id = tenant()) with check (tenant_id = tenant());
grant select, insert, update, delete on delivery_stop to plumbline_app;
