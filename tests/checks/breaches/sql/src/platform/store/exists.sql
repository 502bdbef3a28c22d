-- breach: subquery-without-city
select id from record r where r.city = $1 and not exists (select 1 from event e where e.record_id = r.id);
