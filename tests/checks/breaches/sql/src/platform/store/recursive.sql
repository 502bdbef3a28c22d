-- breach: recursion-without-city
with recursive chain as (
  select seq from event where record_id = $1
  union all select c.seq + 1 from chain c where c.seq < 10
) select seq from chain;
