-- The tables of a city's records. `city` leads every key, so that a table can be distributed by it.

create table record(
  city int not null, id uuid not null, kind text not null, number text not null, title text not null,
  district int, street int, community bigint, unit int not null,
  state text not null, "is" text not null, version int not null,
  fields jsonb not null, clocks jsonb not null, takers jsonb not null, counted jsonb not null,
  due_at timestamptz, opened_at timestamptz not null, last_at timestamptz not null, closed_at timestamptz,
  head bytea not null, kind_version int not null,
  k1 text, k2 text, k3 text, n1 numeric, n2 numeric, t1 timestamptz, t2 timestamptz,
  primary key (city, id), unique (city, number)
) with (fillfactor = 85);
create index record_open_unit on record(city, unit, due_at, id) where closed_at is null;
create index record_open_district on record(city, district, due_at, id) where closed_at is null;
create index record_open_street on record(city, street, due_at, id) where closed_at is null;
create index record_kind on record(city, kind, opened_at desc, id desc);
create index record_k1 on record(city, kind, k1, id) where k1 is not null;
create index record_k2 on record(city, kind, k2, id) where k2 is not null;
create index record_k3 on record(city, kind, k3, id) where k3 is not null;
create index record_n1 on record(city, kind, n1, id) where n1 is not null;
create index record_n2 on record(city, kind, n2, id) where n2 is not null;
create index record_t1 on record(city, kind, t1, id) where t1 is not null;
create index record_t2 on record(city, kind, t2, id) where t2 is not null;

-- `body` is the very text that was hashed: jsonb would not keep it.
create table event(
  city int not null, record_id uuid not null, seq int not null, at timestamptz not null,
  type text not null, actor text not null, post text not null, ask uuid not null, party text,
  body text not null, prev bytea not null, hash bytea not null,
  primary key (city, record_id, seq)
);

create table content(
  city int not null, id uuid not null, record_id uuid not null, field text not null,
  text text, erased_at timestamptz,
  primary key (city, id)
);
create index content_record on content(city, record_id);

create table contact(
  city int not null, id uuid not null, record_id uuid not null,
  name_enc bytea, phone_enc bytea, phone_index bytea, note_enc bytea,
  mask_name text not null, mask_phone text not null, erased_at timestamptz,
  primary key (city, id)
);
create index contact_record on contact(city, record_id);
create index contact_phone on contact(city, phone_index) where phone_index is not null;

create table party(
  city int not null, record_id uuid not null, unit int not null, role text not null,
  state text not null, fields jsonb not null, clocks jsonb not null, joined_at timestamptz not null,
  primary key (city, record_id, unit, role)
);
create index party_unit on party(city, unit, record_id);

create table todo(
  city int not null, record_id uuid not null, unit int not null, command text not null,
  role text not null, party int not null, kind text not null, due_at timestamptz,
  provisional boolean not null, taker uuid, district int, street int,
  primary key (city, record_id, unit, command, role, party)
) with (vacuum_truncate = false, autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 5000);
create index todo_unit on todo(city, unit, due_at, record_id);

-- A record's own clocks, and asks that effects of other records sent it (`effect_id`, `body`).
-- `refused` parks a row: an own clock until its record changes, an effect until somebody settles it.
create table clock(
  city int not null, record_id uuid not null, name text not null, role text not null,
  party int not null, asks text not null, due_at timestamptz not null,
  effect_id uuid, body text, refused text,
  primary key (city, record_id, name, role, party)
) with (vacuum_truncate = false, autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 5000);
create index clock_due on clock(city, due_at) where refused is null;

create table link(
  city int not null, from_id uuid not null, to_id uuid not null, kind text not null,
  primary key (city, from_id, to_id, kind)
);
create index link_back on link(city, to_id, from_id);

create table claim(
  city int not null, kind text not null, key text not null, record_id uuid not null,
  primary key (city, kind, key)
);
create index claim_record on claim(city, record_id);

create table ask(
  city int not null, id uuid not null, answer jsonb not null, at timestamptz not null,
  primary key (city, id)
);
create index ask_at on ask using brin(at);

create table delta(
  city int not null, district int, street int, community bigint, unit int not null,
  category text not null, day date not null, kind text not null, measure text not null, n int not null
) with (vacuum_truncate = false, autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 20000);

-- Levels: 0 city, 1 district, 2 street, 3 community, 9 unit; ten more for the month (its first day).
create table tally(
  city int not null, level smallint not null, area bigint not null, category text not null,
  day date not null, kind text not null, measure text not null, n bigint not null,
  primary key (city, level, area, kind, category, day, measure)
) with (fillfactor = 70);

-- How far the folder of a city has come: the one row that its viewers poll.
create table fold(city int not null, seq bigint not null, at timestamptz not null, primary key (city));

create table remark(
  city int not null, id uuid not null, month date not null, street int, kind text not null,
  field text not null, text text not null,
  primary key (city, id)
);
create index remark_month on remark(city, kind, field, month, street);

create table notice(
  city int not null, unit int not null, id uuid not null, record_id uuid not null,
  type text not null, at timestamptz not null,
  primary key (city, id)
);
create index notice_unit on notice(city, unit, id desc);

create table search(
  city int not null, record_id uuid not null, field text not null, kind text not null, words text[] not null,
  primary key (city, record_id, field)
);
create index search_words on search using gin(words);

create table area(
  city int not null, code bigint not null, level text not null, type text not null, name text not null,
  parent bigint, valid_from timestamptz, valid_to timestamptz, successors bigint[] not null default '{}',
  primary key (city, code)
);

create table unit(
  city int not null, id int not null, name text not null, type text not null, functions text[] not null,
  area bigint not null, parent int, domains text[] not null default '{}', head_checks boolean not null default false,
  valid_from timestamptz, valid_to timestamptz, successors int[] not null default '{}',
  primary key (city, id)
);

create table person(city int not null, id uuid not null, name text not null, primary key (city, id));

create table post(
  city int not null, id uuid not null, person uuid not null, unit int not null, role text not null,
  title text not null, valid_from timestamptz not null, valid_to timestamptz,
  primary key (city, id)
);
create index post_person on post(city, person);
create index post_unit on post(city, unit);

create table account(
  city int not null, id uuid not null, person uuid not null, login text not null, password_hash text not null,
  failed int not null default 0, locked_until timestamptz,
  primary key (city, id), unique (city, login)
);

-- `token_hash` is the digest of what the browser holds: the table alone opens no door.
create table session(
  city int not null, id uuid not null, token_hash bytea not null, account uuid not null, post uuid,
  expires timestamptz not null, seen timestamptz not null,
  primary key (city, id), unique (city, token_hash)
);
create index session_account on session(city, account);

create table setting(
  city int not null, name text not null, version text not null, valid_from timestamptz not null,
  value jsonb not null, by_post uuid, at timestamptz not null,
  primary key (city, name, version)
);

create table template(
  city int not null, id uuid not null, unit int, kind text not null, field text not null,
  name text not null, text text not null,
  primary key (city, id)
);
create index template_unit on template(city, unit);

create table file(
  city int not null, id uuid not null, record_id uuid, type text not null, size int not null,
  digest text not null, name text not null, path text not null, at timestamptz not null, erased_at timestamptz,
  primary key (city, id)
);
create index file_record on file(city, record_id);
