-- breach: partitions-of-partitions
create table ask_2026 partition of ask for values from ('2026-01-01') to ('2027-01-01') partition by list (city);
