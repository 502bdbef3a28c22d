-- Commits one ask: the record asked and those its effects opened, whole or not at all.
-- Returns null, or 'again:' and the first answer. Raises TX001 with 'conflict' or 'claimed:...',
-- which undoes everything. It reads no clock and no dice: every value is handed in.
-- All of it is done by keys, so that a plan that fits one commit fits all: left to itself the server
-- makes plans anew for as many rows as it is handed.
-- p_flags of a record: 1 parties, 2 clocks, 4 claims, 8 links, 16 to-dos are replaced by the rows given.
create or replace function commit_ask(
  p_city int, p_ask uuid, p_at timestamptz, p_answer jsonb,
  p_fact uuid[], p_fact_version int[],
  p_id uuid[], p_flags int[], p_kind text[], p_number text[], p_title text[],
  p_district int[], p_street int[], p_community bigint[], p_unit int[],
  p_state text[], p_is text[], p_expected int[], p_fields jsonb[], p_clocks jsonb[], p_takers jsonb[], p_counted jsonb[],
  p_due timestamptz[], p_opened timestamptz[], p_closed timestamptz[], p_kind_version int[],
  p_k1 text[], p_k2 text[], p_k3 text[], p_n1 numeric[], p_n2 numeric[], p_t1 timestamptz[], p_t2 timestamptz[],
  p_ev_type text[], p_ev_actor text[], p_ev_post text[], p_ev_party text[], p_ev_body text[], p_ev_prev bytea[], p_ev_hash bytea[],
  p_text_record uuid[], p_text_id uuid[], p_text_field text[], p_text text[],
  p_party_record uuid[], p_party_unit int[], p_party_role text[], p_party_state text[], p_party_fields jsonb[], p_party_clocks jsonb[], p_party_joined timestamptz[],
  p_todo_record uuid[], p_todo_unit int[], p_todo_command text[], p_todo_role text[], p_todo_party int[], p_todo_due timestamptz[], p_todo_provisional boolean[], p_todo_taker uuid[],
  p_clock_record uuid[], p_clock_name text[], p_clock_role text[], p_clock_party int[], p_clock_asks text[], p_clock_due timestamptz[], p_clock_effect uuid[], p_clock_body text[],
  p_claim_record uuid[], p_claim_kind text[], p_claim_key text[],
  p_link_from uuid[], p_link_to uuid[], p_link_kind text[],
  p_d_district int[], p_d_street int[], p_d_community bigint[], p_d_unit int[], p_d_category text[], p_d_day date[], p_d_kind text[], p_d_measure text[], p_d_n int[],
  p_rare jsonb, p_done_clock jsonb
) returns text language plpgsql set plan_cache_mode = force_generic_plan as $$
declare
  v_answer jsonb;
  v_claimed text;
