-- Who stands behind an API token: what one person asks for, their tokens must not approve. Null for tokens made before
-- this was kept; they can neither ask for an exception nor decide one.
alter table api_token add column person_id uuid;

-- Findings that people accept until a date. The state follows from the instants: asked for, approved, refused, withdrawn,
-- expired. A row is about one finding, and repeats what that is about, so that it can be read when the finding is gone.
create table waiver (
  tenant_id     uuid not null default tenant() references organisation on delete cascade,
  id            uuid not null,
  finding_id    uuid not null,
  cluster_id    uuid not null,
  check_id      text not null,
  kind_group    text not null,
  kind          text not null,
  namespace     text not null,
  name          text not null,
  reason        text not null check (length(reason) between 1 and 2000),
  -- what lowers the risk meanwhile; empty when nothing does
  compensation  text not null check (length(compensation) <= 2000),
  -- the person who asked, and how the audit log names them
  requester     uuid not null,
  requested_by  text not null,
  requested_at  timestamptz not null,
  expires_at    timestamptz not null check (expires_at > requested_at),
  decider       uuid check (decider <> requester),
  decided_by    text,
  decided_at    timestamptz check (decided_at >= requested_at and decided_at < expires_at),
  approved      boolean,
  -- why it was refused, or on what terms approved; may be empty
  decision_note text not null default '' check (length(decision_note) <= 2000),
  withdrawn_by  text,
  withdrawn_at  timestamptz check (withdrawn_at >= requested_at),
  primary key (tenant_id, id),
  foreign key (tenant_id, cluster_id) references cluster (tenant_id, id) on delete cascade,
  check (num_nulls(decider, decided_by, decided_at, approved) in (0, 4)),
  check (num_nulls(withdrawn_by, withdrawn_at) in (0, 2))
);
create unique index waiver_waiting on waiver (tenant_id, finding_id) where decided_at is null and withdrawn_at is null;
create index waiver_of_finding on waiver (tenant_id, finding_id);
create index waiver_by_end on waiver (tenant_id, expires_at, id);
alter table waiver enable row level security;
alter table waiver force row level security;
create policy tenant_isolation on waiver using (tenant_id = tenant()) with check (tenant_id = tenant());
-- What was asked for stays as it was; it can only be decided and taken back.
grant select, insert, update (decider, decided_by, decided_at, approved, decision_note, withdrawn_by, withdrawn_at)
  on waiver to plumbline_app;
