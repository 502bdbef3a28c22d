-- breach: subquery-in-values
insert into event (city, seq) values ($1, (select max(seq) + 1 from event where city = $1));
