-- breach: volatile-in-change
update record set note = coalesce(random()::text, '') where city = $1;
