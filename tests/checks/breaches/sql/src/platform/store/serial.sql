-- breach: sequence
create table word (city int not null, n serial, primary key (city, n));
