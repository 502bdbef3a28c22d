-- Trust: who signs in and how, what was done about accounts, whose data are kept until when, and
-- the seals over the log.

-- What was done about accounts, posts and sight, in one chain for each city: each row's hash (SM3)
-- is over the one before it. `about` is the very text that was hashed.
create table security_event(
  city int not null, seq bigint not null, id uuid not null, at timestamptz not null,
  what text not null, account uuid, post uuid, address text not null, about text not null,
  prev bytea not null, hash bytea not null,
  primary key (city, seq)
);
create index security_event_at on security_event(city, at);
create index security_event_what on security_event(city, what, seq desc);
create index security_event_account on security_event(city, account, seq desc) where account is not null;

-- Where the chain of a city stands: the one row that its writers wait for.
create table security_head(
  city int not null, seq bigint not null, hash bytea not null,
  primary key (city)
);

-- Who signs in elsewhere: an account is bound to the provider's own id of a person, never to a name.
create table identity(
  city int not null, issuer text not null, subject text not null, account uuid not null,
  at timestamptz not null, used_at timestamptz,
  primary key (city, issuer, subject)
);
create index identity_account on identity(city, account);

-- One-time codes by which a person who came from the provider names the account that is theirs.
create table identity_code(
  city int not null, digest bytea not null, account uuid not null, expires timestamptz not null,
  primary key (city, digest)
);

-- Sign-ins that are under way at the provider; each is taken once.
create table oidc_flow(
  city int not null, digest bytea not null, purpose text not null, account uuid,
  state text not null, nonce text not null, verifier text not null, subject text,
  factors text not null, expires timestamptz not null,
  primary key (city, digest)
);

-- Posts that the system administrator entered and the security administrator has to confirm.
create table post_grant(
  city int not null, id uuid not null, what text not null, post uuid not null, person uuid not null,
  unit int not null, role text not null, title text not null, valid_from timestamptz not null,
  valid_to timestamptz, asked_by uuid not null, asked_at timestamptz not null,
  decided_by uuid, decided_at timestamptz, agreed boolean,
  primary key (city, id)
);

-- One-time codes by which a platform set up by its first administrator gets the other two.
create table office_code(
  city int not null, digest bytea not null, role text not null, unit int not null, expires timestamptz not null,
  primary key (city, digest)
);

-- The post a deputy stands in for. A deputy's post has an id of UUID version 8, so that what is
-- done in another's name has an index that costs all other events nothing.
alter table post add column deputises uuid;
create index event_deputy on event(city, post, at) where substr(post, 15, 1) = '8';

-- Where a session is, in words ('Chrome · Windows'), when it began, and when its holder last proved
-- who they are. A password that somebody else chose must be changed first.
alter table session add column device text not null default '', add column stay boolean not null default false,
  add column begun timestamptz not null default now(), add column proved timestamptz not null default now();
alter table account add column must_change boolean not null default false,
  add column ended_at timestamptz, drop column failed, drop column locked_until;

-- An ended account stays, so that the log can name it, and its login is nobody else's. A person has
-- one that is not ended: of several from before, the one used last.
with used as (
  select a.city, a.id, row_number() over (
    partition by a.city, a.person order by max(s.seen) desc nulls last, a.login
  ) as place, coalesce(max(s.seen), timestamptz '2000-01-01 00:00:00+08') as seen
  from account a left join session s on s.city = a.city and s.account = a.id
  group by a.city, a.id
)
update account a set ended_at = used.seen from used where used.city = a.city and used.id = a.id and used.place > 1;
create unique index account_person on account(city, person) where ended_at is null;

-- Wrong tries by what they are counted under: a login, an address, a device, a second factor.
-- `key` is a digest, so that the table tells nobody's address.
create table tries(
  city int not null, key text not null, failed int not null, rounds int not null, last timestamptz not null,
  locked_until timestamptz,
  primary key (city, key)
);
create index tries_last on tries(city, last);

-- Browsers from which an account has signed in: what others do wrong elsewhere does not lock them.
create table known_device(
  city int not null, account uuid not null, token_hash bytea not null, used timestamptz not null,
  primary key (city, account, token_hash)
);

-- Who gave the password and must still give a second factor. The token opens nothing else.
create table half_session(
  city int not null, token_hash bytea not null, account uuid not null, stay boolean not null, expires timestamptz not null,
  primary key (city, token_hash)
);

-- What an authenticator was asked to sign; each is answered at most once.
create table challenge(
  city int not null, text text not null, purpose text not null, owner text not null, expires timestamptz not null,
  primary key (city, text)
);

-- The sealed secret of an authenticator app, the one waiting to be confirmed, and the last time
-- step that was used.
create table totp(
  city int not null, account uuid not null, secret bytea, pending bytea, last_step bigint not null default 0, made_at timestamptz,
  primary key (city, account)
);

create table passkey(
  city int not null, id text not null, account uuid not null, name text not null, public_key bytea not null,
  counter bigint not null, transports text[] not null, rp_id text not null, made_at timestamptz not null,
  used_at timestamptz,
  primary key (city, id)
);
create index passkey_account on passkey(city, account);

create table recovery_code(
  city int not null, account uuid not null, digest text not null, used_at timestamptz,
  primary key (city, account, digest)
);

-- How an event's text was hashed: 1 joined its values by bars, 2 writes them as a line of JSON.
alter table event add column form smallint not null default 1;
alter table event alter column form set default 2;

-- Committed events that no seal holds yet. Every commit adds its own rows, in one order with
-- nobody; the sealer of a city takes them in batches.
create table sealing(
  city int not null, record_id uuid not null, seq int not null, hash bytea not null,
  at timestamptz not null default now()
) with (vacuum_truncate = false, autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 20000);
insert into sealing(city, record_id, seq, hash) select city, record_id, seq, hash from event;

-- A seal links a batch of a city's events to all before it: its hash (SM3) is over the one before
-- and over every event it holds. `events` and `records` count from the first seal on.
create table seal(
  city int not null, n bigint not null, at timestamptz not null, events bigint not null, records bigint not null,
  record_ids uuid[] not null, seqs int[] not null, hashes bytea[] not null, prev bytea not null, hash bytea not null,
  primary key (city, n)
);

-- Where the seals of a city stood at the end of a day: published, so that nobody who holds the
-- database alone can seal another past.
create table day_head(
  city int not null, day date not null, at timestamptz not null, seals bigint not null, events bigint not null,
  records bigint not null, security bigint not null, security_hash bytea not null, prev bytea not null, hash bytea not null,
  primary key (city, day)
);

-- What was erased of a record, when and why: its time had come ('date'), or the person asked ('asked').
create table erasure(
  city int not null, record_id uuid not null, what text not null, at timestamptz not null, why text not null,
  primary key (city, record_id, what)
);

-- The daily round that erases what has been kept long enough: one a day for each city, whoever runs it.
create table retention_run(
  city int not null, day date not null, at timestamptz not null, ended_at timestamptz, erased jsonb not null,
  primary key (city, day)
);
