-- breach: join-without-city
select record.id from record, event where record.city = $1 and event.record_id = record.id;
