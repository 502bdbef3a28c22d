-- breach: trigger
create function tell() returns trigger language plpgsql as $$ begin return new; end $$;
