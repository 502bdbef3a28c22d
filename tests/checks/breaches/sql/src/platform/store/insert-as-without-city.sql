-- breach: insert-without-city
insert into event as e (record_id, seq) select $1, s from unnest($2::int[]) s;
