-- Filling reads whole tables: plans for it are made with what is in them.
set enable_seqscan = on;
-- Makes of the few appeals that stand in a database %N%: spread over the city's communities and over
-- a year, most of them closed, and one in five of another kind.
create temp table sample as
  select r.*, row_number() over (order by r.id) - 1 as at from record r where r.kind = 'resident-appeal' and r.community is null;
create temp table place as
  select c.code as community, s.code::int as street, s.parent::int as district, u.id as unit,
    row_number() over (order by md5(c.code::text)) - 1 as at
  from area c join area s on s.code = c.parent join unit u on u.area = s.code and u.type = 'street'
  where c.level = 'community';
create temp table made as
  select lpad(to_hex(n), 8, '0')::text || '-0000-7000-8000-' || substr(md5(n::text), 1, 12) as id_text, n,
    s.id as of, p.community, p.street, p.district, p.unit, n % 40 = 0 as open,
    date_trunc('second', now()) - interval '1 year' * (1 - n::float / %N%) as opened_at
  from generate_series(1, %N%) n
  join sample s on s.at = n % (select count(*) from sample)
  join place p on p.at = (n::bigint * 7919) % (select count(*) from place);
create index on made(of);
analyze sample, place, made;
insert into record(city, id, kind, number, title, district, street, community, unit, state, "is", version, fields,
  clocks, takers, counted, due_at, opened_at, last_at, closed_at, head, kind_version, k1, k2, n1, n2)
select r.city, m.id_text::uuid, case when m.n % 5 = 0 then 'grid-finding' else r.kind end, 'M' || m.n, r.title, m.district, m.street, m.community, m.unit,
  case when m.open then r.state else 'closed' end, case when m.open then 'working' else 'end' end, r.version,
  r.fields || jsonb_build_object('lead', m.unit, 'category', (array['0101', '0102', '0201', '0301'])[1 + m.n % 4]), r.clocks, r.takers, r.counted,
  case when m.open then now() + interval '1 minute' * (m.n % 20000) end, m.opened_at, m.opened_at + interval '1 hour',
  case when m.open then null else m.opened_at + interval '3 days' end, r.head, r.kind_version,
  (array['0101', '0102', '0201', '0301'])[1 + m.n % 4], r.k2, m.unit, r.n2
from made m join record r on r.id = m.of;
insert into event(city, record_id, seq, at, type, actor, post, ask, party, body, prev, hash)
select e.city, m.id_text::uuid, e.seq, m.opened_at + interval '1 minute' * e.seq, e.type, e.actor, e.post, e.ask, e.party, e.body, e.prev, e.hash
from made m join event e on e.record_id = m.of;
insert into content(city, id, record_id, field, text)
select c.city, gen_random_uuid(), m.id_text::uuid, c.field, c.text from made m join content c on c.record_id = m.of;
insert into search(city, record_id, field, kind, words)
select s.city, m.id_text::uuid, s.field, s.kind,
  s.words || array['词' || (m.n % 10), '类' || (m.n % 100), '字' || (m.n % 1000), '号' || (m.n % 20000)]
from made m join search s on s.record_id = m.of where s.field = 'detail';
insert into party(city, record_id, unit, role, state, fields, clocks, joined_at)
select r.city, m.id_text::uuid, u.id, 'assist', case when m.open then 'called' else 'done' end, '{}', '{}', m.opened_at
from made m join record r on r.id = m.of join unit u on u.area = m.community and u.type = 'community' where m.n % 5 = 0;
insert into todo(city, record_id, unit, command, role, party, kind, due_at, provisional, district, street)
select t.city, m.id_text::uuid, m.unit, t.command, t.role, t.party, t.kind, now() + interval '1 minute' * (m.n % 20000), t.provisional, m.district, m.street
from made m join todo t on t.record_id = m.of where m.open;
insert into clock(city, record_id, name, role, party, asks, due_at)
select c.city, m.id_text::uuid, c.name, c.role, c.party, c.asks, now() + interval '1 day' + interval '1 minute' * (m.n % 20000)
from made m join clock c on c.record_id = m.of where m.open and c.effect_id is null;
insert into ask(city, id, answer, at) select 530100, gen_random_uuid(), '{}', m.opened_at from made m;
insert into link(city, from_id, to_id, kind) select 530100, m.id_text::uuid, gen_random_uuid(), 'recurrenceOf' from made m where m.n % 10 = 0;
