-- breach: channel
select pg_notify('news', $1);
