-- Ballots without names. Nothing here has a moment, a sequence, an ask or a person; see
-- docs/decisions/0014. A row's id is of dice, so that no index keeps an order either.

-- A vote held on a record, with its sheet as it was when the slips were made.
create table ballot_poll(
  city int not null, id uuid not null, record_id uuid not null, lines jsonb not null, made int not null,
  handed int, "cast" int, closed_on date, totals jsonb,
  primary key (city, id), unique (city, record_id)
);

-- Keyed digests of the slips that were not used yet. A slip is gone with its use.
create table ballot_slip(
  city int not null, digest bytea not null, poll uuid not null,
  primary key (city, digest)
);
create index ballot_slip_poll on ballot_slip(city, poll);

-- Ballots of open polls, sealed with a key that lies outside the database and ends with the poll:
-- the order of the log of changes is the order of casting.
create table ballot_cast(
  city int not null, poll uuid not null, id uuid not null, sealed text not null,
  primary key (city, poll, id)
);

-- Choices of closed polls, each line apart from the others, written in one transaction in an order
-- of dice: for a recount, until a day that the city sets.
create table ballot(
  city int not null, poll uuid not null, id uuid not null, line text not null, choice text not null,
  primary key (city, poll, id)
);
