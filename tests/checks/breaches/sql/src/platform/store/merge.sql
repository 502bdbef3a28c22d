-- breach: merge
merge into tally t using delta d on t.city = d.city and d.city = $1 when matched then do nothing;