begin
  insert into ask(city, id, answer, at) values (p_city, p_ask, p_answer, p_at) on conflict do nothing;
  if not found then
    select a.answer into v_answer from ask a where a.city = p_city and a.id = p_ask;
    return 'again:' || v_answer::text;
  end if;

  if cardinality(p_fact) > 0 then
    perform 1 from record r where r.city = p_city and r.id = any(p_fact) order by r.id for share;
    if exists (
      select 1 from unnest(p_fact, p_fact_version) f(id, version)
      left join record r on r.city = p_city and r.id = f.id
      where r.version is distinct from f.version
    ) then
      raise exception 'conflict' using errcode = 'TX001';
    end if;
  end if;

  for i in 1..cardinality(p_id) loop
    if p_expected[i] = 0 then
      insert into record(city, id, kind, number, title, district, street, community, unit, state, "is", version,
        fields, clocks, takers, counted, due_at, opened_at, last_at, closed_at, head, kind_version, k1, k2, k3, n1, n2, t1, t2)
      values (p_city, p_id[i], p_kind[i], p_number[i], p_title[i], p_district[i], p_street[i], p_community[i], p_unit[i],
        p_state[i], p_is[i], 1, p_fields[i], p_clocks[i], p_takers[i], p_counted[i], p_due[i], p_opened[i], p_at, p_closed[i],
        p_ev_hash[i], p_kind_version[i], p_k1[i], p_k2[i], p_k3[i], p_n1[i], p_n2[i], p_t1[i], p_t2[i])
      on conflict do nothing;
    else
      update record r set title = p_title[i], district = p_district[i], street = p_street[i], community = p_community[i],
        unit = p_unit[i], state = p_state[i], "is" = p_is[i], version = p_expected[i] + 1, fields = p_fields[i],
        clocks = p_clocks[i], takers = p_takers[i], counted = p_counted[i], due_at = p_due[i], last_at = p_at,
        closed_at = p_closed[i], head = p_ev_hash[i], kind_version = p_kind_version[i],
        k1 = p_k1[i], k2 = p_k2[i], k3 = p_k3[i], n1 = p_n1[i], n2 = p_n2[i], t1 = p_t1[i], t2 = p_t2[i]
      where r.city = p_city and r.id = p_id[i] and r.version = p_expected[i];
    end if;
    if not found then
      raise exception 'conflict' using errcode = 'TX001';
    end if;
    insert into event(city, record_id, seq, at, type, actor, post, ask, party, body, prev, hash)
    values (p_city, p_id[i], p_expected[i] + 1, p_at, p_ev_type[i], p_ev_actor[i], p_ev_post[i], p_ask,
      p_ev_party[i], p_ev_body[i], p_ev_prev[i], p_ev_hash[i]);
    insert into sealing(city, record_id, seq, hash) values (p_city, p_id[i], p_expected[i] + 1, p_ev_hash[i]);
    if p_expected[i] > 0 then
      if p_flags[i] & 16 > 0 then
        delete from todo t where t.city = p_city and t.record_id = p_id[i] and t.command <> 'effectRefused';
        update todo t set district = p_district[i], street = p_street[i]
        where t.city = p_city and t.record_id = p_id[i] and t.command = 'effectRefused';
      end if;
      if p_flags[i] & 1 > 0 then
        delete from party p where p.city = p_city and p.record_id = p_id[i];
      end if;
      if p_flags[i] & 2 > 0 then
        delete from clock c where c.city = p_city and c.record_id = p_id[i] and c.effect_id is null;
      end if;
      if p_flags[i] & 4 > 0 then
        delete from claim c where c.city = p_city and c.record_id = p_id[i] and not exists (
          select 1 from unnest(p_claim_record, p_claim_key) t(record_id, key)
          where t.record_id = p_id[i] and t.key = c.key
        );
      end if;
      if p_flags[i] & 8 > 0 then
        delete from link l where l.city = p_city and l.from_id = p_id[i] and l.kind <> 'openedBy';
      end if;
    end if;
  end loop;

  if cardinality(p_claim_key) > 0 then
    insert into claim(city, kind, key, record_id)
    select p_city, t.kind, t.key, t.record_id from unnest(p_claim_record, p_claim_kind, p_claim_key) t(record_id, kind, key)
    order by 2, 3 on conflict do nothing;
    select t.kind || '|' || t.key into v_claimed
    from unnest(p_claim_record, p_claim_kind, p_claim_key) t(record_id, kind, key)
    join claim c on c.city = p_city and c.kind = t.kind and c.key = t.key
    where c.record_id <> t.record_id limit 1;
    if v_claimed is not null then
      raise exception 'claimed:%', v_claimed using errcode = 'TX001';
    end if;
  end if;

  if cardinality(p_todo_record) > 0 then
    insert into todo(city, record_id, unit, command, role, party, kind, due_at, provisional, taker, district, street)
    select p_city, p_todo_record[i], p_todo_unit[i], p_todo_command[i], p_todo_role[i], p_todo_party[i], p_kind[r],
      p_todo_due[i], p_todo_provisional[i], p_todo_taker[i], p_district[r], p_street[r]
    from generate_series(1, cardinality(p_todo_record)) i, array_position(p_id, p_todo_record[i]) r;
  end if;
  if cardinality(p_party_record) > 0 then
    insert into party(city, record_id, unit, role, state, fields, clocks, joined_at)
    select p_city, p_party_record[i], p_party_unit[i], p_party_role[i], p_party_state[i], p_party_fields[i], p_party_clocks[i],
      p_party_joined[i]
    from generate_series(1, cardinality(p_party_record)) i;
  end if;
  if cardinality(p_clock_record) > 0 then
    insert into clock(city, record_id, name, role, party, asks, due_at, effect_id, body)
    select p_city, p_clock_record[i], p_clock_name[i], p_clock_role[i], p_clock_party[i], p_clock_asks[i], p_clock_due[i],
      p_clock_effect[i], p_clock_body[i]
    from generate_series(1, cardinality(p_clock_record)) i on conflict do nothing;
  end if;
  if cardinality(p_link_from) > 0 then
    insert into link(city, from_id, to_id, kind)
    select p_city, p_link_from[i], p_link_to[i], p_link_kind[i]
    from generate_series(1, cardinality(p_link_from)) i on conflict do nothing;
  end if;
  if cardinality(p_text_id) > 0 then
    insert into content(city, record_id, id, field, text)
    select p_city, p_text_record[i], p_text_id[i], p_text_field[i], p_text[i]
    from generate_series(1, cardinality(p_text_id)) i;
  end if;
  if cardinality(p_d_n) > 0 then
    insert into delta(city, district, street, community, unit, category, day, kind, measure, n)
    select p_city, p_d_district[i], p_d_street[i], p_d_community[i], p_d_unit[i], p_d_category[i], p_d_day[i], p_d_kind[i],
      p_d_measure[i], p_d_n[i]
    from generate_series(1, cardinality(p_d_n)) i;
  end if;
  if p_done_clock is not null then
    delete from clock c where c.city = p_city and c.record_id = (p_done_clock->>'record')::uuid
      and c.name = p_done_clock->>'name' and c.effect_id is not null;
  end if;
  if p_rare is not null then
    perform commit_rare(p_city, p_at, p_rare);
  end if;
  return null;
