-- breach: join-without-city
update record r set state = p.state from party p where r.city = $1 and p.record_id = r.id;
