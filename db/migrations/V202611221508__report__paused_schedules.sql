-- Why a schedule rests though nobody asked it to, such as a framework that was retired; empty for no such reason.
alter table report_schedule add column paused text not null default '' check (length(paused) <= 500);