end $$;

-- What few commits carry: contacts, words for search, notices, files, free words kept apart and what
-- goes to neighbouring cities.
create or replace function commit_rare(p_city int, p_at timestamptz, p_rare jsonb) returns void language plpgsql as $$
begin
  if p_rare ? 'contact' then
    insert into contact(city, id, record_id, name_enc, phone_enc, phone_index, note_enc, mask_name, mask_phone)
    select p_city, t.id, t.record, decode(t.name, 'base64'), decode(t.phone, 'base64'), decode(t.index, 'base64'),
      decode(t.note, 'base64'), t.mask_name, t.mask_phone
    from jsonb_to_recordset(p_rare->'contact')
      t(id uuid, record uuid, name text, phone text, index text, note text, mask_name text, mask_phone text);
  end if;
  if p_rare ? 'search' then
    insert into search(city, record_id, field, kind, words)
    select p_city, t.record, t.field, t.kind, t.words
    from jsonb_to_recordset(p_rare->'search') t(record uuid, field text, kind text, words text[])
    on conflict (city, record_id, field) do update set words = excluded.words;
  end if;
  if p_rare ? 'notice' then
    insert into notice(city, unit, id, record_id, type, at)
    select p_city, t.unit, t.id, t.record, t.type, p_at
    from jsonb_to_recordset(p_rare->'notice') t(unit int, id uuid, record uuid, type text);
  end if;
  if p_rare ? 'file' then
    update file f set record_id = t.record
    from jsonb_to_recordset(p_rare->'file') t(id uuid, record uuid)
    where f.city = p_city and f.id = t.id and f.record_id is null;
  end if;
  if p_rare ? 'remark' then
    insert into remark(city, id, month, street, kind, field, text)
    select p_city, t.id, t.month, t.street, t.kind, t.field, t.text
    from jsonb_to_recordset(p_rare->'remark') t(id uuid, month date, street int, kind text, field text, text text);
  end if;
  if p_rare ? 'parcel' then
    insert into parcel(city, id, to_city, kind, command, record_id, seq, body, at)
    select p_city, t.id, t.to_city, t.kind, t.command, t.record, t.seq, t.body, p_at
    from jsonb_to_recordset(p_rare->'parcel')
      t(id uuid, to_city int, kind text, command text, record uuid, seq int, body text);
  end if;
  if p_rare ? 'dropped' then
    update parcel p set body = null, dropped_at = p_at
    from jsonb_to_recordset(p_rare->'dropped') t(id uuid)
    where p.city = p_city and p.id = t.id and p.taken_at is null;
  end if;
