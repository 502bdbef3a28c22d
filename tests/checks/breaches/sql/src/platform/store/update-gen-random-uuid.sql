-- breach: volatile-in-change
update record set note = coalesce(gen_random_uuid()::text, '') where city = $1;
