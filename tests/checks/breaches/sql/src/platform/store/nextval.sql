-- breach: sequence
insert into event (city, seq) values ($1, nextval('event_seq'));
