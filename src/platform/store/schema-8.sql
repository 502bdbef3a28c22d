-- What records ask of neighbouring cities, each written with the event that asks it. The id is also
-- the id of the ask over there, so that what is sent again changes nothing. The words are sealed and
-- go when the other city has taken them.
create table parcel(
  city int not null, id uuid not null, to_city int not null, kind text not null, command text not null,
  record_id uuid not null, seq int not null, body text, at timestamptz not null,
  taken_at timestamptz, dropped_at timestamptz, tries int not null default 0, tried_at timestamptz,
  refused text, said text,
  primary key (city, id)
);
create index parcel_waiting on parcel(city, to_city, at, seq, id) where taken_at is null and dropped_at is null;
create index parcel_record on parcel(city, record_id, at);
