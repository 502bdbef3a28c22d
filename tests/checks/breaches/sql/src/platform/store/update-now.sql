-- breach: volatile-in-change
update record set note = coalesce(now()::text, '') where city = $1;
