-- breach: table-without-city
create table word (text text not null, n int);
