-- breach: subquery-without-city
select id from record where city = $1 and id in (select record_id from event where seq = 1);
