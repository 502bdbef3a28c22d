-- What is said of an area besides its type: central urban, a village turned community.
alter table area add column flags text[] not null default '{}';

-- Lists as people come back to them: a person's own, or shared with a unit by its head.
create table saved_view(
  city int not null, id uuid not null, kind text not null, name text not null, address text not null,
  person uuid not null, unit int, at timestamptz not null,
  primary key (city, id)
);
create index saved_view_person on saved_view(city, person, kind);
create index saved_view_unit on saved_view(city, unit, kind) where unit is not null;
