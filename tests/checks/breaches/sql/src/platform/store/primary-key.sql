-- breach: key-without-city
create table record (id uuid, city int, primary key (id, city));
