-- breach: key-without-city
create table person (city int, phone text, constraint once unique (phone));
