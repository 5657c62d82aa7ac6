-- What kept a kind from being read to its end: a refusal, a limit of time or size, or something else.
alter table scan_coverage add column cause text not null default 'NONE'
  check (cause in ('NONE', 'FORBIDDEN', 'TIMEOUT', 'TOO_LARGE', 'MALFORMED', 'GONE', 'ERROR'));
