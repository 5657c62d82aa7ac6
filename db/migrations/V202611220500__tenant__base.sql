-- The tenant of the running transaction: set by "set local app.tenant"; null, hence no row, when nothing was set.
create function tenant() returns uuid
  language sql stable parallel safe
  as $$ select nullif(current_setting('app.tenant', true), '')::uuid $$;

grant usage on schema public to plumbline_app;
grant execute on function tenant() to plumbline_app;

-- Organisations: the tenants themselves.
create table organisation (
  tenant_id      uuid not null default tenant() primary key,
  slug           text not null unique check (slug ~ '^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$'),
  name           text not null check (length(name) between 1 and 200),
  retention_days integer not null default 400 check (retention_days between 30 and 2557),
  created_at     timestamptz not null
);
alter table organisation enable row level security;
alter table organisation force row level security;
create policy tenant_isolation on organisation using (tenant_id = tenant()) with check (tenant_id = tenant());
grant select, insert, update, delete on organisation to plumbline_app;

-- People: a platform table, since one person may belong to several organisations.
create table person (
  id            uuid primary key,
  email         text not null unique check (email = lower(email) and length(email) <= 254),
  name          text not null check (length(name) between 1 and 200),
  password_hash text not null,
  created_at    timestamptz not null,
  changed_at    timestamptz not null
);
grant select, insert, update on person to plumbline_app;

create table membership (
  tenant_id  uuid not null default tenant() references organisation on delete cascade,
  id         uuid not null,
  person_id  uuid not null references person on delete cascade,
  role       text not null check (role in ('OWNER', 'ADMIN', 'ENGINEER', 'VIEWER', 'AUDITOR')),
  created_at timestamptz not null,
  version    bigint not null default 0,
  primary key (tenant_id, id),
  unique (tenant_id, person_id)
);
create index membership_person on membership (person_id);
alter table membership enable row level security;
alter table membership force row level security;
create policy tenant_isolation on membership using (tenant_id = tenant()) with check (tenant_id = tenant());
grant select, insert, update, delete on membership to plumbline_app;

create table invitation (
  tenant_id   uuid not null default tenant() references organisation on delete cascade,
  id          uuid not null,
  email       text not null,
  role        text not null check (role in ('OWNER', 'ADMIN', 'ENGINEER', 'VIEWER', 'AUDITOR')),
  token_hash  bytea not null,
  invited_by  text not null,
  created_at  timestamptz not null,
  expires_at  timestamptz not null,
  accepted_at timestamptz,
  primary key (tenant_id, id)
);
create unique index invitation_token on invitation (tenant_id, token_hash);
create index invitation_hash on invitation (token_hash);
alter table invitation enable row level security;
alter table invitation force row level security;
create policy tenant_isolation on invitation using (tenant_id = tenant()) with check (tenant_id = tenant());
grant select, insert, update, delete on invitation to plumbline_app;

create table api_token (
  tenant_id    uuid not null default tenant() references organisation on delete cascade,
  id           uuid not null,
  name         text not null check (length(name) between 1 and 100),
  prefix       text not null,
  token_hash   bytea not null,
  role         text not null check (role in ('OWNER', 'ADMIN', 'ENGINEER', 'VIEWER', 'AUDITOR')),
  created_by   text not null,
  created_at   timestamptz not null,
  expires_at   timestamptz,
  last_used_at timestamptz,
  primary key (tenant_id, id),
  unique (tenant_id, name)
);
create unique index api_token_hash on api_token (tenant_id, token_hash);
create index api_token_any on api_token (token_hash);
alter table api_token enable row level security;
alter table api_token force row level security;
create policy tenant_isolation on api_token using (tenant_id = tenant()) with check (tenant_id = tenant());
grant select, insert, update, delete on api_token to plumbline_app;

-- The audit chain: rows are only ever added; the head is locked while one is.
create table audit_head (
  tenant_id uuid not null default tenant() primary key references organisation on delete cascade,
  seq       bigint not null,
  hash      bytea not null
);
alter table audit_head enable row level security;
alter table audit_head force row level security;
create policy tenant_isolation on audit_head using (tenant_id = tenant()) with check (tenant_id = tenant());
grant select, insert, update on audit_head to plumbline_app;

