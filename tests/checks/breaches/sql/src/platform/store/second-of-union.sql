-- breach: join-without-city
select id from record where city = $1 union all
select r.id from record r join event e on e.record_id = r.id where r.city = $1;
