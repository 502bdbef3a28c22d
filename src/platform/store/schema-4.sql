-- Which reorganisation made an area or a unit and which ended it, and which post a post goes on from.
alter table area add column begun_by uuid, add column ended_by uuid;
alter table unit add column begun_by uuid, add column ended_by uuid;
alter table post add column follows uuid;
create index post_follows on post(city, follows) where follows is not null;
