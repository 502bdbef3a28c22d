-- Records that ended in a year that is long over. Each line is the record's own line, for lists,
-- with the rest of its life packed into one value: events, contents, emptied contacts, parties and
-- words for search. A record lies here or in `record`, never in both. See docs/decisions/0016.
create table archive(
  city int not null, id uuid not null, kind text not null, number text not null, title text not null,
  district int, street int, community bigint, unit int not null,
  state text not null, "is" text not null, version int not null, counted jsonb not null,
  due_at timestamptz, opened_at timestamptz not null, last_at timestamptz not null, closed_at timestamptz,
  head bytea not null, kind_version int not null,
  k1 text, k2 text, k3 text, n1 numeric, n2 numeric, t1 timestamptz, t2 timestamptz,
  units int[] not null, roles text[] not null, marks jsonb not null, words text not null, form smallint not null, life bytea not null,
  primary key (city, id), unique (city, number)
);
alter table archive alter column life set storage external;
create index archive_kind on archive(city, kind, opened_at desc, id desc);
create index archive_words on archive using gin(string_to_array(words, chr(30)));

-- The round that puts ended years away: one a day for each city, whoever runs it.
create table archive_run(
  city int not null, day date not null, at timestamptz not null, ended_at timestamptz, records bigint not null,
  primary key (city, day)
);
