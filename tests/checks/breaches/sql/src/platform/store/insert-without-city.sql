-- breach: insert-without-city
insert into event (record_id, seq) values ($1, $2) on conflict do nothing;
