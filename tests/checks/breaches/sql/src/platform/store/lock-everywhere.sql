-- breach: lock-without-city
select id from record where state = 'open' order by id for no key update;
