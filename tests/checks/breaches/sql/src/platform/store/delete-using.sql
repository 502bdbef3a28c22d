-- breach: join-without-city
delete from todo t using record r where t.city = $1 and r.id = t.record_id;
