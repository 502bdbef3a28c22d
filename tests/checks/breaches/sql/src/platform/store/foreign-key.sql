-- breach: foreign-key-without-city
create table event (city int, record_id uuid references record, primary key (city, record_id));
