-- breach: key-without-city
create table person (city int not null, phone text unique, primary key (city, phone));
