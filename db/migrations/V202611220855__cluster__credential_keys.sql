-- Whether the encryption key at hand opens what is stored is asked at start, before any tenant: counts, and for each
-- key a few records to try, which stay sealed.
create policy before_tenant on cluster_credential for select to plumbline_owner using (true);

create function credential_keys() returns table (kek_id bytea, credentials bigint, organisations bigint)
  language sql stable security definer set search_path = pg_catalog, public
  as $$ select kek_id, count(*), count(distinct tenant_id) from public.cluster_credential group by kek_id $$;

create function credential_samples(wanted bytea)
  returns table (tenant_id uuid, cluster_id uuid, version integer, sealed bytea)
  language sql stable security definer set search_path = pg_catalog, public
  as $$ select tenant_id, cluster_id, version, sealed from public.cluster_credential
         where kek_id = wanted order by written_at desc limit 3 $$;

revoke all on function credential_keys(), credential_samples(bytea) from public;
grant execute on function credential_keys(), credential_samples(bytea) to plumbline_app;
