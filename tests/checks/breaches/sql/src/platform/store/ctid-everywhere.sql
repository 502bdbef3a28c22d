-- breach: ctid-without-city
delete from event where ctid = any(array(select ctid from event where city = $1 limit 10));
