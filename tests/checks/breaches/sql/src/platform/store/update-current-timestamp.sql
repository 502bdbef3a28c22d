-- breach: volatile-in-change
update record set at = current_timestamp where city = $1;
