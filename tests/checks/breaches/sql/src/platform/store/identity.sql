-- breach: sequence
create table word (city int, n int generated always as identity, primary key (city, n));
