-- breach: trigger
create trigger told after insert or update on event for each row execute function tell();
