-- breach: volatile-in-change
update record set late = true where city = $1 and due_at < now();
