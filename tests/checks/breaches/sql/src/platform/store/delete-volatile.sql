-- breach: volatile-in-change
delete from clock where city = $1 and due_at < clock_timestamp();
