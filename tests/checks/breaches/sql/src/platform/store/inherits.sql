-- breach: inheritance
create table old_event (city int, at timestamptz) inherits (event);
