-- breach: join-without-city
select r.id from record as r left outer join event as e using (id) where r.city = $1;
