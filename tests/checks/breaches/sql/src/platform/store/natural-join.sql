-- breach: join-without-city
select id from record natural join event;
