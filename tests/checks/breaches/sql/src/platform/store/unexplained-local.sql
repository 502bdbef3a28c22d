-- breach: table-without-city, key-without-city
-- local:
create table word (text text primary key);
