-- breach: subquery-without-city
select id from record where city = $1 and due_at = (select max(due_at) from record);