create table audit_event (
  tenant_id uuid not null default tenant() references organisation on delete cascade,
  seq       bigint not null,
  at        timestamptz not null,
  actor     text not null,
  action    text not null,
  target    text not null,
  detail    text not null,
  prev_hash bytea not null,
  hash      bytea not null,
  primary key (tenant_id, seq)
);
alter table audit_event enable row level security;
alter table audit_event force row level security;
create policy tenant_isolation on audit_event using (tenant_id = tenant()) with check (tenant_id = tenant());
grant select, insert on audit_event to plumbline_app;

-- One-time links printed at first start. A platform table: there is no tenant yet.
create table setup_link (
  token_hash bytea primary key,
  created_at timestamptz not null
);
grant select, insert, delete on setup_link to plumbline_app;

-- Sessions hold only who signed in. Platform tables; the shape is Spring Session's.
create table spring_session (
  primary_id            char(36) not null primary key,
  session_id            char(36) not null,
  creation_time         bigint not null,
  last_access_time      bigint not null,
  max_inactive_interval int not null,
  expiry_time           bigint not null,
  principal_name        varchar(100)
);
create unique index spring_session_ix1 on spring_session (session_id);
create index spring_session_ix2 on spring_session (expiry_time);
create index spring_session_ix3 on spring_session (principal_name);
create table spring_session_attributes (
  session_primary_id char(36) not null references spring_session (primary_id) on delete cascade,
  attribute_name     varchar(200) not null,
  attribute_bytes    bytea not null,
  primary key (session_primary_id, attribute_name)
);
grant select, insert, update, delete on spring_session, spring_session_attributes to plumbline_app;

-- Look-ups before a tenant is known. Definer functions run as the owner, whom forced row level security binds too:
-- each therefore answers through a policy made for the owner alone.
create policy before_tenant on organisation for select to plumbline_owner using (true);
create policy before_tenant on membership for select to plumbline_owner using (true);
create policy before_tenant on invitation for select to plumbline_owner using (true);
create policy before_tenant on api_token for select to plumbline_owner using (true);

create function tenant_of_slug(wanted text) returns uuid
  language sql stable security definer set search_path = pg_catalog, public
  as $$ select tenant_id from public.organisation where slug = wanted $$;

create function memberships_of(wanted uuid) returns table (tenant_id uuid, slug text, name text, role text)
  language sql stable security definer set search_path = pg_catalog, public
  as $$ select o.tenant_id, o.slug, o.name, m.role
          from public.membership m join public.organisation o on o.tenant_id = m.tenant_id
         where m.person_id = wanted
         order by o.name, o.slug $$;

create function tenant_of_token(wanted bytea) returns uuid
  language sql stable security definer set search_path = pg_catalog, public
  as $$ select tenant_id from public.api_token where token_hash = wanted $$;

create function tenant_of_invitation(wanted bytea) returns uuid
  language sql stable security definer set search_path = pg_catalog, public
  as $$ select tenant_id from public.invitation where token_hash = wanted $$;

create function organisations_exist() returns boolean
  language sql stable security definer set search_path = pg_catalog, public
  as $$ select exists (select from public.organisation) $$;

-- Everything of the current tenant, in whatever order the foreign keys allow.
create function delete_tenant() returns void
  language plpgsql security definer set search_path = pg_catalog, public
  as $$
declare
  remaining text[];
  left_over text[];
  one text;
begin
  if public.tenant() is null then
    raise exception 'no tenant';
  end if;
  select array_agg(c.table_name::text) into remaining
    from information_schema.columns c
    join information_schema.tables t using (table_schema, table_name)
   where c.table_schema = 'public' and c.column_name = 'tenant_id' and t.table_type = 'BASE TABLE';
  while array_length(remaining, 1) > 0 loop
    left_over := '{}';
    foreach one in array remaining loop
      begin
        execute format('delete from public.%I where tenant_id = public.tenant()', one);
      exception when foreign_key_violation then
        left_over := left_over || one;
      end;
    end loop;
    if array_length(left_over, 1) = array_length(remaining, 1) then
      raise exception 'cannot delete: %', left_over;
    end if;
    remaining := left_over;
  end loop;
end $$;

revoke all on function tenant_of_slug(text), memberships_of(uuid), tenant_of_token(bytea), tenant_of_invitation(bytea),
  organisations_exist(), delete_tenant() from public;
grant execute on function tenant_of_slug(text), memberships_of(uuid), tenant_of_token(bytea), tenant_of_invitation(bytea),
  organisations_exist(), delete_tenant() to plumbline_app;
