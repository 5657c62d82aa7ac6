-- The two roles of the product: plumbline_owner owns the objects and migrates, plumbline_app runs.
-- Run once inside the product's database by an administrator; running it again changes nothing.
-- Sets no passwords: give both roles one afterwards.

do $$
begin
  if not exists (select from pg_roles where rolname = 'plumbline_owner') then
    create role plumbline_owner login;
  end if;
  if not exists (select from pg_roles where rolname = 'plumbline_app') then
    create role plumbline_app login noinherit;
  end if;
  if exists (select from pg_roles
             where rolname in ('plumbline_owner', 'plumbline_app')
               and (rolsuper or rolbypassrls or rolcreaterole or rolreplication)) then
    raise exception 'plumbline_owner and plumbline_app must not be superuser, bypass row level security, create roles or replicate';
  end if;
  if exists (select from pg_roles where rolname = 'plumbline_app' and (rolinherit or rolcreatedb)) then
    raise exception 'plumbline_app must be NOINHERIT and must not create databases';
  end if;
  if exists (select from pg_auth_members m join pg_roles r on r.oid = m.member where r.rolname = 'plumbline_app') then
    raise exception 'plumbline_app must not be a member of any role';
  end if;

  execute format('revoke all on database %I from public', current_database());
  execute format('revoke all on database %I from plumbline_app', current_database());
  execute format('grant connect on database %I to plumbline_app', current_database());
  execute format('grant connect, create on database %I to plumbline_owner', current_database());
end
$$;

revoke all on schema public from public;
revoke all on schema public from plumbline_app;
grant usage on schema public to plumbline_app;
grant usage, create on schema public to plumbline_owner;
