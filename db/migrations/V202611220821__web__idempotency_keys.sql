-- Answers to calls that created something, kept for a day so that a call sent again creates nothing twice.
create table idempotency_key (
  tenant_id    uuid not null default tenant() references organisation on delete cascade,
  -- the API token that called: nobody is answered with what another one did
  token_id     uuid not null,
  key          text not null check (length(key) between 1 and 255),
  -- of method, address and body
  request_hash bytea not null check (length(request_hash) = 32),
  created_at   timestamptz not null,
  -- null while the first call is under way
  status       integer,
  content_type text not null default '',
  location     text not null default '',
  body         bytea,
  primary key (tenant_id, token_id, key),
  foreign key (tenant_id, token_id) references api_token (tenant_id, id) on delete cascade
);
create index idempotency_key_by_time on idempotency_key (tenant_id, created_at);
alter table idempotency_key enable row level security;
alter table idempotency_key force row level security;
create policy tenant_isolation on idempotency_key using (tenant_id = tenant()) with check (tenant_id = tenant());
grant select, insert, update, delete on idempotency_key to plumbline_app;
