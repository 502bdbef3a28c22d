-- True where the account's holder bound the identity, signed in and with the password given again.
-- What was bound by an administrator's code, or before this was told apart, never stands for a
-- second factor.
alter table identity add column own boolean not null default false;
