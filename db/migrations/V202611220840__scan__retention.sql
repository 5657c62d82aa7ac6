-- The first night of forgetting for organisations that are here already; new ones put theirs down when founded.
insert into job (tenant_id, id, kind, subject, slot, run_at, created_at)
  select tenant_id, gen_random_uuid(), 'retention', tenant_id, 'first', now(), now() from organisation;

-- What is over is found by when it ended.
create index finding_ended on finding (tenant_id, valid_to) where valid_to is not null;
create index blind_spot_ended on blind_spot (tenant_id, valid_to) where valid_to is not null;
