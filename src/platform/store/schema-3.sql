-- What is said of an area besides its type: central urban, a village turned community.
alter table area add column flags text[] not null default '{}';
