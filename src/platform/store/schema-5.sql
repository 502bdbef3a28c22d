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
  city int not null, digest bytea not null, role text not null, expires timestamptz not null,
  primary key (city, digest)
);

-- The post a deputy stands in for. A deputy's post has an id of UUID version 8, so that what is
-- done in another's name has an index that costs all other events nothing.
alter table post add column deputises uuid;
alter table post add column deputy_seen timestamptz;
create index event_deputy on event(city, post, at) where substr(post, 15, 1) = '8';
