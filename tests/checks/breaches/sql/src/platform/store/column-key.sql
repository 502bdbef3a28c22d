-- breach: key-without-city
create table record (city int, id uuid primary key);
