-- breach: lock-without-city
create function f(p_id uuid) returns void language plpgsql as $$
begin
  perform 1 from record r where r.id = p_id for share;
end $$;
