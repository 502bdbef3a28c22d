-- Other platforms that ask with a token instead of signing in. `token_hash` is the digest of what
-- the platform holds; `post` is the one post in which it acts.

create table machine(
  city int not null, id uuid not null, name text not null, post uuid not null, token_hash bytea not null,
  made_at timestamptz not null, revoked_at timestamptz, used_at timestamptz,
  primary key (city, id), unique (city, token_hash)
);
