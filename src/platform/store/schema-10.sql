-- Lists are walked in their order, whatever a post may see: by unit, by street, by the units that
-- stand in slots of numbers; of open ones those most pressing first.
create index record_unit on record(city, unit, kind, opened_at desc, id desc);
create index record_street on record(city, street, kind, opened_at desc, id desc);
create index record_open_kind on record(city, kind, due_at, id) where closed_at is null;
create index record_open_n2 on record(city, kind, n2, due_at, id) where closed_at is null and n2 is not null;
drop index record_n1;
create index record_n1 on record(city, kind, n1, opened_at desc, id desc) where n1 is not null;
drop index record_n2;
create index record_n2 on record(city, kind, n2, opened_at desc, id desc) where n2 is not null;
-- What is open in a district is walked by kind.
drop index record_open_district;
