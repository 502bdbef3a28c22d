-- breach: key-without-city
create unique index concurrently if not exists phone_once on person using btree (phone, city);
