-- What the server does all day. Nothing here may be reported.
create table if not exists record (
  city int not null,
  id uuid not null,
  state text not null,
  due_at timestamptz default now(),
  primary key (city, id),
  constraint state_known unique (city, state, id),
  check (state <> '')
);
create table event (
  city int, record_id uuid, seq int,
  primary key (city, record_id, seq),
  foreign key (city, record_id) references record (city, id)
);
create unique index event_ask on event (city, seq);
create index event_seq on event (seq);
-- local: one row, about this server only
create table schema_version (version int primary key);
create temp table loading (id int primary key);
alter table record add constraint once unique (city, due_at);
create function commit_ask(p_city int, p_at timestamptz) returns text language plpgsql as $$
declare v_n int;
begin
  insert into event (city, record_id, seq) values (p_city, null, 1) on conflict do nothing;
  if not found then return 'again'; end if;
  update record set state = 'city', due_at = p_at where city = p_city and extract(epoch from due_at) > 0;
  delete from event where city = p_city and seq = any(array(select seq from event where city = p_city limit 10));
  insert into record (city, id, state) values (p_city, null, 'x')
    on conflict (city, id) do update set state = excluded.state;
  return 'done; listen to nothing, trigger nothing';
end $$;
select r.id from record r join event e on e.city = r.city and e.record_id = r.id where r.city = $1;
select r.id from record r left join event e using (city) where exists (
  select 1 from event x where x.city = r.city and x.record_id = r.id);
select r.id from record r, event e where r.city = $1 and e.city = $1;
select r.id from record r cross join lateral (values (1), (2)) v(n), unnest($1::int[]) u(n);
with open as (select id, state from record where city = $1), n as (select count(*) from open)
  select open.id from open cross join n join schema_version s on s.version = 1;
with recursive chain as (
  select city, seq from event where city = $1
  union all select e.city, e.seq from chain c join event e on e.city = c.city and e.seq = c.seq + 1
) select seq from chain;
select id from record where city = $1 and state is distinct from 'open' for update;
insert into record (city, id, due_at) values ($1, gen_random_uuid(), now());
select 1 from schema_version for update;
delete from event where city = $1 and ctid = any(array(select ctid from event where city = $1 limit 10));
insert into schema_version (version) values (1);
insert into event (city, seq) select $1, max(seq) + 1 from event where city = $1;
create table entry (city int not null, n bigint generated always as identity, primary key (city, n));
create table ask_2026 partition of ask for values from ('2026-01-01') to ('2027-01-01');