end $$;

-- Commits several asks at once, all or none: for each of them what commit_ask does. Raises TX001 with
-- 'alone', which undoes everything, where one was done before, lost a race or meets another here: then
-- each is committed by itself. No record may come twice. p_of of a record is the place of its ask.
create or replace function commit_many(
  p_city int, p_ask uuid[], p_at timestamptz[], p_answer jsonb[], p_of int[],
  p_fact uuid[], p_fact_version int[],
  p_id uuid[], p_flags int[], p_kind text[], p_number text[], p_title text[],
  p_district int[], p_street int[], p_community bigint[], p_unit int[],
  p_state text[], p_is text[], p_expected int[], p_fields jsonb[], p_clocks jsonb[], p_takers jsonb[], p_counted jsonb[],
  p_due timestamptz[], p_opened timestamptz[], p_closed timestamptz[], p_kind_version int[],
  p_k1 text[], p_k2 text[], p_k3 text[], p_n1 numeric[], p_n2 numeric[], p_t1 timestamptz[], p_t2 timestamptz[],
  p_ev_type text[], p_ev_actor text[], p_ev_post text[], p_ev_party text[], p_ev_body text[], p_ev_prev bytea[], p_ev_hash bytea[],
  p_text_record uuid[], p_text_id uuid[], p_text_field text[], p_text text[],
  p_party_record uuid[], p_party_unit int[], p_party_role text[], p_party_state text[], p_party_fields jsonb[], p_party_clocks jsonb[], p_party_joined timestamptz[],
  p_todo_record uuid[], p_todo_unit int[], p_todo_command text[], p_todo_role text[], p_todo_party int[], p_todo_due timestamptz[], p_todo_provisional boolean[], p_todo_taker uuid[],
  p_clock_record uuid[], p_clock_name text[], p_clock_role text[], p_clock_party int[], p_clock_asks text[], p_clock_due timestamptz[], p_clock_effect uuid[], p_clock_body text[],
  p_claim_record uuid[], p_claim_kind text[], p_claim_key text[],
  p_link_from uuid[], p_link_to uuid[], p_link_kind text[],
  p_d_district int[], p_d_street int[], p_d_community bigint[], p_d_unit int[], p_d_category text[], p_d_day date[], p_d_kind text[], p_d_measure text[], p_d_n int[],
  p_rare jsonb[], p_done_clock jsonb[]
) returns text language plpgsql set plan_cache_mode = force_generic_plan as $$
declare
  v_count int;
  v_parties uuid[];
  v_clocks uuid[];
  v_claims uuid[];
  v_links uuid[];
  v_todos uuid[];
