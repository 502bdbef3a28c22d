-- breach: city-moved
update record set state = 'open', city = $2 where city = $1;
