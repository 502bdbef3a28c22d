-- breach: volatile-in-change
update record set note = coalesce(clock_timestamp()::text, '') where city = $1;