begin
  insert into ask(city, id, answer, at)
  select p_city, t.* from unnest(p_ask, p_answer, p_at) t on conflict do nothing;
  get diagnostics v_count = row_count;
  -- What a fact rests on must not be changed by another ask of these: neither would see the other.
  if v_count < cardinality(p_ask) or p_fact && p_id then
    raise exception 'alone' using errcode = 'TX001';
  end if;

  if cardinality(p_fact) > 0 then
    perform 1 from record r where r.city = p_city and r.id = any(p_fact) order by r.id for share nowait;
    if exists (
      select 1 from unnest(p_fact, p_fact_version) f(id, version)
      left join record r on r.city = p_city and r.id = f.id
      where r.version is distinct from f.version
    ) then
      raise exception 'alone' using errcode = 'TX001';
    end if;
  end if;

  insert into record(city, id, kind, number, title, district, street, community, unit, state, "is", version,
    fields, clocks, takers, counted, due_at, opened_at, last_at, closed_at, head, kind_version, k1, k2, k3, n1, n2, t1, t2)
  select p_city, t.id, t.kind, t.number, t.title, t.district, t.street, t.community, t.unit, t.state, t."is", 1,
    t.fields, t.clocks, t.takers, t.counted, t.due, t.opened, p_at[t.of], t.closed, t.hash, t.kind_version,
    t.k1, t.k2, t.k3, t.n1, t.n2, t.t1, t.t2
  from unnest(p_id, p_of, p_expected, p_kind, p_number, p_title, p_district, p_street, p_community, p_unit, p_state, p_is,
    p_fields, p_clocks, p_takers, p_counted, p_due, p_opened, p_closed, p_ev_hash, p_kind_version,
    p_k1, p_k2, p_k3, p_n1, p_n2, p_t1, p_t2)
    t(id, of, expected, kind, number, title, district, street, community, unit, state, "is",
    fields, clocks, takers, counted, due, opened, closed, hash, kind_version, k1, k2, k3, n1, n2, t1, t2)
  where t.expected = 0 on conflict do nothing;
  get diagnostics v_count = row_count;
  if v_count < (select count(*) from unnest(p_expected) t(expected) where t.expected = 0) then
    raise exception 'alone' using errcode = 'TX001';
  end if;

  if v_count < cardinality(p_id) then
    perform 1 from record r where r.city = p_city and r.id = any(p_id) order by r.id for update nowait;
    update record r set title = t.title, district = t.district, street = t.street, community = t.community,
      unit = t.unit, state = t.state, "is" = t."is", version = t.expected + 1, fields = t.fields,
      clocks = t.clocks, takers = t.takers, counted = t.counted, due_at = t.due, last_at = p_at[t.of],
      closed_at = t.closed, head = t.hash, kind_version = t.kind_version,
      k1 = t.k1, k2 = t.k2, k3 = t.k3, n1 = t.n1, n2 = t.n2, t1 = t.t1, t2 = t.t2
    from unnest(p_id, p_of, p_expected, p_title, p_district, p_street, p_community, p_unit, p_state, p_is,
      p_fields, p_clocks, p_takers, p_counted, p_due, p_closed, p_ev_hash, p_kind_version,
      p_k1, p_k2, p_k3, p_n1, p_n2, p_t1, p_t2)
      t(id, of, expected, title, district, street, community, unit, state, "is",
      fields, clocks, takers, counted, due, closed, hash, kind_version, k1, k2, k3, n1, n2, t1, t2)
    where r.city = p_city and r.id = t.id and r.version = t.expected and t.expected > 0;
    get diagnostics v_count = row_count;
    if v_count < (select count(*) from unnest(p_expected) t(expected) where t.expected > 0) then
      raise exception 'alone' using errcode = 'TX001';
    end if;
    select array_agg(t.id) filter (where t.flags & 1 > 0), array_agg(t.id) filter (where t.flags & 2 > 0),
      array_agg(t.id) filter (where t.flags & 4 > 0), array_agg(t.id) filter (where t.flags & 8 > 0),
      array_agg(t.id) filter (where t.flags & 16 > 0)
    into v_parties, v_clocks, v_claims, v_links, v_todos
    from unnest(p_id, p_flags, p_expected) t(id, flags, expected) where t.expected > 0;
    delete from todo t where t.city = p_city and t.record_id = any(v_todos) and t.command <> 'effectRefused';
    update todo t set district = r.district, street = r.street
    from unnest(p_id, p_district, p_street) r(id, district, street)
    where t.city = p_city and t.record_id = r.id and t.command = 'effectRefused' and r.id = any(v_todos);
    delete from party p where p.city = p_city and p.record_id = any(v_parties);
    delete from clock c where c.city = p_city and c.record_id = any(v_clocks) and c.effect_id is null;
    delete from claim c where c.city = p_city and c.record_id = any(v_claims) and not exists (
      select 1 from unnest(p_claim_record, p_claim_key) t(record_id, key)
      where t.record_id = c.record_id and t.key = c.key
    );
    delete from link l where l.city = p_city and l.from_id = any(v_links) and l.kind <> 'openedBy';
  end if;

  insert into event(city, record_id, seq, at, type, actor, post, ask, party, body, prev, hash)
  select p_city, t.id, t.expected + 1, p_at[t.of], t.type, t.actor, t.post, p_ask[t.of], t.party, t.body, t.prev, t.hash
  from unnest(p_id, p_of, p_expected, p_ev_type, p_ev_actor, p_ev_post, p_ev_party, p_ev_body, p_ev_prev, p_ev_hash)
    t(id, of, expected, type, actor, post, party, body, prev, hash);
  insert into sealing(city, record_id, seq, hash)
  select p_city, t.id, t.expected + 1, t.hash from unnest(p_id, p_expected, p_ev_hash) t(id, expected, hash);

  if cardinality(p_claim_key) > 0 then
    insert into claim(city, kind, key, record_id)
    select p_city, t.kind, t.key, t.record_id from unnest(p_claim_record, p_claim_kind, p_claim_key) t(record_id, kind, key)
    order by 2, 3 on conflict do nothing;
    if exists (
      select 1 from unnest(p_claim_record, p_claim_kind, p_claim_key) t(record_id, kind, key)
      join claim c on c.city = p_city and c.kind = t.kind and c.key = t.key
      where c.record_id <> t.record_id
    ) then
      raise exception 'alone' using errcode = 'TX001';
    end if;
  end if;

  if cardinality(p_todo_record) > 0 then
    insert into todo(city, record_id, unit, command, role, party, kind, due_at, provisional, taker, district, street)
    select p_city, t.record_id, t.unit, t.command, t.role, t.party, r.kind, t.due_at, t.provisional, t.taker, r.district, r.street
    from unnest(p_todo_record, p_todo_unit, p_todo_command, p_todo_role, p_todo_party, p_todo_due, p_todo_provisional, p_todo_taker)
      t(record_id, unit, command, role, party, due_at, provisional, taker)
    join unnest(p_id, p_kind, p_district, p_street) r(id, kind, district, street) on r.id = t.record_id;
  end if;
  if cardinality(p_party_record) > 0 then
    insert into party(city, record_id, unit, role, state, fields, clocks, joined_at)
    select p_city, t.* from unnest(p_party_record, p_party_unit, p_party_role, p_party_state, p_party_fields, p_party_clocks, p_party_joined) t;
  end if;
  if cardinality(p_clock_record) > 0 then
    insert into clock(city, record_id, name, role, party, asks, due_at, effect_id, body)
    select p_city, t.* from unnest(p_clock_record, p_clock_name, p_clock_role, p_clock_party, p_clock_asks, p_clock_due, p_clock_effect, p_clock_body) t
    on conflict do nothing;
  end if;
  if cardinality(p_link_from) > 0 then
    insert into link(city, from_id, to_id, kind)
    select p_city, t.* from unnest(p_link_from, p_link_to, p_link_kind) t on conflict do nothing;
  end if;
  if cardinality(p_text_id) > 0 then
    insert into content(city, record_id, id, field, text)
    select p_city, t.* from unnest(p_text_record, p_text_id, p_text_field, p_text) t;
  end if;
  if cardinality(p_d_n) > 0 then
    insert into delta(city, district, street, community, unit, category, day, kind, measure, n)
    select p_city, t.* from unnest(p_d_district, p_d_street, p_d_community, p_d_unit, p_d_category, p_d_day, p_d_kind, p_d_measure, p_d_n) t;
  end if;
  if array_remove(p_done_clock, null) <> '{}' then
    delete from clock c using unnest(p_done_clock) d(done)
    where c.city = p_city and c.record_id = (d.done->>'record')::uuid and c.name = d.done->>'name'
      and c.effect_id is not null;
  end if;
  insert into contact(city, id, record_id, name_enc, phone_enc, phone_index, note_enc, mask_name, mask_phone)
  select p_city, t.id, t.record, decode(t.name, 'base64'), decode(t.phone, 'base64'), decode(t.index, 'base64'),
    decode(t.note, 'base64'), t.mask_name, t.mask_phone
  from unnest(p_rare) a(rare), jsonb_to_recordset(a.rare->'contact')
    t(id uuid, record uuid, name text, phone text, index text, note text, mask_name text, mask_phone text);
  insert into search(city, record_id, field, kind, words)
  select p_city, t.record, t.field, t.kind, t.words
  from unnest(p_rare) a(rare), jsonb_to_recordset(a.rare->'search')
    t(record uuid, field text, kind text, words text[])
  on conflict (city, record_id, field) do update set words = excluded.words;
  perform commit_rare(p_city, a.at, a.rare - 'contact' - 'search')
  from unnest(p_at, p_rare) a(at, rare) where a.rare - 'contact' - 'search' <> '{}';
  return null;
end $$;
