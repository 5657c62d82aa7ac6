-- Uses of credentials are forgotten with the rest of the history, but those of the last ninety days stay whatever is
-- asked: whoever steals the app's role cannot wipe out what it did.
create function forget_credential_uses(before timestamptz, most integer) returns integer
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  forgotten integer;
begin
  if tenant() is null then
    raise exception 'no tenant is bound' using errcode = '42501';
  end if;
  delete from credential_use
   where tenant_id = tenant()
     and id in (select id from credential_use
                 where tenant_id = tenant() and at < least(before, now() - interval '90 days')
                 order by at limit most);
  get diagnostics forgotten = row_count;
  return forgotten;
end $$;

revoke all on function forget_credential_uses(timestamptz, integer) from public;
grant execute on function forget_credential_uses(timestamptz, integer) to plumbline_app;
