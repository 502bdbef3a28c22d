-- breach: volatile-in-change
with u as (update record set at = now() where city = $1 returning id) select id from u;
