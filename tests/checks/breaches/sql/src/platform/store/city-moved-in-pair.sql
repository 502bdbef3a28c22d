-- breach: city-moved
update record set (city, state) = ($2, 'open') where city = $1;
