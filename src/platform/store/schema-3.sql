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

-- Sheets brought in: whose, what they begin, how far they have come, and what became of each row.
-- `bytes` is the file, `input` what was typed to take all back, `words` what a row is known by: all
-- sealed. `held_by` is the process that works on it, until `held_until`. Swept after thirty days.
create table import_job(
  city int not null, id uuid not null, kind text not null, command text not null, post uuid not null,
  name text not null, bytes bytea not null, state text not null, says text, input bytea,
  at timestamptz not null, held_by uuid, held_until timestamptz,
  primary key (city, id)
);
create index import_job_post on import_job(city, post, kind);
create index import_job_open on import_job(city, held_until) where state in ('checking', 'writing', 'undoing');
create table import_row(
  city int not null, job uuid not null, line int not null, result text not null, record_id uuid,
  problems jsonb not null, words bytea,
  primary key (city, job, line)
);
create index import_row_result on import_row(city, job, result, line);

-- Who opened a record of a kind that says who read it.
create table reading(
  city int not null, record_id uuid not null, at timestamptz not null, post uuid not null,
  primary key (city, record_id, at, post)
);
