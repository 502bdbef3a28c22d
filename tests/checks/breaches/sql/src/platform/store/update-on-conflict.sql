-- breach: volatile-in-change
insert into record (city, id) values ($1, $2) on conflict (city, id) do update set at = now();
