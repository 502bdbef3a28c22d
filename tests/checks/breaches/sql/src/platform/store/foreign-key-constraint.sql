-- breach: foreign-key-without-city
create table event (city int, record_id uuid, foreign key (record_id) references record (id));
