-- breach: volatile-in-change
create function touch(p_city int) returns void language plpgsql as $$
begin
  execute format('update %I set at = now() where city = $1', 'record') using p_city;
end $$;
