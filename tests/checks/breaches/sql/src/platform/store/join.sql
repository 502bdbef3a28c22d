-- breach: join-without-city
select r.id from record r join event e on e.record_id = r.id where r.city = $1;
