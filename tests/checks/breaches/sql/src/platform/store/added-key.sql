-- breach: key-without-city
alter table only person add constraint once unique (phone);
