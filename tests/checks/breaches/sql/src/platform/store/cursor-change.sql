-- breach: cursor-change
update record set state = 'done' where current of open_records;
