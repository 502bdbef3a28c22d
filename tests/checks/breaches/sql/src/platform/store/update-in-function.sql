-- breach: volatile-in-change
create function touch(p_city int) returns void language plpgsql as $body$
begin
  if p_city > 0 then
    update record set at = now() where city = p_city;
  end if;
end $body$;
