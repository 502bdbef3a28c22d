-- breach: key-without-city
create unique index on person (lower(phone));
