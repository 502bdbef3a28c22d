-- breach: merge
with d as (select 1) merge into tally t using d on t.city = 1 when matched then do nothing;
