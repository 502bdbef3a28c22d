-- breach: rule
create or replace rule keep as on delete to event do instead nothing;
