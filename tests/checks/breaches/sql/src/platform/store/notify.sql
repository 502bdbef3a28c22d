-- breach: channel
create function tell() returns void language plpgsql as $$ begin if true then notify news; end if; end $$;
